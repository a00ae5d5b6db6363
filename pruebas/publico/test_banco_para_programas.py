"""The bank for programs: Atom, map of the site and what the searchers of the web are told."""

import re
from datetime import datetime, timedelta
from xml.parsers.expat import ParserCreate

import pytest
from django.conf import settings
from django.test import Client

from asiste.conocimiento.acciones.publicaciones import publicar
from asiste.conocimiento.models import Publicacion
from asiste.web.publico.conocimiento.mapa import Banco
from pruebas import fabricas, fabricas_conceptos

pytestmark = pytest.mark.django_db
SITIO = settings.URL_PUBLICA


def leido(client: Client, ruta: str) -> str:
    """The XML of an address, which is well formed."""
    contenido = client.get(ruta).content
    ParserCreate().Parse(contenido, True)
    return contenido.decode()


def titulos(canal: str) -> list[str]:
    """Titles of the entries of a feed."""
    return re.findall(r"<title>([^<]*)</title>", canal)[1:]


def direcciones(mapa: str) -> list[str]:
    """Addresses of a map."""
    return re.findall(r"<loc>([^<]*)</loc>", mapa)


def publicada(titulo: str, cuando: datetime) -> None:
    """A concept without number, published at a moment."""
    contenido = fabricas_conceptos.contenido(titulo=titulo, numero="")
    publicar(contenido=contenido, autor=fabricas.usuario(), ahora=cuando)


def retirada() -> Publicacion:
    """One that was withdrawn."""
    una = fabricas_conceptos.publicacion()
    Publicacion.objects.filter(pk=una.pk).update(estado="retirada", motivo="Error")
    return una


def test_el_canal_trae_lo_ultimo_que_se_publico(client: Client) -> None:
    publicada("Vieja", fabricas.AHORA)
    publicada("Nueva", fabricas.AHORA + timedelta(hours=1))
    retirada()
    assert titulos(leido(client, "/conocimiento.atom")) == ["Nueva", "Vieja"]


def test_una_busqueda_tiene_su_canal(client: Client) -> None:
    publicada("Eliminar correos", fabricas.AHORA)
    fabricas_conceptos.publicacion(titulo="Viajes", resumen="", texto="", html="")
    canal = leido(client, "/conocimiento.atom?q=correos&clase=concepto")
    assert titulos(canal) == ["Eliminar correos"]
    assert f'href="{SITIO}/conocimiento.atom?q=correos&amp;clase=concepto" rel="self"' in canal


def test_los_caracteres_de_control_no_lo_rompen(client: Client) -> None:
    publicada("Uno\x02dos", fabricas.AHORA)
    assert (titulos(leido(client, "/conocimiento.atom")), titulos(leido(client, "/conocimiento.atom?q=%01"))) == (
        ["Uno dos"],
        ["Uno dos"],
    )


def test_el_canal_de_una_busqueda_no_trae_lo_que_solo_tiene_algunas_de_las_palabras(client: Client) -> None:
    publicada("Eliminar correos", fabricas.AHORA)
    assert titulos(leido(client, "/conocimiento.atom?q=correos+vitelas")) == []


def test_cada_entrada_lleva_a_la_direccion_permanente(client: Client) -> None:
    una = fabricas_conceptos.publicacion()
    assert f"<id>{SITIO}/conocimiento/{una.clave}/</id>" in leido(client, "/conocimiento.atom")


def test_a_quien_ya_tiene_el_canal_no_se_le_envia_otra_vez(client: Client) -> None:
    fabricas_conceptos.publicacion()
    etiqueta = client.get("/conocimiento.atom").headers["ETag"]
    assert client.get("/conocimiento.atom", headers={"If-None-Match": etiqueta}).status_code == 304


def test_el_mapa_trae_las_publicaciones_a_la_vista(client: Client) -> None:
    una = fabricas_conceptos.publicacion()
    retirada()
    assert direcciones(leido(client, "/sitemap-banco.xml")) == [f"{SITIO}/conocimiento/{una.clave}/"]


def test_el_mapa_se_parte_cuando_es_largo(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Banco, "limit", 2)
    for _ in range(3):
        fabricas_conceptos.publicacion()
    partes = direcciones(leido(client, "/sitemap.xml"))
    assert [parte.partition("/sitemap-")[2] for parte in partes] == ["paginas.xml", "banco.xml", "banco.xml?p=2"]
    assert len(direcciones(leido(client, "/sitemap-banco.xml?p=2"))) == 1


def test_a_los_buscadores_se_les_dice_donde_esta_el_mapa_y_que_no_mirar(client: Client) -> None:
    respuesta = client.get("/robots.txt")
    lineas = respuesta.content.decode().splitlines()
    assert respuesta.headers["Content-Type"] == "text/plain; charset=utf-8"
    assert lineas[-1] == f"Sitemap: {SITIO}/sitemap.xml"
    assert {"Disallow: /equipo/", "Disallow: /conocimiento/?"} <= set(lineas)


def test_las_listas_con_filtros_no_se_indexan(client: Client) -> None:
    fabricas_conceptos.publicacion()
    paginas = [client.get(f"/conocimiento/{consulta}").content.decode() for consulta in ("", "?clase=concepto")]
    assert ['content="noindex, follow"' in texto for texto in paginas] == [False, True]
