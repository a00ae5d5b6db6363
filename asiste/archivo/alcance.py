"""What each person may see of the focalised assistance: the only roots from which the surfaces read."""

from django.db.models import Q, QuerySet

from asiste.archivo.models import LineaAccion, LineaQuerySet, PlanFocalizado, PlanFocalizadoQuerySet
from asiste.cuentas.models import Usuario
from asiste.directorio.models import Dependencia
from asiste.solicitudes.alcance import VEN_TODO, entidades_de

ARCHIVO = "ddab"  # clave of the dirección that gives it


def direccion_del_archivo() -> Dependencia:
    """The dirección that gives the focalised assistance."""
    return Dependencia.objects.get(clave=ARCHIVO)


def oficinas_del_archivo() -> QuerySet[Dependencia]:
    """That dirección and its subdirecciones."""
    return Dependencia.objects.filter(Q(clave=ARCHIVO) | Q(padre__clave=ARCHIVO))


def es_del_archivo(usuario: Usuario) -> bool:
    """Sees the plans: who works in the archive's tree, the SDFI and the administration."""
    if usuario.rol in VEN_TODO:
        return True
    if not usuario.es_equipo or not hasattr(usuario, "funcionario"):
        return False
    oficina = usuario.funcionario.dependencia
    return ARCHIVO in {oficina.clave, oficina.padre.clave if oficina.padre else ""}


def planes_del_equipo(usuario: Usuario) -> PlanFocalizadoQuerySet:
    """All the plans, for who is of the archive."""
    return PlanFocalizado.objects.all() if es_del_archivo(usuario) else PlanFocalizado.objects.none()


def lineas_del_equipo(usuario: Usuario) -> LineaQuerySet:
    """The lines of those plans."""
    return LineaAccion.objects.all() if es_del_archivo(usuario) else LineaAccion.objects.none()


def planes_de_entidad(usuario: Usuario) -> PlanFocalizadoQuerySet:
    """Plans ever proposed to the entities of a contact. Nobody else's."""
    if usuario.es_equipo:
        return PlanFocalizado.objects.none()
    suyas = entidades_de(usuario).order_by().values("pk")
    return PlanFocalizado.objects.propuestos().filter(entidad__in=suyas)


def lineas_de_entidad(usuario: Usuario) -> LineaQuerySet:
    """The agreed lines of those plans, and those that were taken out."""
    suyos = planes_de_entidad(usuario).values("pk")
    acordadas = [*LineaAccion.EN_CURSO, LineaAccion.Situacion.RETIRADA]
    return LineaAccion.objects.filter(plan__in=suyos, situacion__in=acordadas)
