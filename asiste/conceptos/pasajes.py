"""Where a remark is put: a passage of the text of a section, whatever its marks and spaces."""

import re
from html import unescape

MARCA = re.compile(r"<[^>]*>")  # of clean HTML, where a loose «<» is always escaped


def esta_en(pasaje: str, html: str) -> bool:
    """True when the section says it. Spaces do not count: a selection of a list or of a table brings its own."""
    return _junto(pasaje) in _junto(unescape(MARCA.sub("", html)))


def _junto(texto: str) -> str:
    return "".join(texto.split())
