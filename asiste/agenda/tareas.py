"""Periodic work of the agenda."""

from django.utils import timezone
from procrastinate.contrib.django import app

from asiste.agenda.acciones.vencimientos import recordar_compromisos as recordar


@app.periodic(cron="*/15 * * * *")
@app.task(queueing_lock="agenda-compromisos")
def recordar_compromisos(timestamp: int) -> None:
    """Reminds of the commitments; outside service hours it does nothing."""
    recordar(ahora=timezone.now())
