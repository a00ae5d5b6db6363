"""The web server dies while a form is being filed: nothing half done, and the draft is there to send it again."""

import socket
from collections.abc import Iterator
from contextlib import contextmanager
from http.client import HTTPConnection, HTTPException
from pathlib import Path
from threading import Thread
from urllib.parse import urlencode

from django.conf import settings
from django.utils import timezone

from asiste.notificaciones.models import Mensaje
from asiste.solicitudes.acciones import guardar_borrador
from asiste.solicitudes.models import Actuacion, Borrador, Solicitud
from pruebas import fabricas
from pruebas.fallas.procesos import (
    Proceso,
    alguien_espera_un_candado,
    entorno,
    esperar,
    matar,
    numeracion_detenida,
    proceso,
)

FICHA = "c" * 32  # both the cookie and the field that CSRF compares


@contextmanager
def sitio(base: str, var: Path, *, procesos: int = 1, hilos: int = 2) -> Iterator[tuple[Proceso, int]]:
    """The web server and its port, once it listens."""
    with socket.socket() as libre:
        libre.bind(("127.0.0.1", 0))
        puerto = int(libre.getsockname()[1])
    orden = ("gunicorn", "asiste.config.wsgi", "--workers", f"{procesos}", "--threads", f"{hilos}")
    donde = ("--bind", f"127.0.0.1:{puerto}", "--log-level", "critical")
    with proceso(*orden, *donde, entorno=entorno(var, base=base)) as web:
        esperar(lambda: _escucha(puerto), mientras=web)
        yield web, puerto


def _escucha(puerto: int) -> bool:
    with socket.socket() as enchufe:
        return enchufe.connect_ex(("127.0.0.1", puerto)) == 0


def enviar(puerto: int, sesion: str, datos: dict[str, object]) -> int:
    """Sends the form as a browser does and returns the status of the answer, 0 when there was none."""
    conexion = HTTPConnection("127.0.0.1", puerto, timeout=60)
    cabeceras = {
        "Content-Type": "application/x-www-form-urlencoded",
        "Cookie": f"{settings.SESSION_COOKIE_NAME}={sesion}; {settings.CSRF_COOKIE_NAME}={FICHA}",
    }
    try:
        conexion.request("POST", "/mi-entidad/solicitar/", urlencode(datos, doseq=True), cabeceras)
        return conexion.getresponse().status
    except (HTTPException, OSError):
        return 0
    finally:
        conexion.close()


def test_la_web_que_muere_radicando_no_deja_nada_a_medias(base_real: str, tmp_path: Path) -> None:
    persona = fabricas.cuenta(fabricas.enlace())
    borrador = guardar_borrador(usuario=persona, datos={"asunto": "Procesos"}, ahora=timezone.now())
    sesion = fabricas.sesion(persona).cookies[settings.SESSION_COOKIE_NAME].value
    datos = {
        "csrfmiddlewaretoken": FICHA,
        "ficha": borrador.pk,
        "entidad": fabricas.entidad().pk,
        "nombre": "Carlos Peña",
        "cargo": "Jefe de planeación",
        "asunto": "Mapa de procesos",
        "texto": "Se creó una oficina y debemos ajustar el mapa.",
        "temas": [fabricas.tema().pk],
    }
    respuestas: list[int] = []
    with numeracion_detenida(base_real, timezone.localdate().year), sitio(base_real, tmp_path) as (web, puerto):
        envio = Thread(target=lambda: respuestas.append(enviar(puerto, sesion, datos)))
        envio.start()
        esperar(lambda: alguien_espera_un_candado(base_real), mientras=web)
        matar(web)
        envio.join()
    assert respuestas == [0]
    assert (Solicitud.objects.count(), Actuacion.objects.count(), Mensaje.objects.count()) == (0, 0, 0)
    assert Borrador.objects.get().datos == {"asunto": "Procesos"}
    with sitio(base_real, tmp_path) as (_, puerto):
        assert enviar(puerto, sesion, datos) == 302
    assert [solicitud.numero for solicitud in Solicitud.objects.all()] == [1]
    assert Mensaje.objects.get().clave == f"acuse-{Solicitud.objects.get().radicado}"
    assert not Borrador.objects.exists()
