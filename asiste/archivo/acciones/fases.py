"""A line goes on to the next phase with its evidence and a conclusion, or back with a reason."""

from datetime import datetime

from django.db import transaction

from asiste.archivo.acciones.base import bloquear_en_curso
from asiste.archivo.models import Fase, LineaAccion, PasoLinea
from asiste.cuentas.models import Usuario
from asiste.solicitudes.acciones import ReglaIncumplida
from asiste.solicitudes.acciones.base import exigir_texto


@transaction.atomic
def avanzar(*, linea: LineaAccion, desde: Fase, conclusion: str, autor: Usuario, ahora: datetime) -> LineaAccion:
    """Leaves the phase `desde`, which is the one the person saw. Disposición: 7.1.1-phva.

    Raises `ReglaIncumplida` without a conclusion or evidence of that phase, or when it is in another one already.
    """
    linea = bloquear_en_curso(linea)
    if linea.terminada:
        raise ReglaIncumplida("La línea ya terminó su ciclo.")
    _exigir_fase(linea, desde)
    escrito = exigir_texto(conclusion, f"Escriba qué se concluyó en «{desde.label}».")
    if not linea.evidencias.validas().filter(fase=desde).exists():
        raise ReglaIncumplida(f"Falta la evidencia de «{desde.label}»: agregue al menos una antes de seguir.")
    return _pasar(linea, desde.siguiente, escrito, autor, ahora)


@transaction.atomic
def regresar(*, linea: LineaAccion, desde: Fase, a: Fase, motivo: str, autor: Usuario, ahora: datetime) -> LineaAccion:
    """Back to an earlier phase; what was done stays. Raises `ReglaIncumplida` without a reason, or as `avanzar`."""
    linea = bloquear_en_curso(linea)
    _exigir_fase(linea, desde)
    if a not in desde.anteriores:
        raise ReglaIncumplida("Elija una fase anterior a la actual.")
    return _pasar(linea, a, exigir_texto(motivo, "Escriba por qué regresa."), autor, ahora)


def _exigir_fase(linea: LineaAccion, desde: Fase) -> None:
    if linea.fase != desde:
        raise ReglaIncumplida(f"Alguien ya la pasó a «{linea.get_fase_display()}»: revise lo que cambió.")


def _pasar(linea: LineaAccion, a: Fase, texto: str, autor: Usuario, ahora: datetime) -> LineaAccion:
    PasoLinea.objects.create(linea=linea, de=linea.fase, a=a, conclusion=texto, autor=autor, momento=ahora)
    linea.fase = a
    linea.save(update_fields=["fase"])
    return linea
