"""What must not be left in the repository, and what must be there."""

import re
import tomllib
from collections import Counter

import pytest

from pruebas.arnes.repositorio import PROPIO, RAIZ, archivos, nombre

TEXTOS = archivos(
    RAIZ, "*.py", "*.html", "*.txt", "*.css", "*.js", "*.md", "*.toml", "*.sql", "*.csv", "Makefile", "run"
)
PROHIBIDO = {
    "deuda apuntada": r"\b(TOD[O]|FIXM[E]|XX[X])\b",
    "regla apagada": r"# ?no[q]a|type: ?ignor[e]|pragma: ?no[ ]cover|djlint:[o]ff",
    "prueba apagada": r"mark\.(ski[p]|xfai[l])|pytest\.xfai[l]",
    "camino de una máquina": r"(?<![\w.{}\"'-])/(wor[k]|roo[t]|far[m]|hom[e])/",
    "servidor de paquetes": r"pypi[.]org|python[h]osted|npm[j]s|deb[.]debian",
}
CERROJO = re.compile(r"^CERROJO = ([0-9_]+)", re.MULTILINE)
INTERNO = re.compile(r"\]\((?!https?://|mailto:|#)([^)#]+)")


@pytest.mark.parametrize("que", PROHIBIDO)
def test_no_queda(que: str) -> None:
    patron = re.compile(PROHIBIDO[que])
    halladas = [
        f"{nombre(ruta)}:{numero} {linea.strip()[:100]}"
        for ruta in TEXTOS
        if "requisitos" not in ruta.parts
        for numero, linea in enumerate(ruta.read_text(encoding="utf-8").splitlines(), start=1)
        if patron.search(linea)
    ]
    assert halladas == []


def test_cada_cerrojo_tiene_su_numero() -> None:
    rutas = [ruta for ruta in TEXTOS if ruta.suffix == ".py"]
    cerrojos = [numero for ruta in rutas for numero in CERROJO.findall(ruta.read_text(encoding="utf-8"))]
    assert cerrojos != []
    assert [numero for numero, veces in Counter(cerrojos).items() if veces > 1] == []


def test_los_enlaces_de_la_documentacion_llevan_a_algo() -> None:
    rotos = [
        f"{nombre(ruta)} → {destino}"
        for ruta in archivos(RAIZ, "*.md")
        for destino in INTERNO.findall(ruta.read_text(encoding="utf-8"))
        if not (ruta.parent / destino).exists()
    ]
    assert rotos == []


def test_cada_variable_de_ambiente_esta_en_la_guia_de_operacion() -> None:
    guia = (RAIZ / "docs" / "operacion.md").read_text(encoding="utf-8")
    leidas = {
        variable
        for ruta in archivos(PROPIO, "*.py")
        for variable in re.findall(r'(?:texto|booleano|lista)\(\s*"([A-Z][A-Z_]+)"', ruta.read_text(encoding="utf-8"))
    }
    assert sorted(variable for variable in leidas if f"`{variable}`" not in guia) == []


def test_las_versiones_exactas_cubren_lo_que_se_pide() -> None:
    proyecto = tomllib.loads((RAIZ / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    for lista, pedidas in {
        "base": proyecto["dependencies"],
        "dev": proyecto["dependencies"] + proyecto["optional-dependencies"]["dev"],
    }.items():
        exactas = set(re.findall(r"^([\w.-]+)==", (RAIZ / "requisitos" / f"{lista}.txt").read_text(), re.MULTILINE))
        nombres = {re.split(r"[\[>=<~!; ]", pedida)[0].lower() for pedida in pedidas}
        assert nombres - exactas == set()


def test_los_cambios_cuentan_esta_version() -> None:
    version = tomllib.loads((RAIZ / "pyproject.toml").read_text(encoding="utf-8"))["project"]["version"]
    assert f"## {version}" in (RAIZ / "CHANGELOG.md").read_text(encoding="utf-8")
