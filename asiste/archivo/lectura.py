"""What each side reads of a plan."""

from asiste.archivo.models import LineaAccion, LineaQuerySet, PasoPlan, PlanFocalizado

AFUERA = LineaAccion.Situacion.RETIRADA


def lineas_para_el_equipo(plan: PlanFocalizado) -> list[LineaAccion]:
    """All but those taken out."""
    return list(plan.lineas.vivas().en_orden())


def lineas_para_la_entidad(plan: PlanFocalizado) -> list[LineaAccion]:
    """What was agreed and what is proposed to it; not what the team still prepares, or left."""
    vivas: LineaQuerySet = plan.lineas.vivas().en_orden()
    return list(vivas.en_curso() if plan.en_preparacion or plan.descartado else vivas)


def retiradas_de(plan: PlanFocalizado) -> list[LineaAccion]:
    """The lines that the entity agreed to take out."""
    return list(plan.lineas.filter(situacion=AFUERA).order_by("orden", "id"))


def pasos_de(plan: PlanFocalizado) -> list[PasoPlan]:
    """What happened to it, the last first."""
    return list(plan.pasos.select_related("autor").order_by("-id"))
