"""Periodic work of the bank."""

from django.utils import timezone
from procrastinate.contrib.django import app

from asiste.conocimiento.acciones import alertas


@app.periodic(cron="10 13-22 * * *")
@app.task(queueing_lock="banco-avisar")
def avisar(timestamp: int) -> None:
    """Tells what was published to who asked to know: from 8:10 to 17:10 in Bogotá, each person once a day."""
    alertas.avisar_de_lo_nuevo(ahora=timezone.now())


@app.periodic(cron="20 7 * * *")
@app.task(queueing_lock="banco-olvidar")
def olvidar(timestamp: int) -> None:
    """Deletes the addresses of who no longer wants to be told."""
    alertas.olvidar_retiradas(ahora=timezone.now())
