"""The plan, activity or strategy that an address names, inside what the person may see."""

from typing import Any

from django.shortcuts import get_object_or_404

from asiste.cuentas.models import Usuario
from asiste.oferta import alcance
from asiste.oferta.consultas.ambito import Ambito, ambito_de
from asiste.oferta.models import Actividad, Estrategia, Plan
from asiste.web.equipo.acceso import Peticion, exigir
from asiste.web.equipo.oferta.forms.cobertura import CoberturaForm


def plan_de(usuario: Usuario, numero: int) -> Plan:
    """The plan with that number among those of the person; else Http404."""
    return get_object_or_404(alcance.planes_del_equipo(usuario), pk=numero)


def actividad_de(usuario: Usuario, numero: int) -> Actividad:
    """The activity with that number in a plan of the person, with what its pages show; else Http404."""
    actividad: Actividad = get_object_or_404(alcance.actividades_del_equipo(usuario).en_orden(), pk=numero)
    return actividad


def estrategia_de(usuario: Usuario, numero: int) -> Estrategia:
    """The strategy with that number in a dirección of the person; else Http404."""
    return get_object_or_404(alcance.estrategias_del_equipo(usuario), pk=numero)


def pedido(request: Peticion, filtros: CoberturaForm) -> tuple[dict[str, Any], Ambito]:
    """What a page of figures is about: the conditions of the address, and the dirección and year they name.

    The dirección is the one that `direccion` names or, in its absence, the first. Raises PermissionDenied without any.
    """
    direcciones = list(alcance.direcciones_de(request.user))
    exigir(bool(direcciones))
    pedida = request.GET.get("direccion", "")
    direccion = next((una for una in direcciones if una.clave == pedida), direcciones[0])
    contexto = {"direcciones": direcciones, "direccion": direccion, "filtros": filtros, "vigencia": filtros.anio_visto}
    return contexto, ambito_de(direccion, filtros.anio_visto)
