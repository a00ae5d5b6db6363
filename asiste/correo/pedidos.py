"""The request that a message asks for."""

from collections.abc import Iterable, Mapping

from asiste.correo.catalogo import Catalogo
from asiste.correo.clasificacion import admite_respuesta
from asiste.correo.lectura import Adjunto, MensajeLeido
from asiste.correo.models import MensajeEntrante
from asiste.correo.solicitante import solicitante_de
from asiste.directorio.models import Dependencia
from asiste.documentos.acciones import guardar_archivos
from asiste.documentos.models import Archivo
from asiste.solicitudes.acciones import Pedido
from asiste.solicitudes.adjuntos import ArchivoNombrado
from asiste.solicitudes.models import Solicitud

LARGO_ASUNTO = 250
Archivos = Mapping[bytes, Archivo]


def pedido_de(
    mensaje: MensajeEntrante,
    leido: MensajeLeido,
    *,
    dependencia: Dependencia,
    catalogo: Catalogo,
    archivos: Archivos,
) -> Pedido:
    """The request of a message that could be read: who asks, what about, and its files.

    The acknowledgement goes to who wrote: an address that is only quoted in a text is nobody's word.
    None goes where a machine must not answer.
    """
    quien, entidad = solicitante_de(leido, catalogo=catalogo)
    return Pedido(
        canal=Solicitud.Canal.CORREO,
        dependencia=dependencia,
        recibida_en=mensaje.recibido_en or leido.recibido_en or mensaje.guardado_en,
        asunto=leido.asunto,
        texto=leido.texto if len(leido.asunto) <= LARGO_ASUNTO else f"{leido.asunto}\n\n{leido.texto}",
        solicitante_nombre=quien.nombre[:200],
        solicitante_correo=quien.correo,
        entidad=entidad,
        temas=catalogo.detector.temas(leido.asunto, leido.texto),
        anexos=anexos_de(leido, archivos),
        message_id=leido.message_id,
        acusar_a=leido.de_correo,
        acusar=admite_respuesta(leido, correos_propios=catalogo.buzones),
    )


def pedido_ilegible(mensaje: MensajeEntrante, *, dependencia: Dependencia) -> Pedido:
    """The request of a message that nobody could read: what is known of it, and the message itself as a file."""
    return Pedido(
        canal=Solicitud.Canal.CORREO,
        dependencia=dependencia,
        recibida_en=mensaje.recibido_en or mensaje.guardado_en,
        asunto=mensaje.asunto or "Mensaje que no se pudo leer",
        texto=mensaje.texto or mensaje.motivo,
        solicitante_correo=mensaje.de_correo,
        anexos=[ArchivoNombrado("mensaje-original.eml", mensaje.crudo)],
    )


def guardar_adjuntos(leidos: Iterable[MensajeLeido]) -> dict[bytes, Archivo]:
    """Keeps the files of some messages; by their content."""
    contenidos = list({adjunto.contenido for leido in leidos for adjunto in leido.adjuntos if not adjunto.firma})
    return dict(zip(contenidos, guardar_archivos(contenidos=contenidos), strict=True)) if contenidos else {}


def anexos_de(leido: MensajeLeido, archivos: Archivos) -> list[ArchivoNombrado]:
    """Files of the message, kept already, under a safe name and with a warning when something is wrong with one."""
    return [
        ArchivoNombrado(
            adjunto.nombre_seguro,
            archivos[adjunto.contenido],
            adjunto.en_linea,
            _aviso(adjunto, archivos[adjunto.contenido]),
        )
        for adjunto in leido.adjuntos
        if not adjunto.firma
    ]


def _aviso(adjunto: Adjunto, archivo: Archivo) -> str:
    if not adjunto.contenido:
        return "Llegó vacío: pida que lo envíen de nuevo."
    if adjunto.incompleto:
        return "Llegó incompleto: pida que lo envíen de nuevo."
    return "Es un programa, aunque su nombre diga otra cosa: no se entrega." if archivo.ejecutable else ""
