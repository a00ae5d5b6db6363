"""Writing the sections of the minutes, among several."""

from datetime import datetime

from asiste.agenda.acciones.actas import bloquear_borrador, marcar_presencia_en_acta
from asiste.agenda.models import Acta, SeccionActa
from asiste.cuentas.models import Usuario
from asiste.escritura.acciones import guardar_texto, sin_perder


def guardar_seccion(
    *,
    acta: Acta,
    clave: str,
    texto: str,
    version: int,
    autor: Usuario,
    ahora: datetime,
    une: SeccionActa | None = None,
) -> SeccionActa:
    """Saves what one has typed, over the version one started from; `une` was apart, and is settled so.

    Raises `OtraVersion` when another text was saved since then, or `ReglaIncumplida` when the minutes are not being
    written any more; one's own is kept apart.
    """
    suya = SeccionActa(acta=acta, clave=clave, texto=texto, escrita_por=autor, escrita_en=ahora)
    with sin_perder(suya):
        bloquear_borrador(acta)
        fila = guardar_texto(suya, version=version, une=une)
        marcar_presencia_en_acta(acta=acta, usuario=autor, ahora=ahora, clave=clave)
    return fila
