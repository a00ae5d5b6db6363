"""Writing the sections among several: nothing typed is lost, and nobody writes over another's words unawares."""

from datetime import datetime

from django.db import transaction

from asiste.agenda.acciones.actas import bloquear_borrador, marcar_presencia_en_acta
from asiste.agenda.models import Acta, SeccionActa
from asiste.cuentas.models import Usuario
from asiste.solicitudes.acciones import ReglaIncumplida

LARGO = 50_000  # characters


class OtraSeccion(ReglaIncumplida):
    """Somebody saved after the version one started from: `actual` has the text, who and when."""

    def __init__(self, actual: SeccionActa) -> None:
        super().__init__(f"{actual.escrita_por} cambió este texto mientras usted escribía.")
        self.actual = actual


def guardar_seccion(
    *, acta: Acta, clave: str, texto: str, version: int, autor: Usuario, ahora: datetime, une: bool = False
) -> SeccionActa:
    """Saves what one has typed, over the version one started from; with `une`, it settles what was kept apart.

    Raises `OtraSeccion` when another text was saved since then, and one's own is kept apart until both are united;
    or `ReglaIncumplida` when the minutes are not being written any more: then it is kept apart too.
    """
    try:
        with transaction.atomic():
            bloquear_borrador(acta)
            fila = _guardar(acta, clave, texto, version, autor, ahora)
            if une:
                SeccionActa.objects.apartes(autor).filter(acta=acta, clave=clave).delete()
            marcar_presencia_en_acta(acta=acta, usuario=autor, ahora=ahora, clave=clave)
            return fila
    except ReglaIncumplida:
        _apartar(acta, clave, texto, autor, ahora)
        raise


@transaction.atomic
def descartar_aparte(*, acta: Acta, clave: str, autor: Usuario) -> None:
    """Forgets what the person had apart: the text of all stays. It remains in the audit trail."""
    SeccionActa.objects.apartes(autor).filter(acta=acta, clave=clave).delete()


def _guardar(acta: Acta, clave: str, texto: str, version: int, autor: Usuario, ahora: datetime) -> SeccionActa:
    fila = SeccionActa.objects.juntas().filter(acta=acta, clave=clave).first() or SeccionActa(acta=acta, clave=clave)
    if fila.pk and fila.texto == texto:
        return fila
    if fila.pk and fila.version != version:
        raise OtraSeccion(fila)
    fila.texto, fila.escrita_por, fila.escrita_en = texto, autor, ahora
    fila.version += 1
    fila.save()
    return fila


def _apartar(acta: Acta, clave: str, texto: str, autor: Usuario, ahora: datetime) -> None:
    if SeccionActa.objects.juntas().filter(acta=acta, clave=clave, texto=texto).exists():
        return
    SeccionActa.objects.update_or_create(
        acta=acta, clave=clave, escrita_por=autor, aparte=True, defaults={"texto": texto, "escrita_en": ahora}
    )
