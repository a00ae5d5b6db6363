"""What every change of a plan needs: the locked plan and, once approved, the version with its reason."""

from datetime import datetime

from asiste.cuentas.models import Usuario
from asiste.oferta.models import Actividad, CambioPlan, Plan
from asiste.oferta.retrato import Retrato
from asiste.solicitudes.acciones import ReglaIncumplida
from asiste.solicitudes.acciones.base import exigir_texto


def bloquear_plan(plan: Plan) -> Plan:
    """The plan as it is in the database, locked until the transaction ends."""
    bloqueado: Plan = Plan.objects.select_for_update(of=("self",)).select_related("direccion").get(pk=plan.pk)
    return bloqueado


def exigir_en_marcha(actividad: Actividad) -> None:
    """Locks the plan. Raises `ReglaIncumplida` when it does not count sessions, or not for this activity."""
    if not bloquear_plan(actividad.plan).en_marcha:
        raise ReglaIncumplida("Solo se programa desde un plan aprobado y sin cerrar.")
    if actividad.retirada_en:
        raise ReglaIncumplida("La actividad ya se retiró del plan.")


def bloquear_abierto(plan: Plan) -> Plan:
    """The same. Raises `ReglaIncumplida` when it is closed."""
    bloqueado = bloquear_plan(plan)
    if not bloqueado.abierto:
        raise ReglaIncumplida("El plan ya está cerrado: no se cambia.")
    return bloqueado


def anotar_cambio(
    *, plan: Plan, actividad: Actividad, antes: Retrato, despues: Retrato, motivo: str, autor: Usuario, ahora: datetime
) -> None:
    """The version of an approved plan that a change makes, with what differs. A draft changes freely.

    Raises `ReglaIncumplida` without a reason.
    """
    if plan.en_borrador or antes == despues:
        return
    distintos = [campo for campo in {**antes, **despues} if antes.get(campo) != despues.get(campo)]
    motivo = exigir_texto(motivo, "El plan ya se aprobó: escriba por qué cambia.")
    plan.version += 1
    plan.save(update_fields=["version"])
    CambioPlan.objects.create(
        plan=plan,
        actividad=actividad,
        version=plan.version,
        motivo=motivo,
        antes={campo: antes[campo] for campo in distintos if campo in antes},
        despues={campo: despues[campo] for campo in distintos if campo in despues},
        autor=autor,
        momento=ahora,
    )
