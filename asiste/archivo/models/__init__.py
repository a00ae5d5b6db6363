"""Focalised plans and indicators of document management."""

from asiste.archivo.models.evidencia import ComentarioLinea, EvidenciaLinea
from asiste.archivo.models.indicadores import (
    AUTOEVALUACION,
    IndicadorDocumental,
    InterpretacionIndicadores,
    ValorIndicador,
)
from asiste.archivo.models.linea import Fase, LineaAccion, LineaQuerySet, PasoLinea
from asiste.archivo.models.plan import PasoPlan, PlanFocalizado, PlanFocalizadoQuerySet

__all__ = [
    "AUTOEVALUACION",
    "ComentarioLinea",
    "EvidenciaLinea",
    "Fase",
    "IndicadorDocumental",
    "InterpretacionIndicadores",
    "LineaAccion",
    "LineaQuerySet",
    "PasoLinea",
    "PasoPlan",
    "PlanFocalizado",
    "PlanFocalizadoQuerySet",
    "ValorIndicador",
]
