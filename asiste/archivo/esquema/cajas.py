"""Where each step goes in the drawing, and the lines that join two boxes. Units of the drawing; pure."""

from dataclasses import dataclass

ANCHO, ALTO = 170, 64  # of a box
COLUMNA, FILA = 236, 150  # from the middle of one to the middle of the next
MARGEN = 16
HOLGURA = 26  # between a box and the edge of the group that holds it, and between two lines that go the same way


@dataclass(frozen=True, slots=True)
class Caja:
    """A rectangle by its middle."""

    x: int
    y: int
    ancho: int = ANCHO
    alto: int = ALTO

    @property
    def izquierda(self) -> int:
        """Left side."""
        return self.x - self.ancho // 2

    @property
    def derecha(self) -> int:
        """Right side."""
        return self.x + self.ancho // 2

    @property
    def arriba(self) -> int:
        """Upper side."""
        return self.y - self.alto // 2

    @property
    def abajo(self) -> int:
        """Lower side."""
        return self.y + self.alto // 2

    def cubre(self, x: int) -> bool:
        """True when a vertical there would touch it."""
        return self.izquierda < x < self.derecha


@dataclass(frozen=True, slots=True)
class Linea:
    """A line with its arrowhead, and where its word goes: `ancla` as in SVG."""

    trazo: str
    punta: str
    x: int
    y: int
    ancla: str = "start"


def en(columna: int, fila: int) -> Caja:
    """The box of that place."""
    return Caja(MARGEN + ANCHO // 2 + columna * COLUMNA, 140 + fila * FILA)


def alrededor(cajas: list[Caja]) -> Caja:
    """The box that holds others, with room for a title above."""
    izquierda, derecha = min(c.izquierda for c in cajas) - HOLGURA, max(c.derecha for c in cajas) + HOLGURA
    arriba, abajo = min(c.arriba for c in cajas) - HOLGURA - 14, max(c.abajo for c in cajas) + HOLGURA - 6
    return Caja((izquierda + derecha) // 2, (arriba + abajo) // 2, derecha - izquierda, abajo - arriba)


def unir(de: Caja, a: Caja, corrida: int = 0) -> Linea:
    """The line from a box to another; `corrida` moves it aside so that two of them do not touch."""
    if de.y == a.y or (de.arriba >= a.arriba and de.abajo <= a.abajo):
        return _hacia_el_lado(de, a)
    if a.cubre(de.x) or de.cubre(a.x):
        return _vertical(de, a, corrida)
    return _en_codo(de, a, corrida)


def _hacia_el_lado(de: Caja, a: Caja) -> Linea:
    """Straight ahead; or back, over the top, the higher the further."""
    if de.x < a.x:
        trazo, x = f"M{de.derecha} {de.y}H{a.izquierda}", (de.derecha + a.izquierda) // 2
        return Linea(trazo, _punta(a.izquierda, a.y, "derecha"), x, a.y - 10, "middle")
    aparte = HOLGURA * ((de.x - a.derecha) // COLUMNA)
    techo, x = min(de.arriba, a.arriba) - 16 - aparte, a.derecha - 36 - aparte
    trazo = f"M{de.x} {de.arriba}V{techo}H{x}V{a.arriba}"
    return Linea(trazo, _punta(x, a.arriba, "abajo"), de.x - 8, techo - 6, "end")


def _vertical(de: Caja, a: Caja, corrida: int) -> Linea:
    x = (a.x if de.cubre(a.x) else de.x) + corrida
    baja = a.y > de.y
    desde, hasta = (de.abajo, a.arriba) if baja else (de.arriba, a.abajo)
    ancla, aparte = ("end", -9) if corrida < 0 else ("start", 9)
    punta = _punta(x, hasta, "abajo" if baja else "arriba")
    return Linea(f"M{x} {desde}V{hasta}", punta, x + aparte, (desde + hasta) // 2 + 4, ancla)


def _en_codo(de: Caja, a: Caja, corrida: int) -> Linea:
    """Sideways out of the upper one, and down; or up, and sideways into it."""
    baja = a.y > de.y
    una, otra = (de, a) if baja else (a, de)
    lado = una.derecha if otra.x > una.x else una.izquierda
    x, y = otra.x + corrida, una.abajo - 47 - corrida // 2
    ancla, aparte = ("start", 9) if corrida >= 0 else ("end", -9)
    if baja:
        return Linea(f"M{lado} {y}H{x}V{a.arriba}", _punta(x, a.arriba, "abajo"), x + aparte, a.arriba - 22, ancla)
    punta = _punta(lado, y, "izquierda" if lado == una.derecha else "derecha")
    return Linea(f"M{x} {de.arriba}V{y}H{lado}", punta, x + aparte, de.arriba - 22, ancla)


def _punta(x: int, y: int, hacia: str) -> str:
    """Three corners of an arrowhead whose point is there."""
    dx, dy = {"derecha": (-9, 0), "izquierda": (9, 0), "abajo": (0, -9), "arriba": (0, 9)}[hacia]
    return f"{x},{y} {x + dx + dy // 2},{y + dy + dx // 2} {x + dx - dy // 2},{y + dy - dx // 2}"
