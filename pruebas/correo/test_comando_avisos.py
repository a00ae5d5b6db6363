"""`asiste avisos`: what the worker does, by hand."""

from collections.abc import Iterator
from datetime import datetime
from io import StringIO

import pytest
import time_machine
from django.core.management import call_command

from asiste.correo.models import MensajeEntrante
from asiste.correo.tareas import resumir
from asiste.cuentas.models import Rol
from asiste.notificaciones.models import Mensaje
from asiste.portafolio.models import Canal
from asiste.solicitudes.models import Aviso, ResumenDelDia, Solicitud
from asiste.solicitudes.tareas import avisar
from pruebas import fabricas

pytestmark = pytest.mark.django_db
VENCE = datetime(2026, 12, 3, 9, 0, tzinfo=fabricas.BOGOTA)


@pytest.fixture(autouse=True)
def caso() -> Iterator[Solicitud]:
    """A request that is due today, and the clock stopped there."""
    asesora = fabricas.funcionario("stdi", correo="laura@alcaldiabogota.gov.co")
    nuevo = fabricas.solicitud(asesor=asesora, estado=Solicitud.Estado.EN_TRAMITE, acusar=False)
    with time_machine.travel(VENCE, tick=False):
        yield nuevo


def avisos(*argumentos: str) -> str:
    salida = StringIO()
    call_command("avisos", *argumentos, stdout=salida)
    return salida.getvalue()


def test_dice_a_quien_se_escribe_y_repetirlo_no_cambia_nada() -> None:
    assert avisos().splitlines() == [
        "laura@alcaldiabogota.gov.co: AT-2026-1: vence hoy · Plan de mejora de integridad",
        "laura@alcaldiabogota.gov.co: Su día, jueves 3 de diciembre: 1 vence hoy",
        "2 correos por enviar.",
    ]
    assert avisos() == "0 correos por enviar.\n"


def test_simular_muestra_los_correos_y_no_deja_nada() -> None:
    salida = avisos("--simular")
    assert "Vence hoy, jueves 3 de diciembre." in salida
    assert salida.endswith("2 correos por enviar, no se envió nada.\n")
    assert (Mensaje.objects.count(), Aviso.objects.count(), ResumenDelDia.objects.count()) == (0, 0, 0)


def test_fuera_del_horario_lo_dice() -> None:
    with time_machine.travel(VENCE.replace(hour=20), tick=False):
        assert avisos() == "Fuera del horario de atención: a esta hora no se avisa a nadie.\n"


def test_las_tareas_hacen_lo_mismo() -> None:
    avisar(timestamp=0)
    resumir(timestamp=0)
    assert [mensaje.asunto.partition(":")[0] for mensaje in Mensaje.objects.order_by("id")] == [
        "AT-2026-1",
        "Su día, jueves 3 de diciembre",
    ]


def test_quien_dirige_sabe_cuantos_correos_esperan_en_cuarentena() -> None:
    directora = fabricas.funcionario("dddi", nombre="Marta Gil", rol=Rol.DIRECCION)
    buzones = [Canal.objects.buzones().filter(dependencia__clave=clave).first() for clave in ("dddi", "ddab")]
    for numero, buzon in enumerate([*buzones, None]):
        MensajeEntrante.objects.create(
            crudo=fabricas.archivo(contenido=bytes([numero])).archivo,
            guardado_en=VENCE,
            resultado=MensajeEntrante.Resultado.CUARENTENA,
            buzon=buzon,
        )
    resumir(timestamp=0)
    resumen = Mensaje.objects.get(para=directora.usuario.email)
    assert "Correos en cuarentena: 2" in resumen.texto.splitlines()
