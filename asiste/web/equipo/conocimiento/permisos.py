"""Who may do what in the bank, by name. Seeing comes first: see `acceso`; deciding is of `conocimiento`."""

from asiste.conocimiento.models import Publicacion
from asiste.cuentas.models import Rol, Usuario
from asiste.solicitudes.alcance import dependencias_de
from asiste.solicitudes.permisos import DIRIGEN

EDITAN = DIRIGEN | {Rol.ASESOR}
Clase = Publicacion.Clase
DE_ASESORES = [Clase.INSTRUMENTO]  # what an adviser publishes alone: the rest goes out over the name of an office


def clases_que_publica(usuario: Usuario) -> list[Publicacion.Clase]:
    """Kinds that the person may add; a concept comes only from its own page, once signed."""
    if usuario.rol in DIRIGEN:
        return [Clase.LINEA, Clase.GUIA, Clase.INSTRUMENTO]
    return list(DE_ASESORES) if usuario.rol in EDITAN else []


def puede_agregar(usuario: Usuario) -> bool:
    """Add something to the bank: advisers, instruments; heads, also lines and guides."""
    return bool(clases_que_publica(usuario))


def puede_editar(usuario: Usuario, publicacion: Publicacion) -> bool:
    """Publish another version, for what the person may publish in an office of the tree; a concept is not rewritten."""
    suya = publicacion.dependencia_id in dependencias_de(usuario)
    return suya and publicacion.clase in clases_que_publica(usuario)


def puede_clasificar(usuario: Usuario, publicacion: Publicacion) -> bool:
    """Set its summary and its topics: advisers and heads of its office."""
    return usuario.rol in EDITAN and publicacion.dependencia_id in dependencias_de(usuario)


def puede_cuidar_sinonimos(usuario: Usuario) -> bool:
    """Write the words that searches take for equal: heads."""
    return usuario.rol in DIRIGEN
