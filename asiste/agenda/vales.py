"""The link by which an invited person answers without signing in: signed for that alone, and it expires."""

from datetime import timedelta

from django.core.signing import BadSignature, SignatureExpired, TimestampSigner

from asiste.agenda.models import Invitado

VIGENCIA = timedelta(days=180)
_FIRMA = TimestampSigner(salt="asiste.agenda.convocatoria", sep=".")


class ValeInvalido(Exception):
    """The link is incomplete, altered or of something else."""


class ValeVencido(ValeInvalido):
    """The link was good once."""


def vale_de(invitado: Invitado) -> str:
    """What goes in the address of the answer."""
    return _FIRMA.sign(str(invitado.pk))


def invitado_del_vale(vale: str) -> int:
    """Id of the invited person a link is of. Raises `ValeVencido` or `ValeInvalido`."""
    try:
        return int(_FIRMA.unsign(vale, max_age=VIGENCIA))
    except SignatureExpired as error:
        raise ValeVencido from error
    except (BadSignature, ValueError) as error:
        raise ValeInvalido from error
