"""What is told before a session is written: who cannot be there, and what is odd about its day."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date, datetime

from django.contrib import messages
from django.http import HttpRequest
from django.utils import timezone

from asiste.agenda.alcance import sesiones_del_equipo
from asiste.agenda.choques import Choque, choques_de
from asiste.agenda.models import Sesion
from asiste.calendario.dias import Calendario, FueraDelCalendario, es_fin_de_semana
from asiste.calendario.lectura import cargar
from asiste.cuentas.models import Usuario
from asiste.directorio.models import Funcionario
from asiste.web.interfaz.templatetags.interfaz import fecha

DIAS = ("lunes", "martes", "miércoles", "jueves", "viernes", "sábado", "domingo")


@dataclass(frozen=True, slots=True)
class Impedimento:
    """What is in the way, in words; `sesion` only for who may see it."""

    texto: str
    sesion: Sesion | None = None


def impedimentos(
    usuario: Usuario,
    personas: Collection[Funcionario],
    inicia: datetime,
    termina: datetime,
    *,
    menos: Sesion | None = None,
) -> list[Impedimento]:
    """What is in the way of a session at that hour. Three queries."""
    return mostrables(usuario, choques_de(personas, inicia, termina, menos=menos))


def mostrables(usuario: Usuario, choques: Collection[Choque]) -> list[Impedimento]:
    """What is in the way as this person may see it: the hour of any session, the name of the own ones."""
    numeros = [uno.sesion.pk for uno in choques if uno.sesion]
    visibles = set(sesiones_del_equipo(usuario).filter(pk__in=numeros).values_list("pk", flat=True)) if numeros else ()
    return [Impedimento(str(uno), uno.sesion if uno.sesion and uno.sesion.pk in visibles else None) for uno in choques]


def calendario_entre(desde: date, hasta: date) -> Calendario | None:
    """The business days of those years; None where their holidays are not known. One query."""
    try:
        return cargar(desde, hasta)
    except FueraDelCalendario:
        return None


def por_que_no_es_habil(dia: date, calendario: Calendario | None) -> str:
    """«sábado», or the name of the holiday or of the act; empty on a business day, or on one nobody knows about."""
    motivo = calendario.motivos.get(dia) if calendario else None
    if motivo:
        return motivo.nombre
    return DIAS[dia.weekday()] if es_fin_de_semana(dia) else ""


def advertir_de_los_dias(request: HttpRequest, dias: Iterable[date]) -> None:
    """Says, of sessions just called, what is odd about their days. One query for each day."""
    for dia in dias:
        if raro := raro_ese_dia(dia):
            messages.warning(request, f"{fecha(dia).capitalize()}: revise la sesión. {raro}")


def raro_ese_dia(dia: date) -> str:
    """Why one would doubt to call a session that day; empty when nothing is odd. One query."""
    if dia < timezone.localdate():
        return "Ese día ya pasó."
    porque = por_que_no_es_habil(dia, calendario_entre(dia, dia))
    return f"Ese día no es hábil: {porque}." if porque else ""
