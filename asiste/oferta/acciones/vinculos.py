"""Sessions that stand already and count for an activity: linked by hand, and the copies of those that count."""

from collections.abc import Collection
from datetime import date, datetime

from django.db import transaction
from django.utils import timezone

from asiste.agenda.acciones import Copia, bloquear_sesion, repetir
from asiste.agenda.models import Sesion
from asiste.cuentas.models import Usuario
from asiste.oferta.acciones.base import bloquear_plan, exigir_en_marcha
from asiste.oferta.models import Actividad
from asiste.solicitudes.acciones import ReglaIncumplida


@transaction.atomic
def vincular(*, actividad: Actividad, sesion: Sesion) -> Sesion:
    """Has a session count for an activity. The session is locked before the plan, as in `repetir_sesion`.

    Raises `ReglaIncumplida` if the plan is not approved, or the session was called off, is of another year or counts
    for an activity already. Disposición: 5-plan-anual.
    """
    sesion = bloquear_sesion(sesion)
    exigir_en_marcha(actividad)
    if sesion.estado == Sesion.Estado.CANCELADA:
        raise ReglaIncumplida("La sesión se canceló: no cuenta para el plan.")
    if not _es_del_anio(sesion, actividad):
        raise ReglaIncumplida(f"La actividad es del plan de {actividad.plan.vigencia}, y la sesión es de otro año.")
    if sesion.actividades.exists():
        raise ReglaIncumplida("La sesión ya está en una actividad del plan.")
    actividad.sesiones.add(sesion)
    return sesion


@transaction.atomic
def repetir_sesion(
    *, sesion: Sesion, dias: Collection[date], serie: str, copia: Copia, autor: Usuario, ahora: datetime
) -> list[Sesion]:
    """The same session on other days, which count for its activity too, those of the year of a plan under way.

    Raises as `agenda.repetir`. Disposición: 5-plan-anual.
    """
    nuevas = repetir(sesion=sesion, dias=dias, serie=serie, copia=copia, autor=autor, ahora=ahora)
    for actividad in sesion.actividades.filter(retirada_en=None).select_related("plan").order_by("id"):
        if bloquear_plan(actividad.plan).en_marcha:
            actividad.sesiones.add(*(una for una in nuevas if _es_del_anio(una, actividad)))
    return nuevas


def _es_del_anio(sesion: Sesion, actividad: Actividad) -> bool:
    return timezone.localtime(sesion.inicia).year == actividad.plan.vigencia
