"""The report, `docs/rendimiento.md`."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from statistics import median

from pruebas.banco.medidas import Renglon

Correos = Mapping[int, Sequence[float]]  # messages a second of each time, by how many requests there were
CABEZA = """# Performance

Measured on {hoy:%d/%m/%Y} by `make bench`, which rewrites this page: {procesadores} processors, PostgreSQL as `make
run` starts it, one process. Milliseconds depend on the machine; what says something everywhere is the ratio.

- **Page**: as an adviser of a subdirección with the usual tree, through the whole middleware, with session and second
  factor; median and 95th percentile of {veces} times.
- **Floor**: measured in turns with it, a bare Django view that shows about as much of the same tables, by keys, without
  scope, counts, deadlines or components: same middleware, session and person. It says what the framework and the
  database cost by themselves. That of a list shows fifty rows by key, whatever is asked of the list. That of filing
  writes the rows that filing leaves and reads, each in one short query, what filing asks: draft, entity, similar ones,
  adviser and absence, calendar, hours, agreement, mailbox, place in line, mails of the day. Its second row measures
  against the writes alone, as if nothing had to be found out.
- **Ratio**: median of the page over median of its floor. Aim: 2 at most.
- **Growth**: ratio of the medians between the smallest database and this one. Aim: 1.3 at most. That of the floor tells
  how much of it is the machine, which is not always as fast: the floor reads by key whatever the size.

The requests are made by `asiste carga`: eleven years, every state, with their topics, turns and timelines.

"""
MENSAJES = """## Mail

`asiste correo importar` over five hundred messages, in one process, after fifty that are not counted: some bring files,
some answer a case. Each one is on disk before anything else and ends as exactly one thing. Aim: 200 a second.

"""
PARES = """
## Beside the best peer

What the best peer took with 100,000 requests on a machine like this one, another day, and what this one took here with
{cuantas:,}. The aim was five times as fast. No page can be faster than its floor, which is the framework itself.

"""
DEL_PAR = {"Case page": 67.0, "Queue": 190.0, "Search, common exact phrase": 1200.0, "Filing by the form": 34.0}  # ms
CORREOS_DEL_PAR = 41  # messages a second
PIE = """
## How to measure again

`make bench` takes some twenty minutes on a machine that does nothing else, most of them to load the million, and works
in a database of its own, which it deletes. `make bench BANCO="5000 20000 --veces 20"` measures other sizes, in a couple
of minutes. The bench lives in `pruebas/banco`.
"""


def escribir(renglones: Sequence[Renglon], correos: Correos, *, hoy: date, procesadores: int) -> str:
    """The whole page."""
    cabeza = CABEZA.format(hoy=hoy, procesadores=procesadores, veces=len(renglones[0].real.tiempos))
    primeras = {uno.acto: uno for uno in reversed(renglones)}
    tablas = [_tabla(cuantas, renglones, primeras) for cuantas in dict.fromkeys(uno.solicitudes for uno in renglones)]
    return cabeza + "\n".join([*tablas, _correo(correos)]) + _junto_al_par(renglones, correos) + PIE


def _tabla(solicitudes: int, renglones: Sequence[Renglon], primeras: Mapping[str, Renglon]) -> str:
    filas = [_fila(uno, primeras[uno.acto]) for uno in renglones if uno.solicitudes == solicitudes]
    medidas = ("Median ms", "p95 ms", "Floor median ms", "Floor p95 ms", "Ratio", "Growth", "Floor's growth")
    titulos = ("", *medidas, "Page kB", "Floor kB")
    return f"## {solicitudes:,} requests\n\n" + _renglones([titulos, *filas])


def _fila(uno: Renglon, primera: Renglon) -> tuple[str, ...]:
    return (
        uno.acto,
        f"{uno.real.mediana:.1f}",
        f"{uno.real.p95:.1f}",
        f"{uno.suelo.mediana:.1f}",
        f"{uno.suelo.p95:.1f}",
        f"{uno.razon:.2f}",
        f"{uno.real.mediana / primera.real.mediana:.2f}",
        f"{uno.suelo.mediana / primera.suelo.mediana:.2f}",
        f"{uno.real.peso / 1024:.0f}",
        f"{uno.suelo.peso / 1024:.0f}",
    )


def _correo(correos: Correos) -> str:
    titulos = ("Requests there were", "Messages a second, median", "Each time")
    filas = [
        (f"{n:,}", f"{median(veces):.0f}", ", ".join(f"{una:.0f}" for una in veces)) for n, veces in correos.items()
    ]
    return MENSAJES + _renglones([titulos, *filas])


def _junto_al_par(renglones: Sequence[Renglon], correos: Correos) -> str:
    """What the biggest database of the run took, beside what the peer took."""
    cuantas = max(correos)
    suyos = [uno for uno in renglones if uno.solicitudes == cuantas and uno.acto in DEL_PAR]
    filas = [
        (
            uno.acto,
            f"{DEL_PAR[uno.acto]:.0f} ms",
            f"{uno.real.mediana:.0f} ms",
            f"{uno.suelo.mediana:.0f} ms",
            f"{DEL_PAR[uno.acto] / uno.real.mediana:.1f}",
        )
        for uno in suyos
    ]
    por_segundo = median(correos[cuantas])
    correo = ("Mail", f"{CORREOS_DEL_PAR}/s", f"{por_segundo:.0f}/s", "", f"{por_segundo / CORREOS_DEL_PAR:.1f}")
    titulos = ("", "Peer", "This", "Floor", "Times as fast")
    return PARES.format(cuantas=cuantas) + _renglones([titulos, *filas, correo])


def _renglones(filas: Iterable[Sequence[str]]) -> str:
    titulos, *resto = filas
    raya = ["---", *["---:"] * (len(titulos) - 1)]
    return "".join(f"| {' | '.join(fila)} |\n" for fila in (titulos, raya, *resto))
