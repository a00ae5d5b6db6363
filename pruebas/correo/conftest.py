"""The sixty acceptance messages: every test that asks for `esperado` runs once for each of them."""

import tomllib
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from asiste.correo.lectura import MensajeLeido, leer
from pruebas.arnes.dovecot import DOVECOT, Dovecot, encendido

MENSAJES = Path(__file__).parent / "mensajes"
ESPERADOS: list[dict[str, Any]] = tomllib.loads((MENSAJES / "esperado.toml").read_text(encoding="utf-8"))["correo"]
BUZONES = frozenset(
    f"{buzon}@alcaldiabogota.gov.co"
    for buzon in (
        "mipgdistrito",
        "mipgdistrigo",
        "ventanillaelectronica",
        "ddri",
        "registrodistrital",
        "imprentadistrital",
    )
)


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """One run for each acceptance message."""
    if "esperado" in metafunc.fixturenames:
        metafunc.parametrize("esperado", ESPERADOS, ids=[correo["archivo"][:3] for correo in ESPERADOS])


@cache
def _leido(archivo: str) -> MensajeLeido:
    return leer((MENSAJES / archivo).read_bytes())


@pytest.fixture
def leido(esperado: dict[str, Any]) -> MensajeLeido:
    """The message of `esperado`, read."""
    return _leido(esperado["archivo"])


@pytest.fixture
def leer_archivo() -> Callable[[str], MensajeLeido]:
    """Reads one acceptance message by the number its file starts with."""
    return lambda numero: _leido(next(MENSAJES.glob(f"{numero}-*.eml")).name)


@pytest.fixture
def buzones() -> frozenset[str]:
    """Our own mailboxes, with the misspelt alias."""
    return BUZONES


@pytest.fixture(scope="session")
def dovecot() -> Iterator[Dovecot]:
    """A real IMAP server for each test process; without it, the tests that ask for it are skipped."""
    if DOVECOT is None:
        pytest.skip("no hay dovecot-imapd")
    with encendido() as servidor:
        yield servidor
