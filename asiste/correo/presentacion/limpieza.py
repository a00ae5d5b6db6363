"""A mail with its format, fit to be shown: nothing of another site, nothing that runs, nothing that dresses the page.

Two steps. The first one, ours, writes the HTML again tag by tag in linear time: it bounds the depth (the parser of the
second takes quadratic time on deep trees), puts our address to the pictures that came inside, counts those of other
sites, and writes beside each link where it leads. The second, nh3, has the last word on what may pass.
"""

from collections.abc import Mapping
from dataclasses import dataclass

import nh3

from asiste.correo.presentacion.copia import MISMAS, SUELTAS, Copia

MAXIMO_HTML = 6_000_000  # characters
MAXIMO_MARCAS = 100_000

_ETIQUETAS = {*MISMAS, *SUELTAS, "a", "img"}
_LIMPIADOR = nh3.Cleaner(
    tags=_ETIQUETAS,
    attributes={"a": {"href"}, "img": {"src", "alt"}, "td": {"colspan", "rowspan"}, "th": {"colspan", "rowspan"}},
    url_schemes={"http", "https", "mailto"},
    url_relative="pass_through",
    link_rel="noopener noreferrer nofollow",
)


@dataclass(frozen=True, slots=True)
class Presentable:
    """Clean HTML, how many pictures of other sites were left out, and whether it was too much to show."""

    html: str
    ocultas: int = 0
    excesivo: bool = False


def presentar(html: str, imagenes: Mapping[str, str], *, enlaces: bool = True) -> Presentable:
    """The HTML of a stranger, clean. `imagenes` gives the address of each Content-ID; without `enlaces` none is alive.

    What is too big or has too many tags is not shown: its text and the message itself are elsewhere.
    """
    if len(html) > MAXIMO_HTML or html.count("<") > MAXIMO_MARCAS:
        return Presentable("", excesivo=True)
    copia = Copia(imagenes, enlaces=enlaces)
    for trozo in copia.copiar(html):
        copia.salida.append(trozo)
    return Presentable(_LIMPIADOR.clean("".join(copia.salida)), copia.ocultas)
