"""The digest of the day with what only the mail knows: how many messages wait in quarantine."""

from collections import Counter
from datetime import datetime

from asiste.correo.models import MensajeEntrante
from asiste.notificaciones.models import Mensaje
from asiste.solicitudes.acciones.avisos import resumir


def resumir_el_dia(*, ahora: datetime) -> list[Mensaje]:
    """Writes the digests of the day, as `solicitudes.acciones.avisos.resumir`, with the quarantine of each office."""
    oficinas = MensajeEntrante.objects.en_cuarentena().order_by("id").values_list("buzon__dependencia", flat=True)
    return resumir(ahora=ahora, retenidos=Counter(oficinas))
