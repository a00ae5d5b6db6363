"""An activity of a plan: what it is, whom it has reached, and its changes."""

from typing import Any

from django.http import HttpResponse
from django.utils import timezone
from django.views.decorators.http import require_safe

from asiste.oferta import acciones, permisos
from asiste.oferta.consultas.cobertura import cobertura_de
from asiste.oferta.consultas.ejecucion import ejecucion_de
from asiste.oferta.models import Actividad, Plan
from asiste.oferta.retrato import meses_en_palabras, publico_en_palabras
from asiste.web.equipo.acceso import Peticion, exigir, solo_equipo
from asiste.web.equipo.envio import abrir_y_enviar, hecho, recibido, resolver
from asiste.web.equipo.marco import mostrar
from asiste.web.equipo.oferta.acceso import actividad_de, plan_de
from asiste.web.equipo.oferta.forms.actividades import ActividadForm, RetiroForm


@require_safe
@solo_equipo
def actividad(request: Peticion, numero: int) -> HttpResponse:
    """All there is about an activity."""
    elegida = actividad_de(request.user, numero)
    contexto = {
        "actividad": elegida,
        "plan": elegida.plan,
        "fila": ejecucion_de([elegida], timezone.localdate())[0],
        "temas": elegida.temas.order_by("orden", "id"),
        "publico": publico_en_palabras(elegida.publico),
        "meses": meses_en_palabras(elegida.meses),
        "cobertura": cobertura_de(elegida),
        "sesiones": elegida.sesiones.con_nombres().order_by("inicia", "id"),
        "cambios": elegida.cambios.select_related("autor").order_by("-version"),
        "cambia": permisos.puede_cambiar(request.user, elegida),
        "programa": permisos.puede_programar(request.user, elegida),
    }
    return mostrar(request, "equipo/oferta/actividad.html", contexto)


@abrir_y_enviar
@solo_equipo
def nueva(request: Peticion, numero: int) -> HttpResponse:
    """Adds an activity to a plan."""
    plan = plan_de(request.user, numero)
    exigir(permisos.puede_proponer(request.user, plan))
    return _escribir(request, plan, None)


@abrir_y_enviar
@solo_equipo
def cambio(request: Peticion, numero: int) -> HttpResponse:
    """Changes an activity; once the plan is approved, with its reason."""
    elegida = actividad_de(request.user, numero)
    exigir(permisos.puede_cambiar(request.user, elegida))
    return _escribir(request, elegida.plan, elegida)


@abrir_y_enviar
@solo_equipo
def retiro(request: Peticion, numero: int) -> HttpResponse:
    """Takes an activity out of the plan, where it can still be read."""
    elegida = actividad_de(request.user, numero)
    exigir(permisos.puede_cambiar(request.user, elegida))
    form = RetiroForm(plan=elegida.plan, **recibido(request))

    def retirar(datos: dict[str, Any]) -> HttpResponse:
        acciones.retirar(actividad=elegida, motivo=datos.get("motivo", ""), autor=request.user, ahora=timezone.now())
        return hecho(request, f"«{elegida}» se retiró del plan.", "equipo:plan", str(elegida.plan_id))

    return resolver(request, form, retirar, "equipo/oferta/retiro.html", actividad=elegida, plan=elegida.plan)


def _escribir(request: Peticion, plan: Plan, elegida: Actividad | None) -> HttpResponse:
    form = ActividadForm(plan=plan, actividad=elegida, **recibido(request))

    def guardar(datos: dict[str, Any]) -> HttpResponse:
        comunes = {
            "datos": form.datos(),
            "motivo": datos.get("motivo", ""),
            "autor": request.user,
            "ahora": timezone.now(),
        }
        if elegida:
            acciones.cambiar(actividad=elegida, **comunes)
            return hecho(request, "Los cambios quedaron en el plan.", "equipo:actividad", str(elegida.pk))
        agregada = acciones.agregar(plan=plan, **comunes)
        return hecho(request, f"«{agregada}» quedó en el plan.", "equipo:actividad", str(agregada.pk))

    return resolver(request, form, guardar, "equipo/oferta/actividad_formulario.html", plan=plan, actividad=elegida)
