"""The PDF of the public version, composed anew: it points to the one that was signed, and is not it."""

from collections.abc import Mapping
from typing import Any

from django.utils import timezone

from asiste.conceptos.documento import componer_concepto
from asiste.conceptos.models import Concepto

NOTA = (
    "En esta versión pública se suprimieron los datos personales y no van los anexos. Es copia informativa del "
    "concepto firmado, que se comprueba en"
)


def componer_version_publica(concepto: Concepto, publico: Mapping[str, Any]) -> bytes:
    """The document of a signed concept with its public content: its date, and who signed it with the title of then."""
    firmado = concepto.firmado_en or timezone.now()
    firmante = concepto.documento.quienes[-1] if concepto.documento else None
    return componer_concepto(
        concepto=concepto,
        contenido={**publico, "nota": NOTA, "sin_anexos": "No van en esta versión."},
        codigo=concepto.documento.codigo if concepto.documento else "",
        numero=f"{concepto.numero} · Versión pública",
        firmante=firmante,
        ahora=firmado,
    )
