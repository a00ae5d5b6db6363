"""Which concepts each person may see: the only root from which the surfaces read."""

from django.db.models import Q
from django.utils import timezone

from asiste.conceptos.models import Concepto, ConceptoQuerySet
from asiste.cuentas.models import Usuario
from asiste.directorio.consultas import oficinas_a_cargo
from asiste.solicitudes.alcance import VEN_TODO, dependencias_de, personas_de


def conceptos_del_equipo(usuario: Usuario) -> ConceptoQuerySet:
    """Those of the offices of the person's tree, of the requests given to them, and those they draft, review or sign.

    Given to them is also what was given to who they stand in for today. Who heads an office by an act sees what waits
    there for the signature, and what was signed.
    """
    if usuario.rol in VEN_TODO:
        return Concepto.objects.all()
    personas = personas_de(usuario)
    suyos = Q(proyecta__in=personas) | Q(revisa__in=personas) | Q(firma__in=personas)
    suyos |= Q(solicitud__asesor__in=personas)
    if puesto := getattr(usuario, "funcionario", None):
        a_cargo = oficinas_a_cargo(funcionario=puesto, hoy=timezone.localdate())
        suyos |= Q(estado__in=[Concepto.Estado.FIRMA, Concepto.Estado.FIRMADO], dependencia__in=a_cargo.values("pk"))
    return Concepto.objects.filter(suyos | Q(dependencia__in=dependencias_de(usuario)))
