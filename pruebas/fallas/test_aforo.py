"""Five hundred people scan in a minute against the real web server: nobody is lost and nobody is twice."""

import logging
import re
import time
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from datetime import timedelta
from http import HTTPStatus
from http.client import HTTPConnection
from http.cookies import SimpleCookie
from pathlib import Path
from statistics import quantiles
from urllib.parse import urlencode

import psutil
import pytest
from django.utils import timezone

from asiste.agenda import ingreso
from asiste.agenda.models import Asistencia, Sesion
from pruebas import fabricas, fabricas_agenda, fabricas_asistencia
from pruebas.fallas.procesos import PLAZO, entorno, proceso, terminar
from pruebas.fallas.test_web_muerta import sitio

PERSONAS, INVITADAS, DOS_VECES, A_LA_VEZ = 500, 250, 50, 40
registro = logging.getLogger(__name__)
TIPO = {"Content-Type": "application/x-www-form-urlencoded"}
PASE = re.compile(r'name="pase" value="([^"]+)"')
FICHA = re.compile(r'name="csrfmiddlewaretoken" value="([^"]+)"')


@dataclass(slots=True)
class Sala:
    """Phones over one server, and how long each answer took."""

    servidor: psutil.Process
    puerto: int
    sesion: Sesion
    tiempos: list[float] = field(default_factory=list)

    def pedir(self, metodo: str, ruta: str, cuerpo: str = "", galleta: str = "") -> tuple[int, str, str]:
        """Status, page and cookie of an answer."""
        conexion = HTTPConnection("127.0.0.1", self.puerto, timeout=PLAZO)
        empieza = time.perf_counter()
        conexion.request(metodo, ruta, cuerpo or None, TIPO | {"Cookie": galleta})
        respuesta = conexion.getresponse()
        pagina = respuesta.read().decode()
        self.tiempos.append(time.perf_counter() - empieza)
        galletas = SimpleCookie(respuesta.headers.get("Set-Cookie", ""))
        conexion.close()
        return respuesta.status, pagina, "; ".join(f"{una.key}={una.value}" for una in galletas.values())

    def trabajo(self) -> float:
        """Seconds of processor that the server has used."""
        return sum(sum(uno.cpu_times()[:2]) for uno in self.servidor.children(recursive=True))

    def registrar(self, datos: dict[str, str]) -> str:
        """Scans the code that is shown now, fills in the form and returns what the receipt says."""
        ruta = f"/asistencia/{self.sesion.clave}/"
        codigo = ingreso.codigo_en(self.sesion, timezone.now())
        _, formulario, galleta = self.pedir("GET", f"{ruta}?{urlencode({'c': codigo})}")
        ocultos = {"pase": PASE.findall(formulario)[0], "csrfmiddlewaretoken": FICHA.findall(formulario)[0]}
        estado, recibo, _ = self.pedir("POST", ruta, urlencode({**ocultos, "acepta": "on", **datos}), galleta)
        return f"{estado} {'ya estaba' if 'ya estaba registrada' in recibo else 'registrada'}"


@pytest.fixture
def sesion(base_real: str) -> Sesion:
    """A session with room for four hundred, to which half of those who come were invited."""
    ahora = timezone.now()
    sesion = fabricas_agenda.sesion(inicia=ahora, ahora=ahora, cupo=400)
    for numero in range(INVITADAS):
        fabricas_asistencia.invitado(sesion, correo=f"p{numero}@sala.gov.co")
    return sesion


@pytest.fixture
def sala(base_real: str, tmp_path: Path, sesion: Sesion) -> Iterator[Sala]:
    """The room, once the server is as on a fresh machine, and answers."""
    for orden in (("createcachetable",), ("collectstatic", "--noinput", "-v0")):
        with proceso("asiste.consola", *orden, entorno=entorno(tmp_path, base=base_real)) as uno:
            terminar(uno)
    with sitio(base_real, tmp_path, procesos=2, hilos=4) as (web, puerto):
        nueva = Sala(psutil.Process(web.pid), puerto, sesion)
        assert nueva.pedir("GET", "/a/")[0] == HTTPStatus.OK
        nueva.tiempos.clear()
        yield nueva


def personas() -> list[dict[str, str]]:
    """The invited give only their address; the others say who they are; some send it twice."""
    invitadas = [{"correo": f"p{numero}@sala.gov.co"} for numero in range(INVITADAS)]
    otras = [
        {"correo": f"p{numero}@sala.gov.co", "nombre": f"Persona {numero}", "entidad": str(fabricas.entidad().pk)}
        for numero in range(INVITADAS, PERSONAS)
    ]
    mitad = DOS_VECES // 2
    return [*invitadas, *invitadas[:mitad], *otras, *otras[:mitad]]


def test_quinientas_personas_en_un_minuto_quedan_una_vez_cada_una(sala: Sala) -> None:
    empieza, antes = time.perf_counter(), sala.trabajo()
    with ThreadPoolExecutor(A_LA_VEZ) as equipo:
        recibos = Counter(equipo.map(sala.registrar, personas()))
    duracion, trabajo, p95 = time.perf_counter() - empieza, sala.trabajo() - antes, quantiles(sala.tiempos, n=20)[-1]
    ritmo = len(sala.tiempos) / duracion
    registro.info("%.0f s, %.0f s de procesador, %.0f peticiones/s, p95 %.0f ms", duracion, trabajo, ritmo, p95 * 1000)
    assert recibos == {"200 registrada": PERSONAS, "200 ya estaba": DOS_VECES}
    assert Asistencia.objects.values("correo").distinct().count() == Asistencia.objects.count() == PERSONAS
    assert Asistencia.objects.filter(invitado__isnull=False).count() == INVITADAS
    assert trabajo < timedelta(minutes=1).total_seconds()  # one processor is enough, whatever else runs here
