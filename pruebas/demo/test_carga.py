from io import StringIO
from typing import Any

import pytest
import time_machine
from django.core.management import CommandError, call_command
from django.db.models import Count
from django.utils import timezone
from pytest_django import Settings

from asiste.auditoria.models import Hecho
from asiste.calendario.lectura import cargar
from asiste.calendario.models import JornadaAtencion
from asiste.demo.casos import PRIMER_DIA
from asiste.solicitudes.historia import calcular, historia_de
from asiste.solicitudes.models import Consecutivo, Solicitud
from pruebas import fabricas

CANTIDAD = 1500


def cargar_miles(cantidad: int = CANTIDAD) -> None:
    """Runs the command."""
    call_command("carga", cantidad, stdout=StringIO())


def termino(caso: Solicitud) -> tuple[Any, ...]:
    """What a request says of its term."""
    return caso.inicia_el, caso.prorroga, caso.vence_el


def test_la_carga_agrega_solicitudes_de_todos_los_estados_con_su_historia(base_real: str) -> None:
    with time_machine.travel(fabricas.AHORA, tick=False):
        call_command("demo", stdout=StringIO())
        habia = Solicitud.objects.count()
        cargar_miles()
    nuevas = Solicitud.objects.order_by("id")[habia:]
    assert len(nuevas) == CANTIDAD
    assert set(Solicitud.objects.values_list("estado", flat=True)) == set(Solicitud.Estado.values)
    cerradas = Solicitud.objects.filter(estado=Solicitud.Estado.CERRADA).annotate(pasos=Count("actuaciones"))
    assert cerradas.filter(pasos__lt=4).count() == 0
    ultimos = Solicitud.objects.values("anio").annotate(cuantas=Count("pk")).order_by("anio")
    assert {fila["anio"]: fila["cuantas"] for fila in ultimos} == dict(Consecutivo.objects.values_list("id", "ultimo"))
    assert Hecho.objects.get(operacion="CARGA").despues == {"id": 0, "cantidad": CANTIDAD}
    calendario = cargar(PRIMER_DIA, timezone.localdate().replace(year=timezone.localdate().year + 1))
    jornada = JornadaAtencion.objects.de_cada_fecha()
    for caso in nuevas[:: CANTIDAD // 50]:
        antes = termino(caso)
        calcular(caso, historia_de(caso), calendario, jornada(timezone.localdate(caso.recibida_en)))
        assert termino(caso) == antes, caso.radicado


@pytest.mark.django_db
def test_no_se_carga_donde_hay_personas_de_verdad() -> None:
    fabricas.funcionario("dddi", correo="alguien@alcaldiabogota.gov.co")
    with pytest.raises(CommandError, match="personas que no son de la demostración"):
        cargar_miles()


@pytest.mark.django_db
def test_no_se_carga_donde_sale_correo(settings: Settings) -> None:
    settings.EMAIL_HOST = "correo.example.gov.co"
    with pytest.raises(CommandError, match="instalación real"):
        cargar_miles()
