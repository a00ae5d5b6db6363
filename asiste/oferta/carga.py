"""First load of the strategies, as examples that each dirección has to verify."""

import tomllib
from pathlib import Path

from django.db import transaction

from asiste.oferta.models import Estrategia

CATALOGO = Path(__file__).parent / "catalogo" / "estrategias.toml"


@transaction.atomic
def cargar_oferta(dependencias: dict[str, int]) -> int:
    """Examples for each dirección that has no strategy, and how many; `dependencias` maps clave to id."""
    con_alguna = set(Estrategia.objects.values_list("dependencia_id", flat=True))
    with CATALOGO.open("rb") as abierto:
        filas = tomllib.load(abierto)["estrategia"]
    nuevas = Estrategia.objects.bulk_create(
        Estrategia(dependencia_id=dependencias[fila["dependencia"]], nombre=fila["nombre"], por_verificar=True)
        for fila in filas
        if dependencias[fila["dependencia"]] not in con_alguna
    )
    return len(nuevas)
