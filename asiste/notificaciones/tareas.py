"""Background sending."""

from django.utils import timezone
from procrastinate.contrib.django import app

from asiste.notificaciones import acciones


@app.periodic(cron="* * * * *")
@app.task(queueing_lock=acciones.CANDADO_ENVIAR)
def enviar(timestamp: int) -> None:
    """Empties the outbox."""
    acciones.enviar_pendientes(ahora=timezone.now())
