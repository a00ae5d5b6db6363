"""Reminding people of what they took on."""

from collections import defaultdict
from datetime import date, datetime, timedelta

from django.db import connection, transaction
from django.utils import timezone

from asiste.agenda.correos import compromisos as correos
from asiste.agenda.models import Compromiso
from asiste.calendario.dias import Calendario
from asiste.directorio.equipo import Equipo
from asiste.directorio.models import Funcionario
from asiste.notificaciones.models import Mensaje
from asiste.solicitudes.avisos.horario import calendario_cercano, en_jornada

ANTES = 3  # business days before it is due
UNA_SEMANA = timedelta(days=7)
CERROJO = 7_261_157  # advisory lock: two pulls at once would remind twice


@transaction.atomic
def recordar_compromisos(*, ahora: datetime) -> list[Mensaje]:
    """Reminds three business days before, the day it is due and each week after; none outside service hours.

    Each stage once. Who is away is replaced by the substitute; what nobody of the team can do goes to who heads the
    office of the session. All or nothing: after a crash the next call gives what was left.
    """
    calendario = calendario_cercano(ahora)
    if not en_jornada(ahora, calendario):
        return []
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s)", [CERROJO])
    hoy = timezone.localdate(ahora)
    toca = [uno for uno in _cercanos(calendario.sumar(hoy, ANTES)) if toca_recordar(uno, hoy, calendario)]
    Compromiso.objects.filter(pk__in=[uno.pk for uno in toca]).update(recordado_en=ahora)
    de_la_entidad = [uno for uno in toca if uno.responsable is None and uno.responsable_correo]
    return [
        *_al_equipo([uno for uno in toca if uno.responsable], ahora, hoy),
        *(correos.recordar_a_la_entidad(uno, ahora, hoy) for uno in de_la_entidad),
    ]


def toca_recordar(compromiso: Compromiso, hoy: date, calendario: Calendario) -> bool:
    """True when it is at a stage of which nobody was told yet; who has just agreed or moved it knows."""
    vence = compromiso.vence_el
    sabe = timezone.localdate(compromiso.recordado_en or compromiso.creado_en)
    if hoy > vence:
        return sabe < vence or hoy - sabe >= UNA_SEMANA
    if hoy == vence:
        return sabe < hoy
    return calendario.contar(hoy, vence) <= ANTES and calendario.contar(sabe, vence) > ANTES


def _cercanos(hasta: date) -> list[Compromiso]:
    """Pending ones due until a day, with what a mail tells."""
    proximos = Compromiso.objects.pendientes().filter(vence_el__lte=hasta)
    return list(proximos.select_related("sesion__dependencia__padre", "responsable__usuario"))


def _al_equipo(compromisos: list[Compromiso], ahora: datetime, hoy: date) -> list[Mensaje]:
    if not compromisos:
        return []
    equipo = Equipo.leer(hoy)
    por_persona: dict[int, list[Compromiso]] = defaultdict(list)
    for uno in compromisos:
        for quien in _quienes(uno, equipo):
            por_persona[quien.pk].append(uno)
    return [
        correos.recordar_al_equipo(equipo.personas[quien].usuario, suyos, ahora, hoy)
        for quien, suyos in por_persona.items()
    ]


def _quienes(compromiso: Compromiso, equipo: Equipo) -> list[Funcionario]:
    presente = equipo.presente(compromiso.responsable_id)
    return [presente] if presente else equipo.jefes(compromiso.sesion.dependencia_id)
