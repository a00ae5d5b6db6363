"""Proposing an activity, changing it and withdrawing it. After the approval, each change is a version."""

from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import datetime

from django.db import transaction

from asiste.agenda.acciones import DatosPublico, guardar_publico
from asiste.cuentas.models import Usuario
from asiste.directorio.models import Funcionario
from asiste.oferta.acciones.base import anotar_cambio, bloquear_abierto
from asiste.oferta.models import Actividad, Estrategia, Plan
from asiste.oferta.retrato import RETIRADA, retratar
from asiste.portafolio.models import Modalidad, Tema
from asiste.solicitudes.acciones import ReglaIncumplida
from asiste.solicitudes.acciones.base import exigir_texto


@dataclass(frozen=True, slots=True, kw_only=True)
class DatosActividad:
    """What an activity is: what its form brings. Months from 1 to 12; goals in sessions and in entities.

    The contacts of its target are those of its topics.
    """

    titulo: str
    temas: Collection[Tema]
    estrategia: Estrategia
    modalidad: Modalidad
    publico: DatosPublico
    meses: Collection[int]
    responsable: Funcionario
    meta_entidades: int
    meta_sesiones: int = 1
    descripcion: str = ""


@transaction.atomic
def agregar(*, plan: Plan, datos: DatosActividad, autor: Usuario, ahora: datetime, motivo: str = "") -> Actividad:
    """A new activity of the plan. Raises `ReglaIncumplida`; of an approved plan, also without a reason."""
    plan = bloquear_abierto(plan)
    actividad = Actividad(plan=plan, propuesta_por=autor)
    _escribir(actividad, datos)
    anotar_cambio(
        plan=plan,
        actividad=actividad,
        antes={},
        despues=retratar(actividad),
        motivo=motivo,
        autor=autor,
        ahora=ahora,
    )
    return actividad


@transaction.atomic
def cambiar(
    *, actividad: Actividad, datos: DatosActividad, autor: Usuario, ahora: datetime, motivo: str = ""
) -> Actividad:
    """The activity with other data; what it was stays in the history. Raises as `agregar`, or if it was withdrawn."""
    plan, actividad = _bloquear(actividad)
    antes = retratar(actividad)
    _escribir(actividad, datos)
    despues = retratar(actividad)
    anotar_cambio(plan=plan, actividad=actividad, antes=antes, despues=despues, motivo=motivo, autor=autor, ahora=ahora)
    return actividad


@transaction.atomic
def retirar(*, actividad: Actividad, autor: Usuario, ahora: datetime, motivo: str = "") -> Actividad:
    """Takes it out of the plan, where it can still be read. Raises as `cambiar`, or if a session of it is to come."""
    plan, actividad = _bloquear(actividad)
    if actividad.sesiones.filter(estado="programada", inicia__gt=ahora).exists():
        raise ReglaIncumplida("Tiene sesiones programadas: cancélelas antes de retirarla.")
    actividad.retirada_en = ahora
    actividad.save(update_fields=["retirada_en"])
    anotar_cambio(
        plan=plan,
        actividad=actividad,
        antes={"Situación": "En el plan"},
        despues=RETIRADA,
        motivo=motivo,
        autor=autor,
        ahora=ahora,
    )
    return actividad


def _bloquear(actividad: Actividad) -> tuple[Plan, Actividad]:
    """The plan, locked, and the activity as it is. Raises `ReglaIncumplida` if it was withdrawn."""
    plan = bloquear_abierto(actividad.plan)
    actual = Actividad.objects.select_related("publico").get(pk=actividad.pk)
    if actual.retirada_en:
        raise ReglaIncumplida("La actividad ya se retiró del plan.")
    return plan, actual


def _escribir(actividad: Actividad, datos: DatosActividad) -> None:
    _exigir(actividad.plan, datos)
    viejo = actividad.publico if actividad.pk else None
    actividad.publico = guardar_publico(datos=replace(datos.publico, temas=datos.temas), publico=viejo)
    actividad.titulo, actividad.descripcion = datos.titulo.strip(), datos.descripcion.strip()
    actividad.estrategia, actividad.modalidad = datos.estrategia, datos.modalidad
    actividad.responsable, actividad.meses = datos.responsable, sorted(set(datos.meses))
    actividad.meta_sesiones, actividad.meta_entidades = datos.meta_sesiones, datos.meta_entidades
    actividad.save()
    actividad.temas.set(datos.temas)


def _exigir(plan: Plan, datos: DatosActividad) -> None:
    """Raises `ReglaIncumplida` when something is missing or of another dirección."""
    exigir_texto(datos.titulo, "Escriba el título.")
    if not datos.temas:
        raise ReglaIncumplida("Elija al menos un tema.")
    if not datos.meses:
        raise ReglaIncumplida("Elija al menos un mes.")
    if datos.estrategia.dependencia_id != plan.direccion_id:
        raise ReglaIncumplida("Esa estrategia es de otra dirección.")
    if datos.responsable.dependencia.direccion.pk != plan.direccion_id:
        raise ReglaIncumplida(f"{datos.responsable} no es de la {plan.direccion}.")
