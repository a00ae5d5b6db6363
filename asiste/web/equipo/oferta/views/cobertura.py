"""Coverage of a year: the matrix, and what is behind each cell."""

from typing import Any

from django.db.models import QuerySet
from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.utils import timezone
from django.views.decorators.http import require_safe

from asiste.agenda.models import Sesion
from asiste.agenda.models.sesion import SesionQuerySet
from asiste.directorio.models import Entidad
from asiste.oferta.consultas.ambito import Ambito
from asiste.oferta.consultas.matriz import matriz_de, nunca_asistidas
from asiste.portafolio.models import Tema
from asiste.solicitudes.models import TemaSolicitud
from asiste.solicitudes.models.consultas import SolicitudQuerySet
from asiste.web.equipo import listas
from asiste.web.equipo.acceso import Peticion, solo_equipo
from asiste.web.equipo.marco import mostrar
from asiste.web.equipo.oferta.acceso import pedido
from asiste.web.equipo.oferta.forms.cobertura import CoberturaForm
from asiste.web.interfaz.paginas import paginar

ORDEN = ("nombre", "id")


def cobertura_pedida(request: Peticion) -> tuple[dict[str, Any], Ambito]:
    """What the page is about, by the conditions of its address."""
    return pedido(request, CoberturaForm(request.GET, timezone.localdate().year))


def entidades_pedidas(filtros: CoberturaForm, ambito: Ambito) -> QuerySet[Entidad]:
    """The active entities that the conditions ask for."""
    entidades = Entidad.objects.activas()
    if sector := filtros.pedido("sector"):
        entidades = entidades.filter(sector=sector)
    return nunca_asistidas(ambito, entidades) if filtros.pedido("ver") else entidades


@require_safe
@solo_equipo
def cobertura(request: Peticion) -> HttpResponse:
    """Each entity by each topic: sessions it came to and requests of it that were attended."""
    contexto, ambito = cobertura_pedida(request)
    entidades = entidades_pedidas(contexto["filtros"], ambito)
    matriz = matriz_de(ambito, entidades)
    pagina = paginar(entidades, ORDEN, request.GET)
    total, sin_asistencia = entidades.count(), nunca_asistidas(ambito, entidades).count()
    contexto |= {
        "pagina": pagina,
        "matriz": matriz,
        "columnas": list(zip(matriz.temas, matriz.alcanzadas(), strict=True)),
        "filas": matriz.filas(pagina.filas),
        "total": total,
        "sin_asistencia": sin_asistencia,
        "asistidas": total - sin_asistencia,
    }
    return mostrar(request, "equipo/oferta/cobertura.html", contexto)


@require_safe
@solo_equipo
def celda(request: Peticion, entidad: str, tema: str) -> HttpResponse:
    """The sessions and the requests behind a cell that the person sees, and how many more there are."""
    contexto, ambito = cobertura_pedida(request)
    elegida = get_object_or_404(Entidad, clave=entidad)
    asunto = get_object_or_404(ambito.temas, clave=tema)
    sesiones, casos = _detras(ambito.visto_por(request.user), elegida, asunto)
    contexto |= {
        "entidad": elegida,
        "tema": asunto,
        "sesiones": sesiones.con_nombres().order_by("-inicia", "-id"),
        "pagina": paginar(listas.para_lista(casos), listas.ULTIMAS_PRIMERO, request.GET),
        "ajenas": sum(todo.count() for todo in _detras(ambito, elegida, asunto)) - sesiones.count() - casos.count(),
    }
    return mostrar(request, "equipo/oferta/celda.html", contexto)


def _detras(ambito: Ambito, entidad: Entidad, tema: Tema) -> tuple[SesionQuerySet, SolicitudQuerySet]:
    """Sessions the entity came to, and requests of it attended, on that topic."""
    asistencias = ambito.asistencias.filter(entidad=entidad, sesion__temas=tema)
    casos = TemaSolicitud.objects.filter(tema=tema).values("solicitud")
    atendidas = ambito.atendidas.filter(entidad=entidad, pk__in=casos)
    return Sesion.objects.filter(pk__in=asistencias.values("sesion")), atendidas
