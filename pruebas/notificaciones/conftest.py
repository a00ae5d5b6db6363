"""A mail server of one test, on the loopback address."""

import socketserver
from collections.abc import Iterator
from dataclasses import dataclass, field
from email import message_from_bytes, policy
from email.message import EmailMessage
from threading import Thread

import pytest
from pytest_django import Settings


@dataclass
class Buzon:
    """What the server got; `rechaza` are the addresses it does not know."""

    rechaza: set[str] = field(default_factory=set)
    sobres: list[tuple[str, str]] = field(default_factory=list)
    mensajes: list[EmailMessage] = field(default_factory=list)


class _Conversacion(socketserver.StreamRequestHandler):
    """The part of RFC 5321 that a client needs."""

    buzon: Buzon

    def handle(self) -> None:
        """Talks until the client says goodbye."""
        self._decir("220 prueba")
        de = para = ""
        for linea in self.rfile:
            orden = linea.decode().strip()
            verbo = orden[:4].upper()
            if verbo == "MAIL":
                de = orden.partition("<")[2].partition(">")[0]
            elif verbo == "RCPT":
                para = orden.partition("<")[2].partition(">")[0]
            elif verbo == "DATA":
                self._recibir(de, para)
            if verbo == "QUIT":
                return self._decir("221 adiós")
            self._decir("550 no existe" if verbo == "RCPT" and para in self.buzon.rechaza else "250 bien")
        return None

    def _recibir(self, de: str, para: str) -> None:
        self._decir("354 siga")
        lineas = list(iter(self.rfile.readline, b".\r\n"))
        crudo = b"".join(linea.removeprefix(b".") if linea.startswith(b"..") else linea for linea in lineas)
        self.buzon.sobres.append((de, para))
        self.buzon.mensajes.append(message_from_bytes(crudo, EmailMessage, policy=policy.default))

    def _decir(self, linea: str) -> None:
        self.wfile.write(f"{linea}\r\n".encode())


@pytest.fixture
def buzon(settings: Settings) -> Iterator[Buzon]:
    """A real conversation with a real server, to which the outgoing mail is configured."""
    recibido = Buzon()
    conversacion = type("Conversacion", (_Conversacion,), {"buzon": recibido})
    with socketserver.TCPServer(("127.0.0.1", 0), conversacion) as servidor:
        hilo = Thread(target=servidor.serve_forever, kwargs={"poll_interval": 0.02})
        hilo.start()
        settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
        settings.EMAIL_HOST, settings.EMAIL_PORT = servidor.server_address[:2]
        settings.EMAIL_USE_TLS = False
        yield recibido
        servidor.shutdown()
        hilo.join()
