"""What becomes of a signed concept, as the page of a concept shows them."""

from typing import Any

from asiste.conceptos.models import Concepto
from asiste.cuentas.models import Usuario


def ficha(usuario: Usuario, concepto: Concepto) -> dict[str, Any]:
    """What its part of the page needs."""
    return {}
