"""Who attends what: advisers by sector, entity and topic, and absences."""

from datetime import date
from typing import Any

from django.db.models import Q
from django.http import HttpResponse
from django.utils import timezone
from django.views.decorators.http import require_safe

from asiste.directorio.acciones import asignar_asesor, registrar_ausencia
from asiste.directorio.models import AsesorAsignado, Ausencia, Dependencia, Encargo, Entidad, Sector
from asiste.solicitudes import permisos
from asiste.web.equipo.acceso import Peticion, dependencias_visibles, exigir, funcionario_de, solo_equipo
from asiste.web.equipo.envio import abrir_y_enviar, hecho, recibido, resolver
from asiste.web.equipo.forms.directorio import AsignacionForm, AusenciaForm
from asiste.web.equipo.marco import mostrar


@require_safe
@solo_equipo
def reparto(request: Peticion) -> HttpResponse:
    """Allocation in force in an office of the tree and those under it, and absences to come."""
    oficinas = list(dependencias_visibles(request.user).exclude(tipo=Dependencia.Tipo.SUBSECRETARIA))
    oficina = _elegida(request, oficinas)
    contexto = {"oficinas": oficinas, "oficina": oficina, "reparte": permisos.puede_repartir(request.user)}
    if oficina:
        contexto |= _repartido(oficina, timezone.localdate())
    return mostrar(request, "equipo/reparto.html", contexto)


def _repartido(oficina: Dependencia, hoy: date) -> dict[str, Any]:
    """Who has each sector, entity and topic in the office and those under it; what nobody has; who is away."""
    arbol = Dependencia.objects.arbol(oficina)
    vigentes = AsesorAsignado.objects.vigentes(hoy).filter(dependencia__in=arbol)
    asignaciones = list(
        vigentes.select_related("asesor__usuario", "dependencia", "sector", "entidad", "tema").order_by("-desde", "-pk")
    )
    excepciones = [una for una in asignaciones if una.entidad_id]
    sin_sector = Entidad.objects.activas().filter(sector__isnull=True)
    ausencias = Ausencia.objects.filter(asesor__dependencia__in=arbol, hasta__gte=hoy)
    encargos = Encargo.objects.filter(Q(hasta__isnull=True) | Q(hasta__gte=hoy), dependencia__in=arbol)
    return {
        "sectores": [
            (sector, [una for una in asignaciones if una.sector_id == sector.pk])
            for sector in Sector.objects.order_by("orden", "pk")
        ],
        "excepciones": excepciones,
        "sin_sector": sin_sector.exclude(pk__in=[una.entidad_id for una in excepciones]),
        "por_tema": [una for una in asignaciones if una.tema_id],
        "ausencias": ausencias.select_related("asesor__usuario", "sustituto__usuario").order_by("desde", "pk"),
        "encargos_de_oficina": encargos.select_related("funcionario__usuario", "dependencia").order_by("desde", "pk"),
    }


def _elegida(request: Peticion, oficinas: list[Dependencia]) -> Dependencia | None:
    """The office asked for, else the person's own, else the first one."""
    funcionario = funcionario_de(request.user)
    propia = funcionario.dependencia_id if funcionario else None
    pedidas = [oficina for oficina in oficinas if oficina.clave == request.GET.get("dependencia")]
    propias = [oficina for oficina in oficinas if oficina.pk == propia]
    return next(iter([*pedidas, *propias, *oficinas]), None)


@abrir_y_enviar
@solo_equipo
def asignacion(request: Peticion) -> HttpResponse:
    """Gives a sector, an entity or a topic to an adviser; who had it stops having it."""
    exigir(permisos.puede_repartir(request.user))
    inicial = {**request.GET.dict(), "desde": timezone.localdate()}
    form = AsignacionForm(usuario=request.user, initial=inicial, **recibido(request))

    def asignar(datos: dict[str, Any]) -> HttpResponse:
        nueva = asignar_asesor(**datos)
        que = nueva.sector or nueva.entidad or nueva.tema
        return hecho(request, f"{nueva.asesor} atiende {que}.", "equipo:reparto")

    return resolver(request, form, asignar, "equipo/asignacion.html")


@abrir_y_enviar
@solo_equipo
def ausencia(request: Peticion) -> HttpResponse:
    """Days an adviser is away and who stands in."""
    exigir(permisos.puede_repartir(request.user))

    def registrar(datos: dict[str, Any]) -> HttpResponse:
        nueva = registrar_ausencia(**datos)
        return hecho(request, f"{nueva.sustituto} reemplaza a {nueva.asesor}.", "equipo:reparto")

    form = AusenciaForm(usuario=request.user, **recibido(request))
    return resolver(request, form, registrar, "equipo/ausencia.html")
