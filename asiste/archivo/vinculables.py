"""What stands already of an entity in the archive and may be shown as evidence of a line."""

from django.db.models import Q, QuerySet

from asiste.agenda.models import Asistencia, Invitado, Publico, Sesion
from asiste.agenda.models.sesion import SesionQuerySet
from asiste.archivo.alcance import ARCHIVO, oficinas_del_archivo
from asiste.archivo.models import ValorIndicador
from asiste.conceptos.models import Concepto
from asiste.directorio.models import Entidad
from asiste.solicitudes.models import Solicitud
from asiste.solicitudes.models.consultas import SolicitudQuerySet


def solicitudes_de(entidad: Entidad) -> SolicitudQuerySet:
    """Its requests to the archive, and those in which it takes part."""
    suyas = Solicitud.participantes.through.objects.filter(entidad=entidad)
    return Solicitud.objects.filter(Q(entidad=entidad) | Q(pk__in=suyas.values("solicitud")), direccion__clave=ARCHIVO)


def conceptos_de(entidad: Entidad) -> QuerySet[Concepto]:
    """Concepts that the archive signed for it."""
    return Concepto.objects.filter(
        estado=Concepto.Estado.FIRMADO, solicitud__entidad=entidad, dependencia__in=oficinas_del_archivo()
    )


def sesiones_de(entidad: Entidad) -> SesionQuerySet:
    """Sessions of the archive, not called off, that were for it: by name, by its requests, its guests or who came."""
    suyas = [
        Q(publico__in=Publico.entidades.through.objects.filter(entidad=entidad).values("publico")),
        Q(pk__in=Invitado.objects.filter(entidad=entidad).values("sesion")),
        Q(pk__in=Asistencia.objects.validas().filter(entidad=entidad).values("sesion")),
        Q(pk__in=Sesion.solicitudes.through.objects.filter(solicitud__entidad=entidad).values("sesion")),
    ]
    return Sesion.objects.vigentes().filter(
        suyas[0] | suyas[1] | suyas[2] | suyas[3], dependencia__in=oficinas_del_archivo()
    )


def vigencias_medidas(entidad: Entidad) -> list[int]:
    """Years of which it has values of indicators, the last first."""
    medidas = ValorIndicador.objects.filter(entidad=entidad)
    return list(medidas.order_by("-vigencia").values_list("vigencia", flat=True).distinct())
