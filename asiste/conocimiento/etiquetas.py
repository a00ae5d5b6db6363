"""The filters of a search in words."""

from dataclasses import dataclass

from django.db.models import QuerySet

from asiste.conocimiento.filtros import Filtros
from asiste.conocimiento.models import Publicacion
from asiste.directorio.models import Dependencia
from asiste.portafolio.models import Tema


@dataclass(frozen=True, slots=True)
class Etiqueta:
    """A chosen value: its filter, the value and its name."""

    campo: str
    valor: str
    nombre: str


def etiquetas(filtros: Filtros) -> list[Etiqueta]:
    """What was chosen, in words. Two queries at most."""
    nombres = {
        "clase": dict(Publicacion.Clase.choices),
        "estado": dict(Publicacion.Estado.choices),
        "anio": {},
        "direccion": _nombres(Dependencia.objects.filter(clave__in=filtros.direccion)) if filtros.direccion else {},
        "tema": _nombres(Tema.objects.filter(clave__in=filtros.tema)) if filtros.tema else {},
    }
    return [Etiqueta(campo, valor, str(nombres[campo].get(valor, valor))) for campo, valor in filtros.elegidos]


def en_palabras(filtros: Filtros) -> str:
    """«eliminar correos» en Concepto, Archivo de Bogotá; «todo lo que se publica» when nothing was chosen."""
    elegidas = ", ".join(una.nombre for una in etiquetas(filtros))
    texto = f"«{filtros.texto}»" if filtros.texto else ""
    return " en ".join(parte for parte in (texto, elegidas) if parte) or "todo lo que se publica"


def _nombres(filas: QuerySet[Dependencia] | QuerySet[Tema]) -> dict[str, str]:
    return dict(filas.order_by("id").values_list("clave", "nombre"))
