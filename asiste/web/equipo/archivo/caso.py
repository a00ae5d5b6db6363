"""The plan of the entity of a case of the archive, as the page of the case shows it."""

from asiste.archivo.alcance import ARCHIVO, es_del_archivo, planes_del_equipo
from asiste.archivo.models import PlanFocalizado
from asiste.cuentas.models import Usuario
from asiste.solicitudes.models import Solicitud


def plan_del_caso(usuario: Usuario, caso: Solicitud) -> PlanFocalizado | None:
    """The last one of its entity; None for other direcciones, and for who does not see the plans."""
    if not caso.entidad_id or not es_del_archivo(usuario) or caso.direccion.clave != ARCHIVO:
        return None
    return planes_del_equipo(usuario).en_pie().filter(entidad=caso.entidad_id).order_by("-vigencia").first()
