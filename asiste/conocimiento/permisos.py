"""Who decides on what an office issued, whatever the page where it is asked."""

from django.utils import timezone

from asiste.conocimiento.models import Publicacion
from asiste.cuentas.models import Rol, Usuario
from asiste.directorio.consultas import oficinas_a_cargo

DE_TODAS = {Rol.ADMINISTRACION, Rol.SDFI}


def puede_decidir(usuario: Usuario, publicacion: Publicacion) -> bool:
    """Say whether it holds, withdraw it, relate it to others, leave it without effect and give that back.

    Who heads the office that issued it or one above it, by position or by an act in force today.
    """
    if usuario.rol in DE_TODAS:
        return True
    persona = getattr(usuario, "funcionario", None)
    if persona is None:
        return False
    por_cargo = usuario.rol in {Rol.DIRECCION, Rol.SUBDIRECCION}
    if por_cargo and persona.dependencia_id in publicacion.dependencia.linea:
        return True
    a_cargo = oficinas_a_cargo(funcionario=persona, hoy=timezone.localdate())
    return a_cargo.filter(pk=publicacion.dependencia_id).exists()
