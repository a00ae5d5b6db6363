"""First load of sectors, entities and offices. What exists is left as the administration has it."""

import csv
import tomllib
from pathlib import Path
from typing import Any

from django.db import transaction

from asiste.directorio.models import Denominacion, Dependencia, Dominio, Entidad, Sector

CATALOGO = Path(__file__).parent / "catalogo"


@transaction.atomic
def cargar_directorio() -> int:
    """Adds what is missing of the seed files and returns how many rows; a second run adds none.

    Disposición: 2-alcance-entidades.
    """
    return _sectores() + _entidades() + _dependencias()


def leer_toml(archivo: Path, clave: str) -> list[dict[str, Any]]:
    """Rows of a seed file."""
    with archivo.open("rb") as abierto:
        filas: list[dict[str, Any]] = tomllib.load(abierto)[clave]
        return filas


def _sectores() -> int:
    nuevos = 0
    for orden, fila in enumerate(leer_toml(CATALOGO / "sectores.toml", "sector")):
        _, nuevo = Sector.objects.get_or_create(
            clave=fila["clave"], defaults={"nombre": fila["nombre"], "orden": orden}
        )
        nuevos += nuevo
    return nuevos


def _entidades() -> int:
    sectores = dict(Sector.objects.values_list("clave", "pk"))
    conocidas = set(Entidad.objects.values_list("clave", flat=True))
    nuevas = 0
    with (CATALOGO / "entidades.csv").open(encoding="utf-8", newline="") as abierto:
        for fila in csv.DictReader(abierto):
            if fila["clave"] not in conocidas:
                _entidad(fila, sectores)
                nuevas += 1
    return nuevas


def _entidad(fila: dict[str, str], sectores: dict[str, int]) -> None:
    propias = {campo: fila[campo] for campo in ("clave", "nombre", "sigla", "naturaleza", "fuente", "confianza")}
    entidad = Entidad.objects.create(sector_id=sectores.get(fila["sector"]), **propias)
    Dominio.objects.bulk_create(Dominio(entidad=entidad, dominio=dominio) for dominio in _partes(fila["dominios"]))
    Denominacion.objects.bulk_create(
        Denominacion(entidad=entidad, nombre=nombre, tipo=tipo)
        for columna, tipo in (("alias", Denominacion.Tipo.ALIAS), ("anteriores", Denominacion.Tipo.ANTERIOR))
        for nombre in _partes(fila[columna])
    )


def _dependencias() -> int:
    nuevas = 0
    for orden, fila in enumerate(leer_toml(CATALOGO / "dependencias.toml", "dependencia")):
        padre = Dependencia.objects.filter(clave=fila["padre"]).first()
        propias = {
            campo: fila[campo] for campo in ("sigla", "nombre", "tipo", "titular", "base_legal", "alias", "desde")
        }
        _, nueva = Dependencia.objects.get_or_create(
            clave=fila["clave"], defaults=propias | {"padre": padre, "orden": orden}
        )
        nuevas += nueva
    return nuevas


def _partes(celda: str) -> list[str]:
    return [parte.strip() for parte in celda.split(";") if parte.strip()]
