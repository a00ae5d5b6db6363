"""Records of the concepts, of the bank and of the archive's model behind each door, by kind."""

from typing import Any

from asiste.directorio.models import Funcionario
from asiste.solicitudes.models import Solicitud


def registros(asesora: Funcionario, solicitud: Solicitud) -> dict[str, dict[str, Any]]:
    """Arguments of each address; the request is of the STDI and the adviser of the case writes its concept."""
    return {}
