"""Keeping files."""

import hashlib
import logging

from django.conf import settings
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage

from asiste.documentos.antivirus import NoLoExamina, SinRespuesta, buscar_virus
from asiste.documentos.models import Archivo
from asiste.documentos.tipos import tipo_real

Examen = Archivo.Examen
POR_VEZ = 200  # files that a round of scanning takes
logger = logging.getLogger(__name__)


def guardar_archivo(*, contenido: bytes) -> Archivo:
    """Keeps the bytes, whole and once, and returns their row; the whole file is on disk before the row exists.

    The type comes from the content, never from the name or from what the sender says. Where there is a ClamAV server,
    it is scanned now, or later if the server does not answer.
    """
    huella = hashlib.sha256(contenido).hexdigest()
    archivo = Archivo(huella=huella, tamano=len(contenido), tipo=tipo_real(contenido))
    if not default_storage.exists(archivo.ruta):
        default_storage.save(archivo.ruta, ContentFile(contenido))
    if settings.CLAMAV_SERVIDOR and not Archivo.objects.filter(huella=huella).exists():
        archivo.examen, archivo.virus = _examinar(contenido)
    datos = {campo: getattr(archivo, campo) for campo in ("tamano", "tipo", "examen", "virus")}
    guardado, _ = Archivo.objects.get_or_create(huella=huella, defaults=datos)
    return guardado


def examinar_pendientes() -> int:
    """Scans what nobody could scan before, at most `POR_VEZ` files, and returns how many have a verdict now.

    It stops at the first silence of the server: the next round goes on.
    """
    vistos = 0
    for archivo in Archivo.objects.sin_examen().order_by("id")[:POR_VEZ]:
        try:
            with archivo.abrir() as abierto:
                contenido = abierto.read()
        except FileNotFoundError:
            logger.exception("Falta en el disco el archivo %s", archivo)
            continue
        archivo.examen, archivo.virus = _examinar(contenido)
        if archivo.examen == Examen.PENDIENTE:
            break
        archivo.save(update_fields=["examen", "virus"])
        vistos += 1
    return vistos


def _examinar(contenido: bytes) -> tuple[Archivo.Examen, str]:
    """Verdict of the scanner, and the virus it found."""
    try:
        virus = buscar_virus(contenido)
    except NoLoExamina:
        return Examen.IMPOSIBLE, ""
    except SinRespuesta as error:
        logger.warning("El antivirus no respondió: %s", error)
        return Examen.PENDIENTE, ""
    return (Examen.INFECTADO, virus[:200]) if virus else (Examen.LIMPIO, "")
