"""The door of a session: codes that rotate, the fixed link, when it is open and the pass of who came through it.

Nothing is kept: codes come from the secret of the session and the clock, so any machine makes and checks the same.
"""

import hashlib
import hmac
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import Enum

from django.core import signing
from django.utils.crypto import get_random_string

from asiste.agenda.models import Asistencia, Sesion
from asiste.agenda.models.sesion import LETRAS

Medio = Asistencia.Medio
PASO = 30  # seconds that a code is shown
GRACIA = 2  # codes before the one shown that are still good: a minute more
CORTO, FIJO = 6, 9  # letters
ANTES, DESPUES = timedelta(minutes=30), timedelta(minutes=60)
VALE = timedelta(minutes=15)  # to fill in the form after scanning
SAL = "agenda.ingreso"


class Puerta(Enum):
    """How the door of a session is."""

    ABIERTA = "abierta"
    PRONTO = "pronto"
    CERRADA = "cerrada"
    CANCELADA = "cancelada"


@dataclass(frozen=True, slots=True)
class Pase:
    """Proof that the person came through the door: how, and a mark that tells it from any other."""

    medio: Medio
    marca: str


def abre_en(sesion: Sesion) -> datetime:
    """From when people register."""
    return sesion.inicia - ANTES


def cierra_en(sesion: Sesion) -> datetime:
    """Until when people register."""
    return sesion.termina + DESPUES


def puerta_de(sesion: Sesion, ahora: datetime) -> Puerta:
    """How the door is now. Starting a session opens it early; finishing it closes it."""
    if sesion.estado == Sesion.Estado.CANCELADA:
        return Puerta.CANCELADA
    if sesion.estado == Sesion.Estado.REALIZADA or ahora > cierra_en(sesion):
        return Puerta.CERRADA
    iniciada = sesion.estado == Sesion.Estado.EN_CURSO
    return Puerta.ABIERTA if iniciada or ahora >= abre_en(sesion) else Puerta.PRONTO


def codigo_en(sesion: Sesion, momento: datetime) -> str:
    """The code shown at a moment."""
    return _letras(sesion, f"codigo {_turno(momento)}", CORTO)


def codigo_fijo(sesion: Sesion) -> str:
    """The code of the printed sheet and of the link of the chat: it proves that one was given it, not where one is."""
    return _letras(sesion, "enlace", FIJO)


def faltan_segundos(momento: datetime) -> int:
    """Until the code shown changes."""
    return PASO - int(momento.timestamp()) % PASO


def medio_del_codigo(sesion: Sesion, codigo: str, ahora: datetime) -> Medio | None:
    """How who brings that code registers, or None when it is not, or is no longer, of this session."""
    escrito = limpio(codigo)
    if hmac.compare_digest(escrito, codigo_fijo(sesion)):
        return Medio.ENLACE
    buenos = (codigo_en(sesion, ahora - timedelta(seconds=PASO * atras)) for atras in range(GRACIA + 1))
    return Medio.CODIGO if any(hmac.compare_digest(escrito, bueno) for bueno in buenos) else None


def sesion_del_codigo(codigo: str, ahora: datetime) -> Sesion | None:
    """The session of these days that shows that code, or has it fixed."""
    cerca = timedelta(days=1)
    de_estos_dias = Sesion.objects.entre(ahora - cerca, ahora + cerca)
    return next((una for una in de_estos_dias if medio_del_codigo(una, codigo, ahora)), None)


def dar_pase(sesion: Sesion, medio: Medio) -> str:
    """The signed pass that goes in the form. Only for this, and good for `VALE`."""
    return signing.dumps([sesion.pk, medio, get_random_string(8)], salt=SAL)


def leer_pase(sesion: Sesion, texto: str) -> Pase | None:
    """The pass of this session, or None when it is of another, made up or too old."""
    try:
        numero, medio, marca = signing.loads(texto, salt=SAL, max_age=VALE)
    except signing.BadSignature:
        return None
    return Pase(Medio(medio), marca) if numero == sesion.pk else None


def limpio(codigo: str) -> str:
    """A code as it was made, from what people type."""
    return "".join(letra for letra in codigo.lower() if letra in LETRAS)


def _turno(momento: datetime) -> int:
    return int(momento.timestamp()) // PASO


def _letras(sesion: Sesion, para: str, cuantas: int) -> str:
    resumen = hmac.digest(sesion.secreto.encode(), para.encode(), hashlib.sha256)
    numero, letras = int.from_bytes(resumen, "big"), ""
    for _ in range(cuantas):
        numero, cual = divmod(numero, len(LETRAS))
        letras += LETRAS[cual]
    return letras
