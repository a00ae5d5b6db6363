"""Who else is on a case, as its pages tell it."""

from typing import Any

from django.utils import timezone

from asiste.cuentas.models import Usuario
from asiste.solicitudes.acciones import marcar_presencia
from asiste.solicitudes.models import Presencia, Solicitud


def presentes_en(solicitud: Solicitud, usuario: Usuario, *, escribe: bool = False) -> dict[str, Any]:
    """Notes that the person is here and gives who else is. Two queries, whoever is there.

    `firma` changes when what is told changes: a page that has it needs nothing new.
    """
    ahora = timezone.now()
    marcar_presencia(solicitud=solicitud, usuario=usuario, ahora=ahora, escribe=escribe)
    otras = list(Presencia.objects.otras(solicitud, usuario, ahora))
    firma = "-".join(f"{una.usuario_id}{'e' * una.escribe}" for una in otras)
    return {"presentes": otras, "firma": firma, "escribe": escribe}
