"""The HTML of a message and the pictures inside it, as they came: to be cleaned before anybody sees them."""

from dataclasses import dataclass, field
from html import escape

from asiste.correo.lectura.cms import contenido_firmado
from asiste.correo.lectura.codificacion import decodificar
from asiste.correo.lectura.cuerpo import MAXIMO_NIVELES, MAXIMO_PARTES
from asiste.correo.lectura.mensaje import raiz_de
from asiste.correo.lectura.partes import Parte, abrir, abrir_hijas

_SELLOS = {"application/pkcs7-mime", "application/x-pkcs7-mime"}
MAXIMO_IMAGENES = 200


@dataclass
class Formato:
    """Pieces of HTML in reading order, and the pictures by their Content-ID, in the order of the message."""

    trozos: list[str] = field(default_factory=list)
    imagenes: dict[str, bytes] = field(default_factory=dict)
    hay_html: bool = False
    _partes: int = 0

    @property
    def html(self) -> str:
        """All of it, hostile as it came; empty when the message has no HTML."""
        return "\n".join(self.trozos) if self.hay_html else ""

    def recorrer(self, parte: Parte, nivel: int = 0) -> None:
        """Gathers a part and those inside it; attached messages stay closed."""
        self._partes += 1
        if self._partes > MAXIMO_PARTES or nivel > MAXIMO_NIVELES:
            return
        if parte.tipo.startswith("multipart/"):
            hijas, _ = abrir_hijas(parte)
            for hija in _la_mejor(hijas) if parte.tipo == "multipart/alternative" else hijas:
                self.recorrer(hija, nivel + 1)
        elif parte.tipo in _SELLOS:
            self.recorrer(abrir(contenido_firmado(parte.datos())), nivel + 1)
        elif parte.disposicion != "attachment":
            self._hoja(parte)

    def _hoja(self, parte: Parte) -> None:
        if parte.tipo == "text/html":
            self.hay_html = True
            self.trozos.append(decodificar(parte.datos(), parte.parametro("charset")))
        elif parte.tipo == "text/plain" and not parte.nombre:
            lineas = escape(decodificar(parte.datos(), parte.parametro("charset"))).splitlines()
            self.trozos.append("<p>" + "<br>".join(lineas) + "</p>")
        elif parte.tipo.startswith("image/") and parte.identificador and len(self.imagenes) < MAXIMO_IMAGENES:
            self.imagenes.setdefault(parte.identificador, parte.datos())


def _la_mejor(alternativas: list[Parte]) -> list[Parte]:
    """The alternative with format; the pictures may come with it, in a multipart/related."""
    ricas = [parte for parte in alternativas if parte.tipo in {"text/html", "multipart/related", "multipart/mixed"}]
    return (ricas or alternativas)[-1:]


def con_formato(crudo: bytes) -> Formato:
    """HTML and pictures of a raw message. Never raises; depth and number of parts are bounded."""
    formato = Formato()
    formato.recorrer(raiz_de(crudo))
    return formato
