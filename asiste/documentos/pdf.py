"""Documents in PDF/A-2a and PDF/UA-1: archivable, and readable by who does not see them.

Pure: the same data give the same bytes. Nothing is read but the templates and the typeface, and nothing is fetched.
"""

import json
import re
import unicodedata
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from shutil import copytree
from tempfile import TemporaryDirectory
from typing import Any

import fontpkg_nunito_sans
import typst

PLANTILLAS = Path(__file__).parent / "plantillas"
LETRA = fontpkg_nunito_sans.ROOT / "files"
# What the typefaces of the templates draw; PDF/A refuses a letter without drawing.
LEGIBLES = (
    " -~\xa0-\u01e3\u01f8-\u0221\u02c6-\u02d3\u0300-\u0341\u0391-\u03a1\u03a3-\u03ce\u0400-\u045f"
    "\u1e00-\u1e99\u1e9e-\u1ef9\u2010-\u2023\u2026\u2030-\u2037\u2039-\u203a\u2044-\u2049\u2070-\u2071\u2074-\u208e"
    "\u20a0-\u20b5\u2122\u2190-\u2213\u2215\u2217-\u2220\u2241-\u2269\u2500-\u262f\u2701-\u2704\u270c-\u2727"
)
ILEGIBLE = re.compile(f"[^\n{LEGIBLES}\u27e8\u27e9]")
LARGUISIMA = re.compile(r"\S{80}")  # a word that no line holds: it may be cut there
SIN_CUERPO = {"Cc", "Cf", "Cs", "Co"}  # controls, marks of direction, halves of letters: nothing to draw


class PlantillaInvalida(ValueError):
    """The template does not compile; its text is what the typesetter says."""


def componer(
    plantilla: str, datos: Mapping[str, Any], *, fecha: date, imagenes: Mapping[str, bytes] | None = None
) -> bytes:
    """The template of that name with those data as PDF, dated `fecha`.

    `datos` needs a `titulo` and may hold text, numbers, None, lists and mappings. What no typeface can draw is
    told by its code point, as ⟨U+1F600⟩. The template finds each of `imagenes` at «/name». Raises `PlantillaInvalida`.
    """
    entrada = json.dumps({**_legibles(dict(datos)), "fecha": [fecha.year, fecha.month, fecha.day]})
    if not imagenes:
        return _compilar(PLANTILLAS, plantilla, entrada)
    with TemporaryDirectory() as carpeta:
        raiz = copytree(PLANTILLAS, Path(carpeta) / "plantillas")
        for nombre, contenido in imagenes.items():
            (raiz / nombre).write_bytes(contenido)
        return _compilar(raiz, plantilla, entrada)


def _compilar(raiz: Path, plantilla: str, entrada: str) -> bytes:
    try:
        return bytes(
            typst.compile(
                raiz / f"{plantilla}.typ",
                root=raiz,
                font_paths=[LETRA],
                ignore_system_fonts=True,
                format="pdf",
                pdf_standards=["a-2a", "ua-1"],
                sys_inputs={"datos": entrada},
                timestamp=0,
            )
        )
    except typst.TypstError as error:
        raise PlantillaInvalida(str(error)) from error


def legible(texto: str) -> str:
    """The text with what can be drawn; lines end in a line feed."""
    renglones = unicodedata.normalize("NFC", texto).replace("\r\n", "\n").replace("\r", "\n").expandtabs(4)
    return LARGUISIMA.sub(lambda trozo: trozo[0] + "\u200b", ILEGIBLE.sub(_por_su_codigo, renglones))


def _por_su_codigo(letra: re.Match[str]) -> str:
    simbolo = letra[0]
    invisible = unicodedata.category(simbolo) in SIN_CUERPO or "\ufe00" <= simbolo <= "\ufe0f"
    return "" if invisible else f"⟨U+{ord(simbolo):04X}⟩"


def _legibles(valor: Any) -> Any:
    if isinstance(valor, str):
        return legible(valor)
    if isinstance(valor, Mapping):
        return {clave: _legibles(suyo) for clave, suyo in valor.items()}
    return [_legibles(uno) for uno in valor] if isinstance(valor, list | tuple) else valor
