"""What each person reaches of the focalised assistance of its entities."""

from django.shortcuts import get_object_or_404

from asiste.archivo.alcance import lineas_de_entidad, planes_de_entidad
from asiste.archivo.models import LineaAccion, PlanFocalizado
from asiste.cuentas.models import Usuario


def plan_de(usuario: Usuario, numero: int) -> PlanFocalizado:
    """The plan with that number among those proposed to the person's entities; else Http404."""
    plan: PlanFocalizado = get_object_or_404(planes_de_entidad(usuario).con_nombres(), pk=numero)
    return plan


def linea_de(usuario: Usuario, numero: int) -> LineaAccion:
    """The agreed line with that number in one of those plans; else Http404."""
    suyas = (
        lineas_de_entidad(usuario).en_orden().select_related("tema__padre", "plan__entidad", "plan__asesor__usuario")
    )
    linea: LineaAccion = get_object_or_404(suyas, pk=numero)
    return linea
