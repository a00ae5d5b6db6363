"""What a concept is about, changed among several: nobody writes over another's words unawares."""

from hashlib import sha256

from django.db import transaction
from django.utils.text import get_text_list

from asiste.conceptos.acciones.redaccion import bloquear_proyecto
from asiste.conceptos.models import Concepto
from asiste.cuentas.models import Usuario
from asiste.solicitudes.acciones import ReglaIncumplida

DATOS = {"asunto": "el asunto", "consulta": "lo que se consulta", "terminos": "los términos"}


class OtrosDatos(ReglaIncumplida):
    """Somebody changed the same ones meanwhile: `actuales` is what each says now; `partida`, where to go on from."""

    def __init__(self, concepto: Concepto, choques: list[str], partida: str) -> None:
        quien, cuales = concepto.datos_por or "Otra persona", get_text_list([DATOS[uno] for uno in choques], "y")
        super().__init__(
            f"{quien} cambió {cuales} mientras usted escribía. Compare: al guardar de nuevo queda lo suyo."
        )
        self.actuales: dict[str, str] = {campo: getattr(concepto, campo) for campo in choques}
        self.partida = partida


def partida_de(concepto: Concepto) -> str:
    """What tells whether its data changed since somebody opened them."""
    return "-".join(_marca(getattr(concepto, campo)) for campo in DATOS)


@transaction.atomic
def cambiar_datos(*, concepto: Concepto, datos: dict[str, str], partida: str, autor: Usuario) -> Concepto:
    """Changes of the subject, the inquiry and the terms those that differ from the `partida` one started from.

    Raises `OtrosDatos` when somebody else changed one of them otherwise meanwhile, or `ReglaIncumplida`; then none is.
    """
    concepto = bloquear_proyecto(concepto)
    vistos = dict(zip(DATOS, partida.split("-"), strict=False))
    hoy = {campo: _marca(getattr(concepto, campo)) for campo in DATOS}
    nuevos = {campo: datos[campo].strip() for campo in DATOS if _marca(datos[campo]) != vistos.get(campo)}
    choques = [campo for campo, texto in nuevos.items() if hoy[campo] not in {vistos.get(campo), _marca(texto)}]
    if choques:
        sigue = "-".join(hoy[campo] if campo in choques else vistos.get(campo, hoy[campo]) for campo in DATOS)
        raise OtrosDatos(concepto, choques, sigue)
    if nuevos:
        for campo, texto in nuevos.items():
            setattr(concepto, campo, texto)
        concepto.datos_por = autor
        concepto.save(update_fields=[*nuevos, "datos_por"])
    return concepto


def _marca(texto: str) -> str:
    return sha256(texto.replace("\r\n", "\n").strip().encode()).hexdigest()[:16]
