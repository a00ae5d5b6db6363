"""What an empty database needs before the first visit. Everything here may run any number of times."""

from collections.abc import Callable

from django.core.management import call_command
from django.db import connection

from asiste.calendario.acciones import proponer_festivos, proponer_jornada

CERROJO = 7_261_154  # advisory lock: two machines do not prepare the same database at once


def preparar_base(decir: Callable[[str], object] = str) -> None:
    """Tables, cache, catalogues and calendar, up to date. `decir` gets a line before each long step."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_lock(%s)", [CERROJO])
        try:
            decir("Tablas…")
            call_command("migrate", verbosity=0)
            call_command("createcachetable", verbosity=0)
            decir("Catálogos…")
            call_command("catalogos", verbosity=0)
            proponer_festivos()
            proponer_jornada()
        finally:
            cursor.execute("SELECT pg_advisory_unlock(%s)", [CERROJO])
