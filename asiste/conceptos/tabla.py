"""A table as a grid where every cell has its place, whatever spans its HTML asks for."""

from typing import Any

Nodo = dict[str, Any]
COLUMNAS = 20
FILAS = 500


def armar(filas: list[list[Nodo]]) -> Nodo | None:
    """The table, its cells with `x`, `y`, `ancho` and `alto`; the holes are empty cells. None when it says nothing.

    The first row heads it when all its cells are headings; a cell of that row never comes down to the next.
    """
    filas = [fila for fila in filas if fila][:FILAS]
    cabeza = bool(filas) and all(celda["th"] for celda in filas[0])
    puestas: list[Nodo] = []
    ocupadas: set[tuple[int, int]] = set()
    for y, fila in enumerate(filas):
        for celda in fila:
            x = next(x for x in range(COLUMNAS + 1) if (x, y) not in ocupadas)
            if x == COLUMNAS:
                break
            alto = 1 if cabeza and y == 0 else _cuantos(celda, "rowspan", len(filas) - y)
            ancho = _libres(ocupadas, x, y, _cuantos(celda, "colspan", COLUMNAS - x))
            ocupadas |= {(x + dx, y + dy) for dx in range(ancho) for dy in range(alto)}
            puestas.append({"x": x, "y": y, "ancho": ancho, "alto": alto, "th": celda["th"], "c": celda["c"]})
    if not any(celda["c"] for celda in puestas):
        return None
    columnas = max(x for x, _ in ocupadas) + 1
    huecos = ((x, y) for y in range(len(filas)) for x in range(columnas) if (x, y) not in ocupadas)
    puestas += [{"x": x, "y": y, "ancho": 1, "alto": 1, "th": cabeza and y == 0, "c": []} for x, y in huecos]
    puestas.sort(key=lambda celda: (celda["y"], celda["x"]))
    return {"t": "tabla", "columnas": columnas, "filas": len(filas), "cabeza": cabeza, "c": puestas}


def _cuantos(celda: Nodo, atributo: str, maximo: int) -> int:
    escrito = celda["atributos"].get(atributo, "")
    return max(1, min(int(escrito), maximo)) if escrito.isdecimal() and len(escrito) < 5 else 1


def _libres(ocupadas: set[tuple[int, int]], x: int, y: int, ancho: int) -> int:
    """How many of those columns are free from there on: a cell never lies over another that came down."""
    return next((dx for dx in range(ancho) if (x + dx, y) in ocupadas), ancho)
