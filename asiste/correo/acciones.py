"""Receiving a message: kept first, then read, then dispatched to what it is."""

from datetime import datetime

from django.db import DatabaseError, OperationalError, transaction

from asiste.correo.clasificacion import huella_de_contenido
from asiste.correo.despacho import Destino, decidir, pedido_de
from asiste.correo.lectura import MensajeIlegible, MensajeLeido, leer
from asiste.correo.models import MensajeEntrante
from asiste.cuentas.models import Usuario
from asiste.directorio.models import Dependencia
from asiste.documentos.acciones import guardar_archivo
from asiste.portafolio.models import Canal
from asiste.solicitudes.acciones import ReglaIncumplida, agregar_mensaje, radicar
from asiste.solicitudes.models import Solicitud

Resultado = MensajeEntrante.Resultado


def recibir(*, crudo: bytes, nombre: str, ahora: datetime, buzon: Canal | None = None) -> MensajeEntrante:
    """Keeps the bytes, commits, and then makes of them exactly one thing.

    The same bytes again give what they gave before. Whatever fails with a message leaves it in quarantine with
    its reason, except the loss of the database, which is raised: the message stays kept, to be processed again.
    Disposición: 5-canales.
    """
    mensaje, _ = MensajeEntrante.objects.get_or_create(
        crudo=guardar_archivo(contenido=crudo),
        defaults={"nombre": nombre[:250], "guardado_en": ahora, "buzon": buzon},
    )
    return procesar(mensaje=mensaje, crudo=crudo, ahora=ahora)


def procesar(*, mensaje: MensajeEntrante, crudo: bytes, ahora: datetime) -> MensajeEntrante:
    """Dispatches a kept message once; one already dispatched is returned as it is."""
    try:
        return _despachar(mensaje, crudo, ahora)
    except OperationalError:
        raise
    except (MensajeIlegible, ReglaIncumplida) as error:
        motivo = str(error)
    except (DatabaseError, ValueError, LookupError, RecursionError) as error:
        motivo = f"No se pudo procesar ({type(error).__name__}): lo revisa una persona."
    mensaje.refresh_from_db()
    mensaje.resultado, mensaje.motivo = Resultado.CUARENTENA, motivo
    mensaje.save(update_fields=["resultado", "motivo"])
    return mensaje


@transaction.atomic
def radicar_cuarentena(
    *, mensaje: MensajeEntrante, dependencia: Dependencia, autor: Usuario, ahora: datetime
) -> Solicitud:
    """Files by hand a message of the quarantine, also one that could not be read. Nobody is answered by itself.

    Raises `ReglaIncumplida` when someone resolved it before.
    """
    mensaje = _en_cuarentena(mensaje)
    with mensaje.crudo.abrir() as archivo:
        crudo = archivo.read()
    solicitud = radicar(
        pedido=pedido_de(mensaje, crudo, dependencia=dependencia, ahora=ahora), ahora=ahora, autor=autor
    )
    mensaje.resultado, mensaje.solicitud = Resultado.RADICADO, solicitud
    mensaje.save(update_fields=["resultado", "solicitud"])
    return solicitud


@transaction.atomic
def descartar_cuarentena(*, mensaje: MensajeEntrante, motivo: str, autor: Usuario, ahora: datetime) -> None:
    """Sets a message of the quarantine aside, with its reason; the bytes stay. Raises `ReglaIncumplida`."""
    if not motivo.strip():
        raise ReglaIncumplida("Escriba por qué se descarta.")
    mensaje = _en_cuarentena(mensaje)
    mensaje.resultado = Resultado.DESCARTADO
    mensaje.motivo = f"{mensaje.motivo}\nDescartado por {autor}: {motivo.strip()}".strip()
    mensaje.save(update_fields=["resultado", "motivo"])


def _en_cuarentena(mensaje: MensajeEntrante) -> MensajeEntrante:
    bloqueado = MensajeEntrante.objects.select_for_update(of=("self",)).get(pk=mensaje.pk)
    if bloqueado.resultado != Resultado.CUARENTENA:
        raise ReglaIncumplida("Otra persona ya resolvió este mensaje.")
    return bloqueado


@transaction.atomic
def _despachar(mensaje: MensajeEntrante, crudo: bytes, ahora: datetime) -> MensajeEntrante:
    mensaje = MensajeEntrante.objects.select_for_update(of=("self",)).get(pk=mensaje.pk)
    if mensaje.resultado != Resultado.PENDIENTE:
        return mensaje
    leido = leer(crudo)
    _anotar_lectura(mensaje, leido)
    destino = decidir(mensaje, leido)
    if destino.resultado == Resultado.RADICADO:
        pedido = pedido_de(mensaje, crudo, dependencia=destino.dependencia, ahora=ahora, leido=leido)
        destino = Destino(Resultado.RADICADO, solicitud=radicar(pedido=pedido, ahora=ahora))
    elif destino.resultado == Resultado.AGREGADO and destino.solicitud:
        pedido = pedido_de(mensaje, crudo, dependencia=destino.solicitud.dependencia, ahora=ahora, leido=leido)
        agregar_mensaje(
            solicitud=destino.solicitud,
            de_nombre=leido.de_nombre or leido.de_correo,
            texto=leido.texto_nuevo or leido.texto,
            anexos=pedido.anexos,
            message_id=leido.message_id,
            ahora=ahora,
        )
    mensaje.resultado, mensaje.motivo, mensaje.solicitud = destino.resultado, destino.motivo, destino.solicitud
    mensaje.save()
    return mensaje


def _anotar_lectura(mensaje: MensajeEntrante, leido: MensajeLeido) -> None:
    mensaje.recibido_en = leido.recibido_en
    mensaje.message_id = leido.message_id[:998]
    mensaje.contenido = huella_de_contenido(leido)
    mensaje.de_correo = leido.de_correo[:254]
    mensaje.de_nombre = leido.de_nombre[:250]
    mensaje.responder_a = leido.responder_a[:254]
    mensaje.para = [direccion[:254] for direccion in leido.para]
    mensaje.asunto = leido.asunto
    mensaje.texto = leido.texto
    mensaje.avisos = list(leido.avisos)
