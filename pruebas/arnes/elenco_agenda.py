"""Records of the agenda and of the offer behind each door, by kind."""

from typing import Any

from asiste.directorio.models import Funcionario
from asiste.solicitudes.models import Solicitud
from pruebas import fabricas_agenda


def registros(asesora: Funcionario, solicitud: Solicitud) -> dict[str, dict[str, Any]]:
    """Arguments of each address; the session is of the STDI and the adviser of the case leads it."""
    sesion = fabricas_agenda.sesion(dirige=asesora, solicitudes=[solicitud])
    return {
        "sesión": {"numero": sesion.pk},
    }
