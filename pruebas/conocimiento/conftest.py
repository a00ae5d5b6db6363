"""The bank as a test of it needs it."""

import pytest

from asiste.conocimiento.carga import cargar_sinonimos
from asiste.cuentas.models import Rol
from asiste.demo.banco import llenar_banco
from pruebas import fabricas


@pytest.fixture
def banco(db: None) -> int:
    """That of the demo city, with its synonyms; how many publications."""
    cargar_sinonimos()
    return llenar_banco(autor=fabricas.usuario(rol=Rol.DIRECCION), ahora=fabricas.AHORA)
