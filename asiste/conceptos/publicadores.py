"""Who decides what becomes of a signed concept, by name. Seeing comes first: see `alcance`."""

from django.utils import timezone

from asiste.conceptos.competencia import tiene_competencia
from asiste.conceptos.models import Concepto
from asiste.conceptos.permisos import dirige_concepto, puede_redactar
from asiste.cuentas.models import Usuario


def puede_publicar(usuario: Usuario, concepto: Concepto) -> bool:
    """Publish it or set it apart: who heads its office, by position or by an act in force today."""
    return _sin_publicar(concepto) and _dirige(usuario, concepto)


def puede_corregir(usuario: Usuario, concepto: Concepto) -> bool:
    """Correct what is read of it once published: the same people."""
    return concepto.destino == Concepto.Destino.PUBLICO and _dirige(usuario, concepto)


def puede_preparar(usuario: Usuario, concepto: Concepto) -> bool:
    """Leave its public version ready: who wrote it, and who may publish it."""
    return _sin_publicar(concepto) and (puede_redactar(usuario, concepto) or puede_publicar(usuario, concepto))


def _dirige(usuario: Usuario, concepto: Concepto) -> bool:
    return dirige_concepto(usuario, concepto) or tiene_competencia(usuario, concepto, timezone.localdate())


def _sin_publicar(concepto: Concepto) -> bool:
    return concepto.estado == Concepto.Estado.FIRMADO and concepto.destino != Concepto.Destino.PUBLICO
