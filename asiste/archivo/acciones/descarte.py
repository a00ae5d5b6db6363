"""Leaving a plan that was never agreed, so that it does not stand in the way of another one."""

from datetime import datetime

from django.db import transaction
from django.utils import timezone

from asiste.archivo import correos
from asiste.archivo.acciones.base import asentar, bloquear_plan
from asiste.archivo.enlaces import enlaces_de
from asiste.archivo.models import PasoPlan, PlanFocalizado
from asiste.cuentas.models import Usuario
from asiste.solicitudes.acciones import ReglaIncumplida
from asiste.solicitudes.acciones.base import exigir_texto

CAMPOS = ["estado", "descartado_en", "descarte", "anterior"]


@transaction.atomic
def descartar(*, plan: PlanFocalizado, motivo: str, autor: Usuario, ahora: datetime) -> PlanFocalizado:
    """Leaves it with its reason, which the entity is told if it had been proposed; another one may take its year.

    The one before is let go, to be the start of that other. Raises `ReglaIncumplida` without a reason, or once agreed.
    """
    plan = bloquear_plan(plan)
    if not plan.nunca_acordado:
        raise ReglaIncumplida(f"El plan está {plan.get_estado_display().lower()}: no se descarta.")
    plan.descarte = exigir_texto(motivo, "Escriba por qué se descarta.")
    plan.estado, plan.descartado_en, plan.anterior = PlanFocalizado.Estado.DESCARTADO, ahora, None
    plan.save(update_fields=CAMPOS)
    paso = asentar(plan=plan, tipo=PasoPlan.Tipo.DESCARTADO, autor=autor, ahora=ahora, texto=plan.descarte)
    if plan.version:
        correos.avisar_a_la_entidad(paso, enlaces_de(plan.entidad, timezone.localdate(ahora)), ahora)
    return plan
