"""The quarantine: a person files what waits there, or sets it aside."""

from dataclasses import replace
from datetime import datetime

from django.db import transaction
from django.utils import timezone

from asiste.calendario.dias import FueraDelCalendario
from asiste.correo.catalogo import leer_catalogo
from asiste.correo.lectura import MensajeIlegible, MensajeLeido, leer
from asiste.correo.models import MensajeEntrante
from asiste.correo.pedidos import guardar_adjuntos, pedido_de, pedido_ilegible
from asiste.cuentas.models import Usuario
from asiste.directorio.models import Dependencia
from asiste.solicitudes.acciones import Pedido, ReglaIncumplida, radicar
from asiste.solicitudes.models import Solicitud

Resultado = MensajeEntrante.Resultado


@transaction.atomic
def radicar_cuarentena(
    *, mensaje: MensajeEntrante, dependencia: Dependencia, autor: Usuario, ahora: datetime
) -> Solicitud:
    """Files by hand a message of the quarantine, also one that could not be read. Nobody is answered by itself.

    Raises `ReglaIncumplida` when someone resolved it before, or when the calendar does not reach its date.
    """
    mensaje = _en_cuarentena(mensaje)
    with mensaje.crudo.abrir() as archivo:
        leido = _leer_o_nada(archivo.read())
    pedido = _pedido(mensaje, leido, dependencia, ahora)
    try:
        solicitud = radicar(pedido=replace(pedido, acusar=False), ahora=ahora, autor=autor)
    except FueraDelCalendario as error:
        raise ReglaIncumplida(str(error)) from error
    mensaje.resultado, mensaje.solicitud = Resultado.RADICADO, solicitud
    mensaje.revisado_por, mensaje.revisado_en = autor, ahora
    mensaje.save(update_fields=["resultado", "solicitud", "revisado_por", "revisado_en"])
    return solicitud


@transaction.atomic
def descartar_cuarentena(*, mensaje: MensajeEntrante, motivo: str, autor: Usuario, ahora: datetime) -> None:
    """Sets a message of the quarantine aside, with its reason; the bytes stay. Raises `ReglaIncumplida`."""
    if not motivo.strip():
        raise ReglaIncumplida("Escriba por qué se descarta.")
    mensaje = _en_cuarentena(mensaje)
    mensaje.resultado = Resultado.DESCARTADO
    mensaje.motivo = f"{mensaje.motivo}\nDescartado por {autor}: {motivo.strip()}".strip()
    mensaje.revisado_por, mensaje.revisado_en = autor, ahora
    mensaje.save(update_fields=["resultado", "motivo", "revisado_por", "revisado_en"])


def _en_cuarentena(mensaje: MensajeEntrante) -> MensajeEntrante:
    bloqueado: MensajeEntrante = MensajeEntrante.objects.select_for_update().get(pk=mensaje.pk)
    if bloqueado.resultado != Resultado.CUARENTENA:
        raise ReglaIncumplida("Otra persona ya resolvió este mensaje.")
    return bloqueado


def _pedido(mensaje: MensajeEntrante, leido: MensajeLeido | None, dependencia: Dependencia, ahora: datetime) -> Pedido:
    if leido is None:
        return pedido_ilegible(mensaje, dependencia=dependencia)
    catalogo = leer_catalogo(timezone.localdate(ahora))
    archivos = guardar_adjuntos([leido])
    return pedido_de(mensaje, leido, dependencia=dependencia, catalogo=catalogo, archivos=archivos)


def _leer_o_nada(crudo: bytes) -> MensajeLeido | None:
    try:
        return leer(crudo)
    except MensajeIlegible:
        return None
