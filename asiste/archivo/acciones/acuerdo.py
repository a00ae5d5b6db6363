"""The agreement: the archive proposes, the entity accepts or asks for changes. Disposición: 7.1.1-lineas-accion."""

from datetime import datetime

from django.db import transaction
from django.utils import timezone

from asiste.archivo import correos
from asiste.archivo.acciones.base import asentar, bloquear_en_preparacion, bloquear_plan
from asiste.archivo.enlaces import enlaces_de
from asiste.archivo.models import LineaAccion, PasoPlan, PlanFocalizado
from asiste.cuentas.models import Usuario
from asiste.solicitudes.acciones import ReglaIncumplida
from asiste.solicitudes.acciones.base import exigir_texto

Estado, Tipo, Situacion = PlanFocalizado.Estado, PasoPlan.Tipo, LineaAccion.Situacion
CAMPOS = ["estado", "version", "propuesto_en", "acordado_en", "acordado_por", "cambios_en", "reparos"]


@transaction.atomic
def proponer(*, plan: PlanFocalizado, autor: Usuario, ahora: datetime) -> PlanFocalizado:
    """Sends the plan, or the changes of an agreed one, to the contacts of the entity.

    Raises `ReglaIncumplida` without lines, without changes, or when the entity has nobody to read it.
    """
    plan = bloquear_en_preparacion(plan)
    enlaces = enlaces_de(plan.entidad, timezone.localdate(ahora))
    _exigir_que_proponer(plan)
    if not enlaces:
        raise ReglaIncumplida(f"{plan.entidad.corto} no tiene enlaces: registre a quien debe leer el plan.")
    if plan.en_marcha:
        plan.cambios_en = ahora
    else:
        plan.estado, plan.propuesto_en = Estado.PROPUESTO, ahora
    plan.version += 1
    plan.save(update_fields=CAMPOS)
    paso = asentar(plan=plan, tipo=Tipo.PROPUESTO, autor=autor, ahora=ahora)
    correos.avisar_a_la_entidad(paso, enlaces, ahora)
    return plan


@transaction.atomic
def retomar(*, plan: PlanFocalizado, motivo: str, autor: Usuario, ahora: datetime) -> PlanFocalizado:
    """The archive takes its proposal back to go on preparing it. Raises `ReglaIncumplida` if it is not proposed."""
    plan = bloquear_plan(plan)
    if not plan.por_responder:
        raise ReglaIncumplida("La entidad ya respondió: no hay propuesta por retirar.")
    escrito = exigir_texto(motivo, "Escriba por qué la retira: la entidad lo lee.")
    _volver_a_preparar(plan)
    asentar(plan=plan, tipo=Tipo.RETOMADO, autor=autor, ahora=ahora, texto=escrito)
    return plan


@transaction.atomic
def acordar(*, plan: PlanFocalizado, version: int, autor: Usuario, ahora: datetime) -> PlanFocalizado:
    """The entity accepts the version it read: its lines begin to be walked, or leave the plan.

    Raises `ReglaIncumplida` if somebody answered before, or the proposal is another one.
    """
    plan = _por_responder(plan, version)
    plan.lineas.filter(situacion=Situacion.PROPUESTA).update(situacion=Situacion.ACORDADA)
    plan.lineas.filter(situacion=Situacion.POR_RETIRAR).update(situacion=Situacion.RETIRADA, retirada_en=ahora)
    plan.estado, plan.cambios_en, plan.reparos = Estado.ACORDADO, None, ""
    plan.acordado_en, plan.acordado_por = ahora, autor
    plan.save(update_fields=CAMPOS)
    paso = asentar(plan=plan, tipo=Tipo.ACORDADO, autor=autor, ahora=ahora)
    correos.avisar_al_asesor(paso, ahora)
    return plan


@transaction.atomic
def pedir_cambios(*, plan: PlanFocalizado, version: int, texto: str, autor: Usuario, ahora: datetime) -> PlanFocalizado:
    """The entity says what to change: it goes back to preparation, and what was agreed goes on as it was.

    Raises as `acordar`, or without a text.
    """
    plan = _por_responder(plan, version)
    plan.reparos = exigir_texto(texto, "Escriba qué se debe cambiar.")
    _volver_a_preparar(plan)
    paso = asentar(plan=plan, tipo=Tipo.DEVUELTO, autor=autor, ahora=ahora, texto=plan.reparos)
    correos.avisar_al_asesor(paso, ahora)
    return plan


def _exigir_que_proponer(plan: PlanFocalizado) -> None:
    situaciones = set(plan.lineas.order_by().values_list("situacion", flat=True))
    if not situaciones & {Situacion.PROPUESTA, Situacion.ACORDADA}:
        raise ReglaIncumplida("El plan no tiene líneas de acción: agregue al menos una.")
    if plan.en_marcha and not situaciones & {Situacion.PROPUESTA, Situacion.POR_RETIRAR}:
        raise ReglaIncumplida("No hay cambios que proponer: lo demás ya está acordado.")


def _por_responder(plan: PlanFocalizado, version: int) -> PlanFocalizado:
    bloqueado = bloquear_plan(plan)
    if not bloqueado.por_responder:
        raise ReglaIncumplida("Esa propuesta ya no espera respuesta: alguien respondió antes, o el Archivo la retiró.")
    if bloqueado.version != version:
        raise ReglaIncumplida("El Archivo envió otra propuesta mientras usted leía: revise lo que cambió.")
    return bloqueado


def _volver_a_preparar(plan: PlanFocalizado) -> None:
    plan.cambios_en = None
    if not plan.en_marcha:
        plan.estado = Estado.BORRADOR
    plan.save(update_fields=CAMPOS)
