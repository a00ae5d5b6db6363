"""Periodic work of the agenda."""

from django.utils import timezone
from procrastinate.contrib.django import app

from asiste.agenda.acciones import aprobaciones
from asiste.agenda.acciones.envios import convocar_pendientes
from asiste.agenda.acciones.recordatorios import recordar as recordar_a_los_invitados
from asiste.agenda.acciones.vencimientos import recordar_compromisos as recordar


@app.periodic(cron="* * * * *")
@app.task(queueing_lock="agenda-convocar")
def convocar(timestamp: int) -> None:
    """Writes what each invited person is owed: invitations, changes and cancellations."""
    convocar_pendientes(ahora=timezone.now())


@app.periodic(cron="*/15 * * * *")
@app.task(queueing_lock="agenda-recordar")
def recordar_sesiones(timestamp: int) -> None:
    """Reminds of the sessions that are near; outside service hours it does nothing."""
    recordar_a_los_invitados(ahora=timezone.now())


@app.periodic(cron="*/15 * * * *")
@app.task(queueing_lock="agenda-compromisos")
def recordar_compromisos(timestamp: int) -> None:
    """Reminds of the commitments; outside service hours it does nothing."""
    recordar(ahora=timezone.now())


@app.periodic(cron="*/10 * * * *")
@app.task(queueing_lock="agenda-expedir-actas")
def expedir_actas(timestamp: int) -> None:
    """Seals what all approved while it was not possible."""
    aprobaciones.expedir_pendientes(ahora=timezone.now())
