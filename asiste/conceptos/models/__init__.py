"""Concepts, how they are written, reviewed, signed and published."""

from asiste.conceptos.models.concepto import AnexoConcepto, Concepto, ConceptoQuerySet, ConsecutivoConcepto
from asiste.conceptos.models.publicacion import FichaPublica, RelacionPrevista, Tachadura
from asiste.conceptos.models.redaccion import FormatoConcepto, PresenciaConcepto, SeccionConcepto
from asiste.conceptos.models.revision import EjemplarConcepto, Observacion, Paso, VersionConcepto, VersionLeida

__all__ = [
    "AnexoConcepto",
    "Concepto",
    "ConceptoQuerySet",
    "ConsecutivoConcepto",
    "EjemplarConcepto",
    "FichaPublica",
    "FormatoConcepto",
    "Observacion",
    "Paso",
    "PresenciaConcepto",
    "RelacionPrevista",
    "SeccionConcepto",
    "Tachadura",
    "VersionConcepto",
    "VersionLeida",
]
