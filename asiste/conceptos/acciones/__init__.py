"""What can be done with a concept."""

from asiste.conceptos.acciones.anexos import agregar_anexos, retirar_anexo
from asiste.conceptos.acciones.formatos import guardar_formato
from asiste.conceptos.acciones.inicio import empezar_concepto
from asiste.conceptos.acciones.redaccion import guardar_seccion, marcar_presencia_en_concepto

__all__ = [
    "agregar_anexos",
    "empezar_concepto",
    "guardar_formato",
    "guardar_seccion",
    "marcar_presencia_en_concepto",
    "retirar_anexo",
]
