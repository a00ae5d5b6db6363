"""What each person may see of the offer: the only roots from which the surfaces read."""

from django.db.models import QuerySet

from asiste.cuentas.models import Usuario
from asiste.directorio.models import Dependencia
from asiste.oferta.models import Actividad, ActividadQuerySet, Estrategia, Plan
from asiste.solicitudes.alcance import dependencias_de


def direcciones_de(usuario: Usuario) -> QuerySet[Dependencia]:
    """Direcciones of the person's tree, and the one his or her office belongs to, in their order."""
    visibles = set(dependencias_de(usuario))
    if visibles and hasattr(usuario, "funcionario"):
        visibles.update(usuario.funcionario.dependencia.linea)
    return Dependencia.objects.direcciones().filter(pk__in=visibles)


def planes_del_equipo(usuario: Usuario) -> QuerySet[Plan]:
    """Plans of those direcciones."""
    suyos = Plan.objects.filter(direccion__in=direcciones_de(usuario).order_by().values("pk"))
    return suyos.select_related("direccion", "aprobado_por")


def actividades_del_equipo(usuario: Usuario) -> ActividadQuerySet:
    """Activities of those plans."""
    return Actividad.objects.filter(plan__direccion__in=direcciones_de(usuario).order_by().values("pk"))


def estrategias_del_equipo(usuario: Usuario) -> QuerySet[Estrategia]:
    """Strategies of those direcciones, the ones in use first."""
    suyas = Estrategia.objects.filter(dependencia__in=direcciones_de(usuario).order_by().values("pk"))
    return suyas.select_related("dependencia")
