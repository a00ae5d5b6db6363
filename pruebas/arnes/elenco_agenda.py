"""Records of the agenda and of the offer behind each door, by kind."""

from typing import Any

from asiste.agenda import acciones
from asiste.directorio.models import Funcionario
from asiste.solicitudes.models import Solicitud
from pruebas import fabricas, fabricas_agenda


def registros(asesora: Funcionario, solicitud: Solicitud) -> dict[str, dict[str, Any]]:
    """Arguments of each address; the session is of the STDI and the adviser of the case leads it."""
    sesion = fabricas_agenda.sesion(dirige=asesora, solicitudes=[solicitud])
    punto = acciones.agregar_punto(sesion=sesion, titulo="Apertura", minutos=10)
    material = acciones.agregar_material(sesion=sesion, nombre="Guía", archivo=fabricas.archivo("guia.pdf").archivo)
    return {
        "sesión": {"numero": sesion.pk},
        "punto": {"numero": sesion.pk, "punto": punto.pk},
        "material": {"numero": sesion.pk, "material": material.pk},
    }
