"""The end of a cycle: every line finished, or why not, and the lessons that the next one starts from."""

from collections.abc import Mapping
from datetime import datetime

from django.db import transaction
from django.utils import timezone

from asiste.archivo import correos
from asiste.archivo.acciones.base import asentar, bloquear_plan
from asiste.archivo.enlaces import enlaces_de
from asiste.archivo.models import Fase, LineaAccion, PasoPlan, PlanFocalizado
from asiste.cuentas.models import Usuario
from asiste.solicitudes.acciones import ReglaIncumplida
from asiste.solicitudes.acciones.base import exigir_texto

SIN_CAMBIOS = "Hay cambios sin acordar: propóngalos a la entidad o quítelos antes de cerrar."


@transaction.atomic
def cerrar(
    *, plan: PlanFocalizado, lecciones: str, porques: Mapping[int, str], autor: Usuario, ahora: datetime
) -> PlanFocalizado:
    """Ends the cycle; each unfinished line says why, by its id in `porques`.

    Raises `ReglaIncumplida` without lessons or a reason, or unless it is agreed and nothing is left to agree.
    """
    plan = bloquear_plan(plan)
    if not plan.en_marcha:
        raise ReglaIncumplida(f"El plan está {plan.get_estado_display().lower()}: no se puede cerrar.")
    if plan.lineas.vivas().exclude(situacion=LineaAccion.Situacion.ACORDADA).exists():
        raise ReglaIncumplida(SIN_CAMBIOS)
    for linea in sin_terminar(plan):
        linea.por_que_no = exigir_texto(porques.get(linea.pk, ""), f"Diga por qué no terminó «{linea}».")
        linea.save(update_fields=["por_que_no"])
    plan.lecciones = exigir_texto(lecciones, "Escriba qué se aprendió: el próximo ciclo empieza por ahí.")
    plan.estado, plan.cerrado_en = PlanFocalizado.Estado.CERRADO, ahora
    plan.save(update_fields=["estado", "cerrado_en", "lecciones"])
    paso = asentar(plan=plan, tipo=PasoPlan.Tipo.CERRADO, autor=autor, ahora=ahora, texto=plan.lecciones)
    correos.avisar_a_la_entidad(paso, enlaces_de(plan.entidad, timezone.localdate(ahora)), ahora)
    return plan


def sin_terminar(plan: PlanFocalizado) -> list[LineaAccion]:
    """Agreed lines that did not go round the cycle, in their order."""
    return list(plan.lineas.en_curso().exclude(fase=Fase.TERMINADA).order_by("orden", "id"))
