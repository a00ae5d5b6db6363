"""The plans, and each one as a list or as a year."""

from typing import Any

from django.http import HttpResponse
from django.utils import timezone
from django.views.decorators.http import require_safe

from asiste.oferta import acciones, alcance, permisos
from asiste.oferta.consultas.ejecucion import ejecucion_de, total_de
from asiste.oferta.models import Plan
from asiste.oferta.retrato import MESES
from asiste.web.equipo.acceso import Peticion, exigir, solo_equipo
from asiste.web.equipo.envio import abrir_y_enviar, hecho, recibido, resolver
from asiste.web.equipo.marco import mostrar
from asiste.web.equipo.oferta.acceso import plan_de
from asiste.web.equipo.oferta.forms.filtros import FiltroPlanForm
from asiste.web.equipo.oferta.forms.planes import PlanForm
from asiste.web.interfaz.paginas import paginar

ORDEN = ("-vigencia", "direccion__orden", "id")


@require_safe
@solo_equipo
def planes(request: Peticion) -> HttpResponse:
    """Plans of the direcciones of the person, the latest year first."""
    contexto = {
        "pagina": paginar(alcance.planes_del_equipo(request.user), ORDEN, request.GET),
        "planea": permisos.puede_planear(request.user),
    }
    return mostrar(request, "equipo/oferta/planes.html", contexto)


@abrir_y_enviar
@solo_equipo
def nuevo(request: Peticion) -> HttpResponse:
    """Begins a plan, empty or with the activities of the year before."""
    exigir(permisos.puede_planear(request.user))
    hoy = timezone.localdate()
    inicial = {"vigencia": hoy.year + 1, "direccion": alcance.direcciones_de(request.user).first()}
    form = PlanForm(usuario=request.user, initial=inicial, **recibido(request))

    def crear(datos: dict[str, Any]) -> HttpResponse:
        anteriores = Plan.objects.filter(direccion=datos["direccion"], vigencia__lt=datos["vigencia"])
        copia_de = anteriores.order_by("-vigencia").first() if datos.pop("copiar") else None
        creado = acciones.crear_plan(**datos, copia_de=copia_de, autor=request.user, ahora=timezone.now())
        return hecho(request, f"{creado}: en borrador.", "equipo:plan", str(creado.pk))

    return resolver(request, form, crear, "equipo/oferta/plan_nuevo.html")


@require_safe
@solo_equipo
def plan(request: Peticion, numero: int) -> HttpResponse:
    """The plan as a list or as a calendar of the year, with how it goes."""
    elegido = plan_de(request.user, numero)
    filas = ejecucion_de(elegido.actividades.en_orden().prefetch_related("temas"), timezone.localdate())
    filtros = FiltroPlanForm(request.GET, elegido)
    vistas = list(filtros.cumplen(filas))
    contexto = {
        "plan": elegido,
        "filtros": filtros,
        "filas": [fila for fila in vistas if not fila.actividad.retirada_en],
        "retiradas": [fila.actividad for fila in vistas if fila.actividad.retirada_en],
        "total": total_de(filas),
        "meses": MESES,
        "calendario": request.GET.get("vista") == "calendario",
        "propone": permisos.puede_proponer(request.user, elegido),
        "aprueba": permisos.puede_aprobar(request.user, elegido),
    }
    return mostrar(request, "equipo/oferta/plan.html", contexto)
