"""A line of action: where it is in the cycle, with what evidence, and what happened."""

from django.http import HttpResponse
from django.views.decorators.http import require_safe

from asiste.agenda.alcance import sesiones_del_equipo
from asiste.archivo import permisos
from asiste.archivo.historia import casos_y_sesiones, historia_de
from asiste.solicitudes.alcance import solicitudes_del_equipo
from asiste.web.equipo.acceso import Peticion, solo_equipo
from asiste.web.equipo.archivo.acceso import linea_de
from asiste.web.equipo.archivo.acciones import acciones_de_linea
from asiste.web.equipo.marco import mostrar


@require_safe
@solo_equipo
def linea(request: Peticion, numero: int) -> HttpResponse:
    """All there is about a line."""
    elegida = linea_de(request.user, numero)
    hechos = historia_de(elegida)
    casos, sesiones = casos_y_sesiones(hechos)
    vistos = solicitudes_del_equipo(request.user).filter(pk__in=casos).values_list("pk", flat=True)
    vistas = sesiones_del_equipo(request.user).filter(pk__in=sesiones).values_list("pk", flat=True)
    contexto = {
        "linea": elegida,
        "plan": elegida.plan,
        "hechos": hechos,
        "ve_solicitudes": set(vistos),
        "ve_sesiones": set(vistas),
        "espacio": "equipo",
        "retira": elegida.plan.en_marcha and permisos.puede_llevar(request.user, elegida.plan),
        "acciones": acciones_de_linea(request.user, elegida),
    }
    return mostrar(request, "equipo/archivo/linea.html", contexto)
