"""Warnings of due dates, through the day."""

from django.utils import timezone
from procrastinate.contrib.django import app

from asiste.solicitudes.acciones.avisos import avisar as dar_avisos


@app.periodic(cron="*/15 * * * *")
@app.task(queueing_lock="solicitudes-avisar")
def avisar(timestamp: int) -> None:
    """Tells the team what is due; outside service hours it does nothing."""
    dar_avisos(ahora=timezone.now())
