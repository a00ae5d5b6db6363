"""Coverage of a year: each entity by each topic, by offer and by demand."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Count, Exists, OuterRef, Q, QuerySet

from asiste.directorio.models import Entidad
from asiste.oferta.consultas.ambito import Ambito
from asiste.portafolio.models import Tema
from asiste.solicitudes.models import TemaSolicitud


@dataclass(frozen=True, slots=True)
class Celda:
    """What was done with an entity on a topic."""

    tema: Tema
    sesiones: int = 0
    solicitudes: int = 0

    @property
    def total(self) -> int:
        """Both."""
        return self.sesiones + self.solicitudes


@dataclass(frozen=True, slots=True)
class Matriz:
    """Topics with something in the year, and the cells that are not empty, by entity and topic."""

    temas: list[Tema]
    celdas: dict[tuple[int, int], Celda]

    def fila(self, entidad: Entidad) -> list[Celda]:
        """The cells of an entity, one for each topic."""
        return [self.celdas.get((entidad.pk, tema.pk), Celda(tema)) for tema in self.temas]

    def filas(self, entidades: Iterable[Entidad]) -> list[tuple[Entidad, list[Celda]]]:
        """Each entity with its cells."""
        return [(entidad, self.fila(entidad)) for entidad in entidades]

    def alcanzadas(self) -> list[int]:
        """How many entities were assisted on each topic."""
        cuentas = dict.fromkeys((tema.pk for tema in self.temas), 0)
        for _, tema in self.celdas:
            cuentas[tema] += 1
        return list(cuentas.values())


def matriz_de(ambito: Ambito, entidades: QuerySet[Entidad]) -> Matriz:
    """The matrix of those entities. Three queries, however many there are."""
    temas, suyas = ambito.temas, entidades.order_by().values("pk")
    cuentas: dict[tuple[int, int], list[int]] = defaultdict(lambda: [0, 0])
    ofrecidas = (
        ambito.asistencias.filter(entidad__in=suyas, sesion__temas__in=temas.order_by().values("pk"))
        .values_list("entidad", "sesion__temas")
        .annotate(cuantas=Count("sesion", distinct=True))
        .order_by("entidad")
    )
    pedidas = (
        TemaSolicitud.objects.filter(
            solicitud__in=ambito.atendidas.order_by().values("pk"),
            solicitud__entidad__in=suyas,
            tema__in=temas.order_by().values("pk"),
        )
        .values_list("solicitud__entidad", "tema")
        .annotate(cuantas=Count("solicitud", distinct=True))
        .order_by("solicitud__entidad")
    )
    for cual, filas in enumerate((ofrecidas, pedidas)):
        for entidad, tema, cuantas in filas:
            cuentas[entidad, tema][cual] = cuantas
    con_algo = {tema for _, tema in cuentas}
    columnas = {tema.pk: tema for tema in temas if tema.pk in con_algo}
    return Matriz(
        list(columnas.values()),
        {(entidad, tema): Celda(columnas[tema], *par) for (entidad, tema), par in cuentas.items()},
    )


def nunca_asistidas(ambito: Ambito, entidades: QuerySet[Entidad]) -> QuerySet[Entidad]:
    """Those without attendance nor attended request in the year, whatever the topic."""
    asistieron = ambito.asistencias.filter(entidad=OuterRef("pk"))
    atendidas = ambito.atendidas.order_by().filter(Q(entidad=OuterRef("pk")))
    return entidades.filter(~Exists(asistieron), ~Exists(atendidas))
