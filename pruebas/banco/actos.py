"""What is measured: the pages of an adviser, the form of an entity, and the mail."""

import http.client
import os
import random
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from io import StringIO
from pathlib import Path
from string import ascii_lowercase
from urllib.parse import urlencode

from django.core.management import call_command
from django.db import connections
from django.test import Client
from django.utils import timezone

from asiste.cuentas.models import Rol, Usuario
from asiste.demo.personas import DOMINIO
from asiste.portafolio.models import Tema
from asiste.solicitudes.acciones import guardar_borrador
from asiste.solicitudes.alcance import entidades_de, solicitudes_del_equipo
from pruebas.banco.correos import escribir_correos
from pruebas.banco.medidas import Acto, Renglon, abrir, comparar, pedir

BASE = "/equipo/solicitudes/?"
BUSQUEDAS = {
    "Search, common words with accents": "racionalización de trámites",
    "Search, common words without accents": "racionalizacion de tramites",
    "Search, common exact phrase": '"mapa de procesos"',
    "Search, rare words": "libros de bautismo",
}
SUELOS_DE_RADICAR = {
    "Filing by the form": "/suelo/radicar/?lee",
    "Filing, over its writes alone": "/suelo/radicar/",
}
CORREOS, ENSAYO = 500, 50
VECES_DEL_CORREO = 3
CASOS = 200


