"""Technical lines, guides and instruments of the demo city."""

from datetime import date, timedelta
from random import Random

from django.utils.text import slugify

from asiste.conocimiento.carga import Ficha
from asiste.demo.banco.asuntos import leer
from asiste.directorio.models import Dependencia
from asiste.portafolio.models import Tema

SITIO = "https://material.example/"
DIAS = 1_800  # how old the oldest is
CAMBIOS = ("", "Se ajustó a la estructura y a las normas vigentes.")


def material(azar: Random, oficinas: dict[str, Dependencia], temas: dict[str, Tema], hasta: date) -> list[Ficha]:
    """That of material.toml; instruments are elsewhere, and some of the rest have had two versions."""
    return [_ficha(azar, fila, oficinas, temas, hasta) for fila in leer("material")["material"]]


def _ficha(
    azar: Random, fila: dict[str, str], oficinas: dict[str, Dependencia], temas: dict[str, Tema], hasta: date
) -> Ficha:
    formato, resumen = fila.get("formato", ""), fila["resumen"]
    dos = not formato and azar.random() < 0.4
    return Ficha(
        clase=fila["clase"],
        formato=formato,
        titulo=fila["titulo"],
        resumen=resumen,
        html="" if formato else f"<p>{resumen}</p>",
        texto="" if formato else resumen,
        enlace=f"{SITIO}{slugify(fila['titulo'])}/",
        de_quien=fila.get("de_quien", ""),
        dependencia=oficinas[fila["oficina"]],
        temas=tuple(temas[clave] for clave in fila["temas"]),
        fecha=hasta - timedelta(days=azar.randrange(DIAS)),
        cambios=CAMBIOS if dos else CAMBIOS[:1],
    )
