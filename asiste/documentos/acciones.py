"""Keeping files."""

import hashlib
from contextlib import suppress

import puremagic
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage

from asiste.documentos.models import Archivo

DESCONOCIDO = "application/octet-stream"
FIRMAS_EJECUTABLES = {
    b"MZ": "application/x-dosexec",
    b"\x7fELF": "application/x-executable",
    b"#!": "text/x-shellscript",
}


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


def tipo_real(contenido: bytes) -> str:
    """Media type told by the first bytes, or `application/octet-stream`."""
    for firma, tipo in FIRMAS_EJECUTABLES.items():
        if contenido.startswith(firma):
            return tipo
    with suppress(puremagic.PureError, ValueError):
        return str(puremagic.from_string(contenido, mime=True)) or DESCONOCIDO
    return DESCONOCIDO
