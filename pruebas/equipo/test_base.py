"""The base of everything received and attended."""

import csv
from datetime import timedelta
from io import BytesIO

import pytest
from django.test import Client
from django.urls import reverse
from openpyxl import load_workbook

from asiste.directorio.models import Funcionario
from asiste.solicitudes.models import Solicitud
from asiste.solicitudes.trazabilidad import COLUMNAS
from asiste.web.equipo import busqueda
from pruebas import fabricas

AHORA = fabricas.AHORA
BASE, EXCEL, CSV = reverse("equipo:base"), reverse("equipo:excel"), reverse("equipo:csv")


@pytest.fixture
def casos(asesora: Funcionario) -> list[Solicitud]:
    """A closed one of Hacienda and an open one of the IDU, of another day."""
    return [
        fabricas.solicitud(asesor=asesora, estado=Solicitud.Estado.CERRADA, ahora=AHORA - timedelta(days=10)),
        fabricas.solicitud(asesor=asesora, entidad=fabricas.entidad("idu"), asunto="Teletrabajo: acto de adopción"),
    ]


def listadas(navegador: Client, **condiciones: str | int) -> list[Solicitud]:
    return [fila.solicitud for fila in navegador.get(BASE, condiciones).context["filas"]]


def hoja(contenido: bytes) -> list[list[str]]:
    """Rows of a CSV of the base."""
    return list(csv.reader(contenido.decode("utf-8-sig").splitlines(), delimiter=";"))


@pytest.mark.disposicion("5-base-trazabilidad")
def test_lista_lo_recibido_y_atendido_lo_ultimo_primero(navegador: Client, casos: list[Solicitud]) -> None:
    assert listadas(navegador) == casos[::-1]
    pagina = navegador.get(BASE).content.decode()
    assert [dato for dato in ("9\xa0nov", "Secretaría Distrital de Hacienda", "Integridad") if dato not in pagina] == []


@pytest.mark.disposicion("5-base-trazabilidad")
def test_combina_condiciones(navegador: Client, casos: list[Solicitud]) -> None:
    cerrada, abierta = casos
    assert listadas(navegador, estado="cerrada", recibida_desde="2026-11-01") == [cerrada]
    assert listadas(navegador, entidad=fabricas.entidad("idu").pk, tema=fabricas.tema().pk) == [abierta]
    assert listadas(navegador, q="adopcion", estado="cerrada") == []


def test_un_radicado_completo_abre_su_expediente(navegador: Client, casos: list[Solicitud]) -> None:
    respuesta = navegador.get(BASE, {"q": f" {casos[0].radicado.lower()} "})
    assert respuesta.headers["Location"] == reverse("equipo:solicitud", args=[casos[0].radicado])


def test_un_radicado_que_no_existe_o_es_ajeno_no_abre_nada(navegador: Client) -> None:
    ajena = fabricas.solicitud(dependencia=fabricas.dependencia("ddab"))
    assert listadas(navegador, q=ajena.radicado) == []
    assert "Ninguna solicitud cumple esas condiciones" in navegador.get(BASE, {"q": "AT-2026-999"}).content.decode()


def test_cada_condicion_se_puede_quitar(navegador: Client, casos: list[Solicitud]) -> None:
    activos = navegador.get(BASE, {"q": "integridad", "estado": "cerrada", "despues": "x"}).context["filtros"].activos()
    assert activos == [
        ("Radicado, entidad o palabras", "integridad", "?estado=cerrada"),
        ("Estado", "Cerrada", "?q=integridad"),
    ]


def test_una_fecha_mal_escrita_se_dice_y_no_filtra(navegador: Client, casos: list[Solicitud]) -> None:
    respuesta = navegador.get(BASE, {"recibida_desde": "ayer"})
    assert "Escriba la fecha con día, mes y año." in respuesta.content.decode()
    assert len(respuesta.context["filas"]) == 2


@pytest.mark.disposicion("5-base-trazabilidad")
def test_el_csv_lleva_lo_que_el_filtro_lista(navegador: Client, casos: list[Solicitud]) -> None:
    respuesta = navegador.get(CSV, {"estado": "cerrada"})
    titulos, *filas = hoja(respuesta.getvalue())
    assert titulos == list(COLUMNAS)
    assert [fila[titulos.index("Radicado")] for fila in filas] == [casos[0].radicado]
    assert filas[0][titulos.index("Fecha de recepción")] == "2026-11-09 10:00"
    assert respuesta.headers["Content-Disposition"].startswith('attachment; filename="base-de-trazabilidad-2026-11-19')


@pytest.mark.disposicion("5-base-trazabilidad")
def test_el_excel_lleva_lo_que_el_filtro_lista(navegador: Client, casos: list[Solicitud]) -> None:
    respuesta = navegador.get(EXCEL, {"q": "teletrabajo"})
    libro = load_workbook(BytesIO(respuesta.getvalue()), read_only=True)
    titulos, *filas = libro.worksheets[0].iter_rows(values_only=True)
    assert list(titulos) == list(COLUMNAS)
    assert [fila[titulos.index("Asunto")] for fila in filas] == ["Teletrabajo: acto de adopción"]
    libro.close()


@pytest.mark.parametrize("ruta", [CSV, EXCEL])
def test_no_se_exporta_lo_de_otra_direccion(asesora: Funcionario, casos: list[Solicitud], ruta: str) -> None:
    archivera = fabricas.sesion(fabricas.funcionario("ssda").usuario)
    contenido = archivera.get(ruta).getvalue()
    if ruta == CSV:
        assert hoja(contenido) == [list(COLUMNAS)]
    else:
        libro = load_workbook(BytesIO(contenido), read_only=True)
        assert [list(fila) for fila in libro.worksheets[0].iter_rows(values_only=True)] == [list(COLUMNAS)]
        libro.close()


def test_las_paginas_conservan_el_filtro(navegador: Client, asesora: Funcionario) -> None:
    for _ in range(51):
        fabricas.solicitud(asesor=asesora)
    pagina = navegador.get(BASE, {"canal": "formulario"}).content.decode()
    assert 'href="?canal=formulario&amp;despues=' in pagina


@pytest.mark.parametrize("cuantas", [3, 52])
def test_una_busqueda_da_lo_mismo_entre_las_ultimas_que_entre_todas(
    navegador: Client, asesora: Funcionario, monkeypatch: pytest.MonkeyPatch, cuantas: int
) -> None:
    for numero in range(cuantas):
        fabricas.solicitud(asesor=asesora, asunto="Mapa de procesos", recibida_en=AHORA - timedelta(minutes=numero))
    fabricas.solicitud(asesor=asesora, asunto="Otra cosa", recibida_en=AHORA - timedelta(days=1))
    direccion = f"{BASE}?q=mapas+de+proceso"
    todas = [fila.solicitud.pk for fila in navegador.get(direccion).context["filas"]]
    monkeypatch.setattr(busqueda, "TRAMO", cuantas)
    assert [fila.solicitud.pk for fila in navegador.get(direccion).context["filas"]] == todas
    assert len(todas) == min(cuantas, 50)
