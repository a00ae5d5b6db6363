"""The life of a plan: proposed to its entity, taken back, left, closed."""

from typing import Any

from django.http import HttpResponse
from django.utils import timezone

from asiste.archivo import acciones
from asiste.archivo.enlaces import enlaces_de
from asiste.web.equipo.acceso import Peticion, solo_equipo
from asiste.web.equipo.archivo.acceso import plan_a_cargo
from asiste.web.equipo.archivo.forms.acuerdo import DescarteForm, RetomaForm
from asiste.web.equipo.archivo.forms.planes import CierreForm
from asiste.web.equipo.envio import abrir_y_enviar, hecho, recibido, resolver
from asiste.web.equipo.forms.tramite import ConfirmacionForm

ACCION = "equipo/archivo/accion.html"


@abrir_y_enviar
@solo_equipo
def propuesta(request: Peticion, numero: int) -> HttpResponse:
    """Sends the plan, or its changes, to the contacts of the entity."""
    plan = plan_a_cargo(request.user, numero)

    def proponer(_datos: dict[str, Any]) -> HttpResponse:
        acciones.proponer(plan=plan, autor=request.user, ahora=timezone.now())
        listo = f"Le enviamos la propuesta a {plan.entidad.corto}: puede aceptarla o pedir cambios."
        return hecho(request, listo, "equipo:plan-focalizado", str(numero))

    quienes = enlaces_de(plan.entidad, timezone.localdate())
    form = ConfirmacionForm(**recibido(request))
    return resolver(request, form, proponer, "equipo/archivo/propuesta.html", plan=plan, enlaces=quienes)


@abrir_y_enviar
@solo_equipo
def retoma(request: Peticion, numero: int) -> HttpResponse:
    """Takes the proposal back, to go on preparing it."""
    plan = plan_a_cargo(request.user, numero)

    def retomar(datos: dict[str, Any]) -> HttpResponse:
        acciones.retomar(plan=plan, **datos, autor=request.user, ahora=timezone.now())
        return hecho(request, "La propuesta volvió a preparación.", "equipo:plan-focalizado", str(numero))

    textos = {
        "nombre": "Retirar la propuesta",
        "intro": "La entidad deja de poder aceptarla hasta que la proponga otra vez. Lo ya acordado sigue igual.",
        "boton": "Retirar la propuesta",
    }
    return resolver(request, RetomaForm(**recibido(request)), retomar, ACCION, plan=plan, linea=None, **textos)


@abrir_y_enviar
@solo_equipo
def descarte(request: Peticion, numero: int) -> HttpResponse:
    """Leaves a plan that was never agreed."""
    plan = plan_a_cargo(request.user, numero)

    def descartar(datos: dict[str, Any]) -> HttpResponse:
        acciones.descartar(plan=plan, **datos, autor=request.user, ahora=timezone.now())
        return hecho(request, "El plan quedó descartado.", "equipo:plan-focalizado", str(numero))

    textos = {
        "nombre": "Descartar el plan",
        "intro": f"No vuelve a abrirse. Después puede preparar otro plan de {plan.vigencia} para la entidad.",
        "boton": "Descartar",
    }
    return resolver(request, DescarteForm(**recibido(request)), descartar, ACCION, plan=plan, linea=None, **textos)


@abrir_y_enviar
@solo_equipo
def cierre(request: Peticion, numero: int) -> HttpResponse:
    """End of the cycle: what was learnt, and why what did not finish."""
    plan = plan_a_cargo(request.user, numero)
    form = CierreForm(faltan=acciones.sin_terminar(plan), **recibido(request))

    def cerrar(datos: dict[str, Any]) -> HttpResponse:
        porques, lecciones = form.porques(), datos["lecciones"]
        acciones.cerrar(plan=plan, lecciones=lecciones, porques=porques, autor=request.user, ahora=timezone.now())
        return hecho(request, "El ciclo quedó cerrado, con sus lecciones.", "equipo:plan-focalizado", str(numero))

    textos = {
        "nombre": f"Cerrar el ciclo {plan.vigencia}",
        "intro": "El plan cerrado no se cambia. El próximo empieza con estas lecciones y con lo que no terminó.",
        "boton": "Cerrar el ciclo",
    }
    return resolver(request, form, cerrar, ACCION, plan=plan, linea=None, **textos)
