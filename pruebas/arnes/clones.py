"""Databases of the tests: one is migrated and filled with the catalogues, the others are cloned from it.

The template is kept from run to run under the hash of what made it. Each test process holds a connection whose
name is the prefix of its clones, so what a killed run left behind is recognised and dropped by the next one.
"""

import hashlib
import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path

import psycopg
from django.db import connections
from psycopg import sql
from psycopg.conninfo import make_conninfo

from asiste.arranque.preparacion import preparar_base

RAIZ = Path(__file__).resolve().parent.parent.parent
ORIGENES = (
    "asiste/*/migrations/*",
    "asiste/*/catalogo/*",
    "asiste/arranque/*.py",
    "asiste/calendario/*.py",
    "asiste/directorio/**/*.py",
    "asiste/portafolio/**/*.py",
    "requisitos/base.txt",
)
PLANTILLA = "asiste_plantilla_"
CLON = "asiste_prueba_"
CERROJO = 7_261_155  # advisory lock: one process at a time builds or sweeps


def huella() -> str:
    """Identity of the template: changes with the migrations, the catalogues and what loads them."""
    suma = hashlib.sha256()
    for archivo in sorted({ruta for patron in ORIGENES for ruta in RAIZ.glob(patron) if ruta.is_file()}):
        if "__pycache__" not in archivo.parts:
            suma.update(archivo.read_bytes())
    return suma.hexdigest()[:12]


@dataclass(frozen=True, slots=True)
class Clones:
    """Maker of databases for one test process."""

    conexion: psycopg.Connection
    plantilla: str
    prefijo: str
    _cuenta: Iterator[int] = field(default_factory=count)

    def crear(self) -> str:
        """Name of a new database, equal to the template."""
        nombre = f"{self.prefijo}_{next(self._cuenta)}"
        self.ejecutar("CREATE DATABASE {} TEMPLATE {}", nombre, self.plantilla)
        return nombre

    def borrar(self, nombre: str) -> None:
        """Drops a database, whoever is still connected."""
        self.ejecutar("DROP DATABASE IF EXISTS {} WITH (FORCE)", nombre)

    def ejecutar(self, orden: str, *nombres: str) -> None:
        """Runs a statement over databases named by `{}`."""
        self.conexion.execute(sql.SQL(orden).format(*map(sql.Identifier, nombres)))

    def bases(self, prefijo: str) -> list[str]:
        """Databases of the server whose name starts so."""
        filas = self.conexion.execute("SELECT datname FROM pg_database WHERE starts_with(datname, %s)", [prefijo])
        return [fila[0] for fila in filas]


def direccion(base: str) -> str:
    """Connection string of a database of the server of the tests, to give to another process."""
    return make_conninfo(os.environ["DATABASE_URL"], dbname=base)


def usar(base: str) -> str:
    """Points Django at a database and returns the name of the one it used."""
    connections.close_all()
    ajustes = connections["default"].settings_dict
    anterior, ajustes["NAME"] = ajustes["NAME"], base
    return str(anterior)


@contextmanager
def abrir() -> Iterator[Clones]:
    """Maker of clones over an up-to-date template; on leaving, drops those that are left."""
    prefijo = f"{CLON}{huella()}_{os.urandom(4).hex()}"
    with psycopg.connect(os.environ["DATABASE_URL"], autocommit=True, application_name=prefijo) as conexion:
        clones = Clones(conexion, PLANTILLA + huella(), prefijo)
        conexion.execute("SELECT pg_advisory_lock(%s)", [CERROJO])
        _barrer(clones)
        if not clones.bases(clones.plantilla):
            _construir(clones)
        conexion.execute("SELECT pg_advisory_unlock(%s)", [CERROJO])
        yield clones
        for nombre in clones.bases(prefijo):
            clones.borrar(nombre)


def _construir(clones: Clones) -> None:
    """Builds the template under another name, so that a half-made one never counts."""
    obra = f"{clones.prefijo}_obra"
    clones.ejecutar("CREATE DATABASE {} TEMPLATE {}", obra, "template0")
    anterior = usar(obra)
    preparar_base()
    usar(anterior)
    clones.ejecutar("ALTER DATABASE {} RENAME TO {}", obra, clones.plantilla)


def _barrer(clones: Clones) -> None:
    """Drops the clones and templates that no living process uses."""
    filas = clones.conexion.execute(
        "SELECT application_name FROM pg_stat_activity WHERE starts_with(application_name, %s)", [CLON]
    )
    vivos = [fila[0] for fila in filas]
    for nombre in clones.bases(CLON):
        if not nombre.startswith(tuple(vivos)):
            clones.borrar(nombre)
    plantillas = {PLANTILLA + vivo.removeprefix(CLON).split("_")[0] for vivo in vivos}
    for nombre in clones.bases(PLANTILLA):
        if nombre not in plantillas:
            clones.borrar(nombre)
