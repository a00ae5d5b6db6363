"""Which official mailbox writes for an office."""

from email.utils import quote

from asiste.directorio.models import Dependencia
from asiste.portafolio.models import Canal


def remitente_de(dependencia: Dependencia) -> str:
    """Default mailbox of the office, or of its dirección; empty when neither has one. One query."""
    direccion = dependencia.direccion
    oficinas = [dependencia.pk, direccion.pk]
    buzones = Canal.objects.filter(tipo=Canal.Tipo.CORREO, predeterminado=True, dependencia__in=oficinas)
    buzon = min(buzones, key=lambda canal: oficinas.index(canal.dependencia_id), default=None)
    return f'"{quote(direccion.nombre)}" <{buzon.valor}>' if buzon else ""
