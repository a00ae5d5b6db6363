"""The same thing done to many requests: to all of them or, if one cannot, to none."""

from collections.abc import Callable, Sequence
from datetime import datetime
from uuid import UUID

from django.db import transaction

from asiste.cuentas.models import Usuario
from asiste.directorio.models import Funcionario
from asiste.solicitudes import permisos
from asiste.solicitudes.acciones.base import ReglaIncumplida
from asiste.solicitudes.acciones.correspondencia import anotar
from asiste.solicitudes.acciones.reparto import reasignar
from asiste.solicitudes.models import Lote, Solicitud

MAXIMO = 500  # requests


def anotar_en_lote(
    *, solicitudes: Sequence[Solicitud], texto: str, autor: Usuario, clave: UUID, ahora: datetime
) -> Lote:
    """The same internal note on each. Done once for each `clave`; all or none."""

    def una(solicitud: Solicitud) -> None:
        anotar(solicitud=solicitud, texto=texto, autor=autor, ahora=ahora)

    return _aplicar("anotar", solicitudes, una, impide_anotar, autor, clave, ahora)


def reasignar_en_lote(
    *,
    solicitudes: Sequence[Solicitud],
    asesor: Funcionario,
    motivo: str,
    autor: Usuario,
    clave: UUID,
    ahora: datetime,
) -> Lote:
    """All of them to another adviser. Done once for each `clave`; all or none."""

    def una(solicitud: Solicitud) -> None:
        reasignar(solicitud=solicitud, asesor=asesor, motivo=motivo, autor=autor, ahora=ahora)

    def impide(autor: Usuario, solicitud: Solicitud) -> str:
        return impide_reasignar(autor, solicitud, asesor)

    return _aplicar("reasignar", solicitudes, una, impide, autor, clave, ahora)


def impide_anotar(autor: Usuario, solicitud: Solicitud) -> str:
    """Why this person cannot leave a note on it; empty when he or she can."""
    return "" if permisos.puede_anotar(autor, solicitud) else "Usted no puede anotar en ella."


def impide_reasignar(autor: Usuario, solicitud: Solicitud, asesor: Funcionario | None = None) -> str:
    """Why this person cannot give it to another adviser (to that one, if given); empty when he or she can."""
    if not solicitud.abierta:
        return f"Está {solicitud.get_estado_display().lower()}: ya no se reasigna."
    if not permisos.puede_reasignar(autor, solicitud):
        return f"Es de {solicitud.dependencia.sigla}: la reasigna quien dirige esa dependencia."
    return f"Ya está a cargo de {asesor}." if asesor and solicitud.asesor_id == asesor.pk else ""


@transaction.atomic
def _aplicar(
    accion: str,
    solicitudes: Sequence[Solicitud],
    una: Callable[[Solicitud], None],
    impide: Callable[[Usuario, Solicitud], str],
    autor: Usuario,
    clave: UUID,
    ahora: datetime,
) -> Lote:
    if not 0 < len(solicitudes) <= MAXIMO:
        raise ReglaIncumplida(f"Elija entre una y {MAXIMO} solicitudes.")
    lote, nuevo = Lote.objects.get_or_create(
        clave=clave, defaults={"accion": accion, "usuario": autor, "momento": ahora, "casos": len(solicitudes)}
    )
    for solicitud in (
        sorted(solicitudes, key=_numero) if nuevo else ()
    ):  # in one order: two batches never wait in a ring
        if porque := impide(autor, solicitud):
            raise ReglaIncumplida(f"{solicitud.radicado}: {porque} No se cambió ninguna.")
        una(solicitud)
    return lote


def _numero(solicitud: Solicitud) -> int:
    return solicitud.pk
