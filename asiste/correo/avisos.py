"""The digest of the day with what the requests do not know: the quarantine, the concepts and the minutes."""

from collections import Counter, defaultdict
from datetime import datetime

from django.utils import timezone

from asiste.agenda.actas.esperan import actas_que_esperan
from asiste.conceptos.esperan import conceptos_que_esperan
from asiste.correo.models import MensajeEntrante
from asiste.notificaciones.models import Mensaje
from asiste.solicitudes.acciones.avisos import resumir


def resumir_el_dia(*, ahora: datetime) -> list[Mensaje]:
    """Writes the digests of the day, as `solicitudes.acciones.avisos.resumir`.

    With how many messages wait in the quarantine of each office, and what waits for the review, the signature or the
    approval of each person.
    """
    oficinas = MensajeEntrante.objects.en_cuarentena().order_by("id").values_list("buzon__dependencia", flat=True)
    esperan: dict[int, list[str]] = defaultdict(list)
    for suyos in (conceptos_que_esperan(timezone.localdate(ahora)), actas_que_esperan()):
        for usuario, renglones in suyos.items():
            esperan[usuario] += renglones
    return resumir(ahora=ahora, retenidos=Counter(oficinas), esperan=esperan)
