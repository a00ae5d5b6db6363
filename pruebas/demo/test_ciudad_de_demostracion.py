from datetime import datetime
from io import StringIO
from itertools import pairwise
from typing import Any

import pytest
import time_machine
from django.core.management import CommandError, call_command
from django.utils import timezone
from pytest_django import Settings

from asiste.archivo.avance import avance_de
from asiste.archivo.models import PlanFocalizado
from asiste.auditoria.models import Hecho
from asiste.correo.models import MensajeEntrante
from asiste.cuentas.models import Usuario
from asiste.notificaciones.models import Mensaje
from asiste.solicitudes.models import Actuacion, Anexo, Consecutivo, Solicitud, Toma
from pruebas import fabricas

EXCEL = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
CSV = "application/octet-stream"  # plain text has no first bytes of its own


def cargar() -> list[str]:
    """Lines that the command prints."""
    salida = StringIO()
    call_command("demo", stdout=salida)
    return salida.getvalue().splitlines()


def cuentas() -> dict[str, Any]:
    """What there is, in figures."""
    return {
        "personas": Usuario.objects.count(),
        "solicitudes": Solicitud.objects.count(),
        "correos": MensajeEntrante.objects.count(),
        "hechos": Hecho.objects.count(),
    }


def fuera_de_orden() -> list[str]:
    """In-turn cases that an adviser took before another one that had arrived earlier."""
    tomas = Toma.objects.filter(motivo="").order_by("asesor", "solicitud__recibida_en", "solicitud_id")
    filas = tomas.values_list("asesor", "momento", "solicitud__radicado")
    return [despues[2] for antes, despues in pairwise(filas) if antes[0] == despues[0] and despues[1] < antes[1]]


def imposibles(ahora: datetime) -> int:
    """Cases whose moments are in the future or not in order."""
    malas = 0
    for caso in Solicitud.objects.select_related("toma").order_by("id"):
        tomada = caso.toma.momento if hasattr(caso, "toma") else None
        momentos = [caso.recibida_en, tomada, caso.primera_respuesta_en, caso.atendida_en, caso.cerrada_en, ahora]
        pasados = [momento for momento in momentos if momento]
        malas += pasados != sorted(pasados)
    return malas


@pytest.mark.disposicion("5-fifo")
def test_la_ciudad_de_demostracion_es_creible_y_se_carga_una_vez(base_real: str) -> None:
    with time_machine.travel(fabricas.AHORA, tick=False):
        lineas = cargar()
        ahora = timezone.now()
    cuenta = cuentas()
    assert lineas[-1].startswith("Ciudad de demostración: 21 personas del equipo, 63 enlaces, ")
    assert 1_700 < cuenta["solicitudes"] < 2_300
    assert {estado for (estado,) in Solicitud.objects.values_list("estado").distinct()} == set(Solicitud.Estado.values)
    assert (fuera_de_orden(), imposibles(ahora)) == ([], 0)
    assert 10 < Toma.objects.exclude(motivo="").count() < 60
    assert Solicitud.objects.sin_entidad().count() > 0
    assert MensajeEntrante.objects.filter(resultado="cuarentena").count() > 0
    assert 20 < Anexo.objects.count() < 120
    assert set(Anexo.objects.values_list("archivo__tipo", flat=True)) == {"application/pdf", EXCEL, "image/png", CSV}
    assert Anexo.objects.filter(actuacion__tipo=Actuacion.Tipo.RESPUESTA).count() > 0
    assert _numeros() == {anio: list(range(1, ultimo + 1)) for anio, ultimo in _ultimos().items()}
    assert set(_ultimos()) == {2024, 2025, 2026}
    assert Mensaje.objects.por_enviar(ahora).exclude(para__endswith=".example").count() == 0
    assert _avance_de_los_cerrados() == [75, 62]
    assert (cargar(), cuentas()) == (["Ciudad de demostración: ya hay personas, no se cambia nada."], cuenta)


def _avance_de_los_cerrados() -> list[int]:
    """How far went the plans of the archive that were closed."""
    cerrados = PlanFocalizado.objects.filter(estado=PlanFocalizado.Estado.CERRADO).order_by("vigencia", "id")
    return [avance_de(plan.lineas.all()).por_ciento for plan in cerrados]


def _ultimos() -> dict[int, int]:
    return dict(Consecutivo.objects.values_list("id", "ultimo"))


def _numeros() -> dict[int, list[int]]:
    """Numbers of each year, in order."""
    numeros: dict[int, list[int]] = {}
    for anio, numero in Solicitud.objects.order_by("anio", "numero").values_list("anio", "numero"):
        numeros.setdefault(anio, []).append(numero)
    return numeros


@pytest.mark.django_db
def test_donde_el_correo_sale_de_verdad_no_se_carga(settings: Settings) -> None:
    settings.EMAIL_HOST = "correo.example.gov.co"
    with pytest.raises(CommandError, match="Con SMTP configurado no se carga la demostración"):
        cargar()
    assert Usuario.objects.count() == 0


@pytest.mark.django_db
def test_donde_ya_hay_personas_no_cambia_nada() -> None:
    fabricas.usuario()
    antes = cuentas()
    assert (cargar(), cuentas()) == (["Ciudad de demostración: ya hay personas, no se cambia nada."], antes)
