"""Offered hours that wait, as the agenda and a case show them."""

from collections.abc import Iterable
from typing import Any

from django.http import QueryDict

from asiste.agenda.alcance import propuestas_del_equipo
from asiste.agenda.models.disponibilidad import PropuestaQuerySet
from asiste.agenda.permisos import puede_programar
from asiste.cuentas.models import Usuario
from asiste.solicitudes.alcance import solicitudes_del_equipo
from asiste.solicitudes.models import Actuacion, Solicitud


def en_espera_de(usuario: Usuario) -> PropuestaQuerySet:
    """Those of the tree where nobody has chosen yet: first who asked for other hours, then the last ones."""
    return propuestas_del_equipo(usuario).en_espera().con_nombres().order_by("pidio_otras_en", "-id")


def del_caso(usuario: Usuario, solicitud: Solicitud, actuaciones: Iterable[Actuacion]) -> dict[str, Any]:
    """What the page of a case shows: those that wait, the last first, and whether one may look for an hour.

    Its log tells whether there may be any: most cases have none, and are not asked for them.
    """
    hay = any(una.tipo == Actuacion.Tipo.SESION for una in actuaciones)
    return {
        "propuestas": solicitud.propuestas.en_espera().con_nombres().order_by("-id") if hay else [],
        "programa": puede_programar(usuario) and not solicitud.terminada,
    }


def caso_de(usuario: Usuario, parametros: QueryDict) -> Solicitud | None:
    """The request that an address names, within what the person sees; None for any other thing."""
    radicado = parametros.get("solicitud", "").replace("\0", "").upper()
    if not radicado:
        return None
    visibles = solicitudes_del_equipo(usuario).select_related("entidad", "modalidad", "asesor")
    return visibles.defer("buscable").filter(radicado=radicado).first()
