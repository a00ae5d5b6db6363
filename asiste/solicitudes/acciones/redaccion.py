"""What is being written on a case: nothing typed is lost, and nobody writes over another's words unawares."""

from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from asiste.cuentas.models import Usuario
from asiste.solicitudes.acciones.base import ReglaIncumplida
from asiste.solicitudes.models import Actuacion, Redaccion, Solicitud

TIPO = {Redaccion.Clase.RESPUESTA: Actuacion.Tipo.RESPUESTA, Redaccion.Clase.NOTA: Actuacion.Tipo.NOTA}


class OtraVersion(ReglaIncumplida):
    """Somebody saved after the version one started from: `actual` has the text, who and when."""

    def __init__(self, actual: Redaccion) -> None:
        super().__init__(f"{actual.guardada_por} cambió este texto mientras usted escribía.")
        self.actual = actual


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
    une: bool = False,
) -> Guardado:
    """Saves what one has typed, over the version one started from; with `une`, it settles what was kept apart.

    Raises `OtraVersion` when another text was saved since then; one's own is kept apart until both are united. When the
    text was sent or discarded meanwhile there is nothing to write over: it is saved, and `enviada` tells what went
    out. What went out with those same words inside is not saved again.
    """
    try:
        with transaction.atomic():
            guardado = _guardar(solicitud, clase, texto, version, autor, ahora)
            if une:
                Redaccion.objects.apartes(solicitud, clase, autor).delete()
            return guardado
    except OtraVersion:
        _apartar(solicitud, clase, texto, autor, ahora)
        raise


def _guardar(
    solicitud: Solicitud, clase: Redaccion.Clase, texto: str, version: int, autor: Usuario, ahora: datetime
) -> Guardado:
    fila = _bloquear(solicitud, clase, autor, ahora)
    if fila.texto == texto and (texto or fila.version == version):
        return Guardado(fila)
    if fila.version == version:
        return Guardado(_escribir(fila, texto, autor, ahora))
    if fila.texto:
        raise OtraVersion(fila)
    enviada = _lo_que_salio(fila)
    if texto.strip() and not (enviada and texto.strip() in enviada.texto):
        _escribir(fila, texto, autor, ahora)
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
    _escribir(fila, "", autor, ahora)


def _bloquear(solicitud: Solicitud, clase: Redaccion.Clase, autor: Usuario, ahora: datetime) -> Redaccion:
    """The row of the draft, made if it was not there, locked until the transaction ends."""
    suya = Redaccion.objects.de(solicitud, clase, autor).select_for_update(of=("self",)).select_related("guardada_por")
    if (fila := suya.first()) is not None:
        return fila
    dueno = autor if clase == Redaccion.Clase.NOTA else None
    nueva = Redaccion(solicitud=solicitud, clase=clase, usuario=dueno, guardada_por=autor, guardada_en=ahora)
    Redaccion.objects.bulk_create([nueva], ignore_conflicts=True)
    return suya.get()


def _escribir(fila: Redaccion, texto: str, autor: Usuario, ahora: datetime) -> Redaccion:
    fila.texto, fila.guardada_por, fila.guardada_en = texto, autor, ahora
    fila.version += 1
    fila.save(update_fields=["texto", "version", "guardada_por", "guardada_en"])
    return fila


def _lo_que_salio(fila: Redaccion) -> Actuacion | None:
    """The actuación that emptied the draft; None when it was discarded."""
    suyas = fila.solicitud.actuaciones.filter(
        tipo=TIPO[Redaccion.Clase(fila.clase)], momento=fila.guardada_en, autor=fila.guardada_por
    )
    return suyas.select_related("autor").order_by("-id").first()


def _apartar(solicitud: Solicitud, clase: Redaccion.Clase, texto: str, autor: Usuario, ahora: datetime) -> None:
    Redaccion.objects.update_or_create(
        solicitud=solicitud,
        clase=clase,
        usuario=autor,
        aparte=True,
        defaults={"texto": texto, "guardada_por": autor, "guardada_en": ahora},
    )
