"""What a test of the bank, of concepts and of the archive's model needs to exist."""

from datetime import date
from itertools import count
from typing import Any

from asiste.conocimiento.acciones.publicaciones import Contenido, publicar
from asiste.conocimiento.models import Publicacion
from asiste.cuentas.models import Rol
from pruebas import fabricas

_numero = count(1)


def contenido(**cambios: Any) -> Contenido:
    """A concept of the archive on the elimination of documents; any field of `Contenido` may be changed."""
    datos: dict[str, Any] = {
        "clase": Publicacion.Clase.CONCEPTO,
        "numero": f"C-DDAB-2026-{next(_numero)}",
        "titulo": "Eliminación de documentos de archivo",
        "dependencia": fabricas.dependencia("ssda"),
        "fecha": date(2026, 3, 2),
        "resumen": "Requisitos para eliminar documentos según la tabla de retención documental.",
        "html": "<p>La eliminación se publica en la página web de la entidad.</p>",
        "texto": "La eliminación se publica en la página web de la entidad.",
    }
    return Contenido(**datos | cambios)


def publicacion(**cambios: Any) -> Publicacion:
    """A concept in the bank."""
    return publicar(contenido=contenido(**cambios), autor=fabricas.usuario(rol=Rol.DIRECCION), ahora=fabricas.AHORA)
