"""What changed in a concept from one version to another."""

from collections.abc import Iterator
from typing import Any

from asiste.conceptos.html import sin_formato
from asiste.web.equipo.diferencias import Cambio, comparar

TEXTOS = {"asunto": "Asunto", "consulta": "Lo que se consulta", "terminos": "Términos en que se pide la respuesta"}
LISTAS = {"anexos": "Anexos", "datos": "Datos de la solicitud", "responsables": "Quién responde"}
HUELLA = 12  # characters of a hash that a list shows


def cambios_de(antes: dict[str, Any], ahora: dict[str, Any]) -> list[Cambio]:
    """What only each side says, part by part. A change of format alone is told with equal texts."""
    return [(rotulo, *comparar(viejo, nuevo)) for rotulo, viejo, nuevo in _distintos(antes, ahora)]


def _distintos(antes: dict[str, Any], ahora: dict[str, Any]) -> Iterator[tuple[str, str, str]]:
    for campo, rotulo in TEXTOS.items():
        if antes[campo] != ahora[campo]:
            yield rotulo, antes[campo], ahora[campo]
    viejos = {clave: html for clave, _, html in antes["secciones"]}
    for clave, rotulo, html in ahora["secciones"]:
        if html != viejos.get(clave, ""):
            yield rotulo, sin_formato(viejos.get(clave, "")), sin_formato(html)
    for campo, rotulo in LISTAS.items():
        if antes[campo] != ahora[campo]:
            yield rotulo, _renglones(campo, antes[campo]), _renglones(campo, ahora[campo])
    if antes["formato"] != ahora["formato"]:
        yield "Formato", antes["formato"], ahora["formato"]


def _renglones(campo: str, filas: list[list[str]]) -> str:
    """A line for each row; of the hash of a file, how it starts."""
    cortas = [[*fila[:2], f"huella {fila[2][:HUELLA]}"] for fila in filas] if campo == "anexos" else filas
    return "\n".join(" · ".join(filter(None, fila)) for fila in cortas)
