"""The concept that an address names, inside what the person may see."""

from django.shortcuts import get_object_or_404

from asiste.conceptos import permisos
from asiste.conceptos.alcance import conceptos_del_equipo
from asiste.conceptos.models import Concepto
from asiste.cuentas.models import Usuario
from asiste.web.equipo.acceso import exigir


def concepto_de(usuario: Usuario, numero: int) -> Concepto:
    """The one with that number among those of the person, with what its pages show; else Http404."""
    concepto: Concepto = get_object_or_404(conceptos_del_equipo(usuario).completos(), pk=numero)
    return concepto


def concepto_que_escribe(usuario: Usuario, numero: int) -> Concepto:
    """The same, for who writes it; else 404, or 403 when it is only to be seen."""
    concepto = concepto_de(usuario, numero)
    exigir(permisos.puede_redactar(usuario, concepto))
    return concepto
