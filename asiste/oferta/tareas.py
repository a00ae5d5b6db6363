"""Periodic work on the yearly plans."""

from django.utils import timezone
from procrastinate.contrib.django import app

from asiste.oferta import acciones


@app.periodic(cron="10 5 * * *")
@app.task(queueing_lock="oferta-entrar-en-ejecucion")
def entrar_en_ejecucion(timestamp: int) -> None:
    """Approved plans go into execution when their year begins."""
    acciones.entrar_en_ejecucion(ahora=timezone.now())
