"""The agenda: by month, by week and as a list."""

from typing import Any

from django.http import HttpResponse
from django.utils import timezone
from django.views.decorators.http import require_safe

from asiste.agenda import alcance, permisos
from asiste.web.equipo.acceso import Peticion, solo_equipo
from asiste.web.equipo.agenda.calendario import (
    Periodo,
    Vista,
    comienzo,
    dia_pedido,
    periodo_de,
    por_dias,
    semanas_de,
)
from asiste.web.equipo.agenda.forms.agenda import AgendaForm
from asiste.web.equipo.marco import mostrar
from asiste.web.interfaz.paginas import paginar

PRIMERO_LO_CERCANO, PRIMERO_LO_ULTIMO = ("inicia", "id"), ("-inicia", "-id")


@require_safe
@solo_equipo
def agenda(request: Peticion) -> HttpResponse:
    """Sessions of the person's tree. The address carries the view, the day and the conditions."""
    hoy = timezone.localdate()
    pedida = request.GET.get("vista", "")
    vista = Vista(pedida) if pedida in set(Vista) else Vista.MES
    periodo = periodo_de(vista, dia_pedido(request.GET.get("dia", ""), hoy))
    form = AgendaForm(request.GET, request.user)
    contexto = {
        "periodo": periodo,
        "hoy": hoy,
        "ahora": timezone.now(),
        "form": form,
        "programa": permisos.puede_programar(request.user),
        **(_lista(request, form, periodo) if vista == Vista.LISTA else _rejilla(request, form, periodo)),
    }
    return mostrar(request, "equipo/agenda/agenda.html", contexto)


def _rejilla(request: Peticion, form: AgendaForm, periodo: Periodo) -> dict[str, Any]:
    """A month or a week."""
    sesiones = form.filtrar(alcance.sesiones_del_equipo(request.user).con_nombres())
    semanas = semanas_de(periodo, sesiones)
    return {"semanas": semanas, "cuantas": sum(len(dia.sesiones) + dia.sobran for semana in semanas for dia in semana)}


def _lista(request: Peticion, form: AgendaForm, periodo: Periodo) -> dict[str, Any]:
    """From a day on; looking for words, those of any day, the last first."""
    sesiones = form.filtrar(alcance.sesiones_del_equipo(request.user).con_nombres())
    if form.texto:
        pagina = paginar(sesiones, PRIMERO_LO_ULTIMO, request.GET)
    else:
        pagina = paginar(sesiones.filter(termina__gt=comienzo(periodo.dia)), PRIMERO_LO_CERCANO, request.GET)
    return {"pagina": pagina, "dias": por_dias(pagina.filas), "cuantas": len(pagina.filas)}
