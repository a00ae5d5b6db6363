"""First load of the indicators, as examples that the archive has to verify."""

import tomllib
from pathlib import Path

from django.db import transaction

from asiste.archivo.models import IndicadorDocumental
from asiste.portafolio.models import Tema

CATALOGO = Path(__file__).parent / "catalogo" / "indicadores.toml"


@transaction.atomic
def cargar_indicadores() -> int:
    """The examples, where there is no indicator yet, and how many."""
    if IndicadorDocumental.objects.exists():
        return 0
    with CATALOGO.open("rb") as abierto:
        filas = tomllib.load(abierto)["indicador"]
    componentes = Tema.objects.filter(tipo=Tema.Tipo.COMPONENTE).in_bulk(field_name="clave")
    nuevos = IndicadorDocumental.objects.bulk_create(
        IndicadorDocumental(
            **fila | {"componente": componentes.get(fila["componente"])}, orden=orden, por_verificar=True
        )
        for orden, fila in enumerate(filas)
    )
    return len(nuevos)
