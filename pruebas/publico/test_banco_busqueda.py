"""The search page of the bank."""

import re
from datetime import date
from html import unescape
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils.html import escape

from asiste.conocimiento.filtros import Filtros
from asiste.conocimiento.models import Publicacion, Sinonimo
from asiste.web.publico.conocimiento import facetas, resultados
from pruebas import fabricas, fabricas_conceptos

pytestmark = pytest.mark.django_db
BANCO = "/conocimiento/"


def pagina(client: Client, **pedido: Any) -> str:
    """The page that answers."""
    return client.get(BANCO, pedido).content.decode()


def titulos(texto: str) -> list[str]:
    """Titles of the results, in their order."""
    return re.findall(r'<h3><a href="/conocimiento/[^"]+">([^<]+)</a></h3>', texto)


def conteos(campo: str, **elegidos: Any) -> dict[str, int]:
    """Values of a filter with what each would give."""
    (una,) = [
        faceta for faceta in facetas.facetas(facetas.Muestras(Filtros(**elegidos).entender())) if faceta.campo == campo
    ]
    return {opcion.valor: opcion.cuantas for opcion in una.opciones}


@pytest.mark.disposicion("7.1.3-banco-conceptos")
def test_cualquiera_encuentra_un_concepto_por_sus_palabras(client: Client) -> None:
    fabricas_conceptos.publicacion(titulo="Eliminación de documentos")
    fabricas_conceptos.publicacion(titulo="Comisiones", resumen="Viajes", texto="Viáticos")
    assert titulos(pagina(client, q="eliminacion documento")) == ["Eliminación de documentos"]


def test_las_palabras_se_marcan_y_lo_demas_se_escapa(client: Client) -> None:
    fabricas_conceptos.publicacion(texto="El <script>alert(1)</script> permite eliminar expedientes & cajas.")
    texto = pagina(client, q="eliminar")
    assert "<mark>eliminar</mark> expedientes &amp; cajas" in texto
    assert "<script>alert(1)" not in texto


def test_el_pasaje_que_empieza_a_mitad_de_una_frase_lo_muestra(client: Client) -> None:
    fabricas_conceptos.publicacion(titulo="Cajas", resumen="", texto="antes de eliminar se publica.")
    assert "… antes de <mark>eliminar</mark> se publica" in pagina(client, q="eliminar")


def test_sin_palabras_se_ve_lo_mas_reciente(client: Client) -> None:
    for dia in (3, 9, 5):
        fabricas_conceptos.publicacion(titulo=f"Del {dia}", fecha=date(2026, 3, dia))
    assert titulos(pagina(client)) == ["Del 9", "Del 5", "Del 3"]


def test_se_puede_ordenar_por_fecha_lo_que_se_busca(client: Client) -> None:
    fabricas_conceptos.publicacion(titulo="Eliminar eliminar", fecha=date(2025, 3, 1))
    fabricas_conceptos.publicacion(titulo="Otro", fecha=date(2026, 3, 1))
    assert titulos(pagina(client, q="eliminar")) == ["Eliminar eliminar", "Otro"]
    assert titulos(pagina(client, q="eliminar", orden="fecha")) == ["Otro", "Eliminar eliminar"]


def test_por_fecha_solo_salen_las_que_tienen_todas_las_palabras(client: Client) -> None:
    fabricas_conceptos.publicacion(titulo="Eliminar")
    assert titulos(pagina(client, q="eliminar vitelas")) == ["Eliminar"]
    por_fecha = pagina(client, q="eliminar vitelas", orden="fecha")
    assert (titulos(por_fecha), '<a href="?q=eliminar+vitelas">Ordene por relevancia</a>' in por_fecha) == ([], True)


def test_lo_retirado_no_aparece(client: Client) -> None:
    una = fabricas_conceptos.publicacion()
    Publicacion.objects.filter(pk=una.pk).update(estado="retirada", motivo="Error")
    assert titulos(pagina(client)) == []


def test_lo_que_no_rige_lo_dice_en_la_lista(client: Client) -> None:
    una = fabricas_conceptos.publicacion()
    Publicacion.objects.filter(pk=una.pk).update(estado="no-vigente", motivo="Cambió la norma")
    assert 'data-estado="derogado"' in pagina(client)


def test_cada_filtro_cuenta_como_si_no_se_hubiera_usado() -> None:
    fabricas_conceptos.publicacion()
    fabricas_conceptos.publicacion(clase="guia", numero="", fecha=date(2025, 1, 1))
    assert conteos("clase", clase=("guia",)) == {"concepto": 1, "guia": 1}
    assert conteos("anio", clase=("guia",)) == {"2025": 1}


def test_un_componente_cuenta_una_vez_lo_que_esta_en_dos_de_sus_temas() -> None:
    temas = [fabricas.tema(f"ddab-{cual}") for cual in ("digitalizacion", "almacenamiento", "tecnologico")]
    fabricas_conceptos.publicacion(temas=temas)
    (tema,) = [faceta for faceta in facetas.facetas(facetas.Muestras(Filtros().entender())) if faceta.campo == "tema"]
    (raiz,) = tema.opciones
    hijas = {hija.valor: hija.cuantas for hija in raiz.hijas}
    assert (raiz.valor, raiz.cuantas, hijas) == (
        "ddab-tecnologico",
        1,
        {"ddab-digitalizacion": 1, "ddab-almacenamiento": 1},
    )


