"""Changes of the directory: allocation, absences and contacts."""

from collections.abc import Iterable
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING

from django.db import transaction
from django.db.models import Q

from asiste.directorio.consultas import titulares_de
from asiste.directorio.correos import avisar_encargo
from asiste.directorio.models import (
    AsesorAsignado,
    Ausencia,
    Dependencia,
    Encargo,
    Enlace,
    Entidad,
    Funcionario,
    Sector,
)

if TYPE_CHECKING:
    from asiste.cuentas.models import Usuario
    from asiste.portafolio.models import Tema


class AsignacionInvalida(Exception):
    """The allocation breaks a rule; its text is fit to be shown."""


@transaction.atomic
def asignar_asesor(
    *,
    dependencia: Dependencia,
    asesor: Funcionario,
    desde: date,
    sector: Sector | None = None,
    entidad: Entidad | None = None,
    tema: "Tema | None" = None,
    motivo: str = "",
) -> AsesorAsignado:
    """Gives a sector, an entity or a topic of the office to an adviser, and closes who had it.

    Raises `AsignacionInvalida` unless exactly one of the three is given. Disposición: 6.2-asesor-sector.
    """
    dado = {"sector": sector, "entidad": entidad, "tema": tema}
    if sum(valor is not None for valor in dado.values()) != 1:
        raise AsignacionInvalida("Elija un sector, una entidad o un tema, y solo uno.")
    vigentes = AsesorAsignado.objects.filter(dependencia=dependencia, hasta__isnull=True, **dado)
    vigentes.filter(desde__gte=desde).delete()
    vigentes.update(hasta=desde - timedelta(days=1))
    return AsesorAsignado.objects.create(dependencia=dependencia, asesor=asesor, desde=desde, motivo=motivo, **dado)


def registrar_ausencia(
    *, asesor: Funcionario, sustituto: Funcionario, desde: date, hasta: date, motivo: str
) -> Ausencia:
    """Notes the days an adviser is away and who stands in, both days included.

    Raises `AsignacionInvalida` when the days are reversed or the substitute is the same person.
    """
    if hasta < desde:
        raise AsignacionInvalida("La ausencia termina antes de empezar.")
    if asesor == sustituto:
        raise AsignacionInvalida("El sustituto debe ser otra persona.")
    return Ausencia.objects.create(asesor=asesor, sustituto=sustituto, desde=desde, hasta=hasta, motivo=motivo)


@transaction.atomic
def encargar_oficina(
    *,
    dependencia: Dependencia,
    funcionario: Funcionario,
    desde: date,
    acto: str,
    autor: "Usuario",
    ahora: datetime,
    hasta: date | None = None,
) -> Encargo:
    """Notes the act by which somebody heads an office from a day, both days included; without `hasta`, until told.

    Who heads it by position is told. Raises `AsignacionInvalida` when the days are reversed, the office is in charge of
    somebody on one of them, or who notes it would give it to himself or herself without heading one above it.
    Disposición: 6.3-conceptos.
    """
    exigir_encargo_de_otro(autor=autor, funcionario=funcionario, dependencia=dependencia)
    if hasta and hasta < desde:
        raise AsignacionInvalida("El encargo termina antes de empezar.")
    Dependencia.objects.select_for_update(of=("self",)).get(pk=dependencia.pk)  # one at a time
    otros = Encargo.objects.filter(dependencia=dependencia).filter(Q(hasta__isnull=True) | Q(hasta__gte=desde))
    otro = (otros.filter(desde__lte=hasta) if hasta else otros).select_related("funcionario__usuario").first()
    if otro:
        raise AsignacionInvalida(f"{dependencia.sigla} ya está a cargo de {otro.funcionario} {otro.cuando}.")
    encargo = Encargo.objects.create(
        dependencia=dependencia, funcionario=funcionario, desde=desde, hasta=hasta, acto=acto.strip()
    )
    avisar_encargo(encargo, autor, ahora)
    return encargo


def exigir_encargo_de_otro(*, autor: "Usuario", funcionario: Funcionario, dependencia: Dependencia) -> None:
    """Raises `AsignacionInvalida` when somebody gives himself or herself an office without heading one above it."""
    arriba = titulares_de(dependencia).exclude(dependencia=dependencia)
    if autor.pk == funcionario.usuario_id and not arriba.filter(pk=funcionario.pk).exists():
        raise AsignacionInvalida("El encargo de uno mismo lo anota otra persona.")


@transaction.atomic
def terminar_encargo(*, encargo: Encargo, hasta: date) -> Encargo:
    """Says which is the last day of a charge; it stays in the history.

    Raises `AsignacionInvalida` when it ends before it starts, or ended already on an earlier day.
    """
    encargo = Encargo.objects.select_for_update(of=("self",)).get(pk=encargo.pk)
    if hasta < encargo.desde:
        raise AsignacionInvalida("El último día no puede ser anterior al primero.")
    if encargo.hasta and encargo.hasta < hasta:
        raise AsignacionInvalida(f"Ese encargo ya terminó, el {encargo.hasta:%d/%m/%Y}.")
    encargo.hasta = hasta
    encargo.save(update_fields=["hasta"])
    return encargo


@transaction.atomic
def registrar_enlace(
    *, entidad: Entidad, nombre: str, cargo: str, correo: str, hoy: date, temas: Iterable["Tema"] = ()
) -> Enlace:
    """Adds or updates the contact of an entity with that address. Disposición: 6.3-cambio-enlace."""
    enlace, _ = Enlace.objects.update_or_create(
        entidad=entidad,
        correo=correo.strip().lower(),
        hasta=None,
        defaults={"nombre": nombre, "cargo": cargo},
        create_defaults={"nombre": nombre, "cargo": cargo, "desde": hoy},
    )
    if temas:
        enlace.temas.set(temas)
    return enlace


def retirar_enlace(*, enlace: Enlace, hoy: date) -> None:
    """Ends the validity of a contact today: it stays in the history."""
    enlace.hasta = hoy
    enlace.save(update_fields=["hasta"])
