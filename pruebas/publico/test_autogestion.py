"""What one may read by oneself before asking."""

from datetime import date

import pytest
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries

from asiste.conocimiento.models import Publicacion, Uso
from pruebas import fabricas, fabricas_conceptos

pytestmark = pytest.mark.django_db
RUTA = "/resuelva-su-duda/"


def concepto(titulo: str, usos: int = 0, **cambios: object) -> Publicacion:
    """A concept on digitisation, used some times."""
    datos = {"titulo": titulo, "temas": [fabricas.tema("ddab-digitalizacion")]} | cambios
    una = fabricas_conceptos.publicacion(**datos)
    for _ in range(usos):
        Uso.objects.create(publicacion=una, clase=Uso.Clase.RESOLVIO, momento=fabricas.AHORA)
    return una


@pytest.mark.disposicion("7.1.3-lineas-tecnicas", "7.1.3-guia-proyectos", "5-instrumentos", "7.1.3-banco-conceptos")
def test_reune_lineas_guias_instrumentos_y_conceptos_por_componente(client: Client) -> None:
    fabricas_conceptos.publicacion(clase="linea", numero="", titulo="Cajas y carpetas")
    fabricas_conceptos.publicacion(clase="guia", numero="", titulo="Guía para la formulación de proyectos")
    fabricas_conceptos.publicacion(clase="instrumento", numero="", formato="video", titulo="Cómo foliar")
    concepto("Digitalización certificada")
    texto = client.get(RUTA).content.decode()
    esperados = ["Cajas y carpetas", "Guía para la formulación de proyectos", "Cómo foliar", "Tecnológico"]
    assert [cual for cual in [*esperados, "Digitalización certificada"] if cual not in texto] == []


def test_van_primero_los_conceptos_que_mas_han_servido(client: Client) -> None:
    concepto("Sin uso", fecha=date(2026, 3, 9))
    concepto("Muy usado", 2, fecha=date(2020, 3, 1))
    concepto("Poco usado", 1, fecha=date(2026, 3, 1))
    texto = client.get(RUTA).content.decode()
    assert texto.index("Muy usado") < texto.index("Poco usado") < texto.index("Sin uso")


def test_lo_que_no_rige_no_se_ofrece(client: Client) -> None:
    una = concepto("Ya no rige", 3)
    Publicacion.objects.filter(pk=una.pk).update(estado="no-vigente", motivo="Cambió la norma")
    assert "Ya no rige" not in client.get(RUTA).content.decode()


def test_cuesta_lo_mismo_con_mas_publicaciones(
    client: Client, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    for numero in range(8):
        concepto(f"Concepto {numero}", numero % 3)
    fabricas_conceptos.publicacion(clase="linea", numero="", temas=[fabricas.tema("ddab-digitalizacion")])
    with django_assert_num_queries(12):
        client.get(RUTA)


def test_se_llega_desde_el_portal_y_desde_el_banco(client: Client) -> None:
    assert [f'href="{RUTA}"' in client.get(ruta).content.decode() for ruta in ("/", "/conocimiento/")] == [True, True]


def test_el_portal_busca_en_el_banco_y_muestra_lo_reciente(client: Client) -> None:
    una = fabricas_conceptos.publicacion()
    texto = client.get("/").content.decode()
    assert f'action="{reverse("conocimiento")}"' in texto
    assert f'href="{reverse("publicacion", args=[una.clave])}"' in texto
