"""Tags and their attributes, read without building any tree."""

import re
from html import unescape

MARCA = re.compile(r"(/?)([a-zA-Z][a-zA-Z0-9]*)(.*)", re.DOTALL)
_ATRIBUTO = re.compile(r"""([a-zA-Z]{1,20})\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))""")
MUDAS = {
    "script",
    "style",
    "title",
    "iframe",
    "object",
    "template",
    "svg",
    "math",
    "noscript",
    "xml",
    "textarea",
    "select",
}


def sigue_callada(cual: str, trozo: str) -> tuple[str, str]:
    """Whether the silence goes on after a piece, and what is read behind its end."""
    if cual == "--":
        _, fin, resto = trozo.partition("-->")
        return ("", resto) if fin else (cual, "")
    if trozo.lower().startswith(f"/{cual}"):
        return "", trozo.partition(">")[2]
    return cual, ""


def atributos_de(resto: str) -> dict[str, str]:
    """Attributes of a tag by lower-case name, decoded."""
    encontrados = _ATRIBUTO.findall(resto[:10_000])
    return {nombre.lower(): unescape(a or b or c) for nombre, a, b, c in reversed(encontrados)}


def medidas_de(resto: str) -> str:
    """How many columns and rows a cell takes, if it is believable."""
    if "span" not in resto.lower():
        return ""
    atributos = atributos_de(resto)
    dadas = ((cual, atributos.get(cual, "")) for cual in ("colspan", "rowspan"))
    return "".join(f' {cual}="{valor}"' for cual, valor in dadas if re.fullmatch(r"[1-9]\d?", valor))
