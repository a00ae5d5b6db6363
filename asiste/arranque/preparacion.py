"""What an installation needs before its first visit. Everything here may run any number of times."""

import hashlib
from collections.abc import Callable
from pathlib import Path

from django.conf import settings
from django.contrib.staticfiles.finders import get_finders
from django.core.management import call_command
from django.db import connection

from asiste.calendario.acciones import proponer_festivos, proponer_jornada

CERROJO = 7_261_154  # advisory lock: two machines do not prepare the same database at once

Decir = Callable[[str], object]


def preparar_base(decir: Decir = str) -> None:
    """Tables, cache, catalogues and calendar, up to date. `decir` gets a line before each long step."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_lock(%s)", [CERROJO])
        try:
            decir("Base de datos: tablas al día…")
            call_command("migrate", verbosity=0)
            call_command("createcachetable", verbosity=0)
            decir("Base de datos: catálogos y calendario…")
            call_command("catalogos", verbosity=0)
            proponer_festivos()
            proponer_jornada()
        finally:
            cursor.execute("SELECT pg_advisory_unlock(%s)", [CERROJO])


def preparar_estaticos(decir: Decir = str) -> None:
    """Styles, icons and fonts under names made of their content; only when some of them changed."""
    marca = Path(settings.STATIC_ROOT).with_suffix(".huella")
    huella = _huella_de_estaticos()
    if marca.exists() and marca.read_text() == huella:
        return
    decir("Hojas de estilo, iconos y letras…")
    call_command("collectstatic", interactive=False, clear=True, verbosity=0)
    marca.write_text(huella)


def _huella_de_estaticos() -> str:
    suma = hashlib.sha256()
    for buscador in get_finders():
        for nombre, almacen in buscador.list([]):
            archivo = Path(almacen.path(nombre)).stat()
            suma.update(f"{nombre} {archivo.st_size} {archivo.st_mtime_ns}\n".encode())
    return suma.hexdigest()
