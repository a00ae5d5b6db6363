"""Writing the sections of a concept, among several."""

from datetime import datetime

from asiste.conceptos.acciones.oficina import llevar_a_su_oficina
from asiste.conceptos.html import LARGO, limpiar
from asiste.conceptos.models import Concepto, PresenciaConcepto, SeccionConcepto
from asiste.cuentas.models import Usuario
from asiste.escritura.acciones import guardar_texto, marcar_presencia, sin_perder
from asiste.solicitudes.acciones import ReglaIncumplida


def bloquear_proyecto(concepto: Concepto) -> Concepto:
    """The concept locked until the transaction ends, in the office that attends its request now.

    Raises `ReglaIncumplida` when it is not being written.
    """
    bloqueado = Concepto.objects.completos().select_for_update(of=("self",)).get(pk=concepto.pk)
    if not bloqueado.en_proyecto:
        raise ReglaIncumplida(f"Ya no se escribe en el concepto: está {bloqueado.get_estado_display().lower()}.")
    llevar_a_su_oficina(bloqueado)
    return bloqueado


def guardar_seccion(
    *,
    concepto: Concepto,
    clave: str,
    texto: str,
    version: int,
    autor: Usuario,
    ahora: datetime,
    une: SeccionConcepto | None = None,
) -> SeccionConcepto:
    """Cleans and saves the HTML one has typed, over the version one started from; `une` was apart, and is settled so.

    Raises `OtraVersion` when another text was saved since then, or `ReglaIncumplida` when it is not being written any
    more; one's own is kept apart. `ReglaIncumplida` too when it does not fit.
    """
    limpio = limpiar(texto)
    if len(limpio) > LARGO:
        raise ReglaIncumplida(f"No se pudo guardar: la sección pasa de {LARGO:_} caracteres.".replace("_", "."))
    suya = SeccionConcepto(concepto=concepto, clave=clave, texto=limpio, escrita_por=autor, escrita_en=ahora)
    with sin_perder(suya):
        bloquear_proyecto(concepto)
        return guardar_texto(suya, version=version, une=une)


def marcar_presencia_en_concepto(*, concepto: Concepto, usuario: Usuario, ahora: datetime) -> list[PresenciaConcepto]:
    """Notes that the person has it open; who else has."""
    return marcar_presencia(PresenciaConcepto(concepto=concepto, usuario=usuario, vista_en=ahora))
