"""Small office documents for the tests, with what they should not tell."""

import zipfile
from io import BytesIO

TIPOS = '<Types><Override PartName="/customXml/item1.xml" ContentType="x"/></Types>'
NUCLEO = "<cp:coreProperties><dc:creator>Ana Ruiz</dc:creator></cp:coreProperties>"
RELACIONES = (
    '<Relationships><Relationship Id="r1" Target="word/document.xml"/>'
    '<Relationship Id="r2" Target="docProps/thumbnail.jpeg"/></Relationships>'
)


def paquete(partes: dict[str, str | bytes]) -> bytes:
    """A ZIP with those files, in that order."""
    salida = BytesIO()
    with zipfile.ZipFile(salida, "w", zipfile.ZIP_DEFLATED) as zipeado:
        for nombre, contenido in partes.items():
            zipeado.writestr(nombre, contenido)
    return salida.getvalue()


def partes_de(contenido: bytes) -> dict[str, bytes]:
    """What a ZIP holds."""
    with zipfile.ZipFile(BytesIO(contenido)) as zipeado:
        return {nombre: zipeado.read(nombre) for nombre in zipeado.namelist()}


def docx(**mas: str | bytes) -> bytes:
    """A Word document that says «Guía»; `mas` are other files, with `__` for the bar and `_p_` for the point."""
    otras = {nombre.replace("__", "/").replace("_p_", "."): contenido for nombre, contenido in mas.items()}
    base: dict[str, str | bytes] = {
        "[Content_Types].xml": TIPOS,
        "_rels/.rels": RELACIONES,
        "docProps/core.xml": NUCLEO,
        "docProps/app.xml": "<Properties><Company>Hacienda</Company></Properties>",
        "docProps/thumbnail.jpeg": b"\xff\xd8\xff miniatura",
        "customXml/item1.xml": "<p>Ana Ruiz</p>",
        "word/document.xml": "<w:document><w:p>Guía</w:p></w:document>",
    }
    return paquete(base | otras)


def odt(**mas: str | bytes) -> bytes:
    """The same in OpenDocument."""
    otras = {nombre.replace("__", "/").replace("_p_", "."): contenido for nombre, contenido in mas.items()}
    base: dict[str, str | bytes] = {
        "mimetype": "application/vnd.oasis.opendocument.text",
        "content.xml": "<office:document-content>Guía</office:document-content>",
        "meta.xml": "<office:document-meta><dc:creator>Ana Ruiz</dc:creator></office:document-meta>",
        "settings.xml": '<config:config-item config:name="PrinterName">HP de Ana</config:config-item>',
        "Thumbnails/thumbnail.png": b"\x89PNG\r\n\x1a\n miniatura",
        "META-INF/manifest.xml": '<manifest:file-entry manifest:full-path="Thumbnails/thumbnail.png" m:t="x"/>',
    }
    return paquete(base | otras)
