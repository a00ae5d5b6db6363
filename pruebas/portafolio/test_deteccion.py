import re
from collections import Counter

import pytest

from asiste.portafolio.deteccion import temas_en_texto
from asiste.portafolio.models import Tema

pytestmark = pytest.mark.django_db


def claves(asunto: str, texto: str = "") -> list[str]:
    return [tema.clave for tema in temas_en_texto(asunto, texto, Tema.objects.solicitables())]


@pytest.mark.parametrize(
    ("asunto", "texto", "esperadas"),
    [
        ("Código de integridad", "", ["integridad"]),
        ("CÓDIGO DE INTEGRIDAD", "", ["integridad"]),
        ("Apoyo", "Necesitamos racionalizar trámites.", ["racionalizacion-tramites"]),
        ("Apoyo", "Nada que ver", []),
        ("Defensa jurídica", "y el código de integridad", ["defensa-juridica", "integridad"]),
        ("Apoyo", "código\nde   integridad", ["integridad"]),
        ("suite ofimática", "", []),  # «suit» is a word of its own
        ("SUIT", "", ["racionalizacion-tramites"]),
    ],
)
def test_se_proponen_los_temas_que_el_texto_nombra(asunto: str, texto: str, esperadas: list[str]) -> None:
    assert claves(asunto, texto) == esperadas


def test_se_proponen_tres_a_lo_sumo() -> None:
    texto = "Código de integridad, SUIT, defensa jurídica, gobierno digital y seguridad digital"
    assert len(claves("", texto)) == 3


def test_la_expresion_mas_larga_gana_a_la_que_contiene() -> None:
    largas = {
        (corta, larga)
        for tema in Tema.objects.solicitables()
        for larga in tema.claves_busqueda
        for otro in Tema.objects.solicitables()
        for corta in otro.claves_busqueda
        if otro != tema and f" {corta} " in f" {larga} "
    }
    duenas = {clave: tema.clave for tema in Tema.objects.solicitables() for clave in tema.claves_busqueda}
    assert [par for par in largas if claves(par[1]) != [duenas[par[1]]]] == []


def test_ninguna_expresion_es_de_dos_temas() -> None:
    todas = Counter(clave for tema in Tema.objects.all() for clave in tema.claves_busqueda)
    assert [clave for clave, veces in todas.items() if veces > 1] == []


def test_las_expresiones_van_en_minusculas_y_sin_tildes() -> None:
    todas = [clave for tema in Tema.objects.all() for clave in tema.claves_busqueda]
    assert [clave for clave in todas if not re.fullmatch(r"[a-z0-9]+( [a-z0-9]+)*", clave)] == []
