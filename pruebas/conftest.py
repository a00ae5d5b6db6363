"""The harness: a migrated database for each process, and an environment hostile to mistakes."""

import gc
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.core.cache import cache
from pytest_django import DjangoDbBlocker, Settings

from asiste.arranque.disposiciones import cargar
from pruebas.arnes import clones as bases
from pruebas.arnes.html import revisar_respuestas
from pruebas.arnes.orden import desordenar

DISPOSICIONES = {disposicion.id for disposicion in cargar()}


def pytest_configure(config: pytest.Config) -> None:
    """Declares the marker of the dispositions."""
    config.addinivalue_line("markers", "disposicion(id, ...): disposiciones del lineamiento que la prueba demuestra")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Refuses unknown dispositions and databases emptied by TRUNCATE, which the audit trail forbids."""
    for prueba in items:
        marcadas = {nombre for marca in prueba.iter_markers("disposicion") for nombre in marca.args}
        if desconocidas := marcadas - DISPOSICIONES:
            raise pytest.UsageError(f"{prueba.nodeid}: no existe la disposición {', '.join(sorted(desconocidas))}")
        fixtures = set(getattr(prueba, "fixturenames", ()))
        marca = prueba.get_closest_marker("django_db")
        if fixtures & {"transactional_db", "live_server"} or (marca and marca.kwargs.get("transaction")):
            raise pytest.UsageError(f"{prueba.nodeid}: use la fixture base_real para confirmar transacciones")
        if "base_real" in fixtures and (marca or "db" in fixtures):
            raise pytest.UsageError(f"{prueba.nodeid}: base_real no va con django_db")


def pytest_collection_finish() -> None:
    """Leaves what was imported and collected, which lives to the end, out of the rounds of the garbage collector."""
    gc.collect()
    gc.freeze()


@pytest.fixture(scope="session", autouse=True)
def ambiente_hostil() -> Iterator[None]:
    """Shuffles what has no order and refuses pages with anything inline or external."""
    with pytest.MonkeyPatch.context() as parche:
        desordenar(parche)
        revisar_respuestas(parche)
        yield


@pytest.fixture(scope="session")
def clones(django_test_environment: None, django_db_blocker: DjangoDbBlocker) -> Iterator[bases.Clones]:
    """Maker of databases equal to the template."""
    with django_db_blocker.unblock(), bases.abrir() as hacedor, django_db_blocker.block():
        yield hacedor


@pytest.fixture(scope="session")
def django_db_setup(clones: bases.Clones, django_db_blocker: DjangoDbBlocker) -> Iterator[None]:
    """Database of this process, in place of the one of pytest-django. Tests leave it as it was, by rollback."""
    with django_db_blocker.unblock():
        anterior = bases.usar(clones.crear())
    yield
    with django_db_blocker.unblock():
        bases.usar(anterior)


@pytest.fixture
def base_real(django_db_setup: None, clones: bases.Clones, django_db_blocker: DjangoDbBlocker) -> Iterator[str]:
    """A database of one test, where commits are real; its value is the `DATABASE_URL` for other processes."""
    nombre = clones.crear()
    with django_db_blocker.unblock():
        anterior = bases.usar(nombre)
        yield bases.direccion(nombre)
        bases.usar(anterior)
    clones.borrar(nombre)


@pytest.fixture(autouse=True)
def cuentas_en_cero() -> None:
    """No test finds the limits of use that another one spent."""
    cache.clear()


@pytest.fixture(autouse=True)
def carpetas(settings: Settings, tmp_path: Path) -> None:
    """Files and outgoing mail of each test in a folder of its own."""
    settings.MEDIA_ROOT = tmp_path / "archivos"
    settings.CORREO_SALIENTE = tmp_path / "correo-saliente"
