"""The filters of the bank with what each value would give."""

from collections import Counter
from dataclasses import dataclass, field

from django.db.models import Count, Max, Min
from django.db.models.functions import Coalesce, ExtractYear

from asiste.conocimiento.filtros import Pedido, Valores
from asiste.conocimiento.models import Publicacion
from asiste.directorio.models import Dependencia
from asiste.portafolio.models import Tema

TOPE = 10_000  # publications that are counted at most: the figures beyond it are told as «más de»


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


def cuantas(pedido: Pedido) -> int:
    """How many hold, up to one more than `TOPE`. One query."""
    return pedido.aplicar(Publicacion.objects.visibles()).order_by().values("pk")[: TOPE + 1].count()


def facetas(pedido: Pedido) -> list[Faceta]:
    """Every filter, each counted as if nothing were chosen in it. As many queries, whatever is asked."""
    return [
        _fija(pedido, "clase", "Qué es", Publicacion.Clase.choices),
        _de_direccion(pedido),
        _de_tema(pedido),
        _de_anio(pedido),
        _fija(pedido, "estado", "Estado", Publicacion.Estado.choices[:2]),
    ]


def _contadas(pedido: Pedido, campo: str, columna: str) -> tuple[Counter[str], bool]:
    """How many of each value, of those that hold without that filter; and whether there are more than were counted."""
    muestra = pedido.aplicar(Publicacion.objects.visibles(), menos=campo).order_by().values("pk")[:TOPE]
    filas = Publicacion.objects.filter(pk__in=muestra).annotate(anio=ExtractYear("fecha")).order_by()
    cuenta = Counter({str(valor): n for valor, n in filas.values_list(columna).annotate(n=Count("pk"))})
    return cuenta, cuenta.total() >= TOPE


def _fija(pedido: Pedido, campo: str, titulo: str, valores: list[tuple[str, str]]) -> Faceta:
    cuenta, parcial = _contadas(pedido, campo, campo)
    elegidos = getattr(pedido.filtros, campo)
    opciones = [Opcion(valor, str(nombre), cuenta[valor], valor in elegidos) for valor, nombre in valores]
    return _faceta(campo, titulo, opciones, parcial)


def _de_anio(pedido: Pedido) -> Faceta:
    """Every year from the first to the last one."""
    cuenta, parcial = _contadas(pedido, "anio", "anio")
    limites = Publicacion.objects.visibles().aggregate(desde=Min("fecha"), hasta=Max("fecha"))
    anios = range(limites["hasta"].year, limites["desde"].year - 1, -1) if limites["hasta"] else range(0)
    opciones = [Opcion(str(anio), str(anio), cuenta[str(anio)], str(anio) in pedido.filtros.anio) for anio in anios]
    return _faceta("anio", "Año", opciones, parcial)


def _de_direccion(pedido: Pedido) -> Faceta:
    """What an office issued counts in its dirección."""
    cuenta, parcial = _contadas(pedido, "direccion", "dependencia")
    opciones: dict[str, Opcion] = {}
    for oficina in Dependencia.objects.select_related("padre").order_by("orden", "id"):
        suya = oficina.direccion
        nueva = Opcion(suya.clave, suya.nombre, 0, suya.clave in pedido.filtros.direccion)
        opciones.setdefault(suya.clave, nueva).cuantas += cuenta[str(oficina.pk)]
    return _faceta("direccion", "Dirección", list(opciones.values()), parcial)


def _de_tema(pedido: Pedido) -> Faceta:
    """The tree of topics: a component counts also what is on those under it."""
    muestra = pedido.aplicar(Publicacion.objects.visibles(), menos="tema").order_by().values("pk")[:TOPE]
    renglones = Publicacion.temas.through.objects.filter(publicacion__in=muestra).order_by()
    por_tema = Counter(dict(renglones.values_list("tema").annotate(n=Count("publicacion"))))
    de_raiz = renglones.values_list(Coalesce("tema__padre", "tema"))
    por_raiz = Counter(dict(de_raiz.annotate(n=Count("publicacion", distinct=True))))
    elegidos = pedido.filtros.tema
    temas = list(Tema.objects.exclude(tipo=Tema.Tipo.FRENTE).order_by("dependencia__orden", "orden", "id"))
    de_padre = {tema.pk: _opcion(tema, por_raiz, elegidos) for tema in temas if tema.padre_id is None}
    for tema in temas:
        if tema.padre_id in de_padre and (hija := _opcion(tema, por_tema, elegidos)).visible:
            de_padre[tema.padre_id].hijas.append(hija)
    return _faceta("tema", "Tema", list(de_padre.values()), por_raiz.total() >= TOPE)


def _opcion(tema: Tema, cuenta: Counter[int], elegidos: Valores) -> Opcion:
    return Opcion(tema.clave, tema.nombre, cuenta[tema.pk], tema.clave in elegidos)


def _faceta(campo: str, titulo: str, opciones: list[Opcion], parcial: bool) -> Faceta:
    """Without what would give nothing, unless nobody knows."""
    return Faceta(campo, titulo, [una for una in opciones if parcial or una.visible], parcial)
