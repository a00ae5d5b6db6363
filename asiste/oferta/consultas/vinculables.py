"""Sessions that could count for an activity and count for none."""

from asiste.agenda.models.sesion import SesionQuerySet
from asiste.agenda.permisos import sesiones_que_lleva
from asiste.cuentas.models import Usuario
from asiste.directorio.models import Dependencia
from asiste.oferta.models import Actividad


def sesiones_por_vincular(usuario: Usuario, actividad: Actividad) -> SesionQuerySet:
    """Those of the dirección and of the year of the plan that the person carries, the latest first."""
    oficinas = Dependencia.objects.arbol(actividad.plan.direccion).values("pk")
    del_anio = sesiones_que_lleva(usuario).vigentes().filter(inicia__year=actividad.plan.vigencia)
    return del_anio.filter(dependencia__in=oficinas, actividades=None).order_by("-inicia", "-id")
