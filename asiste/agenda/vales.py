"""The link by which an invited person answers without signing in: signed for that alone, and it expires."""

from datetime import timedelta

from asiste.agenda import firmas
from asiste.agenda.models import Invitado

VIGENCIA = timedelta(days=180)


def vale_de(invitado: Invitado) -> str:
    """What goes in the address of the answer."""
    return firmas.firmar(firmas.CONVOCATORIA, invitado.pk)


def invitado_del_vale(vale: str) -> int:
    """Id of the invited person a link is of. Raises `firmas.Vencida` or `firmas.Desconocida`."""
    return int(firmas.leer(firmas.CONVOCATORIA, vale, VIGENCIA))
