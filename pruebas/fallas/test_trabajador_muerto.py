"""The worker dies while it sends: everything leaves, at least once, when it is back."""

from collections import Counter
from email import message_from_bytes
from pathlib import Path

from asiste.notificaciones.acciones import encolar
from asiste.notificaciones.models import Mensaje
from pruebas import fabricas
from pruebas.fallas.procesos import cuenta, entorno, esperar, matar, proceso

MENSAJES = 60
TRABAJAR = ("asiste.consola", "procrastinate", "worker", "--delete-jobs", "successful")
PENDIENTES = "SELECT count(*) FROM notificaciones_mensaje WHERE estado = 'pendiente'"


def enviados(carpeta: Path) -> Counter[str]:
    """How many times each message left, by its identifier; a file cut by the death is not a mail."""
    return Counter(str(message_from_bytes(archivo.read_bytes())["Message-ID"]) for archivo in carpeta.glob("*.eml"))


def test_el_trabajador_que_muere_enviando_no_deja_ninguno_sin_enviar(base_real: str, tmp_path: Path) -> None:
    for n in range(MENSAJES):
        encolar(clave=f"m{n}", para=f"a{n}@shd.gov.co", asunto=f"Mensaje {n}", texto="Hola", ahora=fabricas.AHORA)
    salida, ambiente = tmp_path / "correo-saliente", entorno(tmp_path, base=base_real)
    with proceso(*TRABAJAR, entorno=ambiente) as uno:
        esperar(lambda: len(enviados(salida)) >= 5, mientras=uno)
        matar(uno)
    assert 0 < cuenta(base_real, PENDIENTES) < MENSAJES
    with proceso(*TRABAJAR, entorno=ambiente) as otro:
        esperar(lambda: cuenta(base_real, PENDIENTES) == 0, mientras=otro)
    veces = enviados(salida)
    propios = {mensaje.message_id for mensaje in Mensaje.objects.filter(estado="enviado")}
    assert len(propios) == MENSAJES
    assert propios <= set(veces)
    assert veces.total() <= MENSAJES + 1  # the one in its hands may leave twice
