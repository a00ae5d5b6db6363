"""What bounces, shown where somebody is about to write."""

import pytest
from django.test import Client
from django.urls import reverse

from asiste.directorio.models import Funcionario
from asiste.notificaciones.acciones import TOPE_DIARIO, anotar_rebote, encolar
from asiste.solicitudes.models import Solicitud
from pruebas import fabricas

PIDE = "garincon@shd.gov.co"


@pytest.fixture
def caso(asesora: Funcionario) -> Solicitud:
    """A case in the hands of Laura Ortiz."""
    return fabricas.solicitud(asesor=asesora, estado=Solicitud.Estado.EN_TRAMITE, solicitante_correo=PIDE)


def rebota(correo: str = PIDE, *, permanente: bool = True) -> None:
    anotar_rebote(
        correo=correo, motivo="la dirección no existe", permanente=permanente, mensaje=None, ahora=fabricas.AHORA
    )


@pytest.mark.parametrize("vista", ["solicitud", "respuesta"])
def test_se_advierte_en_el_caso_y_al_escribir(navegador: Client, caso: Solicitud, vista: str) -> None:
    ruta = reverse(f"equipo:{vista}", args=[caso.radicado])
    assert "rebota desde" not in navegador.get(ruta).content.decode()
    rebota()
    pagina = navegador.get(ruta).content.decode()
    assert f"El correo de {PIDE} rebota desde el" in pagina
    assert "La dirección no existe." in pagina


def test_se_ve_en_la_lista_de_enlaces(navegador: Client) -> None:
    contacto, sano = fabricas.enlace(), fabricas.enlace("sda")
    rebota(contacto.correo)
    filas = navegador.get(reverse("equipo:enlaces")).context["pagina"].filas
    assert {fila.pk: fila.rebota_desde for fila in filas} == {contacto.pk: fabricas.AHORA, sano.pk: None}


def test_lo_que_no_se_envio_por_el_tope_se_dice_en_el_caso(navegador: Client, asesora: Funcionario) -> None:
    for numero in range(TOPE_DIARIO):
        encolar(clave=f"m{numero}", para=PIDE, asunto="x", texto="x", ahora=fabricas.AHORA, con_tope=True)
    caso = fabricas.solicitud(asesor=asesora, solicitante_correo=PIDE)
    pagina = navegador.get(reverse("equipo:solicitud", args=[caso.radicado])).content.decode()
    assert f"No se envió a {PIDE}: tope diario de correos automáticos" in pagina
