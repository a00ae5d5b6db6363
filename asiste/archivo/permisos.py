"""Who may do what with a plan, by name. Seeing comes first: see `alcance`."""

from asiste.agenda.permisos import PROGRAMAN
from asiste.archivo.alcance import es_del_archivo
from asiste.archivo.models import PlanFocalizado
from asiste.cuentas.models import Usuario
from asiste.solicitudes.alcance import personas_de
from asiste.solicitudes.permisos import DIRIGEN


def puede_ver_planes(usuario: Usuario) -> bool:
    """Read the plans of all the entities: the whole team of the archive, the SDFI and the administration."""
    return es_del_archivo(usuario)


def puede_preparar(usuario: Usuario) -> bool:
    """Begin the plan of an entity: advisers and heads."""
    return usuario.rol in PROGRAMAN and es_del_archivo(usuario)


def puede_llevar(usuario: Usuario, plan: PlanFocalizado) -> bool:
    """Prepare it, propose it, walk its lines and close it: its adviser, who stands in today, or who heads."""
    suyo = plan.asesor_id in personas_de(usuario)
    return puede_preparar(usuario) and (suyo or usuario.rol in DIRIGEN)
