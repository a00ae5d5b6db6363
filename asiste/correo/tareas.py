"""Reading the mailboxes, and the digest of the day, which also tells of the quarantine."""

from contextlib import suppress

import pghistory
from django.db import transaction
from django.utils import timezone
from procrastinate.contrib.django import app
from procrastinate.exceptions import AlreadyEnqueued

from asiste.correo import acciones
from asiste.correo.avisos import resumir_el_dia
from asiste.correo.models import BuzonImap


@app.periodic(cron="* * * * *")
@app.task(queueing_lock="correo-buzones")
def leer_buzones(timestamp: int) -> None:
    """Asks for the reading of each mailbox, apart from the others, and looks for those that deserve an alarm."""
    for numero in BuzonImap.objects.activos().values_list("pk", flat=True):
        pedir_lectura(numero)
    acciones.vigilar_buzones(ahora=timezone.now())


@app.task
def leer_buzon(buzon: int) -> None:
    """Reads a mailbox, if it is still to be read."""
    for activo in BuzonImap.objects.activos().filter(pk=buzon):
        with pghistory.context(usuario=None, origen=f"buzón {activo}"):
            acciones.leer_buzon(buzon=activo, ahora=timezone.now())


def pedir_lectura(buzon: int) -> None:
    """Leaves the reading of a mailbox for the worker, unless it waits already."""
    with suppress(AlreadyEnqueued), transaction.atomic():
        leer_buzon.configure(queueing_lock=f"correo-buzon-{buzon}").defer(buzon=buzon)


@app.periodic(cron="*/15 * * * *")
@app.task(queueing_lock="correo-resumir")
def resumir(timestamp: int) -> None:
    """Tells each adviser and head what waits, once each business day."""
    resumir_el_dia(ahora=timezone.now())
