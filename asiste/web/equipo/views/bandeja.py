"""What a person has to do today."""

from datetime import date
from typing import Any

from django.http import HttpResponse
from django.utils import timezone
from django.views.decorators.http import require_safe

from asiste.solicitudes import alcance, permisos
from asiste.solicitudes.models import TemaSolicitud, Vista
from asiste.solicitudes.plazo import calendario_de
from asiste.web.equipo import listas
from asiste.web.equipo.acceso import Peticion, fila_de, funcionario_de, solo_equipo
from asiste.web.equipo.carga import carga_del_equipo, por_estado
from asiste.web.equipo.marco import mostrar
from asiste.web.equipo.permisos import toma_de_la_fila
from asiste.web.equipo.seleccion import barra_de, lista_de
from asiste.web.interfaz.paginas import paginar


@require_safe
@solo_equipo
def bandeja(request: Peticion) -> HttpResponse:
    """My cases by due date, or those of the team (`?vista=equipo`; for who has no line, from the start)."""
    hoy = timezone.localdate()
    lista = lista_de(request.user, Vista.Pagina.BANDEJA, request.GET, hoy)
    casos = listas.con_borrador(listas.por_vencimiento(listas.para_lista(lista.casos)), request.user)
    pagina = paginar(casos, listas.ORDEN_DE_VENCIMIENTO, request.GET)
    esperan = list(listas.para_lista(fila_de(request.user))[:4]) if toma_de_la_fila(request.user) else []
    calendario = calendario_de(hoy, [*pagina.filas, *esperan])
    contexto = {
        "filtros": lista.filtros,
        "mias": lista.mias,
        "pagina": pagina,
        "grupos": listas.agrupar(listas.con_plazo(pagina.filas, calendario, hoy), hoy),
        "por_estado": por_estado(lista.visibles, hoy),
        "turno": listas.turno_de(esperan, calendario, hoy),
        **barra_de(request.user, lista),
        **_cabeza(request, hoy),
    }
    return mostrar(request, "equipo/bandeja.html", contexto)


def _cabeza(request: Peticion, hoy: date) -> dict[str, Any]:
    """What goes first: the load of the people of who directs, and the topics that others wait for."""
    usuario = request.user
    funcionario = funcionario_de(usuario)
    carga = carga_del_equipo(usuario, hoy) if permisos.puede_repartir(usuario) else []
    return {
        "carga": carga,
        "vencidas": sum(una.vencidas for una in carga),
        "sin_asesor": sum(una.abiertas for una in carga if una.persona is None),
        "yo": funcionario.pk if funcionario else None,
        "encargados": TemaSolicitud.objects.por_responder(alcance.personas_de(usuario))[:10],
    }
