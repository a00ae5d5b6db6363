"""Repeating a session."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.http import HttpResponse
from django.template.defaultfilters import pluralize
from django.utils import timezone

from asiste.agenda import acciones
from asiste.agenda.choques import Ocupaciones
from asiste.agenda.models import Sesion
from asiste.agenda.repeticiones import Fecha
from asiste.cuentas.models import Usuario
from asiste.oferta.acciones import repetir_sesion
from asiste.web.equipo.acceso import Peticion, solo_equipo
from asiste.web.equipo.agenda.acceso import sesion_a_cargo
from asiste.web.equipo.agenda.forms.series import RepeticionForm
from asiste.web.equipo.agenda.previa import Impedimento, calendario_entre, mostrables, por_que_no_es_habil
from asiste.web.equipo.envio import abrir_y_enviar, hecho, recibido, resolver
from asiste.web.equipo.marco import mostrar

PLANTILLA = "equipo/agenda/repeticion.html"


@dataclass(frozen=True, slots=True)
class Propuesta:
    """A day for a new session: why it was moved, and what is in its way."""

    fecha: Fecha
    porque: str
    impedimentos: list[Impedimento]


@abrir_y_enviar
@solo_equipo
def repeticion(request: Peticion, numero: int) -> HttpResponse:
    """The same session on other days: first which days and what is in the way, then, confirmed, all at once."""
    sesion = sesion_a_cargo(request.user, numero)
    form = RepeticionForm(sesion, **recibido(request))

    def repetir(_datos: dict[str, Any]) -> HttpResponse:
        plan = _planear(request.user, sesion, form.fechas)
        dias = _elegidos(request, plan)
        if "crear" in request.POST and dias:
            return _crear(request, sesion, form, dias)
        if "crear" in request.POST:
            form.add_error(None, "Marque al menos un día.")
        return mostrar(request, PLANTILLA, {"form": form, "sesion": sesion, "plan": plan})

    return resolver(request, form, repetir, PLANTILLA, sesion=sesion, plan=None)


def _crear(request: Peticion, sesion: Sesion, form: RepeticionForm, dias: list[date]) -> HttpResponse:
    nuevas = repetir_sesion(
        sesion=sesion,
        dias=dias,
        serie=form.nombre_de_serie(),
        copia=form.copia(),
        autor=request.user,
        ahora=timezone.now(),
    )
    cuantas = len(nuevas)
    listo = f"Se program{pluralize(cuantas, 'ó,aron')} {cuantas} sesi{pluralize(cuantas, 'ón,ones')}."
    return hecho(request, listo, "equipo:sesion", str(nuevas[0].pk))


def _elegidos(request: Peticion, plan: list[Propuesta]) -> list[date]:
    """The days that were marked, of those proposed."""
    marcados = set(request.POST.getlist("dias"))
    return [una.fecha.dia for una in plan if una.fecha.dia.isoformat() in marcados]


def _planear(usuario: Usuario, sesion: Sesion, fechas: list[Fecha]) -> list[Propuesta]:
    """Each day with what is known of it. As many queries for one day as for fifty."""
    personas = acciones.encargados_de(sesion)
    horas = [acciones.horas_en(sesion, fecha.dia) for fecha in fechas]
    ocupaciones = Ocupaciones(personas, horas[0][0], horas[-1][1])
    choques = [ocupaciones.entre(*una) for una in horas]
    vistos = iter(mostrables(usuario, [uno for suyos in choques for uno in suyos]))
    calendario = calendario_entre(fechas[0].pensada, fechas[-1].dia)
    return [
        Propuesta(
            fecha,
            por_que_no_es_habil(fecha.pensada, calendario) if fecha.movida else "",
            [next(vistos) for _ in suyos],
        )
        for fecha, suyos in zip(fechas, choques, strict=True)
    ]
