"""What is being written on a case: nothing typed is lost, and nobody writes over another's words unawares."""

from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from asiste.cuentas.models import Usuario
from asiste.escritura.acciones import OtraVersion, descartar_aparte, escribir, sin_perder, sobrescribir
from asiste.solicitudes.models import Actuacion, Redaccion, Solicitud

TIPO = {Redaccion.Clase.RESPUESTA: Actuacion.Tipo.RESPUESTA, Redaccion.Clase.NOTA: Actuacion.Tipo.NOTA}


@dataclass(frozen=True, slots=True)
class Guardado:
    """The draft as it is now, and what was sent since the version one started from, if anything was."""

    redaccion: Redaccion
    enviada: Actuacion | None = None


def guardar_redaccion(
    *,
    solicitud: Solicitud,
    clase: Redaccion.Clase,
    texto: str,
    version: int,
    autor: Usuario,
    ahora: datetime,
    une: Redaccion | None = None,
) -> Guardado:
    """Saves what one has typed, over the version one started from; `une` was apart, and is settled so.

    Raises `OtraVersion` when another text was saved since then; one's own is kept apart until both are united. When the
    text was sent or discarded meanwhile there is nothing to write over: it is saved, and `enviada` tells what went
    out. What went out with those same words inside is not saved again.
    """
    suya = Redaccion(solicitud=solicitud, clase=clase, usuario=autor, texto=texto, escrita_por=autor, escrita_en=ahora)
    with sin_perder(suya):
        guardado = _guardar(suya, version)
        if une:
            descartar_aparte(aparte=une)
        return guardado


def _guardar(suya: Redaccion, version: int) -> Guardado:
    fila = _bloquear(suya.solicitud, Redaccion.Clase(suya.clase), suya.escrita_por, suya.escrita_en)
    if fila.texto or fila.version == version:
        return Guardado(sobrescribir(fila, suya, version))
    enviada, texto = _lo_que_salio(fila), suya.texto.strip()
    if texto and not (enviada and texto in enviada.texto):
        escribir(fila, suya.texto, suya.escrita_por, suya.escrita_en)
    return Guardado(fila, enviada)


def descartar_redaccion(
    *, solicitud: Solicitud, clase: Redaccion.Clase, version: int, autor: Usuario, ahora: datetime
) -> None:
    """Empties the draft; what it said stays in the audit trail. Raises `OtraVersion` when it changed meanwhile."""
    consumir_redaccion(solicitud=solicitud, clase=clase, texto="", version=version, autor=autor, ahora=ahora)


@transaction.atomic
def consumir_redaccion(
    *, solicitud: Solicitud, clase: Redaccion.Clase, texto: str, version: int, autor: Usuario, ahora: datetime
) -> None:
    """Empties the draft because its text goes out now, in the same transaction: sending twice sends once.

    Raises `OtraVersion` when it changed or went out meanwhile, unless what is kept is that same text. It goes before
    the request is locked: saving locks the draft first too.
    """
    fila = _bloquear(solicitud, clase, autor, ahora)
    if fila.version != version and not (texto.strip() and fila.texto.strip() == texto.strip()):
        raise OtraVersion(fila)
    escribir(fila, "", autor, ahora)


def _bloquear(solicitud: Solicitud, clase: Redaccion.Clase, autor: Usuario, ahora: datetime) -> Redaccion:
    """The row of the draft, made if it was not there, locked until the transaction ends."""
    suya = Redaccion.objects.de(solicitud, clase, autor).select_for_update(of=("self",)).select_related("escrita_por")
    if (fila := suya.first()) is not None:
        return fila
    dueno = autor if clase == Redaccion.Clase.NOTA else None
    nueva = Redaccion(solicitud=solicitud, clase=clase, usuario=dueno, escrita_por=autor, escrita_en=ahora)
    Redaccion.objects.bulk_create([nueva], ignore_conflicts=True)
    return suya.get()


def _lo_que_salio(fila: Redaccion) -> Actuacion | None:
    """The actuación that emptied the draft; None when it was discarded."""
    suyas = fila.solicitud.actuaciones.filter(
        tipo=TIPO[Redaccion.Clase(fila.clase)], momento=fila.escrita_en, autor=fila.escrita_por
    )
    return suyas.select_related("autor").order_by("-id").first()
