"""The database server dies in the middle of an import, with an embedded server of its own."""

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from asiste.base_embebida import _programas
from asiste.correo.lotes import LOTE
from asiste.correo.management.commands.correo import SIN_GUARDAR
from pruebas.correo.redaccion import correo, escribir
from pruebas.fallas.procesos import PLAZO, RAIZ, cuenta, entorno, esperar, importacion, proceso, terminar

CORREOS = 2 * LOTE + 25
ENCENDER = (
    "import os, sys; from asiste.base_embebida import encender; encender();"
    " print(os.environ['DATABASE_URL'], flush=True); sys.stdin.read()"
)
HECHOS = "SELECT count(*) FROM correo_mensajeentrante WHERE resultado <> 'pendiente'"
LO_QUE_QUEDO = """
SELECT json_build_object(
  'numeros', (SELECT json_agg(numero ORDER BY numero) FROM solicitudes_solicitud),
  'acuses', (SELECT json_agg(clave ORDER BY id) FROM notificaciones_mensaje),
  'mensajes', (SELECT json_object_agg(resultado, cuantos) FROM
    (SELECT resultado, count(*) AS cuantos FROM correo_mensajeentrante GROUP BY resultado) AS por_resultado)
)
"""


def correr(programa: str, *argumentos: str, entrada: bytes = b"") -> bytes:
    """What a program of PostgreSQL prints."""
    orden = [str(_programas() / programa), *argumentos]
    return subprocess.run(orden, check=True, input=entrada, stdout=subprocess.PIPE).stdout


@pytest.fixture
def servidor(base_real: str, tmp_path: Path) -> Iterator[str]:
    """Address of an embedded server that only this test uses, with the catalogues in."""
    ambiente = entorno(tmp_path, base="")
    orden = [sys.executable, "-c", ENCENDER]
    with subprocess.Popen(
        orden, cwd=RAIZ, env=ambiente, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as encendido:
        assert encendido.stdout is not None
        direccion = encendido.stdout.readline().strip()
        correr("psql", "-q", "-v", "ON_ERROR_STOP=1", direccion, entrada=correr("pg_dump", "--no-owner", base_real))
        yield direccion
        encendido.communicate()


def test_la_base_que_muere_a_mitad_de_la_importacion_no_pierde_ni_repite(servidor: str, tmp_path: Path) -> None:
    carpeta = escribir(tmp_path / "correos", *(correo(asunto=f"Solicitud {n}") for n in range(CORREOS)))
    ambiente = entorno(tmp_path, base="")
    with proceso(*importacion(carpeta), entorno=ambiente) as uno:
        esperar(lambda: cuenta(servidor, HECHOS) >= LOTE, mientras=uno)
        os.kill(int((tmp_path / "postgres" / "postmaster.pid").read_text().split()[0]), 9)
        _, errores = uno.communicate(timeout=PLAZO)
    assert uno.returncode == 1
    assert f"CommandError: {SIN_GUARDAR}" in errores.splitlines()
    assert "Traceback" not in errores
    with proceso(*importacion(carpeta), entorno=ambiente) as otro:
        lineas = terminar(otro)
    assert [linea[1] for linea in lineas[:-1]] == ["radicado"] * CORREOS
    assert json.loads(correr("psql", "-qAt", "-c", LO_QUE_QUEDO, servidor)) == {
        "numeros": list(range(1, CORREOS + 1)),
        "acuses": [f"acuse-{linea[2]}" for linea in lineas[:-1]],
        "mensajes": {"radicado": CORREOS},
    }
