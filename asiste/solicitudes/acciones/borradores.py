"""Drafts of the form: nothing typed is lost."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any

from django.db import transaction

from asiste.cuentas.models import Usuario
from asiste.solicitudes.acciones.base import ReglaIncumplida, exigir_texto
from asiste.solicitudes.acciones.radicacion import Pedido, radicar
from asiste.solicitudes.acciones.recepcion import agregar_mensaje
from asiste.solicitudes.adjuntos import ArchivoNombrado
from asiste.solicitudes.models import Actuacion, Borrador, BorradorAnexo, Solicitud


class SinBorrador(ReglaIncumplida):
    """The draft was filed or discarded already."""


@transaction.atomic
def guardar_borrador(
    *, usuario: Usuario, datos: Mapping[str, Any], ahora: datetime, anexos: Sequence[ArchivoNombrado] = ()
) -> Borrador:
    """Keeps what the person has typed so far, and adds the files to those already uploaded."""
    borrador, _ = Borrador.objects.update_or_create(
        usuario=usuario, defaults={"datos": dict(datos), "guardado_en": ahora}
    )
    BorradorAnexo.objects.bulk_create(
        BorradorAnexo(borrador=borrador, archivo=anexo.archivo, nombre=anexo.nombre[:250], postura=anexo.postura)
        for anexo in anexos
    )
    return borrador


def quitar_anexo(*, borrador: Borrador, anexo_id: int) -> None:
    """Takes a file out of the draft; one of another draft stays where it is."""
    borrador.anexos.filter(pk=anexo_id).delete()


def descartar_borrador(*, usuario: Usuario) -> bool:
    """Forgets the draft; False when there was none."""
    borrados, _ = Borrador.objects.filter(usuario=usuario).delete()
    return borrados > 0


@transaction.atomic
def radicar_borrador(*, usuario: Usuario, pedido: Pedido, ahora: datetime) -> Solicitud:
    """Files what the person wrote and forgets the draft, at once: sending twice files once.

    The files of the draft go with the request. Raises `SinBorrador` on the second sending.
    """
    borrador = _tomar(usuario)
    anexos = [*_subidos(borrador), *pedido.anexos]
    solicitud = radicar(pedido=replace(pedido, anexos=anexos), ahora=ahora, autor=usuario)
    borrador.delete()
    return solicitud


@transaction.atomic
def agregar_borrador(
    *, usuario: Usuario, solicitud: Solicitud, de_nombre: str, texto: str, ahora: datetime
) -> Actuacion:
    """Adds to a request that exists what was being written as a new one, with its files, and forgets the draft.

    Raises `SinBorrador` on the second sending, and `ReglaIncumplida` on a request that ended or with nothing to say.
    """
    if solicitud.terminada:
        raise ReglaIncumplida(f"{solicitud} ya terminó: radique una nueva.")
    borrador = _tomar(usuario)
    actuacion = agregar_mensaje(
        solicitud=solicitud,
        de_nombre=de_nombre,
        texto=exigir_texto(texto, "Escriba el mensaje."),
        anexos=_subidos(borrador),
        autor=usuario,
        ahora=ahora,
    )
    borrador.delete()
    return actuacion


def _tomar(usuario: Usuario) -> Borrador:
    borrador = Borrador.objects.select_for_update().filter(usuario=usuario).first()
    if borrador is None:
        raise SinBorrador("Esta solicitud ya se envió.")
    return borrador


def _subidos(borrador: Borrador) -> list[ArchivoNombrado]:
    """The files of the draft, in the order they came."""
    anexos = borrador.anexos.select_related("archivo").order_by("id")
    return [ArchivoNombrado(anexo.nombre, anexo.archivo, postura=anexo.postura) for anexo in anexos]
