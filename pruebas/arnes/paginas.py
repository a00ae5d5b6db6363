"""What every page must hold in a browser."""

from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import ConsoleMessage, Page, Request, Response

# axe would fetch by itself, from wrong addresses, the style sheets that others import; telling also what is right,
# node by node, takes nearly twice as long as looking
AXE = {
    "runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "best-practice"],
    "preload": False,
    "resultTypes": ["violations"],
}


class Vigilante:
    """Notes what a page does wrong while a test uses it: scripts that fail, things from outside, broken answers."""

    def __init__(self, pagina: Page, sitio: str) -> None:
        """Starts to watch."""
        self.faltas: list[str] = []
        self.sitio = sitio
        pagina.on("console", self._consola)
        pagina.on("pageerror", lambda error: self.faltas.append(f"error: {error}"))
        pagina.on("request", self._peticion)
        pagina.on("response", self._respuesta)

    def _consola(self, mensaje: ConsoleMessage) -> None:
        if mensaje.type in {"error", "warning"} and "status of 4" not in mensaje.text:
            self.faltas.append(f"consola: {mensaje.text}")

    def _peticion(self, peticion: Request) -> None:
        if not peticion.url.startswith((self.sitio, "data:", "blob:")):
            self.faltas.append(f"pide algo de fuera: {peticion.url}")

    def _respuesta(self, respuesta: Response) -> None:
        if respuesta.status >= 500:
            self.faltas.append(f"{respuesta.status} en {respuesta.url}")


def faltas_de_accesibilidad(pagina: Page) -> list[str]:
    """Violations that axe finds on the page, one line each: rule, and where."""
    pagina.evaluate(AXE_SCRIPT)
    violaciones = pagina.evaluate("opciones => axe.run(opciones).then(hallado => hallado.violations)", AXE)
    return [f"{regla['id']}: {nodo['target']} {nodo['html'][:120]}" for regla in violaciones for nodo in regla["nodes"]]


def sobra_a_lo_ancho(pagina: Page, ancho: int = 360) -> int:
    """Pixels by which the page scrolls sideways in a window that wide; 0 is right."""
    anterior = pagina.viewport_size
    pagina.set_viewport_size({"width": ancho, "height": 800})
    sobra = int(pagina.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth"))
    if anterior:
        pagina.set_viewport_size(anterior)
    return sobra
