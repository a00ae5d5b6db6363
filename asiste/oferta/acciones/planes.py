"""The life of a plan: draft, approved, in execution, closed. Disposición: 5-plan-anual."""

from collections.abc import Mapping
from datetime import datetime

from django.db import transaction
from django.utils import timezone

from asiste.agenda.acciones import DatosPublico
from asiste.cuentas.models import Usuario
from asiste.directorio.models import Dependencia
from asiste.oferta.acciones.actividades import DatosActividad, agregar
from asiste.oferta.acciones.base import bloquear_plan
from asiste.oferta.consultas.ejecucion import Situacion, ejecucion_de
from asiste.oferta.models import Actividad, Plan
from asiste.solicitudes.acciones import ReglaIncumplida

Estado = Plan.Estado


@transaction.atomic
def crear_plan(
    *, direccion: Dependencia, vigencia: int, autor: Usuario, ahora: datetime, copia_de: Plan | None = None
) -> Plan:
    """A draft, empty or with the activities of another plan. Raises `ReglaIncumplida` if the year has one."""
    plan, nuevo = Plan.objects.get_or_create(direccion=direccion, vigencia=vigencia)
    if not nuevo:
        raise ReglaIncumplida(f"{direccion.sigla} ya tiene un plan de {vigencia}.")
    if copia_de is not None:
        for actividad in copia_de.actividades.vigentes().en_orden():
            agregar(plan=plan, datos=_copiar(actividad), autor=autor, ahora=ahora)
    return plan


@transaction.atomic
def aprobar(*, plan: Plan, autor: Usuario, ahora: datetime) -> Plan:
    """From draft to approved or, when its year has begun, to execution. Raises `ReglaIncumplida`."""
    plan = bloquear_plan(plan)
    if not plan.en_borrador:
        raise ReglaIncumplida("El plan ya se aprobó.")
    if not plan.actividades.vigentes().exists():
        raise ReglaIncumplida("El plan no tiene actividades: agregue al menos una.")
    empezo = plan.vigencia <= timezone.localdate(ahora).year
    plan.estado = Estado.EN_EJECUCION if empezo else Estado.APROBADO
    plan.aprobado_en, plan.aprobado_por = ahora, autor
    plan.save(update_fields=["estado", "aprobado_en", "aprobado_por"])
    return plan


@transaction.atomic
def entrar_en_ejecucion(*, ahora: datetime) -> int:
    """Approved plans whose year has begun go into execution by themselves; how many did."""
    anio = timezone.localdate(ahora).year
    empiezan = Plan.objects.filter(estado=Estado.APROBADO, vigencia__lte=anio)
    return empiezan.update(estado=Estado.EN_EJECUCION)


@transaction.atomic
def cerrar(*, plan: Plan, balance: str, porques: Mapping[int, str], ahora: datetime) -> Plan:
    """End of the plan: each activity below its goal says why, by its id in `porques`. Raises `ReglaIncumplida`."""
    plan = bloquear_plan(plan)
    if not plan.en_marcha:
        raise ReglaIncumplida(f"El plan está {plan.get_estado_display().lower()}: no se puede cerrar.")
    for fila in sin_cumplir(plan, ahora):
        porque = porques.get(fila.pk, "").strip()
        if not porque:
            raise ReglaIncumplida(f"Diga por qué no se cumplió «{fila}».")
        fila.por_que_no = porque
        fila.save(update_fields=["por_que_no"])
    plan.estado, plan.cerrado_en, plan.balance = Estado.CERRADO, ahora, balance.strip()
    plan.save(update_fields=["estado", "cerrado_en", "balance"])
    return plan


def sin_cumplir(plan: Plan, ahora: datetime) -> list[Actividad]:
    """Activities in the plan below a goal, by real sessions and attendance."""
    filas = ejecucion_de(plan.actividades.vigentes().en_orden(), timezone.localdate(ahora))
    return [fila.actividad for fila in filas if fila.situacion != Situacion.CUMPLIDA]


def _copiar(actividad: Actividad) -> DatosActividad:
    """Its data, to begin another year with."""
    return DatosActividad(
        titulo=actividad.titulo,
        descripcion=actividad.descripcion,
        temas=tuple(actividad.temas.order_by("orden", "id")),
        estrategia=actividad.estrategia,
        modalidad=actividad.modalidad,
        publico=DatosPublico.de(actividad.publico),
        meses=actividad.meses,
        responsable=actividad.responsable,
        meta_sesiones=actividad.meta_sesiones,
        meta_entidades=actividad.meta_entidades,
    )
