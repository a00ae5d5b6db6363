"""First load of the synonyms, and publications by the hundred with what each does to another."""

import tomllib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, time
from pathlib import Path

from django.db import transaction
from django.utils.text import slugify

from asiste.calendario.termino import BOGOTA
from asiste.conocimiento.acciones.publicaciones import CLAVE, Contenido
from asiste.conocimiento.models import Publicacion, Relacion, Sinonimo, VersionPublicacion
from asiste.cuentas.models import Usuario

CATALOGO = Path(__file__).parent / "catalogo"
HORA = time(9)
LOTE = 1_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Ficha(Contenido):
    """A publication that has a history: whether it is still to be relied on, and what changed in each version."""

    estado: str = Publicacion.Estado.VIGENTE
    motivo: str = ""
    cambios: Sequence[str] = ("",)


@dataclass(frozen=True, slots=True)
class Vinculo:
    """What the publication with one number does to the one with another."""

    origen: str
    tipo: str
    destino: str


@transaction.atomic
def cargar_sinonimos() -> int:
    """Adds those of the seed file where there are none and returns how many; what people changed or removed stays."""
    if Sinonimo.objects.exists():
        return 0
    with (CATALOGO / "sinonimos.toml").open("rb") as archivo:
        pares: dict[str, str] = tomllib.load(archivo)["sinonimos"]
    return len(Sinonimo.objects.bulk_create(Sinonimo(palabra=una, equivale=otra) for una, otra in pares.items()))


@transaction.atomic
def cargar_publicaciones(*, fichas: Sequence[Ficha], vinculos: Iterable[Vinculo], autor: Usuario) -> list[Publicacion]:
    """Puts them in the bank as of the morning of their dates, with topics, versions and relations.

    Neither numbers nor titles without number may be repeated, here or in the bank.
    """
    nuevas = Publicacion.objects.bulk_create((_publicacion(ficha) for ficha in fichas), batch_size=LOTE)
    pares = list(zip(nuevas, fichas, strict=True))
    con_tema = Publicacion.temas.through
    con_tema.objects.bulk_create(
        (con_tema(publicacion=nueva, tema=tema) for nueva, ficha in pares for tema in ficha.temas), batch_size=LOTE
    )
    VersionPublicacion.objects.bulk_create(
        (version for nueva, ficha in pares for version in _versiones(nueva, ficha, autor)), batch_size=LOTE
    )
    por_numero = {nueva.numero: nueva for nueva in nuevas}
    Relacion.objects.bulk_create(
        (Relacion(origen=por_numero[uno.origen], tipo=uno.tipo, destino=por_numero[uno.destino]) for uno in vinculos),
        batch_size=LOTE,
    )
    return nuevas


def _publicacion(ficha: Ficha) -> Publicacion:
    propios = {campo: getattr(ficha, campo) for campo in Contenido.__slots__ if campo != "temas"}
    return Publicacion(
        clave=slugify(ficha.numero or ficha.titulo)[:CLAVE].strip("-"),
        publicada_en=datetime.combine(ficha.fecha, HORA, BOGOTA),
        version=len(ficha.cambios),
        estado=ficha.estado,
        motivo=ficha.motivo,
        **propios,
    )


def _versiones(nueva: Publicacion, ficha: Ficha, autor: Usuario) -> Iterable[VersionPublicacion]:
    for numero, cambio in enumerate(ficha.cambios, start=1):
        yield VersionPublicacion(
            publicacion=nueva,
            numero=numero,
            titulo=nueva.titulo,
            html=nueva.html,
            enlace=nueva.enlace,
            cambio=cambio,
            creada_por=autor,
            creada_en=nueva.publicada_en,
        )
