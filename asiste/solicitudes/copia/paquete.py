"""The copy of a case as a ZIP file, written piece by piece: memory does not grow with it."""

import tempfile
from collections.abc import Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from datetime import date, datetime
from io import SEEK_END, BytesIO
from shutil import copyfileobj
from typing import IO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from django.utils import timezone

from asiste.documentos.huellas import huella_de
from asiste.documentos.paginas import contar_paginas
from asiste.documentos.pdf import componer
from asiste.solicitudes.copia.hoja import datos_de_la_hoja, dia_de_corte, en_dia, en_momento
from asiste.solicitudes.copia.piezas import Pieza, actuaciones_de, nombre_seguro, piezas_de
from asiste.solicitudes.models import Solicitud

INDICE, HOJA, HUELLAS = "00 Índice.pdf", "01 Hoja del caso.pdf", "huellas.sha256"
HUELLA = (
    "La huella SHA-256 de un archivo cambia si cambia uno solo de sus bytes. El archivo «huellas.sha256» las trae "
    "todas, también la de este índice: se comprueban con «sha256sum -c huellas.sha256»."
)
PRIMERA = 2  # number of the first piece
PERMISOS = 0o644 << 16  # of each file, for who opens it on Unix


@dataclass(frozen=True, slots=True)
class Escrita:
    """A piece inside the ZIP, as its bytes say."""

    nombre: str
    fecha: str
    que: str
    paginas: int | None
    tamano: int
    huella: str


def escribir_copia(solicitud: Solicitud, *, hoy: date, para_entidad: bool, correos: Sequence[Pieza] = ()) -> IO[bytes]:
    """The case in a temporary ZIP; close it to delete it. The same case on the same day gives the same bytes.

    For the entity it holds what the entity may see; `correos` are the mails that go as they came.
    """
    corte = dia_de_corte(solicitud, hoy)
    actuaciones = actuaciones_de(solicitud, para_entidad=para_entidad)
    piezas = piezas_de(solicitud, actuaciones, correos)
    van = [pieza for pieza in piezas if not _falta(pieza)]
    cifras = max(2, len(str(len(van) + 1)))
    nombres = {
        pieza.clave: f"{numero:0{cifras}} {nombre_seguro(pieza.nombre)}" for numero, pieza in enumerate(van, PRIMERA)
    }
    hoja = datos_de_la_hoja(solicitud, actuaciones, nombres, corte=corte, para_entidad=para_entidad)
    with ExitStack() as al_fallar:
        archivo = al_fallar.enter_context(tempfile.TemporaryFile(suffix=".zip"))
        with ZipFile(archivo, "w", ZIP_DEFLATED) as copia:
            escritas = [_guardar(copia, HOJA, BytesIO(componer("hoja", hoja, fecha=corte)), corte, "Hoja del caso")]
            for pieza in van:
                with pieza.abrir() as contenido:
                    escritas.append(_guardar(copia, nombres[pieza.clave], contenido, pieza.momento, pieza.que))
            faltan = [(pieza, _falta(pieza)) for pieza in piezas if pieza not in van]
            indice = componer("indice", _indice(solicitud, escritas, faltan, corte), fecha=corte)
            suya = _guardar(copia, INDICE, BytesIO(indice), corte, "Índice")
            huellas = "".join(f"{una.huella}  {una.nombre}\n" for una in [suya, *escritas])
            _guardar(copia, HUELLAS, BytesIO(huellas.encode()), corte, "Huellas")
        archivo.seek(0)
        al_fallar.pop_all()
    return archivo


def _falta(pieza: Pieza) -> str:
    """Why a piece cannot go; empty when it can."""
    if pieza.impedimento or pieza.archivo is None:
        return pieza.impedimento
    return "" if pieza.archivo.guardado else "No está en el almacén: avise a quien administra la plataforma."


def _guardar(copia: ZipFile, nombre: str, contenido: IO[bytes], cuando: date, que: str) -> Escrita:
    """Adds a file under that name, dated as what it holds, and tells its pages, bytes and hash."""
    paginas = contar_paginas(contenido)
    contenido.seek(0)
    huella = huella_de(contenido)
    tamano = contenido.seek(0, SEEK_END)
    contenido.seek(0)
    local = timezone.localtime(cuando) if isinstance(cuando, datetime) else cuando
    reloj = (local.hour, local.minute, local.second) if isinstance(local, datetime) else (0, 0, 0)
    ficha = ZipInfo(nombre, (max(local.year, 1980), local.month, local.day, *reloj))
    ficha.compress_type, ficha.external_attr, ficha.file_size = ZIP_DEFLATED, PERMISOS, tamano
    with copia.open(ficha, "w") as destino:
        copyfileobj(contenido, destino)
    fecha = en_momento(cuando) if isinstance(cuando, datetime) else f"{cuando:%Y-%m-%d}"
    return Escrita(nombre, fecha, que, paginas, tamano, huella)


def _indice(
    solicitud: Solicitud, escritas: Sequence[Escrita], faltan: Sequence[tuple[Pieza, str]], corte: date
) -> dict[str, object]:
    return {
        "titulo": f"Índice del expediente {solicitud.radicado}",
        "asunto": solicitud.asunto,
        "quien": solicitud.quien_pide,
        "corte": f"Como estaba el {en_dia(corte)}. Horas de Bogotá. Documentos: {len(escritas)}.",
        "piezas": [_renglon(una) for una in escritas],
        "faltan": [
            {"fecha": en_momento(pieza.momento), "nombre": pieza.nombre, "porque": porque} for pieza, porque in faltan
        ],
        "notas": [HUELLA, "Páginas: las de cada PDF; «–» en lo que no tiene páginas o no las deja contar."],
    }


def _renglon(una: Escrita) -> dict[str, str]:
    orden, _, nombre = una.nombre.partition(" ")
    return {
        "orden": orden,
        "fecha": una.fecha,
        "nombre": nombre,
        "que": una.que,
        "paginas": "–" if una.paginas is None else str(una.paginas),
        "bytes": f"{una.tamano:,}".replace(",", "."),
        "huella": una.huella,
    }
