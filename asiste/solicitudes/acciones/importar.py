"""Who reads and applies a workbook: the page itself when it is short, the worker when it is long."""

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import datetime
from functools import partial

from django.db import connection, transaction
from procrastinate.contrib.django import app
from procrastinate.exceptions import AlreadyEnqueued

from asiste.cuentas.models import Usuario
from asiste.solicitudes.acciones.base import ReglaIncumplida
from asiste.solicitudes.acciones.importaciones import (
    RevisionCambiada,
    aplicar,
    deshacer,
    exigir_que_se_deshace,
    revisar,
)
from asiste.solicitudes.acciones.libros import YA_ENTRO, bloquear_libre
from asiste.solicitudes.models import Importacion

Tarea = Importacion.Tarea
TAREA = "asiste.solicitudes.tareas.atender_importaciones"
CANDADO = "importaciones-atender"  # one call waits in the queue, however many books there are
CORTO = 150 * 1024  # bytes of a file that is read at once: about a second
POCAS = 300  # requests that are brought in at once
FAMILIA = 0x415349  # of the advisory locks of the imports, apart from any other
INESPERADO = "No se pudo terminar por un problema de la plataforma. Avise a la administración."


def pedir(
    *, importacion: Importacion, tarea: Importacion.Tarea, autor: Usuario, ahora: datetime, motivo: str = ""
) -> Importacion:
    """Has a book read, applied or undone: now if it is short, else by the worker. The book as it is left.

    Raises `ReglaIncumplida` when that cannot be done to it.
    """
    with transaction.atomic():
        actual = bloquear_libre(importacion)
        _exigir(actual, tarea)
        actual.tarea, actual.tarea_de, actual.motivo, actual.fallo = tarea, autor, motivo, ""
        actual.save(update_fields=["tarea", "tarea_de", "motivo", "fallo"])
        breve = actual.archivo.tamano <= CORTO if tarea == Tarea.REVISAR else actual.entran <= POCAS
        if not breve:
            transaction.on_commit(partial(_llamar_al_trabajador, ahora=ahora), robust=True)
    if breve:
        atender(importacion=importacion, ahora=ahora)
    return Importacion.objects.con_nombres().get(pk=importacion.pk)


def _exigir(importacion: Importacion, tarea: Importacion.Tarea) -> None:
    """Raises `ReglaIncumplida` when the book is not ready for that."""
    if tarea == Tarea.DESHACER:
        exigir_que_se_deshace(importacion)
    elif importacion.aplicada_en:
        raise ReglaIncumplida(YA_ENTRO)
    elif not importacion.columnas or (tarea == Tarea.APLICAR and not importacion.lista):
        raise ReglaIncumplida("Antes diga qué es cada columna, revise el libro y corrija los errores.")


def atender_pedidas(*, ahora: datetime) -> int:
    """Does what was asked of every book; how many. Run twice, or after a death, it does each thing once."""
    pedidas = Importacion.objects.exclude(tarea="").order_by("creada_en", "id")
    return sum(atender(importacion=importacion, ahora=ahora) for importacion in pedidas)


def atender(*, importacion: Importacion, ahora: datetime) -> bool:
    """Does what was asked of a book, unless somebody is at it or it is done already."""
    with _a_solas(importacion) as libre:
        actual = Importacion.objects.con_nombres().get(pk=importacion.pk)
        if not libre or not actual.tarea:
            return False
        fallo = INESPERADO
        try:
            fallo = _hacer(actual, ahora)
        finally:
            Importacion.objects.filter(pk=importacion.pk).update(tarea="", fallo=fallo)
    return True


def _hacer(importacion: Importacion, ahora: datetime) -> str:
    """Reads, applies or undoes; why it could not be, in words, or nothing."""
    autor = importacion.tarea_de or importacion.creada_por
    try:
        if importacion.tarea == Tarea.APLICAR:
            aplicar(importacion=importacion, autor=autor, ahora=ahora)
        elif importacion.tarea == Tarea.DESHACER:
            deshacer(importacion=importacion, motivo=importacion.motivo, autor=autor, ahora=ahora)
        else:
            return revisar(importacion=importacion, ahora=ahora).fallo
    except RevisionCambiada as cambio:
        return revisar(importacion=importacion, ahora=ahora).fallo or str(cambio)
    except ReglaIncumplida as regla:
        return str(regla)
    return ""


@contextmanager
def _a_solas(importacion: Importacion) -> Iterator[bool]:
    """True for who gets to work on the book; the database lets go of it if that process dies."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_try_advisory_lock(%s, %s)", [FAMILIA, importacion.pk])
        libre = bool(cursor.fetchone()[0])
    try:
        yield libre
    finally:
        if libre:
            with connection.cursor() as cursor:
                cursor.execute("SELECT pg_advisory_unlock(%s, %s)", [FAMILIA, importacion.pk])


def _llamar_al_trabajador(*, ahora: datetime) -> None:
    with suppress(AlreadyEnqueued):
        app.configure_task(TAREA, queueing_lock=CANDADO).defer(timestamp=int(ahora.timestamp()))
