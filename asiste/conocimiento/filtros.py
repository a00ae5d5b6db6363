"""What is asked of the bank: words and filters, as an address, a feed and a saved search hold them."""

import re
from collections.abc import Callable
from dataclasses import dataclass, fields, replace
from functools import reduce
from operator import or_
from typing import Any, Self

from django.db.models import Q
from django.http import QueryDict
from django.utils.http import urlencode

from asiste.conocimiento.busqueda import Consulta, leer
from asiste.conocimiento.models import Publicacion, PublicacionQuerySet

Valores = tuple[str, ...]
LARGO = 150  # characters of what is written
CABEN = 12  # values of a filter
VALOR = re.compile(r"[a-z0-9-]{1,80}")
ANIO = re.compile(r"(19|20)\d\d")
CONTROLES = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")  # no XML may hold them


@dataclass(frozen=True, slots=True)
class Filtros:
    """Words, and the values chosen of each filter; of one filter any will do, of two both must hold."""

    texto: str = ""
    clase: Valores = ()
    direccion: Valores = ()
    tema: Valores = ()
    anio: Valores = ()
    estado: Valores = ()

    @classmethod
    def leer(cls, parametros: QueryDict) -> Self:
        """What an address asks; what makes no sense is left out."""
        elegidos = {campo: _sanos(campo, parametros.getlist(campo)) for campo in CAMPOS}
        texto = " ".join(CONTROLES.sub(" ", parametros.get("q", "")).split())[:LARGO]
        return cls(texto=texto, **elegidos)

    @classmethod
    def de_consulta(cls, consulta: str) -> Self:
        """What a saved search asks."""
        return cls.leer(QueryDict(consulta))

    @property
    def consulta(self) -> str:
        """The same, always written alike: two equal searches are the same text."""
        pares = [("q", self.texto)] if self.texto else []
        return urlencode([*pares, *self.elegidos])

    @property
    def elegidos(self) -> list[tuple[str, str]]:
        """Filter and value of each chosen one."""
        return [(campo, valor) for campo in CAMPOS for valor in getattr(self, campo)]

    def sin(self, campo: str, valor: str) -> "Filtros":
        """The same without one of the chosen values."""
        cambio: dict[str, Any] = {campo: tuple(otro for otro in getattr(self, campo) if otro != valor)}
        return replace(self, **cambio)

    def entender(self, *, con_todas: bool = False) -> "Pedido":
        """The same with its words understood, which takes some queries; `con_todas` admits nothing that lacks one."""
        consulta = leer(self.texto)
        return Pedido(self, consulta.estricta() if con_todas else consulta)


CAMPOS = tuple(campo.name for campo in fields(Filtros) if campo.name != "texto")


@dataclass(frozen=True, slots=True)
class Pedido:
    """A search whose words were understood once, to be asked of as many sets as needed."""

    filtros: Filtros
    consulta: Consulta

    def aplicar(self, entre: PublicacionQuerySet, *, menos: str = "") -> PublicacionQuerySet:
        """Those that hold, each with its `relevancia`, best first; `menos` is a filter left out."""
        for campo, condicion in CONDICIONES.items():
            if campo != menos and (valores := getattr(self.filtros, campo)):
                entre = entre.filter(condicion(valores))
        return self.consulta.aplicar(entre)


def _sanos(campo: str, valores: list[str]) -> Valores:
    conocidos: dict[str, list[str]] = {"clase": Publicacion.Clase.values, "estado": Publicacion.Estado.values[:2]}
    forma = ANIO if campo == "anio" else VALOR
    buenos = {valor for valor in valores if forma.fullmatch(valor) and valor in conocidos.get(campo, [valor])}
    return tuple(sorted(buenos)[:CABEN])


def _de_temas(claves: Valores) -> Q:
    """On those topics, or on one under them."""
    renglones = Publicacion.temas.through.objects.filter(Q(tema__clave__in=claves) | Q(tema__padre__clave__in=claves))
    return Q(pk__in=renglones.values("publicacion"))


def _de_oficinas(claves: Valores) -> Q:
    return Q(dependencia__clave__in=claves) | Q(dependencia__padre__clave__in=claves)


def _de_anios(anios: Valores) -> Q:
    return reduce(or_, (Q(fecha__year=int(anio)) for anio in anios))


CONDICIONES: dict[str, Callable[[Valores], Q]] = {
    "clase": lambda valores: Q(clase__in=valores),
    "direccion": _de_oficinas,
    "tema": _de_temas,
    "anio": _de_anios,
    "estado": lambda valores: Q(estado__in=valores),
}
