"""The plan or the line that an address names, inside what the person may see or do."""

from django.shortcuts import get_object_or_404

from asiste.archivo import alcance, permisos
from asiste.archivo.models import LineaAccion, PlanFocalizado
from asiste.cuentas.models import Usuario
from asiste.web.equipo.acceso import exigir

DEL_PLAN = ("plan__entidad__sector", "plan__dependencia__padre", "plan__asesor__usuario")


def plan_de(usuario: Usuario, numero: int) -> PlanFocalizado:
    """The plan with that number, for who sees the plans; else Http404."""
    plan: PlanFocalizado = get_object_or_404(alcance.planes_del_equipo(usuario).con_nombres(), pk=numero)
    return plan


def plan_a_cargo(usuario: Usuario, numero: int) -> PlanFocalizado:
    """The same, for who carries it; else PermissionDenied."""
    plan = plan_de(usuario, numero)
    exigir(permisos.puede_llevar(usuario, plan))
    return plan


def linea_de(usuario: Usuario, numero: int) -> LineaAccion:
    """The line with that number, for who sees the plans; else Http404."""
    visibles = alcance.lineas_del_equipo(usuario).en_orden().select_related("tema__padre", *DEL_PLAN)
    linea: LineaAccion = get_object_or_404(visibles, pk=numero)
    return linea


def linea_a_cargo(usuario: Usuario, numero: int) -> LineaAccion:
    """The same, for who carries its plan; else PermissionDenied."""
    linea = linea_de(usuario, numero)
    exigir(permisos.puede_llevar(usuario, linea.plan))
    return linea
