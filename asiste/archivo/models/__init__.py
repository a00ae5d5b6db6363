"""Focalised plans and indicators of document management."""

from asiste.archivo.models.indicadores import IndicadorDocumental, InterpretacionIndicadores, ValorIndicador
from asiste.archivo.models.plan import (
    EvidenciaLinea,
    Fase,
    LineaAccion,
    PasoLinea,
    PlanFocalizado,
    PlanFocalizadoQuerySet,
)

__all__ = [
    "EvidenciaLinea",
    "Fase",
    "IndicadorDocumental",
    "InterpretacionIndicadores",
    "LineaAccion",
    "PasoLinea",
    "PlanFocalizado",
    "PlanFocalizadoQuerySet",
    "ValorIndicador",
]
