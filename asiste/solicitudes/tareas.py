"""Periodic work on the requests: their mail, warnings, forgetting who was where, and long workbooks."""

from django.utils import timezone
from procrastinate.contrib.django import app

from asiste.escritura import acciones as escritura
from asiste.notificaciones.acciones import CANDADO_ENVIAR, TAREA_ENVIAR, enviar_pendientes
from asiste.solicitudes.acciones import importar
from asiste.solicitudes.acciones.avisos import avisar as dar_avisos
from asiste.solicitudes.avisos.horario import calendario_cercano, en_jornada


@app.periodic(cron="* * * * *")
@app.task(name=TAREA_ENVIAR, queueing_lock=CANDADO_ENVIAR)
def enviar(timestamp: int) -> None:
    """Empties the outbox; out of service hours, what is for them alone waits."""
    ahora = timezone.now()
    enviar_pendientes(ahora=ahora, en_jornada=en_jornada(ahora, calendario_cercano(ahora)))


@app.periodic(cron="*/15 * * * *")
@app.task(queueing_lock="solicitudes-avisar")
def avisar(timestamp: int) -> None:
    """Tells the team what is due; outside service hours it does nothing."""
    dar_avisos(ahora=timezone.now())


@app.periodic(cron="50 * * * *")
@app.task(queueing_lock="solicitudes-presencias")
def olvidar_presencias(timestamp: int) -> None:
    """Forgets who had each case, minutes or concept open yesterday."""
    escritura.olvidar_presencias(ahora=timezone.now())


@app.periodic(cron="* * * * *")
@app.task(queueing_lock=importar.CANDADO)
def atender_importaciones(timestamp: int) -> None:
    """Reads, applies and undoes the workbooks that are waiting."""
    importar.atender_pedidas(ahora=timezone.now())
