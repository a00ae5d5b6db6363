"""Who may do what with a plan, by name. Seeing comes first: see `alcance`."""

from asiste.agenda.permisos import PROGRAMAN
from asiste.cuentas.models import Rol, Usuario
from asiste.directorio.models import Dependencia, Funcionario
from asiste.oferta.models import Actividad, Plan
from asiste.solicitudes.alcance import personas_de
from asiste.solicitudes.permisos import DIRIGEN


def puede_planear(usuario: Usuario) -> bool:
    """Take part in the plans: advisers and heads."""
    return usuario.rol in PROGRAMAN


def puede_ordenar(usuario: Usuario) -> bool:
    """Arrange the plans and the strategies of what the person sees: heads."""
    return usuario.rol in DIRIGEN


def puede_agregar_en(usuario: Usuario, direccion: Dependencia) -> bool:
    """Put in its next draft what is asked again and again, to answer for it: its own advisers and heads."""
    propia = hasattr(usuario, "funcionario") and usuario.funcionario.dependencia.direccion == direccion
    return propia and puede_planear(usuario)


def puede_proponer(usuario: Usuario, plan: Plan) -> bool:
    """Add an activity: while it is a draft, advisers and heads; afterwards, heads."""
    return plan.abierto and (puede_ordenar(usuario) or (plan.en_borrador and puede_planear(usuario)))


def puede_aprobar(usuario: Usuario, plan: Plan) -> bool:
    """Approve and close: who heads that dirección, or stands in today for who does. Disposición: 5-plan-anual."""
    dirigen = Funcionario.objects.filter(
        pk__in=personas_de(usuario), dependencia=plan.direccion_id, usuario__rol=Rol.DIRECCION
    )
    return dirigen.exists()


def puede_cambiar(usuario: Usuario, actividad: Actividad) -> bool:
    """Change or withdraw it: heads and, in a draft, who proposed it or answers for it."""
    if actividad.retirada_en or not actividad.plan.abierto:
        return False
    suya = actividad.propuesta_por_id == usuario.pk or actividad.responsable_id in personas_de(usuario)
    return puede_ordenar(usuario) or (actividad.plan.en_borrador and suya and puede_planear(usuario))


def puede_programar(usuario: Usuario, actividad: Actividad) -> bool:
    """Call its sessions: advisers and heads of the dirección, once approved."""
    return puede_planear(usuario) and actividad.plan.en_marcha and actividad.retirada_en is None
