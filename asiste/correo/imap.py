"""A mailbox over IMAP: connecting, reading one message and moving it. What goes wrong is told in plain Spanish."""

import imaplib
import re
import ssl
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import UTC, datetime

from imap_tools.errors import ImapToolsError
from imap_tools.mailbox import BaseMailBox, MailBox, MailBoxStartTls, MailBoxUnencrypted

from asiste import entorno
from asiste.correo.models import BuzonImap

ESPERA = 30  # seconds that the server may stay silent, in any step
_FECHA = re.compile(rb'INTERNALDATE "[^"]+"')


class FallaDelBuzon(Exception):
    """Something of the mailbox failed; its text is a Spanish sentence fit to be shown."""


class BuzonCaido(FallaDelBuzon):
    """There is no use in going on: the connection could not be made, or it broke."""


@dataclass(frozen=True, slots=True)
class Entregado:
    """The bytes of a message and when the mailbox got it (INTERNALDATE)."""

    crudo: bytes
    recibido_en: datetime


class Conexion:
    """An open mailbox, in its inbox."""

    def __init__(self, mailbox: BaseMailBox) -> None:
        self._mailbox = mailbox
        self._carpetas: set[str] = set()

    def pendientes(self) -> list[str]:
        """UIDs of what is in the inbox, the oldest first."""
        with _en_espanol("No se pudo abrir la carpeta de entrada"):
            return self._mailbox.uids("UNDELETED", charset=None)

    def traer(self, uid: str) -> Entregado | None:
        """One message as the server has it, without marking it; None when it is no longer there."""
        with _en_espanol(f"No se pudo leer el mensaje {uid}"):
            estado, partes = self._mailbox.client.uid("FETCH", uid, "(INTERNALDATE BODY.PEEK[])")
        if estado != "OK":
            raise FallaDelBuzon(f"No se pudo leer el mensaje {uid}.")
        crudo = next((parte[1] for parte in partes if isinstance(parte, tuple)), None)
        return None if crudo is None else Entregado(crudo, _fecha(partes))

    def mover(self, uid: str, carpeta: str) -> None:
        """Takes a message out of the inbox, to a folder that is created if it is not there."""
        with _en_espanol(f"No se pudo mover el mensaje {uid} a «{carpeta}»"):
            if carpeta not in self._carpetas:
                if not self._mailbox.folder.exists(carpeta):
                    self._mailbox.folder.create(carpeta)
                self._carpetas.add(carpeta)
            self._mailbox.move(uid, carpeta)


@contextmanager
def conectar(buzon: BuzonImap) -> Iterator[Conexion]:
    """The mailbox open while the block lasts. Raises `BuzonCaido`, and says why, when it cannot be opened.

    The secret is read from the environment every time: a token that was renewed is used without starting again.
    """
    secreto = _secreto(buzon)
    with _en_espanol(f"No se pudo llegar a {buzon.servidor}", caido=True):
        mailbox = _abrir(buzon)
    try:
        _entrar(mailbox, buzon, secreto)
        with _en_espanol(f"No se pudo abrir la carpeta «{buzon.entrada}»", caido=True):
            mailbox.folder.set(buzon.entrada)
        yield Conexion(mailbox)
    finally:
        with suppress(ImapToolsError, imaplib.IMAP4.error, OSError):
            mailbox.logout()
        with suppress(OSError):
            mailbox.client.shutdown()


def _secreto(buzon: BuzonImap) -> str:
    try:
        secreto = entorno.texto(buzon.variable)
    except OSError as error:
        raise BuzonCaido(f"No se pudo leer el archivo que nombra {buzon.variable}_FILE.") from error
    if not secreto:
        que = "el token" if buzon.autenticacion == BuzonImap.Autenticacion.TOKEN else "la contraseña"
        raise BuzonCaido(f"Falta {que}: no está la variable {buzon.variable}.")
    return secreto


def _abrir(buzon: BuzonImap) -> BaseMailBox:
    if buzon.seguridad == BuzonImap.Seguridad.NINGUNA:
        return MailBoxUnencrypted(buzon.servidor, buzon.puerto, timeout=ESPERA)
    cifrado = MailBox if buzon.seguridad == BuzonImap.Seguridad.TLS else MailBoxStartTls
    return cifrado(buzon.servidor, buzon.puerto, timeout=ESPERA, ssl_context=ssl.create_default_context())


def _entrar(mailbox: BaseMailBox, buzon: BuzonImap, secreto: str) -> None:
    con_token = buzon.autenticacion == BuzonImap.Autenticacion.TOKEN
    rechazo = f"el servidor no aceptó {'el token' if con_token else 'la contraseña'}"
    with _en_espanol(f"No se pudo entrar como {buzon.usuario}", rechazo=rechazo, caido=True):
        if con_token:
            mailbox.xoauth2(buzon.usuario, secreto, initial_folder=None)
        elif secreto.isascii():
            mailbox.login(buzon.usuario, secreto, initial_folder=None)
        else:
            mailbox.login_utf8(buzon.usuario, secreto, initial_folder=None)
        _, ofrece = mailbox.client.capability()  # only inside many servers tell that they know MOVE
        mailbox.client.capabilities = tuple(ofrece[-1].decode().upper().split())


@contextmanager
def _en_espanol(que: str, *, rechazo: str = "el servidor no lo permitió", caido: bool = False) -> Iterator[None]:
    """Turns what the libraries raise into a sentence that begins with `que`."""
    try:
        yield
    except ssl.SSLCertVerificationError as error:
        raise BuzonCaido(f"{que}: su certificado no es de confianza.") from error
    except TimeoutError as error:
        raise BuzonCaido(f"{que}: no respondió a tiempo.") from error
    except (imaplib.IMAP4.abort, OSError) as error:
        raise BuzonCaido(f"{que}: se cortó la comunicación.") from error
    except (ImapToolsError, imaplib.IMAP4.error) as error:
        clase = BuzonCaido if caido else FallaDelBuzon
        raise clase(f"{que}: {rechazo}.") from error


def _fecha(partes: list[bytes | tuple[bytes, bytes]]) -> datetime:
    """INTERNALDATE among the pieces of an answer, which may come before or after the message."""
    cabezas = b" ".join(parte[0] if isinstance(parte, tuple) else parte for parte in partes)
    hallada = _FECHA.search(cabezas)
    tupla = imaplib.Internaldate2tuple(hallada.group()) if hallada else None
    if tupla is None:
        raise FallaDelBuzon("El servidor no dijo cuándo llegó un mensaje.")
    return datetime.fromtimestamp(time.mktime(tupla), UTC)
