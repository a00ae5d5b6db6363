"""Who may do what with a concept, by name. Seeing comes first: see `alcance`."""

from asiste.conceptos.models import Concepto
from asiste.cuentas.models import Usuario
from asiste.solicitudes.alcance import dependencias_de, personas_de
from asiste.solicitudes.permisos import DIRIGEN


def dirige_concepto(usuario: Usuario, concepto: Concepto) -> bool:
    """Heads the office of the concept, or one above it."""
    return usuario.rol in DIRIGEN and concepto.dependencia_id in dependencias_de(usuario)


def puede_redactar(usuario: Usuario, concepto: Concepto) -> bool:
    """Write it while it is a draft: who drafts it, the adviser of the case, who stands in today, or who heads."""
    personas = personas_de(usuario)
    suyo = concepto.proyecta_id in personas or concepto.solicitud.asesor_id in personas
    return suyo or dirige_concepto(usuario, concepto)


def puede_cuidar_formatos(usuario: Usuario) -> bool:
    """Say the code and the initial text of the concepts of an office: heads, within their tree."""
    return usuario.rol in DIRIGEN
