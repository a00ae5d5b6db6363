"""The ways in which a person may be named."""

import pytest

from asiste.conocimiento.nombres import maneras_de


@pytest.mark.parametrize(
    ("nombre", "maneras"),
    [
        ("Ana Ruiz", ["Ana Ruiz"]),
        ("Ana", ["Ana"]),
        ("A", []),
        ("", []),
        ("Luz de la Cruz Paz", ["Luz de la Cruz Paz", "Luz de la Cruz", "de la Cruz Paz", "Luz Paz"]),
    ],
)
def test_un_nombre_se_dice_de_varias_maneras(nombre: str, maneras: list[str]) -> None:
    assert maneras_de(nombre) == maneras


def test_de_cuatro_palabras_salen_el_nombre_con_cada_apellido_y_los_dos_apellidos() -> None:
    maneras = maneras_de("Carlos Andrés Peña Gómez")
    esperadas = ["Carlos Peña Gómez", "Carlos Gómez", "Carlos Peña", "Peña Gómez"]
    assert [una for una in maneras if una in esperadas] == esperadas