class Banco:
    """The acts over a loaded database, by an adviser and by a contact of an entity."""

    def __init__(self, veces: int) -> None:
        self.veces, self.azar = veces, random.Random(1)
        self.asesora = Usuario.objects.get(email=f"lortiz@{DOMINIO}")
        self.enlace = Usuario.objects.filter(rol=Rol.ENLACE, email__startswith="enlace.sdh@").get()

    def medir(self, solicitudes: int) -> Iterator[Renglon]:
        """A line for each act of the adviser and of the entity."""
        cliente = self._sesion(self.asesora)
        radicados = self._radicados()
        for acto, suelo in SUELOS_DE_RADICAR.items():  # first: what is filed fills a page of the line in any database
            real = self._radicar()
            yield comparar(acto, solicitudes, real, self._radicar_en_el_suelo(suelo), self.veces, antes=self._empezar)
        for acto, (rutas, suelos) in _paginas(radicados).items():
            yield comparar(acto, solicitudes, abrir(cliente, rutas), abrir(cliente, suelos), self.veces)

    def por_gunicorn(self, solicitudes: int) -> Iterator[Renglon]:
        """Two pages again through the web server of an installation, as a browser asks for them."""
        galleta = self._sesion(self.asesora).cookies["sessionid"].value
        paginas = _paginas(self._radicados())
        with _gunicorn() as conexion:
            for acto in ("Case page", "Queue"):
                real, suelo = (pedir(conexion, galleta, rutas) for rutas in paginas[acto])
                yield comparar(f"{acto}, through gunicorn", solicitudes, real, suelo, self.veces)

    def correos(self, serie: int) -> list[float]:
        """Messages a second of `asiste correo importar` over folders of five hundred; a small one goes before."""
        _importar(ENSAYO, f"{serie}-0")
        return [_importar(CORREOS, f"{serie}-{vez}") for vez in range(1, VECES_DEL_CORREO + 1)]

    def _sesion(self, usuario: Usuario) -> Client:
        cliente = Client(SERVER_NAME="127.0.0.1")
        cliente.force_login(usuario)
        return cliente

    def _radicados(self) -> list[str]:
        """Cases of the adviser, of every age and state."""
        suyas = solicitudes_del_equipo(self.asesora).filter(asesor=self.asesora.funcionario)
        abiertas = suyas.abiertas().order_by("id").values_list("radicado", flat=True)
        todas = list(suyas.order_by("id").values_list("radicado", flat=True))
        elegidas = [*abiertas[: CASOS // 4], *self.azar.sample(todas, min(CASOS, len(todas)))]
        self.azar.shuffle(elegidas)
        return elegidas

    def _radicar(self) -> Acto:
        """Sends the form, whose page left a draft, with a text that looks like none filed before."""
        cliente = self._sesion(self.enlace)
        datos = {
            "entidad": str(entidades_de(self.enlace).get().pk),
            "nombre": "Carlos Peña",
            "cargo": "Profesional",
            "temas": [str(Tema.objects.solicitables().get(clave="integridad").pk)],
        }

        def acto(numero: int) -> int:
            texto = " ".join("".join(self.azar.choices(ascii_lowercase, k=7)) for _ in range(150))
            propios = {"asunto": f"Caso {numero}: {texto[:60]}", "texto": texto, "ficha": str(self.borrador.pk)}
            respuesta = cliente.post("/mi-entidad/solicitar/", datos | propios)
            if respuesta.status_code != 302:
                raise RuntimeError("El formulario no radicó.")
            return len(respuesta.content)

        return acto

    def _empezar(self) -> None:
        """The draft that the page of the form leaves before it is sent."""
        self.borrador = guardar_borrador(usuario=self.enlace, datos={}, ahora=timezone.now())

    def _radicar_en_el_suelo(self, ruta: str) -> Acto:
        cliente = self._sesion(self.enlace)
        datos = {
            "asunto": "Código de integridad",
            "nombre": "Carlos Peña",
            "cargo": "Profesional",
            "texto": "Texto " * 80,
        }

        def acto(numero: int) -> int:
            respuesta = cliente.post(ruta, datos)
            if respuesta.status_code != 302:
                raise RuntimeError("El suelo no radicó.")
            return len(respuesta.content)

        return acto


def _importar(cuantos: int, serie: str) -> float:
    """Messages a second of a folder of so many, unlike those of another series."""
    personas = list(Usuario.objects.filter(rol=Rol.ENLACE).order_by("id").values_list("nombre", "email"))
    with tempfile.TemporaryDirectory() as carpeta:
        escribir_correos(Path(carpeta), personas, cuantos, serie)
        inicio = time.perf_counter()
        call_command("correo", "importar", carpeta, stdout=StringIO())
        return cuantos / (time.perf_counter() - inicio)


def _paginas(radicados: list[str]) -> dict[str, tuple[list[str], list[str]]]:
    """The addresses of each page and those of its floor."""
    casos = [f"/equipo/solicitudes/{radicado}/" for radicado in radicados]
    suelos = [f"/suelo/caso/{radicado}/" for radicado in radicados]
    return {
        "Case page": (casos, suelos),
        "Queue": (["/equipo/fila/"], ["/suelo/fila/"]),
        "Tray": (["/equipo/"], ["/suelo/bandeja/"]),
        "Tray of the office": (["/equipo/?vista=equipo"], ["/suelo/bandeja/"]),
        "Base of requests": ([BASE], ["/suelo/base/"]),
        **{acto: ([BASE + urlencode({"q": texto})], ["/suelo/base/"]) for acto, texto in BUSQUEDAS.items()},
    }


@contextmanager
def _gunicorn() -> Iterator[http.client.HTTPConnection]:
    """A connection to the server of an installation, with one worker, over the same database."""
    connections.close_all()
    with socket.socket() as enchufe:
        enchufe.bind(("127.0.0.1", 0))
        puerto = enchufe.getsockname()[1]
    orden = ["-m", "gunicorn", "pruebas.banco.wsgi", "--workers", "1", "--threads", "4", "--no-control-socket"]
    servidor = subprocess.Popen(
        [sys.executable, *orden, "--log-level", "warning", "--bind", f"127.0.0.1:{puerto}"], env=os.environ.copy()
    )
    conexion = http.client.HTTPConnection("127.0.0.1", puerto, timeout=60)
    try:
        _esperar(puerto)
        yield conexion
    finally:
        conexion.close()
        servidor.terminate()
        servidor.wait(30)


def _esperar(puerto: int) -> None:
    """Until it listens; half a minute at most."""
    for _ in range(300):
        with suppress(OSError), socket.create_connection(("127.0.0.1", puerto), timeout=1):
            return
        time.sleep(0.1)
    raise RuntimeError("gunicorn no respondió.")
