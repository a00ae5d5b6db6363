"""Coverage of a year: each entity by each topic, by offer and by demand."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Count, Exists, OuterRef, Q, QuerySet
from django.utils import timezone

from asiste.agenda.alcance import sesiones_del_equipo
from asiste.agenda.models import Asistencia, Sesion
from asiste.agenda.models.asistencia import AsistenciaQuerySet
from asiste.agenda.models.sesion import SesionQuerySet
from asiste.cuentas.models import Usuario
from asiste.directorio.models import Dependencia, Entidad
from asiste.oferta.models import Actividad
from asiste.portafolio.models import Tema
from asiste.solicitudes.alcance import solicitudes_del_equipo
from asiste.solicitudes.models import TemaSolicitud
from asiste.solicitudes.models.consultas import SolicitudQuerySet


@dataclass(frozen=True, slots=True)
class Ambito:
    """What the figures are about: what a person sees of a dirección in a year."""

    direccion: Dependencia
    vigencia: int
    sesiones: SesionQuerySet
    solicitudes: SolicitudQuerySet

    @property
    def temas(self) -> QuerySet[Tema]:
        """Topics of the dirección and its subdirecciones, in their order."""
        oficinas = Dependencia.objects.arbol(self.direccion).values("pk")
        return Tema.objects.filter(dependencia__in=oficinas).order_by("orden", "id")

    @property
    def asistencias(self) -> AsistenciaQuerySet:
        """Attendance of known entities to sessions that were offered: those of no request, or of an activity."""
        de_demanda = Sesion.solicitudes.through.objects.filter(sesion=OuterRef("pk"))
        del_plan = Actividad.sesiones.through.objects.filter(sesion=OuterRef("pk"))
        ofrecidas = self.sesiones.filter(~Exists(de_demanda) | Exists(del_plan))
        return Asistencia.objects.validas().filter(sesion__in=ofrecidas.values("pk"), entidad__isnull=False)

    @property
    def atendidas(self) -> SolicitudQuerySet:
        """Requests attended in the year, of a known entity."""
        desde, hasta = lapso(self.vigencia)
        return self.solicitudes.filter(atendida_en__gte=desde, atendida_en__lt=hasta, entidad__isnull=False)


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


def lapso(vigencia: int) -> tuple[datetime, datetime]:
    """First instant of a year, and of the next one, in Bogotá."""
    zona = timezone.get_current_timezone()
    return datetime(vigencia, 1, 1, tzinfo=zona), datetime(vigencia + 1, 1, 1, tzinfo=zona)


def ambito_de(usuario: Usuario, direccion: Dependencia, vigencia: int) -> Ambito:
    """What the person sees of that dirección in that year: sessions held, and requests."""
    desde, hasta = lapso(vigencia)
    oficinas = Dependencia.objects.arbol(direccion).values("pk")
    sesiones = sesiones_del_equipo(usuario).filter(
        estado=Sesion.Estado.REALIZADA, inicia__gte=desde, inicia__lt=hasta, dependencia__in=oficinas
    )
    return Ambito(direccion, vigencia, sesiones, solicitudes_del_equipo(usuario).filter(direccion=direccion))


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
