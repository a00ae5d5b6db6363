"""Templates: nothing inline, nothing from outside, none forgotten."""

import re
from pathlib import Path

import allauth
import pytest

from pruebas.arnes.repositorio import PROPIO, archivos, fuentes, nombre

PLANTILLAS = archivos(PROPIO, "*.html", "*.txt")
HTML = [ruta for ruta in PLANTILLAS if ruta.suffix == ".html"]
DE_DJANGO = {"400.html", "403.html", "403_csrf.html", "404.html", "500.html", "django/forms/field.html"}  # by name
EN_LINEA = {
    "manejador": r"<[^>]*\son[a-z]+\s*=",
    "manejador de htmx": r"<[^>]*\shx-on",
    "estilo": r"<[^>]*\sstyle\s*=|<style",
    "programa": r"<script(?![^>]*\b(src|type=\"application/json\")=?)",
    "javascript": r"(href|src|action)\s*=\s*[\"']javascript:",
    "recurso de fuera": r"<(script|link|img|iframe|source)[^>]*(src|href)\s*=\s*[\"'](https?:)?//",
}


def identidad(ruta: Path) -> str:
    """Name by which Django knows a template."""
    partes = ruta.parts
    return "/".join(partes[len(partes) - partes[::-1].index("templates") :])


@pytest.mark.parametrize("que", EN_LINEA)
def test_ninguna_plantilla_lleva(que: str) -> None:
    patron = re.compile(EN_LINEA[que], re.IGNORECASE)
    assert [nombre(ruta) for ruta in HTML if patron.search(ruta.read_text(encoding="utf-8"))] == []


def nombrada(cual: str, texto: str) -> bool:
    """True if the text names the template: whole, without its extension, or as a stem of a folder that varies."""
    tallo = cual.rsplit(".", 1)[0]
    carpeta, _, hoja = tallo.rpartition("/")
    completa = cual in texto or f'"{tallo}.' in texto or f'"{tallo.rsplit("_", 1)[0]}"' in texto
    return completa or (f"{carpeta}/{{" in texto and f'"{hoja}"' in texto)


def test_ninguna_plantilla_esta_olvidada() -> None:
    de_allauth = "".join(ruta.read_text(encoding="utf-8") for ruta in Path(allauth.__path__[0]).rglob("*.py"))
    nuestros = {ruta: ruta.read_text(encoding="utf-8") for ruta in [*fuentes(), *PLANTILLAS]}
    assert [
        nombre(plantilla)
        for plantilla in PLANTILLAS
        if identidad(plantilla) not in DE_DJANGO
        and not nombrada(identidad(plantilla), de_allauth)
        and not any(nombrada(identidad(plantilla), texto) for ruta, texto in nuestros.items() if ruta != plantilla)
    ] == []


def test_ninguna_plantilla_reemplaza_a_otra_nuestra() -> None:
    nombres = [identidad(ruta) for ruta in PLANTILLAS]
    assert sorted({cual for cual in nombres if nombres.count(cual) > 1}) == []
