"""What is inside a file that holds others, told without taking anything out of it."""

import io
import zipfile
from dataclasses import dataclass

from asiste.correo.lectura import MensajeIlegible, leer
from asiste.correo.lectura.codificacion import en_una_linea
from asiste.correo.lectura.tnef import abrir_tnef
from asiste.documentos.tipos import COMPRIMIDO, TNEF

MAXIMO_ENTRADAS = 500
MAXIMO_INDICE = 20_000  # entries in the index of a compressed folder: past them it is not even opened
MAXIMO_TEXTO = 20_000
_ENTRADA_DE_INDICE = b"PK\x01\x02"
_CON_CLAVE = 0x1


@dataclass(frozen=True, slots=True)
class Entrada:
    """A file inside another: its name, on one line, and the bytes it says it has."""

    nombre: str
    tamano: int
    con_clave: bool = False


@dataclass(frozen=True, slots=True)
class Contenido:
    """The files inside, and the message when it is one. `problema` says why not all is shown."""

    entradas: tuple[Entrada, ...] = ()
    problema: str = ""
    de: str = ""
    asunto: str = ""
    texto: str = ""


def contenido_de(contenido: bytes, tipo: str) -> Contenido:
    """What a compressed folder, a winmail.dat or else a message brings. Bounded, and never raises.

    Nothing is uncompressed: what a compressed bomb would weigh is only what it says.
    """
    if tipo == COMPRIMIDO:
        return _de_zip(contenido)
    if tipo == TNEF:
        archivos = abrir_tnef(contenido).archivos
        entradas = tuple(Entrada(en_una_linea(nombre), len(interior)) for nombre, interior in archivos)
        return _con_limite(entradas, "" if archivos else "No se pudo abrir.")
    return _de_mensaje(contenido)


def _de_zip(contenido: bytes) -> Contenido:
    if contenido.count(_ENTRADA_DE_INDICE) > MAXIMO_INDICE:
        return Contenido(problema="Dice traer demasiados archivos: no se abre.")
    try:
        with zipfile.ZipFile(io.BytesIO(contenido)) as carpeta:
            indice = [info for info in carpeta.infolist() if not info.is_dir()]
    except (zipfile.BadZipFile, ValueError, NotImplementedError, UnicodeDecodeError):
        return Contenido(problema="Está dañado: no se pudo abrir.")
    entradas = (Entrada(en_una_linea(i.filename), i.file_size, bool(i.flag_bits & _CON_CLAVE)) for i in indice)
    return _con_limite(tuple(entradas), "")


def _de_mensaje(contenido: bytes) -> Contenido:
    try:
        leido = leer(contenido)
    except MensajeIlegible as error:
        return Contenido(problema=error.motivo)
    entradas = tuple(Entrada(adjunto.nombre_seguro, len(adjunto.contenido)) for adjunto in leido.adjuntos)
    largo = "El texto es muy largo: se muestra su comienzo." if len(leido.texto) > MAXIMO_TEXTO else ""
    return Contenido(
        entradas[:MAXIMO_ENTRADAS],
        largo,
        f"{leido.de_nombre} <{leido.de_correo}>".strip(),
        leido.asunto,
        leido.texto[:MAXIMO_TEXTO],
    )


def _con_limite(entradas: tuple[Entrada, ...], problema: str) -> Contenido:
    if len(entradas) > MAXIMO_ENTRADAS:
        problema = f"Trae {len(entradas)} archivos: se muestran los primeros {MAXIMO_ENTRADAS}."
    return Contenido(entradas[:MAXIMO_ENTRADAS], problema)
