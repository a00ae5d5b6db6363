"""The pages of the calendar: seen by all, changed by a few, with a preview and a way back."""

from datetime import date

import pytest
from django.test import Client
from django.urls import reverse

from asiste.cuentas.models import Rol
from asiste.solicitudes.models import CambioCalendario, Solicitud
from pruebas import fabricas

pytestmark = pytest.mark.django_db
DATOS = {"sentido": "agregar", "fecha": "2026-11-27", "motivo": "Día cívico", "acto": "Decreto 9 de 2026"}
CAMBIO = reverse("equipo:cambio-calendario")


@pytest.fixture
def subsecretaria() -> Client:
    """Who may change the calendar."""
    return fabricas.sesion(fabricas.funcionario("sdfi", nombre="Patricia Rincón", rol=Rol.SDFI).usuario)


def confirmar(navegador: Client) -> CambioCalendario:
    navegador.post(CAMBIO, DATOS | {"confirmar": "agregar 2026-11-27"})
    return CambioCalendario.objects.get()


def test_primero_se_ve_que_se_mueve_y_nada_cambia(subsecretaria: Client) -> None:
    solicitud = fabricas.solicitud()
    pagina = subsecretaria.post(CAMBIO, DATOS).content.decode()
    assert "1 solicitud cambia de vencimiento" in pagina
    assert solicitud.radicado in pagina
    assert CambioCalendario.objects.count() == 0


def test_confirmado_se_aplica_y_muestra_lo_que_movio(subsecretaria: Client) -> None:
    solicitud = fabricas.solicitud()
    cambio = confirmar(subsecretaria)
    pagina = subsecretaria.get(reverse("equipo:cambio-aplicado", args=[cambio.pk])).content.decode()
    assert "1 vencimiento se movió" in pagina
    assert Solicitud.objects.get(pk=solicitud.pk).vence_el == date(2026, 12, 4)


def test_si_cambia_la_fecha_despues_de_verla_se_muestra_de_nuevo(subsecretaria: Client) -> None:
    otra = DATOS | {"fecha": "2026-11-26", "confirmar": "agregar 2026-11-27"}
    assert "Aplicar el cambio" in subsecretaria.post(CAMBIO, otra).content.decode()
    assert CambioCalendario.objects.count() == 0


def test_el_cambio_se_deshace_con_su_motivo(subsecretaria: Client) -> None:
    solicitud, cambio = fabricas.solicitud(), confirmar(subsecretaria)
    subsecretaria.post(reverse("equipo:cambio-deshecho", args=[cambio.pk]), {"motivo": "Se derogó."})
    assert Solicitud.objects.get(pk=solicitud.pk).vence_el == date(2026, 12, 3)
    lista = subsecretaria.get(reverse("equipo:cambios-calendario")).content.decode()
    assert (lista.count(">deshace otro<"), lista.count(">deshecho<")) == (1, 1)


def test_lo_que_ya_no_cuenta_se_dice_sobre_el_formulario(subsecretaria: Client) -> None:
    pagina = subsecretaria.post(CAMBIO, DATOS | {"fecha": "2026-12-08"}).content.decode()
    assert "Ese día ya no cuenta." in pagina


def test_los_demas_ven_el_calendario_y_no_lo_cambian(navegador: Client, subsecretaria: Client) -> None:
    cambio = confirmar(subsecretaria)
    aplicado = navegador.get(reverse("equipo:cambio-aplicado", args=[cambio.pk])).content.decode()
    assert navegador.get(CAMBIO).status_code == 403
    assert reverse("equipo:cambio-deshecho", args=[cambio.pk]) not in aplicado
    assert CAMBIO not in navegador.get(reverse("equipo:calendario")).content.decode()
