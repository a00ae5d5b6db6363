"""Who else has a concept open, as its page tells it."""

from typing import Any

from django.utils import timezone

from asiste.conceptos import acciones
from asiste.conceptos.models import Concepto, PresenciaConcepto
from asiste.cuentas.models import Usuario


def presentes_en_concepto(concepto: Concepto, usuario: Usuario) -> dict[str, Any]:
    """Notes that the person is here and gives who else is; `quienes` changes when what is told changes."""
    ahora = timezone.now()
    acciones.marcar_presencia_en_concepto(concepto=concepto, usuario=usuario, ahora=ahora)
    otras = list(PresenciaConcepto.objects.otras(concepto, usuario, ahora))
    return {"presentes": otras, "quienes": "-".join(str(una.usuario_id) for una in otras)}
