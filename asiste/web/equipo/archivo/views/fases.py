"""A line goes on to the next phase, or back to another."""

from typing import Any

from django.http import HttpResponse
from django.utils import timezone

from asiste.archivo import acciones
from asiste.web.equipo.acceso import Peticion, solo_equipo
from asiste.web.equipo.archivo.acceso import linea_a_cargo
from asiste.web.equipo.archivo.forms.lineas import AvanceForm, RegresoForm
from asiste.web.equipo.envio import abrir_y_enviar, hecho, recibido, resolver


@abrir_y_enviar
@solo_equipo
def avance(request: Peticion, numero: int) -> HttpResponse:
    """Leaves the phase with a conclusion; its evidence has to be there."""
    linea = linea_a_cargo(request.user, numero)

    def avanzar(datos: dict[str, Any]) -> HttpResponse:
        pasada = acciones.avanzar(linea=linea, **datos, autor=request.user, ahora=timezone.now())
        listo = "La línea terminó su ciclo." if pasada.terminada else f"La línea está en «{pasada.en_fase.label}»."
        return hecho(request, listo, "equipo:linea", str(numero))

    suya = linea.evidencias.validas().filter(fase=linea.fase).order_by("id")
    form = AvanceForm(linea=linea, **recibido(request))
    return resolver(request, form, avanzar, "equipo/archivo/fase.html", plan=linea.plan, linea=linea, evidencias=suya)


@abrir_y_enviar
@solo_equipo
def regreso(request: Peticion, numero: int) -> HttpResponse:
    """Goes back with its reason; what was done stays."""
    linea = linea_a_cargo(request.user, numero)

    def regresar(datos: dict[str, Any]) -> HttpResponse:
        pasada = acciones.regresar(linea=linea, **datos, autor=request.user, ahora=timezone.now())
        return hecho(request, f"La línea volvió a «{pasada.en_fase.label}».", "equipo:linea", str(numero))

    textos = {
        "nombre": "Regresar a otra fase",
        "intro": f"Está en «{linea.en_fase.label}». La evidencia y las conclusiones se conservan.",
        "boton": "Regresar",
    }
    form = RegresoForm(linea=linea, **recibido(request))
    return resolver(request, form, regresar, "equipo/archivo/accion.html", plan=linea.plan, linea=linea, **textos)
