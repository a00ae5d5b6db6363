"""Keeping files, and issuing documents."""

import hashlib
import logging
from collections.abc import Iterable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime

from django.conf import settings
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.db import transaction

from asiste.documentos.antivirus import NoLoExamina, SinRespuesta, buscar_virus
from asiste.documentos.models import Archivo, Documento, Firmante
from asiste.documentos.sello import sellar
from asiste.documentos.tipos import tipo_real

Examen = Archivo.Examen
POR_VEZ = 200  # files that a round of scanning takes
A_LA_VEZ = 8  # files being written: the disk takes together those that wait for it
logger = logging.getLogger(__name__)


def guardar_archivo(*, contenido: bytes) -> Archivo:
    """Keeps one file, as `guardar_archivos`."""
    return guardar_archivos(contenidos=[contenido])[0]


def guardar_archivos(*, contenidos: Sequence[bytes]) -> list[Archivo]:
    """Keeps the bytes of each, whole and once, and returns their rows in the same order.

    The whole file is on disk before its row exists. The rows come in by their hash, so that two processes that bring
    the same files in another order never wait for each other.
    """
    huellas = [hashlib.sha256(contenido).hexdigest() for contenido in contenidos]
    distintos = dict(sorted(dict(zip(huellas, contenidos, strict=True)).items()))
    _escribir({Archivo(huella=huella).ruta: contenido for huella, contenido in distintos.items()})
    guardados = Archivo.objects.in_bulk(distintos, field_name="huella")
    if faltan := [huella for huella in distintos if huella not in guardados]:
        Archivo.objects.bulk_create((_nuevo(huella, distintos[huella]) for huella in faltan), ignore_conflicts=True)
        guardados |= Archivo.objects.in_bulk(faltan, field_name="huella")
    return [guardados[huella] for huella in huellas]


def _escribir(contenidos: Mapping[str, bytes]) -> None:
    """Leaves on disk, by their paths, those that are not there yet."""
    faltan = {ruta: ContentFile(datos) for ruta, datos in contenidos.items() if not default_storage.exists(ruta)}
    with ThreadPoolExecutor(A_LA_VEZ) as hilos:
        list(hilos.map(default_storage.save, faltan.keys(), faltan.values()))


def _nuevo(huella: str, contenido: bytes) -> Archivo:
    """The type comes from the content, never from the name or from what the sender says.

    Where there is a ClamAV server it is scanned now, or later if the server does not answer.
    """
    archivo = Archivo(huella=huella, tamano=len(contenido), tipo=tipo_real(contenido))
    if settings.CLAMAV_SERVIDOR:
        archivo.examen, archivo.virus = _examinar(contenido)
    return archivo


@transaction.atomic
def expedir(
    *,
    codigo: str,
    titulo: str,
    emisor: str,
    contenido: bytes,
    firmantes: Iterable[Firmante],
    ahora: datetime,
    reserva: str = "",
) -> Documento:
    """Seals a document that already bears its code, keeps it and lets anyone check it. Raises `SelloImposible`."""
    sellado = sellar(contenido, motivo=f"Expedido por {emisor}", ahora=ahora)
    return Documento.objects.create(
        codigo=codigo,
        titulo=titulo[:300],
        emisor=emisor,
        archivo=guardar_archivo(contenido=sellado),
        firmantes=[uno.como_datos() for uno in firmantes],
        reserva=reserva,
        emitido_en=ahora,
    )


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
