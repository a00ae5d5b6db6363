"""Putting a line in a plan, changing it and taking it out."""

from typing import Any

from django.http import HttpResponse

from asiste.archivo import acciones
from asiste.archivo.models import LineaAccion, PlanFocalizado
from asiste.web.equipo.acceso import Peticion, solo_equipo
from asiste.web.equipo.archivo.acceso import linea_a_cargo, plan_a_cargo
from asiste.web.equipo.archivo.forms.lineas import LineaForm, RetiroForm, ejes_sugeridos
from asiste.web.equipo.envio import abrir_y_enviar, hecho, recibido, resolver
from asiste.web.equipo.forms.tramite import ConfirmacionForm

ACCION = "equipo/archivo/accion.html"


@abrir_y_enviar
@solo_equipo
def nueva(request: Peticion, numero: int) -> HttpResponse:
    """Adds a line, to be agreed."""
    return _escribir(request, plan_a_cargo(request.user, numero), None)


@abrir_y_enviar
@solo_equipo
def cambio(request: Peticion, numero: int) -> HttpResponse:
    """Changes a line that is not agreed."""
    linea = linea_a_cargo(request.user, numero)
    return _escribir(request, linea.plan, linea)


@abrir_y_enviar
@solo_equipo
def retiro(request: Peticion, numero: int) -> HttpResponse:
    """Takes out a line that is not agreed; of an agreed one, proposes so."""
    linea = linea_a_cargo(request.user, numero)
    form = RetiroForm(linea=linea, **recibido(request))

    def retirar(datos: dict[str, Any]) -> HttpResponse:
        queda = acciones.retirar_linea(linea=linea, **datos)
        listo = "Falta proponerlo a la entidad: la línea sigue hasta que acepte." if queda else f"«{linea}» se quitó."
        return hecho(request, listo, "equipo:plan-focalizado", str(linea.plan_id))

    acordada = "La entidad la acordó: sigue en marcha hasta que acepte retirarla, y no se pierde lo hecho."
    textos = {
        "nombre": "Proponer retirar la línea" if linea.en_curso else "Quitar la línea",
        "intro": acordada if linea.en_curso else "Todavía no se ha acordado.",
        "boton": "Proponer retirarla" if linea.en_curso else "Quitarla",
    }
    return resolver(request, form, retirar, ACCION, plan=linea.plan, linea=linea, **textos)


@abrir_y_enviar
@solo_equipo
def permanencia(request: Peticion, numero: int) -> HttpResponse:
    """Leaves in the plan a line whose withdrawal was going to be proposed."""
    linea = linea_a_cargo(request.user, numero)

    def conservar(_datos: dict[str, Any]) -> HttpResponse:
        acciones.conservar_linea(linea=linea)
        return hecho(request, f"«{linea}» sigue en el plan.", "equipo:plan-focalizado", str(linea.plan_id))

    textos = {"nombre": "Dejar la línea en el plan", "intro": "Ya no se propone retirarla.", "boton": "Dejarla"}
    form = ConfirmacionForm(**recibido(request))
    return resolver(request, form, conservar, ACCION, plan=linea.plan, linea=linea, **textos)


def _escribir(request: Peticion, plan: PlanFocalizado, linea: LineaAccion | None) -> HttpResponse:
    form = LineaForm(linea=linea, **recibido(request))

    def guardar(_datos: dict[str, Any]) -> HttpResponse:
        if linea:
            acciones.cambiar_linea(linea=linea, datos=form.datos())
        else:
            acciones.agregar_linea(plan=plan, datos=form.datos())
        return hecho(request, "La línea quedó guardada.", "equipo:plan-focalizado", str(plan.pk))

    return resolver(
        request, form, guardar, "equipo/archivo/linea_formulario.html", plan=plan, linea=linea, ejes=ejes_sugeridos()
    )
