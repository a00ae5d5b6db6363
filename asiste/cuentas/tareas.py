"""Periodic cleaning of accounts."""

from django.utils import timezone
from procrastinate.contrib.django import app

from asiste.cuentas import acciones


@app.periodic(cron="30 * * * *")
@app.task(queueing_lock="cuentas-sin-ingresar")
def borrar_sin_ingresar(timestamp: int) -> None:
    """Deletes the accounts asked for and never used."""
    acciones.borrar_sin_ingresar(ahora=timezone.now())
