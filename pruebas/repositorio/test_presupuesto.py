"""Sizes: what is too long to read at once is cut. The limits are those of CONTRIBUTING.md."""

import re
import statistics
import tomllib
from pathlib import Path

import pytest

from pruebas.arnes.repositorio import PROPIO, PRUEBAS, RAIZ, archivos, clases, fuentes, funciones, largo, lineas, nombre

VISTAS = [ruta for ruta in fuentes(PROPIO / "web") if ruta.name == "views.py" or "views" in ruta.parts]
ESTILOS = archivos(PROPIO, "*.css")
PLANTILLAS = archivos(PROPIO, "*.html", "*.txt")


def largas(rutas: list[Path], limite: int) -> list[str]:
    """Files over the limit, worst first."""
    medidas = sorted(((lineas(ruta), nombre(ruta)) for ruta in rutas), reverse=True)
    return [f"{cuantas} {cual}" for cuantas, cual in medidas if cuantas > limite]


def funciones_largas(rutas: list[Path], limite: int) -> list[str]:
    """Functions over the limit, worst first."""
    medidas = [(largo(f), f"{nombre(ruta)}:{f.lineno} {f.name}") for ruta in rutas for f in funciones(ruta)]
    return [f"{cuantas} {cual}" for cuantas, cual in sorted(medidas, reverse=True) if cuantas > limite]


def percentil(medidas: list[int], cuanto: int) -> int:
    """Value that so many hundredths do not exceed."""
    return sorted(medidas)[len(medidas) * cuanto // 100]


@pytest.mark.parametrize(
    ("rutas", "limite"),
    [
        pytest.param(fuentes(), 300, id="python"),
        pytest.param(fuentes(PRUEBAS), 400, id="pruebas"),
        pytest.param(ESTILOS, 150, id="css"),
        pytest.param(PLANTILLAS, 120, id="plantillas"),
        pytest.param(archivos(PROPIO, "*.js"), 150, id="javascript"),
    ],
)
def test_ningun_archivo_es_demasiado_largo(rutas: list[Path], limite: int) -> None:
    assert largas(rutas, limite) == []


def test_ninguna_funcion_pasa_de_cuarenta_lineas() -> None:
    assert funciones_largas([*fuentes(), *fuentes(PRUEBAS)], 40) == []


def test_ninguna_vista_pasa_de_treinta_lineas() -> None:
    assert funciones_largas(VISTAS, 30) == []


def test_lo_corriente_es_corto() -> None:
    de_archivo = [lineas(ruta) for ruta in fuentes() if lineas(ruta)]
    de_funcion = [largo(funcion) for ruta in fuentes() for funcion in funciones(ruta)]
    medidas = {
        "mediana de archivo": statistics.median(de_archivo) <= 60,
        "p90 de archivo": percentil(de_archivo, 90) <= 160,
        "mediana de función": statistics.median(de_funcion) <= 7,
        "p90 de función": percentil(de_funcion, 90) <= 20,
        "mediana de plantilla": statistics.median(map(lineas, PLANTILLAS)) <= 25,
        "css en total": sum(map(lineas, ESTILOS)) <= 2500,
    }
    assert [cual for cual, cumple in medidas.items() if not cumple] == []


def test_ninguna_clase_hereda_de_mas_de_dos() -> None:
    assert [
        f"{nombre(ruta)} {clase.name}" for ruta in fuentes() for clase in clases(ruta) if len(clase.bases) > 2
    ] == []


def test_ningun_modulo_es_un_cajon() -> None:
    cajones = {"utils", "util", "common", "helpers", "misc", "comun", "utilidades", "varios"}
    modulos = {parte.removesuffix(".py") for ruta in fuentes() for parte in ruta.relative_to(PROPIO).parts}
    assert cajones & modulos == set()


def test_el_css_no_se_impone() -> None:
    assert [nombre(ruta) for ruta in ESTILOS if "!important" in ruta.read_text(encoding="utf-8")] == []


def test_cada_dependencia_dice_su_razon() -> None:
    texto = (RAIZ / "pyproject.toml").read_text(encoding="utf-8")
    proyecto = tomllib.loads(texto)["project"]
    declaradas = [*proyecto["dependencies"], *proyecto["optional-dependencies"]["dev"]]
    con_razon = re.findall(r'^    "(.+?)", +# \S.+$', texto, re.MULTILINE)
    assert [cual for cual in declaradas if cual not in con_razon] == []
    assert len(proyecto["dependencies"]) <= 30
