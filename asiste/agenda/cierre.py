"""What a session needs to be finished, and what finishing it does to its requests."""

from asiste.agenda.models import Acta, Sesion
from asiste.cuentas.models import Usuario
from asiste.solicitudes.acciones.articulacion import respuestas_que_faltan
from asiste.solicitudes.models import Solicitud
from asiste.solicitudes.permisos import puede_tramitar

Estado = Solicitud.Estado
SE_EVIDENCIAN = {*Solicitud.ABIERTOS, Estado.ATENDIDA}
PORQUE = {
    Estado.POR_TOMAR: "Nadie la ha tomado: sigue en la fila.",
    Estado.SUSPENDIDA: "Está suspendida, a la espera de la entidad.",
    Estado.ATENDIDA: "Ya estaba atendida.",
}


def informe_aprobado(sesion: Sesion) -> bool:
    """True when it is no visit, or its technical report was approved. Disposición: 7.1.2-visita."""
    aprobado = {"clase": Acta.Clase.INFORME, "estado": Acta.Estado.APROBADA}
    return not sesion.es_visita or sesion.actas.filter(**aprobado).exists()


def impedimento(solicitud: Solicitud, autor: Usuario) -> str:
    """Why finishing the session does not attend a request, in plain Spanish; empty when it does."""
    if solicitud.estado != Estado.EN_TRAMITE:
        terminada = f"Ya había terminado: {solicitud.get_estado_display().lower()}."
        return PORQUE.get(Estado(solicitud.estado), terminada)
    if not puede_tramitar(autor, solicitud):
        return f"La atiende {solicitud.asesor}: le queda la evidencia para marcarla."
    if deben := respuestas_que_faltan(solicitud):
        return f"Falta la respuesta sobre: {'; '.join(deben)}."
    return ""
