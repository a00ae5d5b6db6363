"""Two versions side by side."""

import pytest

from asiste.web.equipo.diferencias import Trozo, comparar, unir


def test_se_marcan_las_palabras_que_solo_tiene_una() -> None:
    assert comparar("Va la guía corregida y larga hoy.", "Va la guía nueva hoy.") == (
        [Trozo("Va la guía ", False), Trozo("corregida y larga", True), Trozo(" hoy.", False)],
        [Trozo("Va la guía ", False), Trozo("nueva", True), Trozo(" hoy.", False)],
    )


def test_el_espacio_entre_dos_palabras_distintas_va_con_ellas() -> None:
    assert comparar("Uno dos tres", "Cuatro cinco") == ([Trozo("Uno dos tres", True)], [Trozo("Cuatro cinco", True)])


@pytest.mark.parametrize(
    ("una", "otra"), [("", ""), ("a\n\n b ", "a b"), ("x", ""), ("y " * 5_000, "y " * 4_999 + "z")]
)
def test_los_trozos_juntos_son_el_texto(una: str, otra: str) -> None:
    assert tuple("".join(trozo.texto for trozo in trozos) for trozos in comparar(una, otra)) == (una, otra)


def test_unir_trae_todas_las_lineas_una_vez_y_en_orden() -> None:
    una = "Buen día:\nVa la guía.\nSaludos"
    otra = "Buen día:\nVa el formato.\nSaludos\nLaura"
    assert unir(una, otra) == "Buen día:\nVa la guía.\nVa el formato.\nSaludos\nLaura"
