"""What an installation needs before its first visit. Everything here may run any number of times."""

import hashlib
from collections.abc import Callable
from pathlib import Path

from django.apps import apps
from django.conf import settings
from django.contrib.staticfiles.finders import get_finders
from django.core.management import CommandError, call_command
from django.db import connection
from django.db.migrations.loader import MigrationLoader

from asiste.calendario.acciones import proponer_festivos, proponer_jornada

CERROJO = 7_261_154  # advisory lock: two machines do not prepare the same database at once

Decir = Callable[[str], object]


class BaseDeOtraVersion(CommandError):
    """The database was prepared by a version of Asiste whose migrations this one does not have."""


def reconocer_base() -> None:
    """Guarantees that this version may go on from what the database has. Raises `BaseDeOtraVersion`."""
    cargador = MigrationLoader(connection)
    ajenas = [
        f"{modulo}.{nombre}"
        for modulo, nombre in sorted(set(cargador.applied_migrations or {}) - set(cargador.disk_migrations or {}))
        if apps.is_installed(f"asiste.{modulo}")
    ]
    if ajenas:
        raise BaseDeOtraVersion(
            f"La base de datos la preparó otra versión de Asiste: esta no conoce {len(ajenas)} de sus cambios "
            f"({ajenas[0]}…). Si es la base local de prueba, bórrela con «make reset» y vuelva a empezar. "
            "Si guarda datos que importan, use la versión que la preparó."
        )


def preparar_base(decir: Decir = str) -> None:
    """Tables, cache, catalogues and calendar, up to date. `decir` gets a line before each long step.

    Raises `BaseDeOtraVersion`, before touching anything.
    """
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_lock(%s)", [CERROJO])
        try:
            reconocer_base()
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
