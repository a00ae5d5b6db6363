"""Beginning the plan of an entity in a year, from where the cycle before ended. Disposición: 7.1.1-lineas-accion."""

from datetime import datetime

from django.db import transaction

from asiste.archivo.acciones.base import asentar, bloquear_plan, exigir_sin_terminar
from asiste.archivo.alcance import ARCHIVO
from asiste.archivo.models import Fase, LineaAccion, PasoPlan, PlanFocalizado
from asiste.cuentas.models import Usuario
from asiste.directorio.models import Entidad, Funcionario
from asiste.solicitudes.acciones import ReglaIncumplida


@transaction.atomic
def crear_plan(
    *,
    entidad: Entidad,
    vigencia: int,
    asesor: Funcionario,
    autor: Usuario,
    ahora: datetime,
    proposito: str = "",
    retomar: bool = True,
) -> PlanFocalizado:
    """A plan in preparation after the last one of the entity, whose unfinished lines it proposes if `retomar`.

    Raises `ReglaIncumplida` when the entity has a plan of that year or a later one, or the one before is not closed.
    """
    Entidad.objects.select_for_update().get(pk=entidad.pk)  # two people who begin it at once, one after the other
    anterior = PlanFocalizado.objects.en_pie().filter(entidad=entidad).order_by("-vigencia").first()
    _exigir_turno(entidad, vigencia, anterior)
    _exigir_del_archivo(asesor)
    plan = PlanFocalizado.objects.create(
        entidad=entidad,
        dependencia=asesor.dependencia,
        vigencia=vigencia,
        asesor=asesor,
        proposito=proposito.strip(),
        anterior=anterior,
    )
    if anterior and retomar:
        _retomar(anterior, plan)
    asentar(plan=plan, tipo=PasoPlan.Tipo.CREADO, autor=autor, ahora=ahora)
    return plan


@transaction.atomic
def guardar_datos(*, plan: PlanFocalizado, asesor: Funcionario, proposito: str) -> PlanFocalizado:
    """Another adviser and, while it is in preparation for the first time, another purpose. Raises `ReglaIncumplida`."""
    plan = bloquear_plan(plan)
    exigir_sin_terminar(plan)
    _exigir_del_archivo(asesor)
    plan.asesor, plan.dependencia = asesor, asesor.dependencia
    if plan.estado == PlanFocalizado.Estado.BORRADOR:
        plan.proposito = proposito.strip()
    plan.save(update_fields=["asesor", "dependencia", "proposito"])
    return plan


def _exigir_turno(entidad: Entidad, vigencia: int, anterior: PlanFocalizado | None) -> None:
    if anterior is None:
        return
    if anterior.vigencia >= vigencia:
        raise ReglaIncumplida(f"{entidad.corto} ya tiene un plan de {anterior.vigencia}.")
    if anterior.nunca_acordado:
        raise ReglaIncumplida(f"El plan de {anterior.vigencia} no se ha acordado: acuérdelo o descártelo antes.")
    if not anterior.cerrado:
        raise ReglaIncumplida(f"Cierre antes el plan de {anterior.vigencia}: sus lecciones son el punto de partida.")


def _exigir_del_archivo(asesor: Funcionario) -> None:
    if asesor.dependencia.direccion.clave != ARCHIVO:
        raise ReglaIncumplida(f"{asesor} no es del Archivo de Bogotá.")


def _retomar(anterior: PlanFocalizado, plan: PlanFocalizado) -> None:
    """Proposes again what did not finish."""
    pendientes = anterior.lineas.en_curso().exclude(fase=Fase.TERMINADA).en_orden()
    for orden, vieja in enumerate(pendientes, start=1):
        nueva = LineaAccion.objects.create(plan=plan, tema=vieja.tema, nombre=vieja.nombre, eje=vieja.eje, orden=orden)
        nueva.servicios.set(vieja.servicios.all())
