"""Who else has the minutes open, as their pages tell it."""

from typing import Any

from django.utils import timezone

from asiste.agenda import acciones
from asiste.agenda.models import Acta, PresenciaActa
from asiste.cuentas.models import Usuario


def presentes_en_acta(acta: Acta, usuario: Usuario) -> dict[str, Any]:
    """Notes that the person is here and gives who else is; `firma` changes when what is told changes."""
    ahora = timezone.now()
    acciones.marcar_presencia_en_acta(acta=acta, usuario=usuario, ahora=ahora)
    otras = list(PresenciaActa.objects.otras(acta, usuario, ahora))
    return {"presentes": otras, "firma": "-".join(f"{una.usuario_id}{una.clave}{bool(una.escribe)}" for una in otras)}
