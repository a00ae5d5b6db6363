"""Keeping files."""

import hashlib

from django.core.files.base import ContentFile
from django.core.files.storage import default_storage

from asiste.documentos.models import Archivo
from asiste.documentos.tipos import tipo_real


def guardar_archivo(*, contenido: bytes) -> Archivo:
    """Keeps the bytes, whole and once, and returns their row; the whole file is on disk before the row exists.

    The type comes from the content, never from the name or from what the sender says.
    """
    huella = hashlib.sha256(contenido).hexdigest()
    archivo = Archivo(huella=huella, tamano=len(contenido), tipo=tipo_real(contenido))
    if not default_storage.exists(archivo.ruta):
        default_storage.save(archivo.ruta, ContentFile(contenido))
    guardado, _ = Archivo.objects.get_or_create(
        huella=huella, defaults={"tamano": archivo.tamano, "tipo": archivo.tipo}
    )
    return guardado
