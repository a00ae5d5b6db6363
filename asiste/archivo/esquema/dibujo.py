"""The drawing of the scheme: boxes from the steps, arrows from what the actions do. It says nothing that they do not.

Disposición: 7.1.3-esquema-operativo.
"""

from dataclasses import dataclass
from functools import cache

from asiste.archivo.esquema.cajas import Caja, Linea, alrededor, en, unir
from asiste.archivo.esquema.pasos import AUTOGESTION, ENCUESTA, Paso, pasos
from asiste.solicitudes.estados import TRANSICIONES
from asiste.solicitudes.models import Solicitud

E = Solicitud.Estado
LUGARES: dict[str, tuple[int, int]] = {  # column and row
    AUTOGESTION: (0, 0),
    E.POR_TOMAR.value: (1, 0),
    E.EN_TRAMITE.value: (2, 0),
    E.SUSPENDIDA.value: (2, 1),
    E.ATENDIDA.value: (3, 0),
    E.CERRADA.value: (4, 0),
    ENCUESTA: (5, 0),
    E.ANULADA.value: (0, 2),
    E.FUSIONADA.value: (1, 2),
    E.DESISTIDA.value: (2, 2),
    E.TRASLADADA.value: (3, 2),
}
ABIERTA = "abierta"  # the group of the states in which it is not attended yet
ANCHO, ALTO = 1382, 480
SEPARACION = 34  # between the line that goes and the one that comes back


@dataclass(frozen=True, slots=True)
class Casilla:
    """A step and its box."""

    paso: Paso
    caja: Caja


@dataclass(frozen=True, slots=True)
class Flecha:
    """What takes a request from a step to another; `vuelta` when it takes it back."""

    linea: Linea
    verbo: str
    vuelta: bool


@dataclass(frozen=True, slots=True)
class Dibujo:
    """All that is drawn."""

    casillas: list[Casilla]
    grupo: Caja
    flechas: list[Flecha]
    ancho: int = ANCHO
    alto: int = ALTO


@cache
def dibujo() -> Dibujo:
    """The drawing; the same each time."""
    casillas = [Casilla(paso, en(*LUGARES[paso.clave])) for paso in pasos()]
    cajas = {casilla.paso.clave: casilla.caja for casilla in casillas}
    cajas[ABIERTA] = alrededor([cajas[estado] for estado in Solicitud.ABIERTOS])
    flechas = [_flecha(cajas, de, a, verbo) for (de, a), verbo in enlaces().items()]
    return Dibujo(casillas, cajas[ABIERTA], flechas)


@cache
def enlaces() -> dict[tuple[str, str], str]:
    """Each pair of steps that something joins, and its verb.

    What goes out of all the open states, or comes back to any of them, is told once, of the group.
    """
    juntos: dict[tuple[str, str], str] = {}
    for transicion in TRANSICIONES:
        de = transicion.de.value if transicion.de else AUTOGESTION
        par = (de, transicion.a.value)
        if transicion.de in Solicitud.ABIERTOS and set(Solicitud.ABIERTOS) <= _que_llevan(transicion.accion):
            par = (ABIERTA, transicion.a.value)
        elif transicion.de not in {None, *Solicitud.ABIERTOS} and transicion.a in Solicitud.ABIERTOS:
            par = (de, ABIERTA)
        juntos.setdefault(par, transicion.verbo)
    juntos[E.CERRADA.value, ENCUESTA] = "Valorar"
    return juntos


def _que_llevan(accion: str) -> set[Solicitud.Estado]:
    """States from which that action takes a request away."""
    return {transicion.de for transicion in TRANSICIONES if transicion.accion == accion and transicion.de}


def _flecha(cajas: dict[str, Caja], de: str, a: str, verbo: str) -> Flecha:
    vuelta = a == ABIERTA or (de, a) == (E.SUSPENDIDA.value, E.EN_TRAMITE.value)
    con_regreso = {(a, de), (a, ABIERTA)} & enlaces().keys()
    corrida = SEPARACION if vuelta else -SEPARACION if con_regreso else 0
    return Flecha(unir(cajas[de], cajas[a], corrida), verbo, vuelta)
