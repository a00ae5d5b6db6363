"""Which official mailbox writes for an office."""

from email.utils import quote

from asiste.directorio.models import Dependencia
from asiste.portafolio.models import Canal


def remitente_de(dependencia: Dependencia) -> str:
    """Default mailbox of the office, or of its dirección; empty when neither has one. One query."""
    direccion = dependencia.direccion
    buzon = Canal.objects.predeterminado_de([dependencia.pk, direccion.pk])
    return f'"{quote(direccion.nombre)}" <{buzon.valor}>' if buzon else ""
