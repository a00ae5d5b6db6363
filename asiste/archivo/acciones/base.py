"""What every change of a plan needs: the locked plan, in the state it must be, and what is written of it."""

from datetime import datetime

from asiste.archivo.models import LineaAccion, PasoPlan, PlanFocalizado
from asiste.archivo.retrato import retratar
from asiste.cuentas.models import Usuario
from asiste.solicitudes.acciones import ReglaIncumplida


def bloquear_plan(plan: PlanFocalizado) -> PlanFocalizado:
    """The plan as it is in the database, locked until the transaction ends."""
    bloqueados = PlanFocalizado.objects.select_for_update(of=("self",)).con_nombres()
    bloqueado: PlanFocalizado = bloqueados.get(pk=plan.pk)
    return bloqueado


def bloquear_en_preparacion(plan: PlanFocalizado) -> PlanFocalizado:
    """The same. Raises `ReglaIncumplida` when the entity is reading it, or it is closed or discarded."""
    bloqueado = bloquear_plan(plan)
    exigir_sin_terminar(bloqueado)
    if bloqueado.por_responder:
        raise ReglaIncumplida("La entidad está leyendo la propuesta: retírela antes de cambiarla.")
    return bloqueado


def exigir_sin_terminar(plan: PlanFocalizado) -> None:
    """Raises `ReglaIncumplida` when it is closed or discarded."""
    if plan.terminado:
        raise ReglaIncumplida(f"El plan ya está {plan.get_estado_display().lower()}: no se cambia.")


def bloquear_linea(linea: LineaAccion) -> LineaAccion:
    """The line as it is, with its plan locked. Raises `ReglaIncumplida` if it is no longer there."""
    plan = bloquear_plan(linea.plan)
    actual = LineaAccion.objects.filter(pk=linea.pk).first()
    if actual is None:
        raise ReglaIncumplida("Alguien quitó esa línea del plan.")
    actual.plan = plan
    return actual


def bloquear_en_curso(linea: LineaAccion) -> LineaAccion:
    """The same. Raises `ReglaIncumplida` unless the plan is agreed and not closed, and the line is in it."""
    actual = bloquear_linea(linea)
    if not actual.plan.en_marcha:
        raise ReglaIncumplida(f"El plan está {actual.plan.get_estado_display().lower()}: sus líneas no avanzan.")
    if not actual.en_curso:
        raise ReglaIncumplida(f"La línea está {actual.get_situacion_display().lower()}: no avanza.")
    return actual


def asentar(*, plan: PlanFocalizado, tipo: PasoPlan.Tipo, autor: Usuario, ahora: datetime, texto: str = "") -> PasoPlan:
    """Writes what happened to the plan, with its lines as they are now."""
    return PasoPlan.objects.create(
        plan=plan,
        tipo=tipo,
        version=plan.version,
        texto=texto,
        lineas=[retratar(linea) for linea in plan.lineas.vivas().en_orden()],
        autor=autor,
        momento=ahora,
    )
