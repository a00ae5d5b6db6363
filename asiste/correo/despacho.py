"""What a message becomes, and the request it asks for."""

from dataclasses import dataclass
from datetime import datetime

from django.db import connection
from django.utils import timezone

from asiste.correo.clasificacion import Clase, clasificar, entidad_en_firma, radicado_citado, remitente_original
from asiste.correo.lectura import MensajeIlegible, MensajeLeido, Remitente, leer
from asiste.correo.models import MensajeEntrante
from asiste.directorio.models import Dependencia, Enlace, Entidad
from asiste.documentos.acciones import guardar_archivo
from asiste.portafolio.deteccion import temas_en_texto
from asiste.portafolio.models import Canal
from asiste.solicitudes.acciones import Pedido
from asiste.solicitudes.adjuntos import ArchivoNombrado
from asiste.solicitudes.models import Actuacion, Solicitud

Resultado = MensajeEntrante.Resultado
CLASES = {
    Clase.REBOTE: Resultado.REBOTE,
    Clase.AUTOMATICO: Resultado.AUTOMATICO,
    Clase.SOSPECHOSO: Resultado.CUARENTENA,
}


@dataclass(frozen=True, slots=True)
class Destino:
    """Result of the dispatch; for a new request, the office that files it."""

    resultado: MensajeEntrante.Resultado
    motivo: str = ""
    solicitud: Solicitud | None = None
    dependencia: Dependencia | None = None


def decidir(mensaje: MensajeEntrante, leido: MensajeLeido) -> Destino:
    """Exactly one result per message. Fills `mensaje.buzon` when it was not given."""
    buzones = {canal.valor.lower(): canal for canal in Canal.objects.buzones()}
    mensaje.buzon = mensaje.buzon or _buzon(leido, buzones)
    juicio = clasificar(leido, correos_propios=buzones)
    if juicio.clase in CLASES:
        return Destino(CLASES[juicio.clase], juicio.motivo, solicitud=_caso_citado(leido))
    if repetido := _repetido(mensaje):
        return Destino(Resultado.DUPLICADO, f"Igual a {repetido}", solicitud=repetido.solicitud)
    if caso := _caso_del_hilo(leido):
        return Destino(Resultado.AGREGADO, solicitud=caso)
    if mensaje.buzon is None:
        return Destino(Resultado.CUARENTENA, "No llegó a ningún buzón oficial conocido.")
    buzon = mensaje.buzon.alias_de or mensaje.buzon
    return Destino(Resultado.RADICADO, dependencia=buzon.dependencia)


def pedido_de(
    mensaje: MensajeEntrante,
    crudo: bytes,
    *,
    dependencia: Dependencia | None,
    ahora: datetime,
    leido: MensajeLeido | None = None,
) -> Pedido:
    """The request a message asks for; one that cannot be read is filed with what is known of it.

    Only a message just read by the machine is acknowledged by the machine.
    """
    if dependencia is None:
        raise LookupError("sin dependencia")
    acusar = leido is not None
    leido = leido or _leer_o_nada(crudo)
    if leido is None:
        return Pedido(
            canal=Solicitud.Canal.CORREO,
            dependencia=dependencia,
            recibida_en=mensaje.recibido_en or mensaje.guardado_en,
            asunto=mensaje.asunto or "Mensaje que no se pudo leer",
            texto=mensaje.texto or mensaje.motivo,
            solicitante_correo=mensaje.de_correo,
            anexos=[ArchivoNombrado("mensaje-original.eml", mensaje.crudo)],
            acusar=False,
        )
    quien, entidad = quien_pide(leido)
    return Pedido(
        canal=Solicitud.Canal.CORREO,
        dependencia=dependencia,
        recibida_en=leido.recibido_en or ahora,
        asunto=leido.asunto,
        texto=leido.texto if len(leido.asunto) <= 250 else f"{leido.asunto}\n\n{leido.texto}",
        solicitante_nombre=quien.nombre[:200],
        solicitante_correo=quien.correo,
        entidad=entidad,
        temas=temas_en_texto(leido.asunto, leido.texto),
        anexos=_anexos(leido),
        message_id=leido.message_id,
        acusar=acusar,
    )


