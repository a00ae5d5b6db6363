"""What the figures of a year are about."""

from dataclasses import dataclass, replace
from datetime import datetime

from django.db.models import Exists, OuterRef, QuerySet
from django.utils import timezone

from asiste.agenda.alcance import sesiones_del_equipo
from asiste.agenda.models import Asistencia, Sesion
from asiste.agenda.models.asistencia import AsistenciaQuerySet
from asiste.agenda.models.sesion import SesionQuerySet
from asiste.cuentas.models import Usuario
from asiste.directorio.models import Dependencia
from asiste.portafolio.models import Tema
from asiste.solicitudes.alcance import solicitudes_del_equipo
from asiste.solicitudes.models import Solicitud
from asiste.solicitudes.models.consultas import SolicitudQuerySet


@dataclass(frozen=True, slots=True)
class Ambito:
    """What the figures are about: a dirección in a year, whole.

    Who sees only a part of it sees the same figures: else those assisted by another office would seem never assisted.
    """

    direccion: Dependencia
    vigencia: int
    sesiones: SesionQuerySet
    solicitudes: SolicitudQuerySet

    def visto_por(self, usuario: Usuario) -> "Ambito":
        """The sessions and requests of it that a person may open, one by one."""
        sesiones = self.sesiones.filter(pk__in=sesiones_del_equipo(usuario).order_by().values("pk"))
        solicitudes = solicitudes_del_equipo(usuario).filter(direccion=self.direccion)
        return replace(self, sesiones=sesiones, solicitudes=solicitudes)

    @property
    def temas(self) -> QuerySet[Tema]:
        """Topics of the dirección and its subdirecciones, in their order."""
        oficinas = Dependencia.objects.arbol(self.direccion).values("pk")
        return Tema.objects.filter(dependencia__in=oficinas).order_by("orden", "id")

    @property
    def asistencias(self) -> AsistenciaQuerySet:
        """Attendance of known entities to the sessions, but for those of which the session attends a request."""
        suyas = Sesion.solicitudes.through.objects.filter(
            sesion=OuterRef("sesion"), solicitud__entidad=OuterRef("entidad")
        )
        vinieron = Asistencia.objects.validas().filter(sesion__in=self.sesiones.values("pk"), entidad__isnull=False)
        return vinieron.exclude(Exists(suyas))

    @property
    def atendidas(self) -> SolicitudQuerySet:
        """Requests attended in the year, of a known entity."""
        desde, hasta = lapso(self.vigencia)
        return self.solicitudes.filter(atendida_en__gte=desde, atendida_en__lt=hasta, entidad__isnull=False)


def lapso(vigencia: int) -> tuple[datetime, datetime]:
    """First instant of a year, and of the next one, in Bogotá."""
    zona = timezone.get_current_timezone()
    return datetime(vigencia, 1, 1, tzinfo=zona), datetime(vigencia + 1, 1, 1, tzinfo=zona)


def ambito_de(direccion: Dependencia, vigencia: int) -> Ambito:
    """Sessions held by a dirección and its subdirecciones in that year, and its requests."""
    desde, hasta = lapso(vigencia)
    oficinas = Dependencia.objects.arbol(direccion).values("pk")
    sesiones = Sesion.objects.filter(
        estado=Sesion.Estado.REALIZADA, inicia__gte=desde, inicia__lt=hasta, dependencia__in=oficinas
    )
    return Ambito(direccion, vigencia, sesiones, Solicitud.objects.filter(direccion=direccion))
