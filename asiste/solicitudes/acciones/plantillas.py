"""The texts that an office keeps to answer with."""

from django.db import IntegrityError, transaction

from asiste.directorio.models import Dependencia
from asiste.solicitudes import plantillas
from asiste.solicitudes.acciones.base import ReglaIncumplida, exigir_texto
from asiste.solicitudes.models import Plantilla


def guardar_plantilla(
    *, dependencia: Dependencia, nombre: str, texto: str, plantilla: Plantilla | None = None
) -> Plantilla:
    """Writes a text of an office, new or already there, which is in use again.

    Raises `ReglaIncumplida` when a field does not exist or is not closed, or another text has that name.
    """
    if malas := plantillas.faltas(texto):
        raise ReglaIncumplida(" ".join(malas))
    guardada = plantilla or Plantilla()
    guardada.dependencia, guardada.activa = dependencia, True
    guardada.nombre = exigir_texto(nombre, "Escriba el nombre.")
    guardada.texto = exigir_texto(texto, "Escriba el texto.")
    try:
        with transaction.atomic():
            guardada.save()
    except IntegrityError as repetida:
        raise ReglaIncumplida(f"{dependencia.sigla} ya tiene un texto con ese nombre.") from repetida
    return guardada


def retirar_plantilla(*, plantilla: Plantilla) -> None:
    """Takes a text out of use; it stays, and saving it again brings it back."""
    plantilla.activa = False
    plantilla.save(update_fields=["activa"])
