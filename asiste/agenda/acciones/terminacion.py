"""Finishing a session: what was held is evidence that attends its requests."""

from dataclasses import dataclass
from datetime import datetime

from django.db import transaction
from django.utils import timezone

from asiste.agenda.acciones.sesiones import bloquear_sesion, exigir_pendiente, resumen
from asiste.agenda.cierre import SE_EVIDENCIAN, impedimento, informe_aprobado
from asiste.agenda.lista.documento import lista_en_pdf
from asiste.agenda.lista.resumen import nombre_de_la_lista, resumen_de_asistencia
from asiste.agenda.models import Sesion
from asiste.cuentas.models import Usuario
from asiste.documentos.acciones import guardar_archivo
from asiste.solicitudes.acciones import ArchivoNombrado, ReglaIncumplida, agregar_evidencia, atender
from asiste.solicitudes.models import Solicitud


class SinAsistencia(ReglaIncumplida):
    """Nobody is in the list. Disposición: 5-medios."""


class SinInforme(ReglaIncumplida):
    """A visit is not held without its technical report. Disposición: 7.1.2-visita."""


@dataclass(frozen=True, slots=True)
class Efecto:
    """What came of a request of the session; `porque` says why it was not attended."""

    solicitud: Solicitud
    porque: str = ""


@transaction.atomic
def terminar(*, sesion: Sesion, autor: Usuario, ahora: datetime) -> list[Efecto]:
    """Marks it as held. Each request gets the attendance list as evidence and is attended; if it cannot be, it is told.

    Raises `SinAsistencia`, `SinInforme`, or `ReglaIncumplida` before it begins and when it was held or called off.
    Disposición: 5-base-trazabilidad.
    """
    sesion = bloquear_sesion(sesion)
    exigir_pendiente(sesion)
    if ahora < sesion.inicia:
        raise ReglaIncumplida(f"La sesión empieza a las {timezone.localtime(sesion.inicia):%H:%M}.")
    if not sesion.asistencias.validas().exists():
        raise SinAsistencia("Nadie figura como asistente: registre al menos a una persona.")
    if not informe_aprobado(sesion):
        raise SinInforme("Falta el informe técnico de la visita, aprobado.")
    sesion.estado, sesion.realizada_en = Sesion.Estado.REALIZADA, ahora
    sesion.save(update_fields=["estado", "realizada_en"])
    solicitudes = list(sesion.solicitudes.select_related("asesor__usuario").order_by("id"))
    return _atender_con(sesion, solicitudes, autor, ahora) if solicitudes else []


def _atender_con(sesion: Sesion, solicitudes: list[Solicitud], autor: Usuario, ahora: datetime) -> list[Efecto]:
    lista = ArchivoNombrado(
        nombre_de_la_lista(sesion, "pdf"),
        guardar_archivo(contenido=lista_en_pdf(sesion, ahora=ahora, con_correos=False)),
    )
    texto = f"Se realizó: {resumen(sesion)}. {resumen_de_asistencia(sesion)}"
    efectos = []
    for solicitud in solicitudes:
        if solicitud.estado in SE_EVIDENCIAN:
            agregar_evidencia(solicitud=solicitud, texto=texto, anexos=[lista], autor=autor, ahora=ahora)
        efectos.append(_atender(solicitud, texto, autor, ahora))
    return efectos


def _atender(solicitud: Solicitud, texto: str, autor: Usuario, ahora: datetime) -> Efecto:
    if porque := impedimento(solicitud, autor):
        return Efecto(solicitud, porque)
    try:
        atender(solicitud=solicitud, resumen=texto, autor=autor, ahora=ahora)
    except ReglaIncumplida as regla:  # something changed since it was read
        return Efecto(solicitud, str(regla))
    return Efecto(solicitud)
