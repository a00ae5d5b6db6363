"""What the bank says on the matter of a request."""

import tomllib
from pathlib import Path

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from asiste import demo
from asiste.conocimiento.models import Publicacion, Sinonimo
from asiste.conocimiento.sugerencias import sugeridas
from pruebas.fabricas_conceptos import publicacion

pytestmark = pytest.mark.django_db
ACIERTOS = 0.85  # of what was reached, less two hundredths
SALUDO = "Buen día, cordial saludo. De manera atenta solicitamos su acompañamiento y quedamos atentos a su respuesta."


def titulos(asunto: str, texto: str = "") -> list[str]:
    """Of what is suggested."""
    return [una.titulo for una in sugeridas(asunto, texto, entre=Publicacion.objects.visibles())]


@pytest.mark.disposicion("7.1.3-ans-niveles", "7.1.3-banco-conceptos")
def test_sugiere_lo_que_trata_el_mismo_asunto() -> None:
    publicacion(titulo="Transferencias al archivo central")
    publicacion(titulo="Eliminación de documentos que cumplieron su retención")
    texto = f"{SALUDO} Tenemos documentos que cumplieron el tiempo de retención y queremos saber cómo eliminarlos."
    assert titulos("Eliminar documentos", texto)[0] == "Eliminación de documentos que cumplieron su retención"


def test_lo_que_se_dice_en_cualquier_carta_no_sugiere_nada() -> None:
    publicacion(titulo="Cordial saludo y respuesta a una solicitud", resumen=SALUDO)
    assert titulos("Solicitud de acompañamiento", SALUDO) == []


def test_entiende_las_palabras_de_la_gente() -> None:
    publicacion(titulo="Digitalización de planos", resumen="", texto="Digitalización de planos.")
    Sinonimo.objects.create(palabra="fotostatar", equivale="digitalización")
    assert titulos("Queremos fotostatar unos planos") == ["Digitalización de planos"]


def test_con_muy_poco_escrito_no_busca() -> None:
    publicacion(titulo="Teletrabajo")
    with CaptureQueriesContext(connection) as consultas:
        assert titulos("Teletrab") == []
    assert len(consultas) == 0


def test_solo_sugiere_de_donde_se_le_dice() -> None:
    publicacion(titulo="Eliminación de documentos")
    assert sugeridas("Eliminación de documentos", "", entre=Publicacion.objects.none()) == []


@pytest.mark.parametrize("raro", ["'", "\\ ' \" & | !", "\0" * 20, "🙂" * 20, "12 13 14 15 16 17", "a-b/c " * 300])
def test_nada_que_se_escriba_la_rompe(raro: str) -> None:
    publicacion(titulo="Una")
    assert titulos("", raro) == []


def test_cuesta_lo_mismo_con_muchas(banco: int) -> None:
    with CaptureQueriesContext(connection) as consultas:
        titulos("Eliminación de documentos", "Queremos botar los papeles que cumplieron su retención.")
    assert len(consultas) == 6


def test_acierta_con_lo_que_piden_las_entidades_de_la_demostracion(banco: int) -> None:
    """Of what the entities of the demo city ask, whose first suggestion is of its topic or of a sister of it."""
    with (Path(demo.__file__).parent / "asuntos.toml").open("rb") as archivo:
        asuntos = tomllib.load(archivo)["asunto"]
    aciertos = 0
    for pedido in asuntos:
        primeras = sugeridas(pedido["asunto"], pedido["texto"], entre=Publicacion.objects.visibles())
        claves = {tema.clave for una in primeras[:3] for tema in una.temas.all()}
        aciertos += pedido["tema"] in claves
    assert aciertos / len(asuntos) >= ACIERTOS, aciertos
