"""Changes of the directory: allocation, absences and contacts."""

from collections.abc import Iterable
from datetime import date, timedelta
from typing import TYPE_CHECKING

from django.db import transaction

from asiste.directorio.models import AsesorAsignado, Ausencia, Dependencia, Enlace, Entidad, Funcionario, Sector

if TYPE_CHECKING:
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
