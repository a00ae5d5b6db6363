"""The plan of an entity: its page, its beginning and who carries it."""

from typing import Any

from django.http import HttpResponse
from django.utils import timezone
from django.views.decorators.http import require_safe

from asiste.archivo import acciones, lectura, permisos
from asiste.archivo.avance import avance_de
from asiste.archivo.enlaces import enlaces_de
from asiste.archivo.indicadores.resumen import resumen_de
from asiste.web.equipo.acceso import Peticion, exigir, funcionario_de, solo_equipo
from asiste.web.equipo.archivo.acceso import plan_a_cargo, plan_de
from asiste.web.equipo.archivo.acciones import acciones_del_plan
from asiste.web.equipo.archivo.forms.planes import DatosPlanForm, PlanForm
from asiste.web.equipo.envio import abrir_y_enviar, hecho, recibido, resolver
from asiste.web.equipo.forms.entidades import sugeridas
from asiste.web.equipo.marco import mostrar

ACCION = "equipo/archivo/accion.html"


@require_safe
@solo_equipo
def plan(request: Peticion, numero: int) -> HttpResponse:
    """The plan: what was learnt before, its lines, its agreement and what happened to it."""
    elegido = plan_de(request.user, numero)
    lineas = lectura.lineas_para_el_equipo(elegido)
    contexto = {
        "plan": elegido,
        "lineas": lineas,
        "avance": avance_de(lineas),
        "retiradas": lectura.retiradas_de(elegido),
        "pasos": lectura.pasos_de(elegido),
        "enlaces": enlaces_de(elegido.entidad, timezone.localdate()),
        "indicadores": resumen_de(elegido.entidad),
        "acciones": acciones_del_plan(request.user, elegido),
        "prepara": permisos.puede_preparar(request.user),
    }
    return mostrar(request, "equipo/archivo/plan.html", contexto)


@abrir_y_enviar
@solo_equipo
def nuevo(request: Peticion) -> HttpResponse:
    """Begins the plan of an entity, which the address may name by its initials or name in `entidad`."""
    exigir(permisos.puede_preparar(request.user))
    propio = funcionario_de(request.user)
    inicial = {
        "entidad": request.GET.get("entidad", ""),
        "vigencia": request.GET.get("vigencia") or timezone.localdate().year,
        "asesor": propio.pk if propio else None,
        "retomar": True,
    }
    form = PlanForm(initial=inicial, **recibido(request))

    def crear(datos: dict[str, Any]) -> HttpResponse:
        creado = acciones.crear_plan(**datos, autor=request.user, ahora=timezone.now())
        listo = f"Empezó el plan {creado.vigencia} de {creado.entidad.corto}: agregue sus líneas de acción."
        return hecho(request, listo, "equipo:plan-focalizado", str(creado.pk))

    return resolver(request, form, crear, "equipo/archivo/plan_nuevo.html", entidades=sugeridas())


@abrir_y_enviar
@solo_equipo
def datos(request: Peticion, numero: int) -> HttpResponse:
    """Another adviser and, until it is proposed, another purpose."""
    elegido = plan_a_cargo(request.user, numero)
    form = DatosPlanForm(plan=elegido, **recibido(request))

    def guardar(escrito: dict[str, Any]) -> HttpResponse:
        acciones.guardar_datos(plan=elegido, **{"proposito": elegido.proposito} | escrito)
        return hecho(request, "Los datos quedaron guardados.", "equipo:plan-focalizado", str(numero))

    textos = {"nombre": "Asesor y propósito", "intro": "Quién lleva el plan y qué busca.", "boton": "Guardar"}
    return resolver(request, form, guardar, ACCION, plan=elegido, linea=None, **textos)
