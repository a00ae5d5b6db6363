"""Several people at once, each with a connection of their own; for tests with `base_real`."""

from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from time import monotonic
from typing import TypeVar

from django.db import connection

T = TypeVar("T")


def a_la_vez(tareas: Iterable[Callable[[], T]], *, hilos: int = 8) -> list[T]:
    """What each task gives, in their order; the first exception is raised."""
    with ThreadPoolExecutor(hilos) as equipo:
        return [futura.result() for futura in [equipo.submit(_con_conexion, tarea) for tarea in tareas]]


def esperar_a_que_alguien_espere(*, segundos: int = 30) -> None:
    """Returns once another connection waits for a lock; call it while holding that lock. Raises `TimeoutError`."""
    hasta = monotonic() + segundos
    with connection.cursor() as cursor:
        while monotonic() < hasta:
            cursor.execute("SELECT count(*) FROM pg_locks WHERE NOT granted")
            if cursor.fetchone()[0]:
                return
    raise TimeoutError("nobody waits for the lock")


def _con_conexion(tarea: Callable[[], T]) -> T:
    try:
        return tarea()
    finally:
        connection.close()
