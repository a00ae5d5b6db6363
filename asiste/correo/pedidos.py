"""The request that a message asks for."""

from datetime import date

from asiste.correo.catalogo import Catalogo
from asiste.correo.clasificacion import admite_respuesta
from asiste.correo.lectura import Adjunto, MensajeLeido
from asiste.correo.models import MensajeEntrante
from asiste.correo.solicitante import solicitante_de
from asiste.directorio.models import Dependencia
from asiste.documentos.acciones import guardar_archivo
from asiste.documentos.models import Archivo
from asiste.portafolio.deteccion import temas_en_texto
from asiste.solicitudes.acciones import Pedido
from asiste.solicitudes.adjuntos import ArchivoNombrado
from asiste.solicitudes.models import Solicitud

LARGO_ASUNTO = 250


def pedido_de(
    mensaje: MensajeEntrante, leido: MensajeLeido, *, dependencia: Dependencia, catalogo: Catalogo, hoy: date
) -> Pedido:
    """The request of a message that could be read: who asks, what about, and its files.

    The acknowledgement goes to who wrote: an address that is only quoted in a text is nobody's word.
    None goes where a machine must not answer.
    """
    quien, entidad = solicitante_de(leido, catalogo=catalogo, hoy=hoy)
    return Pedido(
        canal=Solicitud.Canal.CORREO,
        dependencia=dependencia,
        recibida_en=mensaje.recibido_en or leido.recibido_en or mensaje.guardado_en,
        asunto=leido.asunto,
        texto=leido.texto if len(leido.asunto) <= LARGO_ASUNTO else f"{leido.asunto}\n\n{leido.texto}",
        solicitante_nombre=quien.nombre[:200],
        solicitante_correo=quien.correo,
        entidad=entidad,
        temas=temas_en_texto(leido.asunto, leido.texto, catalogo.temas),
        anexos=anexos_de(leido),
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


def anexos_de(leido: MensajeLeido) -> list[ArchivoNombrado]:
    """Files of the message, kept, under a safe name and with a warning when something is wrong with one.

    They are kept in the order of their content, so that two imports that bring the same files in another order
    never wait for each other.
    """
    propios = [adjunto for adjunto in leido.adjuntos if not adjunto.firma]
    archivos = {contenido: guardar_archivo(contenido=contenido) for contenido in sorted({a.contenido for a in propios})}
    return [
        ArchivoNombrado(
            adjunto.nombre_seguro,
            archivos[adjunto.contenido],
            adjunto.en_linea,
            _aviso(adjunto, archivos[adjunto.contenido]),
        )
        for adjunto in propios
    ]


def _aviso(adjunto: Adjunto, archivo: Archivo) -> str:
    if not adjunto.contenido:
        return "Llegó vacío: pida que lo envíen de nuevo."
    if adjunto.incompleto:
        return "Llegó incompleto: pida que lo envíen de nuevo."
    return "Es un programa, aunque su nombre diga otra cosa: no se entrega." if archivo.ejecutable else ""
