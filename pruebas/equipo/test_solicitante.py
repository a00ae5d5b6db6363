"""Who really asks: shown when someone passed it on, and corrected by who files."""

import pytest
from django.test import Client
from django.urls import reverse

from asiste.correo.models import MensajeEntrante
from asiste.solicitudes import acciones
from asiste.solicitudes.models import Actuacion, Solicitud
from pruebas import fabricas

NUEVO = {"nombre": "Ramiro Forigua", "cargo": "Profesional", "correo": "RForigua@dadep.gov.co"}


@pytest.fixture
def caso(db: None) -> Solicitud:
    """Asked by Carlos Peña, and passed on by an adviser."""
    caso = fabricas.solicitud()
    MensajeEntrante.objects.create(
        crudo=fabricas.archivo(contenido=b"From: sonia").archivo,
        guardado_en=fabricas.AHORA,
        resultado=MensajeEntrante.Resultado.RADICADO,
        solicitud=caso,
        de_nombre="Sonia Támara",
        de_correo="sonia@alcaldiabogota.gov.co",
    )
    return caso


def pagina_de(navegador: Client, caso: Solicitud) -> str:
    return navegador.get(reverse("equipo:solicitud", args=[caso.radicado])).content.decode()


def test_el_expediente_dice_quien_lo_reenvio_y_quien_pide(radicadora: Client, caso: Solicitud) -> None:
    assert "Lo reenvió Sonia Támara; pide Carlos Peña." in pagina_de(radicadora, caso)


def test_lo_que_nadie_reenvio_no_lo_dice(radicadora: Client) -> None:
    assert "Lo reenvió" not in pagina_de(radicadora, fabricas.solicitud())


def test_corregirlo_deja_constancia(radicadora: Client, caso: Solicitud) -> None:
    respuesta = radicadora.post(reverse("equipo:solicitante", args=[caso.radicado]), NUEVO)
    caso.refresh_from_db()
    assert respuesta.headers["Location"] == reverse("equipo:solicitud", args=[caso.radicado])
    assert (caso.solicitante_nombre, caso.solicitante_correo) == ("Ramiro Forigua", "rforigua@dadep.gov.co")
    hecho = Actuacion.objects.get(tipo=Actuacion.Tipo.SOLICITANTE)
    assert (hecho.texto, hecho.autor_nombre, hecho.visible_entidad) == (
        "Pide Carlos Peña <carlos.pena@shd.gov.co> → Ramiro Forigua <rforigua@dadep.gov.co>",
        "Yolanda Castro",
        False,
    )


@pytest.mark.parametrize(
    ("cambio", "falta"),
    [
        ({"correo": ""}, {"correo": ["Escriba el correo de quien pide."]}),
        ({"correo": "ramiro"}, {"correo": ["Escriba un correo completo."]}),
        (
            {"nombre": "Carlos Peña", "correo": "carlos.pena@shd.gov.co"},
            {"__all__": ["Esa persona ya es quien pide."]},
        ),
    ],
)
def test_no_se_corrige_a_medias(
    radicadora: Client, caso: Solicitud, cambio: dict[str, str], falta: dict[str, list[str]]
) -> None:
    respuesta = radicadora.post(reverse("equipo:solicitante", args=[caso.radicado]), NUEVO | cambio)
    assert respuesta.context["form"].errors == falta


def test_lo_que_ya_termino_no_se_corrige(radicadora: Client, caso: Solicitud) -> None:
    cerrado = fabricas.solicitud(estado=Solicitud.Estado.ANULADA)
    respuesta = radicadora.post(reverse("equipo:solicitante", args=[cerrado.radicado]), NUEVO)
    assert respuesta.context["form"].errors == {"__all__": ["Esta solicitud ya terminó: su solicitante no se cambia."]}


def test_dice_a_que_otra_dependencia_llego(radicadora: Client, caso: Solicitud) -> None:
    acciones.compartir(solicitud=caso, dependencia=fabricas.dependencia("ddri"), buzon="ddri", ahora=fabricas.AHORA)
    assert "También llegó a" in pagina_de(radicadora, caso)
