"""Saved views: conditions of a list under a name."""

from django.core.exceptions import ValidationError

from asiste.cuentas.models import Usuario
from asiste.directorio.models import Dependencia
from asiste.solicitudes.acciones.base import ReglaIncumplida
from asiste.solicitudes.models import Vista


def guardar_vista(
    *, pagina: Vista.Pagina, nombre: str, consulta: str, usuario: Usuario, dependencia: Dependencia | None = None
) -> Vista:
    """Keeps the conditions for the person or, with office, for all its tree. Raises `ReglaIncumplida`."""
    if not consulta:
        raise ReglaIncumplida("Ponga primero alguna condición en la lista.")
    return _guardar(
        Vista(pagina=pagina, nombre=nombre.strip(), consulta=consulta, usuario=usuario, dependencia=dependencia)
    )


def cambiar_vista(*, vista: Vista, nombre: str, dependencia: Dependencia | None) -> Vista:
    """Another name, or other people who see it. Raises `ReglaIncumplida`."""
    vista.nombre, vista.dependencia = nombre.strip(), dependencia
    return _guardar(vista)


def borrar_vista(*, vista: Vista) -> None:
    """Takes the view away; the requests it listed stay as they are."""
    vista.delete()


def _guardar(vista: Vista) -> Vista:
    try:
        vista.full_clean()
    except ValidationError as error:
        raise ReglaIncumplida(" ".join(error.messages)) from error
    vista.save()
    return vista
