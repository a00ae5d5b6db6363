"""Who has a case open now."""

from datetime import datetime, timedelta

from django.db import connection

from asiste.cuentas.models import Usuario
from asiste.solicitudes.models import Presencia, Solicitud

MARCAR = """
INSERT INTO solicitudes_presencia (solicitud_id, usuario_id, vista_en, escribe) VALUES (%s, %s, %s, %s)
ON CONFLICT (solicitud_id, usuario_id) DO UPDATE SET vista_en = excluded.vista_en, escribe = excluded.escribe
"""
OLVIDO = timedelta(days=1)


def marcar_presencia(*, solicitud: Solicitud, usuario: Usuario, ahora: datetime, escribe: bool = False) -> None:
    """Notes that the person is looking at the case, or writing its answer. One statement, on every page of a case."""
    with connection.cursor() as cursor:
        cursor.execute(MARCAR, [solicitud.pk, usuario.pk, ahora, escribe])


def olvidar_presencias(*, ahora: datetime) -> int:
    """Deletes what says nothing any more; how many."""
    borradas, _ = Presencia.objects.filter(vista_en__lt=ahora - OLVIDO).delete()
    return borradas
