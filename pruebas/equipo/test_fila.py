"""The line: order of arrival, and every exception in sight."""

from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse

from asiste.directorio.models import Funcionario
from asiste.solicitudes.models import Solicitud, Toma
from pruebas import fabricas

AHORA = fabricas.AHORA
FILA, TURNO = reverse("equipo:fila"), reverse("equipo:turno")


@pytest.fixture
def en_espera(asesora: Funcionario) -> list[Solicitud]:
    """Three of her line, in order of arrival."""
    return [fabricas.solicitud(asesor=asesora, ahora=AHORA - timedelta(hours=horas)) for horas in (3, 2, 1)]


def mensajes(navegador: Client, ruta: str = FILA) -> list[str]:
    """What the page that follows tells."""
    return [str(mensaje) for mensaje in navegador.get(ruta).context["messages"]]


def toma_de(solicitud: Solicitud) -> str:
    return reverse("equipo:toma", args=[solicitud.radicado])


@pytest.mark.disposicion("5-fifo")
def test_la_fila_va_en_orden_de_llegada(navegador: Client, en_espera: list[Solicitud]) -> None:
    filas = navegador.get(FILA).context["filas"]
    assert [fila.solicitud for fila in filas] == en_espera


@pytest.mark.disposicion("5-fifo")
def test_tomar_la_siguiente_da_la_primera(navegador: Client, asesora: Funcionario, en_espera: list[Solicitud]) -> None:
    respuesta = navegador.post(TURNO, {"esperada": en_espera[0].radicado})
    en_espera[0].refresh_from_db()
    assert (en_espera[0].estado, en_espera[0].asesor) == (Solicitud.Estado.EN_TRAMITE, asesora)
    assert respuesta.headers["Location"] == reverse("equipo:solicitud", args=[en_espera[0].radicado])
    assert mensajes(navegador) == [f"Tomó {en_espera[0].radicado}: ya está a su cargo."]


def test_si_otra_persona_se_adelanto_dice_cual_le_toco(navegador: Client, en_espera: list[Solicitud]) -> None:
    navegador.post(TURNO, {"esperada": "AT-2026-999"})
    esperado = f"Otra persona tomó antes AT-2026-999. La siguiente era {en_espera[0].radicado} y ya está a su cargo."
    assert mensajes(navegador) == [esperado]


def test_con_la_fila_vacia_lo_dice_y_vuelve(navegador: Client) -> None:
    assert navegador.post(TURNO).headers["Location"] == reverse("equipo:bandeja")
    assert mensajes(navegador) == ["No hay solicitudes en espera."]


def test_no_se_toma_por_abrir_una_direccion(navegador: Client, en_espera: list[Solicitud]) -> None:
    assert navegador.get(TURNO).status_code == 405


@pytest.mark.disposicion("5-fifo")
def test_fuera_de_turno_exige_motivo_y_explicacion(navegador: Client, en_espera: list[Solicitud]) -> None:
    respuesta = navegador.post(toma_de(en_espera[2]), {"explicacion": "Se inunda el archivo."})
    assert respuesta.context["form"].errors == {"motivo": ["Elija el motivo."]}
    assert "Se inunda el archivo." in respuesta.content.decode()
    en_espera[2].refresh_from_db()
    assert en_espera[2].estado == Solicitud.Estado.POR_TOMAR


@pytest.mark.disposicion("5-fifo")
def test_fuera_de_turno_queda_a_la_vista(navegador: Client, asesora: Funcionario, en_espera: list[Solicitud]) -> None:
    datos = {"motivo": Toma.Motivo.RIESGO, "explicacion": "Se inunda el archivo."}
    navegador.post(toma_de(en_espera[2]), datos)
    toma = Toma.objects.get(solicitud=en_espera[2])
    assert (toma.asesor, toma.motivo, toma.explicacion) == (asesora, "riesgo", "Se inunda el archivo.")
    pagina = navegador.get(reverse("equipo:solicitud", args=[en_espera[2].radicado])).content.decode()
    assert "Tomada fuera de turno" in pagina
    assert "Riesgo para personas, bienes o documentos: Se inunda el archivo." in pagina


def test_lo_que_ya_tomo_otro_no_se_toma(navegador: Client) -> None:
    colega = fabricas.funcionario("stdi", nombre="Jorge Méndez")
    ajena = fabricas.solicitud(asesor=colega, estado=Solicitud.Estado.EN_TRAMITE)
    respuesta = navegador.post(toma_de(ajena), {"motivo": "riesgo", "explicacion": "Urge."})
    assert respuesta.headers["Location"] == reverse("equipo:solicitud", args=[ajena.radicado])
    assert mensajes(navegador) == [f"{ajena.radicado} ya no está en la fila: la tiene Jorge Méndez."]


def test_la_primera_se_toma_desde_su_expediente_sin_motivo(navegador: Client, en_espera: list[Solicitud]) -> None:
    primera, _, tercera = (
        navegador.get(reverse("equipo:solicitud", args=[caso.radicado])).context["toma"] for caso in en_espera
    )
    assert (primera, tercera) == ("siguiente", "fuera")


def test_la_directora_ve_todas_las_filas_y_asigna(directora: Client, en_espera: list[Solicitud]) -> None:
    sin_nadie = fabricas.solicitud(entidad=fabricas.entidad("idu"))
    fabricas.solicitud(dependencia=fabricas.dependencia("ddab"), entidad=fabricas.entidad("idu"))
    respuesta = directora.get(FILA)
    assert [fila.solicitud for fila in respuesta.context["filas"]] == [*en_espera, sin_nadie]
    assert reverse("equipo:reasignacion", args=[sin_nadie.radicado]) in respuesta.content.decode()


def test_una_fila_larga_va_por_paginas(navegador: Client, asesora: Funcionario) -> None:
    for minutos in range(51):
        fabricas.solicitud(asesor=asesora, ahora=AHORA - timedelta(minutes=51 - minutos))
    primera = navegador.get(FILA).context["pagina"]
    segunda = navegador.get(FILA, {"despues": primera.siguiente}).context["pagina"]
    assert (len(primera.filas), len(segunda.filas)) == (50, 1)
    assert navegador.get(FILA, {"antes": segunda.anterior}).context["pagina"].filas == primera.filas
