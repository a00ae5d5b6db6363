"""Writing the sections among several: nothing typed is lost, and nobody writes over another's words unawares."""

from datetime import datetime

from django.db import transaction

from asiste.conceptos.acciones.oficina import llevar_a_su_oficina
from asiste.conceptos.html import LARGO, limpiar
from asiste.conceptos.models import Concepto, PresenciaConcepto, SeccionConcepto
from asiste.cuentas.models import Usuario
from asiste.escritura.acciones import marcar_presencia
from asiste.solicitudes.acciones import ReglaIncumplida


class OtraSeccion(ReglaIncumplida):
    """Somebody saved after the version one started from: `actual` has the text, who and when."""

    def __init__(self, actual: SeccionConcepto) -> None:
        super().__init__(f"{actual.escrita_por} cambió este texto mientras usted escribía.")
        self.actual = actual


def bloquear_proyecto(concepto: Concepto) -> Concepto:
    """The concept locked until the transaction ends, in the office that attends its request now.

    Raises `ReglaIncumplida` when it is not being written.
    """
    bloqueado = Concepto.objects.completos().select_for_update(of=("self",)).get(pk=concepto.pk)
    if not bloqueado.en_proyecto:
        raise ReglaIncumplida(f"Ya no se escribe en el concepto: está {bloqueado.get_estado_display().lower()}.")
    llevar_a_su_oficina(bloqueado)
    return bloqueado


def guardar_seccion(
    *,
    concepto: Concepto,
    clave: str,
    html: str,
    version: int,
    autor: Usuario,
    ahora: datetime,
    une: SeccionConcepto | None = None,
) -> SeccionConcepto:
    """Cleans and saves what one has typed, over the version one started from; `une` was apart, and is settled so.

    Raises `OtraSeccion` when another text was saved since then, and one's own is kept apart until both are united;
    or `ReglaIncumplida` when it is not being written any more (kept apart too), or when it does not fit.
    """
    limpio = limpiar(html)
    if len(limpio) > LARGO:
        raise ReglaIncumplida(f"No se pudo guardar: la sección pasa de {LARGO:_} caracteres.".replace("_", "."))
    try:
        with transaction.atomic():
            bloquear_proyecto(concepto)
            fila = _guardar(concepto, clave, limpio, version, autor, ahora)
            if une:
                descartar_aparte(aparte=une)
            return fila
    except ReglaIncumplida:
        _apartar(concepto, clave, limpio, autor, ahora)
        raise


@transaction.atomic
def descartar_aparte(*, aparte: SeccionConcepto) -> None:
    """Forgets what somebody had apart, unless it changed since it was seen. It remains in the audit trail."""
    SeccionConcepto.objects.apartes().filter(pk=aparte.pk, html=aparte.html).delete()


def marcar_presencia_en_concepto(*, concepto: Concepto, usuario: Usuario, ahora: datetime) -> list[PresenciaConcepto]:
    """Notes that the person has it open; who else has."""
    return marcar_presencia(PresenciaConcepto(concepto=concepto, usuario=usuario, vista_en=ahora))


def _guardar(
    concepto: Concepto, clave: str, html: str, version: int, autor: Usuario, ahora: datetime
) -> SeccionConcepto:
    suyas = SeccionConcepto.objects.juntas().filter(concepto=concepto, clave=clave)
    fila = suyas.first() or SeccionConcepto(concepto=concepto, clave=clave)
    if fila.html == html:
        return fila
    if fila.pk and fila.version != version:
        raise OtraSeccion(fila)
    fila.html, fila.escrita_por, fila.escrita_en = html, autor, ahora
    fila.version += 1
    fila.save()
    return fila


def _apartar(concepto: Concepto, clave: str, html: str, autor: Usuario, ahora: datetime) -> None:
    if SeccionConcepto.objects.juntas().filter(concepto=concepto, clave=clave, html=html).exists():
        return
    SeccionConcepto.objects.update_or_create(
        concepto=concepto,
        clave=clave,
        escrita_por=autor,
        aparte=True,
        defaults={"html": html, "escrita_en": ahora},
    )
