"""The catalogue of indicators and what is read in them. Disposición: 7.1.1-revisiones."""

from dataclasses import dataclass, fields
from datetime import datetime
from decimal import Decimal

from django.db import transaction
from django.utils.text import slugify

from asiste.archivo.models import IndicadorDocumental, InterpretacionIndicadores
from asiste.cuentas.models import Usuario
from asiste.directorio.models import Entidad
from asiste.portafolio.models import Tema
from asiste.solicitudes.acciones import ReglaIncumplida
from asiste.solicitudes.acciones.base import exigir_texto


@dataclass(frozen=True, slots=True, kw_only=True)
class DatosIndicador:
    """All that is said of an indicator."""

    nombre: str
    descripcion: str
    componente: Tema | None
    unidad: str
    mayor_es_mejor: bool
    meta: Decimal | None
    activo: bool = True
    orden: int = 0
    por_verificar: bool = False


@transaction.atomic
def guardar_indicador(*, datos: DatosIndicador, indicador: IndicadorDocumental | None = None) -> IndicadorDocumental:
    """Adds an indicator, or changes one; what stops being measured is left inactive, with its values.

    Raises `ReglaIncumplida` without name or how it is measured, with an impossible goal, when another one has that
    name, and when it has values in another unit.
    """
    exigir_texto(datos.nombre, "Escriba el nombre del indicador.")
    exigir_texto(datos.descripcion, "Escriba cómo se mide.")
    tocayos = IndicadorDocumental.objects.filter(nombre__iexact=datos.nombre)
    if (tocayos.exclude(pk=indicador.pk) if indicador else tocayos).exists():
        raise ReglaIncumplida("Ya hay un indicador con ese nombre.")
    if indicador and indicador.unidad != datos.unidad and indicador.valores.exists():
        raise ReglaIncumplida("Ya tiene valores: su unidad no se cambia. Déjelo inactivo y agregue otro.")
    guardado = indicador or IndicadorDocumental(clave=_clave(datos.nombre))
    for campo in fields(datos):
        setattr(guardado, campo.name, getattr(datos, campo.name))
    if datos.meta is not None and (falla := guardado.falla(datos.meta)):
        raise ReglaIncumplida(f"La meta no sirve. {falla}")
    guardado.save()
    return guardado


@transaction.atomic
def interpretar(
    *, entidad: Entidad, vigencia: int, texto: str, con: str, autor: Usuario, ahora: datetime
) -> InterpretacionIndicadores:
    """Keeps what the team and the entity read in the indicators of a year; the one before stays on record."""
    return InterpretacionIndicadores.objects.create(
        entidad=entidad,
        vigencia=vigencia,
        texto=exigir_texto(texto, "Escriba lo que leyeron en los indicadores."),
        con=con.strip(),
        autor=autor,
        momento=ahora,
    )


def _clave(nombre: str) -> str:
    """A key of its own."""
    base = slugify(nombre)[:70] or "indicador"
    ocupadas = set(IndicadorDocumental.objects.values_list("clave", flat=True))
    posibles = (base, *(f"{base}-{numero}" for numero in range(2, 1000)))
    return next(clave for clave in posibles if clave not in ocupadas)
