"""Who has open what several people write: each sign of somebody also tells who else is there."""

from datetime import datetime, timedelta
from typing import TypeVar

from django.apps import apps

from asiste.escritura.models import PRESENTE, Presente

OLVIDO = timedelta(days=1)
MARCAR = """
WITH marca AS (
    INSERT INTO {tabla} ({columnas}) VALUES ({valores})
    ON CONFLICT ({lugar}, usuario_id) DO UPDATE SET {cambios}
)
SELECT presente.*, coalesce(nullif(persona.nombre, ''), persona.email) AS nombre
FROM {tabla} presente JOIN cuentas_usuario persona ON persona.id = presente.usuario_id
WHERE presente.{lugar} = %s AND presente.usuario_id <> %s AND presente.vista_en > %s
ORDER BY persona.nombre, persona.id
"""

P = TypeVar("P", bound=Presente)


def marcar_presencia(suya: P, *cambian: str) -> list[P]:
    """Notes that the person is there and gives who else is, by name. One statement, on every page of what is written.

    `cambian` are the columns that this sign writes over the one before, besides its moment.
    """
    lugar = f"{suya.LUGAR}_id"
    campos = [campo for campo in suya._meta.concrete_fields if not campo.primary_key]
    valores = {str(campo.column): getattr(suya, campo.attname) for campo in campos}
    consulta = MARCAR.format(
        tabla=suya._meta.db_table,
        columnas=", ".join(valores),
        valores=", ".join(["%s"] * len(valores)),
        lugar=lugar,
        cambios=", ".join(f"{columna} = excluded.{columna}" for columna in ("vista_en", *cambian)),
    )
    quienes = [valores[lugar], suya.usuario_id, suya.vista_en - PRESENTE]
    otras = list(type(suya)._default_manager.raw(consulta, [*valores.values(), *quienes]))
    for otra in otras:
        setattr(otra, suya.LUGAR, getattr(suya, suya.LUGAR))
    return otras


def olvidar_presencias(*, ahora: datetime) -> int:
    """Deletes what says nothing any more, wherever it was; how many."""
    tablas = [modelo for modelo in apps.get_models() if issubclass(modelo, Presente)]
    return sum(modelo._default_manager.filter(vista_en__lt=ahora - OLVIDO).delete()[0] for modelo in tablas)