def quien_pide(leido: MensajeLeido) -> tuple[Remitente, Entidad | None]:
    """Requester and entity: by contact, by domain, or by signature when several entities share the domain.

    A forward by our own people is asked by who wrote it first. An unknown domain gives no entity.
    """
    quien = Remitente(leido.de_nombre, leido.de_correo)
    if _es_propio(quien.correo):
        quien = remitente_original(leido) or quien
    hoy = timezone.localdate()
    enlace = Enlace.objects.vigentes(hoy).filter(correo=quien.correo).select_related("entidad__sector").first()
    if enlace:
        return quien, enlace.entidad
    entidades = list(Entidad.objects.del_dominio(quien.correo.partition("@")[2]).select_related("sector"))
    if len(entidades) <= 1:
        return quien, entidades[0] if entidades else None
    return quien, _por_firma(leido, entidades)


def _por_firma(leido: MensajeLeido, entidades: list[Entidad]) -> Entidad | None:
    nombres: dict[str, int] = {}
    for entidad in Entidad.objects.filter(pk__in=[una.pk for una in entidades]).prefetch_related("denominaciones"):
        for nombre in (entidad.nombre, *(otro.nombre for otro in entidad.denominaciones.all())):
            nombres[nombre] = entidad.pk
    firmada = entidad_en_firma(leido.texto_nuevo, nombres)
    return next((entidad for entidad in entidades if entidad.pk == firmada), None)


def _es_propio(correo: str) -> bool:
    dominio = correo.partition("@")[2]
    return Canal.objects.buzones().filter(valor__iendswith=f"@{dominio}").exists()


def _buzon(leido: MensajeLeido, buzones: dict[str, Canal]) -> Canal | None:
    return next((buzones[correo] for correo in (leido.entregado_a, *leido.para) if correo in buzones), None)


def _repetido(mensaje: MensajeEntrante) -> MensajeEntrante | None:
    """The same thing said before under the same Message-ID; copies that arrive together wait for each other."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(hashtext(%s))", [mensaje.contenido])
    iguales = MensajeEntrante.objects.filter(
        contenido=mensaje.contenido,
        message_id=mensaje.message_id,
        resultado__in=[Resultado.RADICADO, Resultado.AGREGADO],
    )
    return iguales.exclude(pk=mensaje.pk).select_related("solicitud").order_by("id").first()


def _caso_del_hilo(leido: MensajeLeido) -> Solicitud | None:
    """The open case that a reply belongs to, by thread or by number in the subject, if the sender may write on it."""
    hilo = {referencia for referencia in (leido.in_reply_to, *leido.referencias) if referencia}
    ids = Actuacion.objects.filter(message_id__in=hilo).order_by("-id").values_list("solicitud_id", flat=True)[:1]
    caso = Solicitud.objects.filter(pk__in=list(ids)).first() or _caso_citado(leido)
    if caso is None or caso.estado == Solicitud.Estado.CERRADA or not _puede_escribir(leido.de_correo, caso):
        return None
    return caso


def _caso_citado(leido: MensajeLeido) -> Solicitud | None:
    radicado = radicado_citado(leido.asunto)
    return Solicitud.objects.filter(radicado=radicado).first() if radicado else None


def _puede_escribir(correo: str, caso: Solicitud) -> bool:
    if correo == caso.solicitante_correo:
        return True
    dominio = correo.partition("@")[2]
    return caso.entidad is not None and caso.entidad.dominios.filter(dominio=dominio).exists()


def _anexos(leido: MensajeLeido) -> list[ArchivoNombrado]:
    anexos = []
    for adjunto in leido.adjuntos:
        if not adjunto.firma:
            archivo = guardar_archivo(contenido=adjunto.contenido)
            aviso = _aviso(vacio=not adjunto.contenido, incompleto=adjunto.incompleto, ejecutable=archivo.ejecutable)
            anexos.append(ArchivoNombrado(adjunto.nombre_seguro, archivo, adjunto.en_linea, aviso))
    return anexos


def _aviso(*, vacio: bool, incompleto: bool, ejecutable: bool) -> str:
    if vacio:
        return "Llegó vacío: pida que lo envíen de nuevo."
    if incompleto:
        return "Llegó incompleto: pida que lo envíen de nuevo."
    return "Es un programa, aunque su nombre diga otra cosa: no se entrega." if ejecutable else ""


def _leer_o_nada(crudo: bytes) -> MensajeLeido | None:
    try:
        return leer(crudo)
    except MensajeIlegible:
        return None
