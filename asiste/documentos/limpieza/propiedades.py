"""Which parts of an office document hold its properties: it says so itself, and they may have any name."""

import posixpath
import re
from collections.abc import Iterator
from urllib.parse import unquote

from asiste.documentos.limpieza.base import Partes
from asiste.documentos.limpieza.etiquetas import abre, atributos

CONTENIDOS = "[Content_Types].xml"
VACIAS = {
    "core": b'<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"/>',
    "extended": b'<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"/>',
    "custom": b'<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"/>',
}
DE_SIEMPRE = {"docprops/core.xml": "core", "docprops/app.xml": "extended", "docprops/custom.xml": "custom"}
DECLARAN = abre("Relationship", "Override", "Default")
CLASE = re.compile(r"\b(core|extended|custom)-?properties\b")


def sin_propiedades(partes: Partes) -> dict[str, bytes]:
    """What is left of each part that holds properties."""
    clases = dict(DE_SIEMPRE)
    for nombre, contenido in partes.items():
        if nombre == CONTENIDOS or nombre.endswith(".rels"):
            clases.update(_declaradas(nombre, contenido, partes))
    return {nombre: VACIAS[clases[ruta]] for nombre in partes if (ruta := _ruta(nombre)) in clases}


def _declaradas(nombre: str, contenido: bytes, partes: Partes) -> Iterator[tuple[str, str]]:
    """Path and class of each part that is said there to hold properties, by name or by extension."""
    carpeta = posixpath.dirname(posixpath.dirname(nombre))
    for hallada in DECLARAN.finditer(contenido):
        suyos = atributos(hallada)
        clase = CLASE.search(suyos.get("Type", suyos.get("ContentType", "")).lower())
        if not clase:
            continue
        if destino := suyos.get("Target") or suyos.get("PartName"):
            yield _ruta(carpeta, destino), clase[1]
        elif (extension := suyos.get("Extension", "xml").lower()) != "xml":  # of those, each one is told apart
            yield from ((_ruta(parte), clase[1]) for parte in partes if parte.lower().endswith(f".{extension}"))


def _ruta(*pasos: str) -> str:
    """Where a part is in the package: neither capitals nor ways of writing it tell two apart."""
    limpios = [unquote(paso).replace("\\", "/") for paso in pasos]
    return posixpath.normpath(posixpath.join("/", *limpios)).lstrip("/").lower()
