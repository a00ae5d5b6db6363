"""Concepts, how they are written, reviewed and signed."""

from asiste.conceptos.models.concepto import AnexoConcepto, Concepto, ConceptoQuerySet, ConsecutivoConcepto
from asiste.conceptos.models.redaccion import FormatoConcepto, PresenciaConcepto, SeccionConcepto
from asiste.conceptos.models.revision import EjemplarConcepto, Observacion, Paso, VersionConcepto, VersionLeida

__all__ = [
    "AnexoConcepto",
    "Concepto",
    "ConceptoQuerySet",
    "ConsecutivoConcepto",
    "EjemplarConcepto",
    "FormatoConcepto",
    "Observacion",
    "Paso",
    "PresenciaConcepto",
    "SeccionConcepto",
    "VersionConcepto",
    "VersionLeida",
]