def test_lo_de_una_subdireccion_cuenta_en_su_direccion() -> None:
    fabricas_conceptos.publicacion(dependencia=fabricas.dependencia("ssda"))
    assert conteos("direccion") == {"ddab": 1}


def test_mas_alla_del_tope_no_se_cuenta_y_se_ofrecen_todos_los_valores(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(facetas, "TOPE", 2)
    for dia in (1, 2, 3):
        fabricas_conceptos.publicacion(fecha=date(2026, 3, dia))
    texto = pagina(client)
    assert "Más de 2 publicaciones" in texto
    assert 'value="instrumento"' in texto


def test_de_lo_que_dice_casi_todo_el_banco_se_mide_lo_mas_reciente(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(facetas, "TOPE", 1)
    monkeypatch.setattr(resultados, "CANDIDATAS", 2)
    for dia in (1, 2, 3):
        fabricas_conceptos.publicacion(titulo=f"Eliminar el {dia}", fecha=date(2026, 3, dia))
    assert titulos(pagina(client, q="eliminar")) == ["Eliminar el 3", "Eliminar el 2"]


def test_entre_lo_mas_reciente_se_mide_tambien_el_que_se_nombra(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(facetas, "TOPE", 1)
    monkeypatch.setattr(resultados, "CANDIDATAS", 1)
    fabricas_conceptos.publicacion(titulo="Viejo", numero="C-DDAB-2020-912", fecha=date(2020, 3, 1))
    for dia in (1, 2):
        fabricas_conceptos.publicacion(titulo=f"Eliminar el {dia}", fecha=date(2026, 3, dia))
    assert titulos(pagina(client, q="eliminar 912 de 2020")) == ["Viejo", "Eliminar el 2"]


def test_cada_filtro_elegido_se_puede_quitar(client: Client) -> None:
    fabricas_conceptos.publicacion()
    texto = pagina(client, q="eliminar", clase="concepto", anio="2026")
    assert f'href="{BANCO}?q=eliminar&amp;anio=2026"' in texto
    assert f'href="{BANCO}?q=eliminar&amp;clase=concepto"' in texto


def test_sin_resultados_ayuda(client: Client) -> None:
    Sinonimo.objects.create(palabra="empapelar", equivale="archivar")
    texto = pagina(client, q='"empapelar oficinas viejas"', clase="guia")
    assert [
        frase
        for frase in ("Quite los filtros", "Quite las comillas", ">archivar</a>", "Solicitar asistencia")
        if frase not in texto
    ] == []


def test_sin_nada_que_elegir_no_se_ofrece_afinar(client: Client) -> None:
    assert "Afinar" not in pagina(client, q="zzzz")


@pytest.mark.parametrize("consulta", ["?", "?q=eliminar&orden=relevancia"])
def test_la_lista_va_por_paginas(client: Client, monkeypatch: pytest.MonkeyPatch, consulta: str) -> None:
    monkeypatch.setattr(resultados, "FILAS", 2)
    for dia in range(1, 6):
        fabricas_conceptos.publicacion(titulo=f"Del {dia}", fecha=date(2026, 3, dia))
    vistas = []
    for _ in range(3):
        texto = client.get(f"{BANCO}{consulta}").content.decode()
        vistas.append(titulos(texto))
        siguiente = re.search(r'href="(\?[^"]*despues=[^"]+)"\s+rel="next"', texto)
        consulta = unescape(siguiente.group(1)) if siguiente else ""
    assert (vistas, consulta) == ([["Del 5", "Del 4"], ["Del 3", "Del 2"], ["Del 1"]], "")


@pytest.mark.parametrize("marca", ["x", "-1", "99999999", "0", "²"])
def test_una_marca_de_pagina_que_no_es_nuestra_da_una_pagina(client: Client, marca: str) -> None:
    fabricas_conceptos.publicacion()
    assert client.get(BANCO, {"q": "eliminar", "despues": marca}).status_code == 200


@pytest.mark.parametrize("escrito", ['"sin cerrar', "a:*&|!", "'; drop", "%", "\\", "☃" * 300, '"" -', "-eliminar"])
def test_nada_de_lo_que_se_escriba_rompe_la_busqueda(client: Client, escrito: str) -> None:
    fabricas_conceptos.publicacion()
    texto = pagina(client, q=escrito)
    assert escape(escrito.strip()[:150]) in texto


def test_buscar_cuesta_lo_mismo_con_mas_publicaciones(client: Client) -> None:
    def coste() -> int:
        with CaptureQueriesContext(connection) as consultas:
            pagina(client, q="eliminar", clase="concepto", tema="ddab-tecnologico")
        return len(consultas)

    def otra(anio: int) -> None:
        fabricas_conceptos.publicacion(fecha=date(anio, 3, 1), temas=[fabricas.tema("ddab-digitalizacion")])

    otra(2026)
    con_una = coste()
    for anio in (2023, 2024, 2025):
        otra(anio)
    assert coste() == con_una
    assert con_una <= 26
