"""The portfolio and the service agreements: what the catalogues say, as a page and as a document."""

from io import BytesIO

import pytest
from django.test import Client
from django.urls import reverse
from django.utils.html import escape
from pypdf import PdfReader
from pytest_django import DjangoAssertNumQueries

from asiste.portafolio.models import ANS, Canal, Modalidad, Nivel, Tema
from asiste.web.publico.portafolio import documentos
from asiste.web.publico.portafolio.acuerdos import Tiempo, acuerdos, tiempos_de
from asiste.web.publico.portafolio.temas import ofertas
from pruebas import fabricas

pytestmark = pytest.mark.django_db


def texto(pdf: bytes) -> str:
    """What a document says, with its lines joined."""
    return " ".join(" ".join(hoja.extract_text() for hoja in PdfReader(BytesIO(pdf)).pages).split())


def faltan(nombres: list[str], en: str) -> list[str]:
    return [nombre for nombre in nombres if nombre not in en]


@pytest.mark.disposicion("7.1.3-portafolio", "7.1.1-componentes")
def test_el_portafolio_tiene_cada_tema_bajo_su_componente() -> None:
    archivo = next(una for una in ofertas() if una.direccion.clave == "ddab")
    por_componente = {
        grupo.titulo: len(grupo.temas) for grupo in archivo.grupos.values() if grupo.titulo.startswith("Componente")
    }
    assert por_componente == {
        "Componente Estratégico": 4,
        "Componente Documental": 8,
        "Componente Tecnológico": 7,
        "Componente Cultura Archivística": 5,
    }


@pytest.mark.disposicion("7.1.3-portafolio")
def test_la_pagina_enlaza_todo_lo_que_se_puede_pedir(client: Client) -> None:
    pagina = client.get(reverse("portafolio")).content.decode()
    assert faltan([f"?tema={tema.clave}" for tema in Tema.objects.solicitables()], pagina) == []


@pytest.mark.disposicion("7.1.3-portafolio", "4-modalidades")
def test_cada_direccion_ofrece_sus_modalidades_y_dice_quien_atiende() -> None:
    archivo = next(una for una in ofertas() if una.direccion.clave == "ddab")
    assert [modalidad.clave for modalidad in archivo.modalidades] == ["concepto", "visita", "jornada", "mesa"]
    assert [oficina.clave for oficina in archivo.oficinas] == ["ssda", "sgpd"]


@pytest.mark.disposicion("7.1.3-portafolio")
def test_el_portafolio_en_pdf_dice_lo_mismo(client: Client) -> None:
    respuesta = client.get(reverse("portafolio-pdf"))
    dicho = texto(respuesta.getvalue())
    temas = [tema.nombre for tema in Tema.objects.solicitables() if tema.tipo == Tema.Tipo.SUBCOMPONENTE]
    assert (respuesta.headers["Content-Type"], faltan(temas, dicho)) == ("application/pdf", [])


@pytest.mark.disposicion("7.1.3-ans-niveles", "7.1.3-canales")
def test_los_acuerdos_dicen_niveles_y_canales(client: Client) -> None:
    pagina = client.get(reverse("acuerdos")).content.decode()
    niveles = [escape(nivel.descripcion) for nivel in Nivel.objects.order_by("numero")]
    canales = [escape(canal.valor) for canal in Canal.objects.filter(alias_de=None).order_by("id")]
    assert faltan([*niveles, *canales], pagina) == []


@pytest.mark.disposicion("7.1.3-ans-niveles", "7.1.3-canales")
def test_los_acuerdos_en_pdf_dicen_lo_mismo(client: Client) -> None:
    dicho = texto(client.get(reverse("acuerdos-pdf")).getvalue())
    esperado = ["ventanillaelectronica@alcaldiabogota.gov.co", "Nivel 2: Medio", "Nivel 3: Especializado"]
    assert faltan(esperado, dicho) == []


@pytest.mark.disposicion("5-ans")
def test_los_plazos_son_los_de_la_tabla_y_los_del_anio_mandan() -> None:
    archivo, tres = fabricas.dependencia("ddab"), Nivel.objects.get(numero=3)
    ANS.objects.create(dependencia=archivo, nivel=tres, dias=8)
    ANS.objects.create(dependencia=archivo, nivel=tres, dias=6, vigencia=2026)
    ANS.objects.create(dependencia=archivo, nivel=tres, dias=2, vigencia=2027)
    (suyos,) = [uno.tiempos for uno in acuerdos(2026) if uno.oferta.direccion == archivo]
    assert suyos == [Tiempo("Todas", "Todos", 10, ""), Tiempo("Todas", "Nivel 3: Especializado", 6, "")]


def test_sin_acuerdo_rigen_los_diez_dias() -> None:
    assert tiempos_de([]) == [Tiempo("Todas", "Todos", 10, "")]


def test_el_mismo_documento_se_compone_una_vez(monkeypatch: pytest.MonkeyPatch, client: Client) -> None:
    def uno(*_: object, **__: object) -> bytes:
        return next(composiciones)

    composiciones = iter([b"%PDF la primera", b"%PDF la segunda"])
    monkeypatch.setattr(documentos, "componer", uno)
    dados = [client.get(reverse("acuerdos-pdf")).getvalue() for _ in range(2)]
    assert dados == [b"%PDF la primera"] * 2


def test_las_paginas_no_cuestan_mas_con_mas_temas(
    client: Client, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    otro = fabricas.tema()
    Tema.objects.create(clave="otro", nombre="Otro", tipo=Tema.Tipo.TEMA, dependencia=otro.dependencia)
    nueva = Modalidad.objects.create(clave="otra", nombre="Otra")
    nueva.dependencias.add(fabricas.dependencia())
    with django_assert_num_queries(4):
        client.get(reverse("portafolio"))
    with django_assert_num_queries(11):
        client.get(reverse("acuerdos"))
