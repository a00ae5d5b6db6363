"""First load of topics, modalities, levels, channels and agreements. What exists is left as it is."""

import tomllib
from pathlib import Path
from typing import Any

from django.db import transaction

from asiste.portafolio.models import ANS, Canal, Modalidad, Nivel, Tema

CATALOGO = Path(__file__).parent / "catalogo"


@transaction.atomic
def cargar_portafolio(dependencias: dict[str, int]) -> int:
    """Adds what is missing of the seed files and returns how many rows; `dependencias` maps clave to id.

    Disposición: 2-temas-dddi, 2-temas-ddab, 2-temas-ddri, 4-modalidades, 7.1.3-ans-niveles.
    """
    return _temas(dependencias) + _modalidades(dependencias) + _niveles() + _canales(dependencias) + _ans(dependencias)


def _filas(archivo: str, clave: str) -> list[dict[str, Any]]:
    with (CATALOGO / archivo).open("rb") as abierto:
        filas: list[dict[str, Any]] = tomllib.load(abierto)[clave]
        return filas


def _temas(dependencias: dict[str, int]) -> int:
    nuevos = 0
    for orden, fila in enumerate(_filas("temas.toml", "tema")):
        padre = Tema.objects.filter(clave=fila["padre"]).first() if fila.get("padre") else None
        propias = {campo: valor for campo, valor in fila.items() if campo not in {"clave", "padre", "dependencia"}}
        _, nuevo = Tema.objects.get_or_create(
            clave=fila["clave"],
            defaults=propias | {"padre": padre, "dependencia_id": dependencias[fila["dependencia"]], "orden": orden},
        )
        nuevos += nuevo
    return nuevos


def _modalidades(dependencias: dict[str, int]) -> int:
    nuevas = 0
    for orden, fila in enumerate(_filas("modalidades.toml", "modalidad")):
        modalidad, nueva = Modalidad.objects.get_or_create(
            clave=fila["clave"], defaults={"nombre": fila["nombre"], "descripcion": fila["descripcion"], "orden": orden}
        )
        if nueva:
            modalidad.dependencias.set([dependencias[clave] for clave in fila["dependencias"]])
        nuevas += nueva
    return nuevas


def _niveles() -> int:
    nuevos = 0
    for fila in _filas("niveles.toml", "nivel"):
        propias = {campo: fila[campo] for campo in ("nombre", "descripcion", "radica")}
        _, nuevo = Nivel.objects.get_or_create(numero=fila["numero"], defaults=propias)
        nuevos += nuevo
    return nuevos


def _canales(dependencias: dict[str, int]) -> int:
    """Those of the offices that have none: a mailbox that was changed or removed by hand does not come back."""
    con_canales = set(Canal.objects.values_list("dependencia_id", flat=True))
    nuevos = 0
    for fila in _filas("canales.toml", "canal"):
        if dependencias[fila["dependencia"]] in con_canales:
            continue
        alias_de = Canal.objects.filter(valor=fila["alias_de"]).first() if fila.get("alias_de") else None
        propias = {campo: fila[campo] for campo in ("tipo", "valor", "descripcion", "predeterminado")}
        Canal.objects.create(dependencia_id=dependencias[fila["dependencia"]], alias_de=alias_de, **propias)
        nuevos += 1
    return nuevos


def _ans(dependencias: dict[str, int]) -> int:
    modalidades = Modalidad.objects.in_bulk(field_name="clave")
    niveles = Nivel.objects.in_bulk(field_name="numero")
    nuevos = 0
    for fila in _filas("ans.toml", "ans"):
        _, nuevo = ANS.objects.get_or_create(
            dependencia_id=dependencias[fila["dependencia"]],
            modalidad=modalidades[fila["modalidad"]] if fila.get("modalidad") else None,
            nivel=niveles[fila["nivel"]] if fila.get("nivel") else None,
            vigencia=fila.get("vigencia"),
            defaults={"dias": fila["dias"], "motivo": fila.get("motivo", "")},
        )
        nuevos += nuevo
    return nuevos
