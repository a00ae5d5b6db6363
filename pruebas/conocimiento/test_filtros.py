"""What an address asks of the bank."""

from datetime import date

import pytest
from django.http import QueryDict

from asiste.conocimiento.etiquetas import en_palabras
from asiste.conocimiento.filtros import Filtros
from asiste.conocimiento.models import Publicacion
from pruebas import fabricas, fabricas_conceptos

pytestmark = pytest.mark.django_db


def halladas(consulta: str) -> set[str]:
    """Titles of what a search gives."""
    visibles = Publicacion.objects.visibles().order_by("id")
    return set(Filtros.de_consulta(consulta).entender().aplicar(visibles).values_list("titulo", flat=True))


@pytest.fixture
def banco() -> None:
    """A concept, a guide and a line, of two direcciones, in two years."""
    fabricas_conceptos.publicacion(titulo="Concepto", temas=[fabricas.tema("ddab-digitalizacion")])
    guia = {"clase": "guia", "numero": "", "dependencia": fabricas.dependencia("dddi"), "fecha": date(2025, 1, 31)}
    fabricas_conceptos.publicacion(titulo="Guía", temas=[fabricas.tema("integridad")], **guia)
    linea = fabricas_conceptos.publicacion(titulo="Línea", clase="linea", numero="L-1")
    Publicacion.objects.filter(pk=linea.pk).update(estado="no-vigente", motivo="Cambió la norma")


@pytest.mark.disposicion("7.1.3-banco-conceptos", "7.1.3-lineas-tecnicas", "7.1.3-guia-proyectos")
@pytest.mark.parametrize(
    ("consulta", "esperadas"),
    [
        ("", {"Concepto", "Guía", "Línea"}),
        ("clase=guia&clase=linea", {"Guía", "Línea"}),
        ("direccion=ddab", {"Concepto", "Línea"}),
        ("tema=ddab-tecnologico", {"Concepto"}),
        ("tema=ddab-digitalizacion&tema=integridad", {"Concepto", "Guía"}),
        ("anio=2025", {"Guía"}),
        ("estado=no-vigente", {"Línea"}),
        ("clase=guia&anio=2026", set()),
    ],
)
def test_cada_filtro_deja_lo_suyo(banco: None, consulta: str, esperadas: set[str]) -> None:
    assert halladas(consulta) == esperadas


@pytest.mark.parametrize(
    "consulta", ["clase=otra", "estado=retirada", "anio=siempre", "tema=%00", "direccion=../x", "x=y", "q=%00+"]
)
def test_lo_que_no_tiene_sentido_se_deja_de_lado(consulta: str) -> None:
    assert Filtros.de_consulta(consulta) == Filtros()


def test_dos_busquedas_iguales_se_escriben_igual() -> None:
    una = Filtros.de_consulta("tema=b&clase=guia&tema=a&q=+eliminar++correos ")
    assert una.consulta == Filtros.de_consulta("q=eliminar correos&clase=guia&tema=a&tema=b").consulta
    assert Filtros.leer(QueryDict(una.consulta)) == una


def test_la_busqueda_se_dice_en_palabras() -> None:
    filtros = Filtros.de_consulta("q=correos&clase=concepto&direccion=ddab&anio=2026")
    archivo = fabricas.dependencia("ddab").nombre
    assert en_palabras(filtros) == f"«correos» en Concepto, {archivo}, 2026"
    assert en_palabras(Filtros()) == "todo lo que se publica"
