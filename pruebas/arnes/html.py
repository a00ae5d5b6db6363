"""What no page may carry: anything inline, anything from outside, two equal ids, a form without its token."""

from collections import Counter
from html.parser import HTMLParser
from typing import Any

import pytest
from django.test.client import Client

RECURSOS = {"script", "link", "img", "iframe", "source", "video", "audio", "embed", "object"}
DATOS = {"application/json", "application/ld+json"}
AJENAS = ("/administracion/",)  # pages of Django's administration: their headings are not ours


class PaginaRechazada(AssertionError):
    """A page breaks a rule of the house."""


class _Lector(HTMLParser):
    """Collects the faults of a document in `faltas`."""

    def __init__(self) -> None:
        super().__init__()
        self.faltas: list[str] = []
        self.ids: Counter[str] = Counter()
        self.etiquetas: Counter[str] = Counter()
        self.formularios_sin_ficha = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Looks at one element."""
        atributos = {nombre: valor or "" for nombre, valor in attrs}
        self.etiquetas[tag] += 1
        self.ids.update([atributos["id"]] if "id" in atributos else [])
        self.faltas += [f"<{tag} {nombre}>" for nombre in atributos if nombre.startswith(("on", "hx-on", "style"))]
        self.faltas += [f"javascript: en <{tag}>" for valor in atributos.values() if valor.startswith("javascript:")]
        if tag == "style" or (tag == "script" and "src" not in atributos and atributos.get("type") not in DATOS):
            self.faltas.append(f"<{tag}> en línea")
        destino = atributos.get("src") or atributos.get("href") or atributos.get("data") or ""
        if tag in RECURSOS and atributos.get("rel") != "canonical" and destino.startswith(("http:", "https:", "//")):
            self.faltas.append(f"<{tag}> pide {destino}")
        self._mirar_formulario(tag, atributos)

    def _mirar_formulario(self, tag: str, atributos: dict[str, str]) -> None:
        if tag == "form" and atributos.get("method", "").lower() == "post":
            self.formularios_sin_ficha += 1
        if tag == "input" and atributos.get("name") == "csrfmiddlewaretoken":
            self.formularios_sin_ficha -= 1


def faltas(documento: str, *, ajena: bool = False) -> list[str]:
    """Faults of an HTML page or fragment, in words; `ajena` leaves out headings and ids."""
    lector = _Lector()
    lector.feed(documento)
    lector.close()
    encontradas = list(lector.faltas)
    if lector.formularios_sin_ficha > 0:
        encontradas.append("formulario POST sin csrf_token")
    if not ajena:
        encontradas += [f"id repetido: {nombre}" for nombre, veces in lector.ids.items() if veces > 1]
        if lector.etiquetas["html"] and lector.etiquetas["h1"] != 1:
            encontradas.append(f"{lector.etiquetas['h1']} títulos h1")
    return encontradas


def revisar_respuestas(parche: pytest.MonkeyPatch) -> None:
    """Makes every test client raise `PaginaRechazada` on an HTML answer with faults."""
    original = Client.request

    def request(cliente: Client, **peticion: Any) -> Any:
        respuesta = original(cliente, **peticion)
        if not respuesta.streaming and respuesta.headers.get("Content-Type", "").startswith("text/html"):
            ruta = str(peticion.get("PATH_INFO", ""))
            if encontradas := faltas(respuesta.content.decode(), ajena=ruta.startswith(AJENAS)):
                raise PaginaRechazada(f"{ruta}: " + "; ".join(encontradas))
        return respuesta

    parche.setattr(Client, "request", request)
