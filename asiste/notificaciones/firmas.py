"""What the links of the mails carry: a signed mark that serves one purpose and no other."""

from datetime import timedelta
from typing import Any

from django.core import signing


class Vencida(Exception):
    """The mark is ours, and too old."""


class Desconocida(Exception):
    """The mark is not ours, or was signed for something else."""


def firmar(proposito: str, valor: Any) -> str:
    """A mark fit for an address; with that purpose and nothing else it may be read back."""
    return signing.dumps(valor, salt=f"asiste.{proposito}", compress=True)


def leer(proposito: str, marca: str, dura: timedelta | None = None) -> Any:
    """What was signed. Raises `Vencida` when it is older than `dura`, and `Desconocida` when it is not ours."""
    try:
        return signing.loads(marca, salt=f"asiste.{proposito}", max_age=dura)
    except signing.SignatureExpired as vieja:
        raise Vencida from vieja
    except signing.BadSignature as ajena:
        raise Desconocida from ajena
