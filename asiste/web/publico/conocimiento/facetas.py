"""The filters of the bank with what each value would give."""

from collections import Counter
from dataclasses import dataclass, field
from typing import NamedTuple

from django.db.models import Max, Min

from asiste.conocimiento.filtros import Pedido, Valores
from asiste.conocimiento.models import Publicacion
from asiste.directorio.models import Dependencia
from asiste.portafolio.models import Tema

TOPE = 2_000  # publications that are counted at most: the figures beyond it are told as «más de»
DEL_CATALOGO = ("dependencia__orden", "orden", "id")


class Fila(NamedTuple):
    """What is counted of a publication."""

    pk: int
    clase: str
    dependencia: int
    anio: int
    estado: str


@dataclass(slots=True)
class Opcion:
    """A value: its name, how many it gives, whether it is chosen, and those under it."""

    valor: str
    nombre: str
    cuantas: int
    elegida: bool
    hijas: list["Opcion"] = field(default_factory=list)

    @property
    def visible(self) -> bool:
        """False for what would give nothing."""
        return self.cuantas > 0 or self.elegida or bool(self.hijas)

    @property
    def abierta(self) -> bool:
        """True when those under it are to be seen at once."""
        return self.elegida or any(hija.elegida for hija in self.hijas)


@dataclass(frozen=True, slots=True)
class Faceta:
    """A filter; `parcial` when there is more than what was counted."""

    campo: str
    titulo: str
    opciones: list[Opcion]
    parcial: bool = False


class Muestras:
    """What holds, read once: of what a filter counts, only those with something chosen in it need another reading."""

    def __init__(self, pedido: Pedido) -> None:
        self.pedido = pedido
        leidas = self._leer("")
        self.comun, self.hay_mas = leidas[:TOPE], len(leidas) > TOPE

    def de(self, campo: str) -> list[Fila]:
        """Those that hold without that filter."""
        return self._leer(campo)[:TOPE] if self.elegidos(campo) else self.comun

    def elegidos(self, campo: str) -> Valores:
        """What was chosen in a filter."""
        valores: Valores = getattr(self.pedido.filtros, campo)
        return valores

    def _leer(self, menos: str) -> list[Fila]:
        halladas = self.pedido.aplicar(Publicacion.objects.visibles(), menos=menos).order_by()
        filas = halladas.values_list("pk", "clase", "dependencia", "fecha__year", "estado")[: TOPE + 1]
        return [Fila(*fila) for fila in filas]


def facetas(muestras: Muestras) -> list[Faceta]:
    """Every filter, each counted as if nothing were chosen in it."""
    return [
        _fija(muestras, "clase", "Qué es", Publicacion.Clase.choices),
        _de_direccion(muestras),
        _de_tema(muestras),
        _de_anio(muestras),
        _fija(muestras, "estado", "Estado", Publicacion.Estado.choices[:2]),
    ]


def _fija(muestras: Muestras, campo: str, titulo: str, valores: list[tuple[str, str]]) -> Faceta:
    filas = muestras.de(campo)
    cuenta = Counter(getattr(fila, campo) for fila in filas)
    elegidos = muestras.elegidos(campo)
    opciones = [Opcion(valor, str(nombre), cuenta[valor], valor in elegidos) for valor, nombre in valores]
    return _faceta(campo, titulo, opciones, filas)


def _de_anio(muestras: Muestras) -> Faceta:
    """Every year from the first to the last one."""
    filas, elegidos = muestras.de("anio"), muestras.elegidos("anio")
    cuenta = Counter(fila.anio for fila in filas)
    limites = Publicacion.objects.visibles().aggregate(desde=Min("fecha"), hasta=Max("fecha"))
    anios = range(limites["hasta"].year, limites["desde"].year - 1, -1) if limites["hasta"] else range(0)
    opciones = [Opcion(str(anio), str(anio), cuenta[anio], str(anio) in elegidos) for anio in anios]
    return _faceta("anio", "Año", opciones, filas)


def _de_direccion(muestras: Muestras) -> Faceta:
    """What an office issued counts in its dirección."""
    filas, elegidos = muestras.de("direccion"), muestras.elegidos("direccion")
    cuenta = Counter(fila.dependencia for fila in filas)
    opciones: dict[str, Opcion] = {}
    for oficina in Dependencia.objects.select_related("padre").order_by("orden", "id"):
        suya = oficina.direccion
        opciones.setdefault(suya.clave, Opcion(suya.clave, suya.nombre, 0, suya.clave in elegidos))
        opciones[suya.clave].cuantas += cuenta[oficina.pk]
    return _faceta("direccion", "Dirección", list(opciones.values()), filas)


def _de_tema(muestras: Muestras) -> Faceta:
    """The tree of topics: a component counts also what is on those under it."""
    filas, elegidos = muestras.de("tema"), muestras.elegidos("tema")
    temas = {tema.pk: tema for tema in Tema.objects.exclude(tipo=Tema.Tipo.FRENTE).order_by(*DEL_CATALOGO)}
    renglones = Publicacion.temas.through.objects.filter(publicacion__in=[fila.pk for fila in filas]).order_by()
    pares = [(cual, temas[tema]) for cual, tema in renglones.values_list("publicacion", "tema") if tema in temas]
    por_tema = Counter(tema.pk for _, tema in pares)
    por_raiz = Counter(raiz for _, raiz in {(cual, tema.padre_id or tema.pk) for cual, tema in pares})
    raices = {tema.pk: _opcion(tema, por_raiz, elegidos) for tema in temas.values() if tema.padre_id is None}
    for tema in temas.values():
        if tema.padre_id in raices and (hija := _opcion(tema, por_tema, elegidos)).visible:
            raices[tema.padre_id].hijas.append(hija)
    return _faceta("tema", "Tema", list(raices.values()), filas)


def _opcion(tema: Tema, cuenta: Counter[int], elegidos: Valores) -> Opcion:
    return Opcion(tema.clave, tema.nombre, cuenta[tema.pk], tema.clave in elegidos)


def _faceta(campo: str, titulo: str, opciones: list[Opcion], filas: list[Fila]) -> Faceta:
    """Without what would give nothing, unless nobody knows."""
    parcial = len(filas) >= TOPE
    return Faceta(campo, titulo, [una for una in opciones if parcial or una.visible], parcial)
