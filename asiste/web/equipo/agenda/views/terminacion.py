"""Finishing a session, with what is missing and what will come of each request in sight."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.utils import timezone

from asiste.agenda import acciones
from asiste.agenda.cierre import SE_EVIDENCIAN, impedimento, informe_aprobado
from asiste.agenda.models import Sesion
from asiste.cuentas.models import Usuario
from asiste.web.equipo.acceso import Peticion, solo_equipo
from asiste.web.equipo.agenda.acceso import sesion_a_cargo
from asiste.web.equipo.envio import abrir_y_enviar, hecho, recibido, resolver
from asiste.web.equipo.expediente import Requisito
from asiste.web.equipo.forms.tramite import ConfirmacionForm


@abrir_y_enviar
@solo_equipo
def terminar(request: Peticion, numero: int) -> HttpResponse:
    """The session was held: it is marked, and its requests are attended."""
    sesion = sesion_a_cargo(request.user, numero)

    def cerrar(_datos: dict[str, Any]) -> HttpResponse:
        efectos = acciones.terminar(sesion=sesion, autor=request.user, ahora=timezone.now())
        for efecto in efectos:
            if efecto.porque:
                messages.warning(request, f"{efecto.solicitud} no quedó atendida. {efecto.porque}")
        atendidas = [str(efecto.solicitud) for efecto in efectos if not efecto.porque]
        tambien = f" Se atendió: {', '.join(atendidas)}." if atendidas else ""
        return hecho(request, f"La sesión quedó realizada.{tambien}", "equipo:sesion", str(sesion.pk))

    requisitos = requisitos_de(sesion)
    contexto = {
        "sesion": sesion,
        "requisitos": requisitos,
        "completa": all(requisito.cumple for requisito in requisitos),
        "efectos": efectos_de(sesion, request.user),
    }
    form = ConfirmacionForm(**recibido(request))
    return resolver(request, form, cerrar, "equipo/agenda/asistencia/terminar.html", **contexto)


def requisitos_de(sesion: Sesion) -> list[Requisito]:
    """What finishing needs, and whether it is there."""
    cuantas = sesion.asistencias.validas().count()
    de_la_visita = [Requisito("Informe técnico de la visita, aprobado", informe_aprobado(sesion))]
    return [
        Requisito("Que la sesión haya empezado", timezone.now() >= sesion.inicia),
        Requisito(f"Lista de asistencia: {cuantas} persona{'' if cuantas == 1 else 's'}", cuantas > 0),
        *(de_la_visita if sesion.es_visita else []),
    ]


def efectos_de(sesion: Sesion, usuario: Usuario) -> list[tuple[acciones.Efecto, bool]]:
    """What will come of each request, and whether it gets the evidence."""
    suyas = sesion.solicitudes.select_related("asesor__usuario", "entidad").order_by("recibida_en", "id")
    return [(acciones.Efecto(una, impedimento(una, usuario)), una.estado in SE_EVIDENCIAN) for una in suyas]
