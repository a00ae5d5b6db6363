"""Debian's dovecot, started without privileges on free ports of the loopback address, and its mailboxes."""

import base64
import hashlib
import hmac
import json
import os
import shutil
import socket
import ssl
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from string import Template
from typing import Any

from imap_tools.mailbox import MailBox

DOVECOT = shutil.which("dovecot", path=os.pathsep.join((os.environ.get("PATH", ""), "/usr/sbin")))
QUIEN = "nobody"  # as whom it runs when the tests are run by root
CLAVE = "clave-del-buzón"
FIRMA = b"firma de los tokens"
AJUSTES = Template("""
base_dir = $carpeta/run
state_dir = $carpeta/run
log_path = $carpeta/log
protocols = imap
listen = 127.0.0.1
ssl = yes
ssl_cert = <$carpeta/cert.pem
ssl_key = <$carpeta/key.pem
disable_plaintext_auth = no
auth_mechanisms = plain login xoauth2
auth_failure_delay = 0
default_internal_user = $quien
default_login_user = $quien
default_internal_group = $grupo
mail_uid = $quien
mail_gid = $grupo
mail_location = maildir:$carpeta/correo/%u
service anvil {
  chroot =
}
service imap-login {
  chroot =
  inet_listener imap {
    port = $puerto
  }
  inet_listener imaps {
    port = $puerto_tls
    ssl = yes
  }
}
passdb {
  driver = oauth2
  mechanisms = xoauth2
  args = $carpeta/oauth2.conf
}
passdb {
  driver = static
  mechanisms = plain login
  args = password=$clave
}
userdb {
  driver = static
  args = home=$carpeta/correo/%u
}
""")
CERTIFICADO = (
    "openssl req -x509 -newkey rsa:2048 -nodes -days 2 -subj /CN=localhost -addext subjectAltName=DNS:localhost"
    " -keyout key.pem -out cert.pem"
)
OAUTH2 = Template("""
introspection_mode = local
local_validation_key_dict = fs:posix:prefix=$carpeta/claves/
username_attribute = sub
""")


@dataclass(frozen=True, slots=True)
class Dovecot:
    """A server that runs: any user comes in with `CLAVE`, or with a token of its own."""

    puerto: int
    puerto_tls: int
    certificado: Path

    @contextmanager
    def abrir(self, usuario: str) -> Iterator[MailBox]:
        """The mailbox of a user, to look inside."""
        contexto = ssl.create_default_context(cafile=str(self.certificado))
        caja = MailBox("localhost", self.puerto_tls, timeout=20, ssl_context=contexto)
        with caja.login_utf8(usuario, CLAVE) as abierta:
            yield abierta

    def entregar(self, usuario: str, *crudos: bytes, cuando: datetime) -> None:
        """Leaves messages in the inbox as if they had come at that moment."""
        with self.abrir(usuario) as caja:
            for crudo in crudos:
                caja.append(crudo, "INBOX", cuando)

    def carpetas(self, usuario: str) -> dict[str, int]:
        """How many messages each folder has."""
        with self.abrir(usuario) as caja:
            return {una.name: caja.folder.status(una.name)["MESSAGES"] for una in caja.folder.list()}


def token(usuario: str, *, dura: int = 60) -> str:
    """What an identity provider would give the user, good for so many seconds."""
    partes: list[dict[str, object]] = [
        {"alg": "HS256", "typ": "JWT"},
        {"sub": usuario, "exp": int(time.time()) + dura},
    ]
    firmado = b".".join(_base64url(json.dumps(parte).encode()) for parte in partes)
    return (firmado + b"." + _base64url(hmac.new(FIRMA, firmado, hashlib.sha256).digest())).decode()


@contextmanager
def encendido() -> Iterator[Dovecot]:
    """The server, while the block lasts. It has to be installed."""
    assert DOVECOT is not None
    with tempfile.TemporaryDirectory(prefix="asiste-dovecot-") as temporal:
        carpeta, (puerto, puerto_tls) = Path(temporal), _puertos()
        _preparar(carpeta, puerto, puerto_tls)
        _dovecot(carpeta)  # comes back when it already listens
        try:
            yield Dovecot(puerto, puerto_tls, carpeta / "cert.pem")
        finally:
            _dovecot(carpeta, "stop")


def _dovecot(carpeta: Path, *orden: str) -> None:
    """Runs it, by root without its privileges."""
    sin_privilegios: dict[str, Any] = {"user": QUIEN, "group": "nogroup", "extra_groups": []}
    como = sin_privilegios if os.getuid() == 0 else {}
    subprocess.run([str(DOVECOT), "-c", str(carpeta / "dovecot.conf"), *orden], check=True, **como)


def _preparar(carpeta: Path, puerto: int, puerto_tls: int) -> None:
    """Certificate, key of the tokens and settings, which belong to who will run it."""
    quien, grupo = (QUIEN, "nogroup") if os.getuid() == 0 else (str(os.getuid()), str(os.getgid()))
    subprocess.run(
        CERTIFICADO.split(),
        check=True,
        cwd=carpeta,
        capture_output=True,
    )
    claves = carpeta / "claves" / "default" / "HS256"
    claves.mkdir(parents=True)
    (claves / "default").write_bytes(base64.b64encode(FIRMA))
    datos = {"puerto": puerto, "puerto_tls": puerto_tls, "quien": quien, "grupo": grupo, "clave": CLAVE}
    (carpeta / "dovecot.conf").write_text(AJUSTES.substitute(datos, carpeta=carpeta))
    (carpeta / "oauth2.conf").write_text(OAUTH2.substitute(carpeta=carpeta))
    if os.getuid() == 0:
        for ruta in (carpeta, *carpeta.rglob("*")):
            shutil.chown(ruta, quien, grupo)


def _puertos() -> tuple[int, int]:
    """Two ports that nobody uses."""
    with socket.socket() as uno, socket.socket() as otro:
        uno.bind(("127.0.0.1", 0))
        otro.bind(("127.0.0.1", 0))
        return uno.getsockname()[1], otro.getsockname()[1]


def _base64url(datos: bytes) -> bytes:
    return base64.urlsafe_b64encode(datos).rstrip(b"=")
