"""Putting a line of action in a plan, changing it and taking it out. What is agreed changes by agreement."""

from collections.abc import Collection
from dataclasses import dataclass

from django.db import transaction
from django.db.models import Max

from asiste.archivo.acciones.base import bloquear_en_preparacion, bloquear_linea
from asiste.archivo.models import LineaAccion, PlanFocalizado
from asiste.portafolio.models import Modalidad, Tema
from asiste.solicitudes.acciones import ReglaIncumplida
from asiste.solicitudes.acciones.base import exigir_texto

Situacion = LineaAccion.Situacion


@dataclass(frozen=True, slots=True, kw_only=True)
class DatosLinea:
    """What a line is: what its form brings. Disposición: 7.1.1-lineas-accion."""

    tema: Tema
    nombre: str
    servicios: Collection[Modalidad]
    eje: str = ""


@transaction.atomic
def agregar_linea(*, plan: PlanFocalizado, datos: DatosLinea) -> LineaAccion:
    """A line to be agreed. Raises `ReglaIncumplida` while the entity reads the proposal, or once closed."""
    plan = bloquear_en_preparacion(plan)
    ultimo = plan.lineas.aggregate(ultimo=Max("orden"))["ultimo"] or 0
    return _escribir(LineaAccion(plan=plan, orden=ultimo + 1), datos)


@transaction.atomic
def cambiar_linea(*, linea: LineaAccion, datos: DatosLinea) -> LineaAccion:
    """The same line with other data. Raises `ReglaIncumplida` if it is agreed: then another one takes its place."""
    linea = _en_preparacion(linea)
    if linea.situacion != Situacion.PROPUESTA:
        raise ReglaIncumplida("La entidad ya la acordó: proponga retirarla y agregue otra.")
    return _escribir(linea, datos)


@transaction.atomic
def retirar_linea(*, linea: LineaAccion, motivo: str = "") -> LineaAccion | None:
    """Takes out what was not agreed; of an agreed line it proposes so, with its reason, and it goes on meanwhile.

    Gives the line that remains. Raises `ReglaIncumplida` without a reason, or if it is on its way out already.
    """
    linea = _en_preparacion(linea)
    if linea.situacion == Situacion.PROPUESTA:
        linea.delete()
        return None
    if linea.situacion != Situacion.ACORDADA:
        raise ReglaIncumplida(f"La línea ya está así: {linea.get_situacion_display().lower()}.")
    linea.retiro = exigir_texto(motivo, "La entidad ya la acordó: escriba por qué se retira.")
    linea.situacion = Situacion.POR_RETIRAR
    linea.save(update_fields=["situacion", "retiro"])
    return linea


@transaction.atomic
def conservar_linea(*, linea: LineaAccion) -> LineaAccion:
    """It stays in the plan after all. Raises `ReglaIncumplida` unless its withdrawal was going to be proposed."""
    linea = _en_preparacion(linea)
    if linea.situacion != Situacion.POR_RETIRAR:
        raise ReglaIncumplida("Nadie propuso retirar esa línea.")
    linea.situacion, linea.retiro = Situacion.ACORDADA, ""
    linea.save(update_fields=["situacion", "retiro"])
    return linea


def _en_preparacion(linea: LineaAccion) -> LineaAccion:
    bloqueada = bloquear_linea(linea)
    bloquear_en_preparacion(bloqueada.plan)
    return bloqueada


def _escribir(linea: LineaAccion, datos: DatosLinea) -> LineaAccion:
    linea.nombre = exigir_texto(datos.nombre, "Escriba la línea de acción.")
    if not datos.servicios:
        raise ReglaIncumplida("Elija al menos un servicio.")
    linea.tema, linea.eje = datos.tema, datos.eje.strip()
    linea.save()
    linea.servicios.set(datos.servicios)
    return linea
