"""Periodic work on the requests: warnings of due dates, forgetting who looked at each case, and long workbooks."""

from django.utils import timezone
from procrastinate.contrib.django import app

from asiste.solicitudes import acciones
from asiste.solicitudes.acciones import importar
from asiste.solicitudes.acciones.avisos import avisar as dar_avisos


@app.periodic(cron="*/15 * * * *")
@app.task(queueing_lock="solicitudes-avisar")
def avisar(timestamp: int) -> None:
    """Tells the team what is due; outside service hours it does nothing."""
    dar_avisos(ahora=timezone.now())


@app.periodic(cron="50 * * * *")
@app.task(queueing_lock="solicitudes-presencias")
def olvidar_presencias(timestamp: int) -> None:
    """Forgets who looked at each case yesterday."""
    acciones.olvidar_presencias(ahora=timezone.now())


@app.periodic(cron="* * * * *")
@app.task(queueing_lock=importar.CANDADO)
def atender_importaciones(timestamp: int) -> None:
    """Reads, applies and undoes the workbooks that are waiting."""
    importar.atender_pedidas(ahora=timezone.now())
