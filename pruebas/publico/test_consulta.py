"""The public confirmation of a filing number."""

from collections.abc import Iterator

import pytest
import time_machine
from django.test import Client
from django.utils.html import escape

from asiste.solicitudes import acciones
from asiste.solicitudes.models import Solicitud
from pruebas import fabricas

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def reloj() -> Iterator[None]:
    """Every test happens at the moment of the factories."""
    with time_machine.travel(fabricas.AHORA, tick=False):
        yield


def consultar(client: Client, radicado: str) -> str:
    return client.get("/consultar/", {"radicado": radicado}).content.decode()


def test_confirma_el_radicado_con_sus_fechas(client: Client) -> None:
    solicitud = fabricas.solicitud()
    pagina = consultar(client, solicitud.radicado)
    assert f'<h2 id="t-resultado">{solicitud.radicado}</h2>' in pagina
    assert "jueves 19\xa0nov 2026, 10:00\xa0a.\xa0m." in pagina
    assert "jueves 3 de diciembre de 2026" in pagina
    assert "Dirección Distrital de Desarrollo Institucional" in pagina


@pytest.mark.disposicion("5-fifo")
def test_dice_el_lugar_en_la_fila_mientras_espera(client: Client) -> None:
    fabricas.solicitud()
    segunda = fabricas.solicitud()
    assert "Lugar 2 de la fila" in consultar(client, segunda.radicado)


def test_ya_tomada_no_tiene_lugar_en_la_fila(client: Client) -> None:
    tomada = fabricas.solicitud(estado=Solicitud.Estado.EN_TRAMITE)
    assert "de la fila</p>" not in consultar(client, tomada.radicado)


@pytest.mark.disposicion("5-oportuna")
def test_abre_la_cuenta_del_plazo_dia_por_dia(client: Client) -> None:
    pagina = consultar(client, fabricas.solicitud().radicado)
    assert pagina.count('data-dia="por-contar"') == 10
    assert pagina.count('data-dia="radicada"') == 1


@pytest.mark.parametrize("estado", Solicitud.Estado)
def test_no_muestra_contenido_ni_datos_personales(client: Client, estado: Solicitud.Estado) -> None:
    solicitud = fabricas.solicitud(estado=estado, entidad_nombre="Hacienda", anexos=[fabricas.archivo("secreto.pdf")])
    pagina = consultar(client, solicitud.radicado)
    solicitud.refresh_from_db()
    reservado = [
        solicitud.asunto,
        solicitud.texto,
        solicitud.solicitante_nombre,
        solicitud.solicitante_correo,
        solicitud.solicitante_cargo,
        solicitud.entidad_nombre,
        str(solicitud.asesor or "Laura Ortiz"),
        "secreto.pdf",
        "Así lo pidió.",
        "Adjuntamos la guía.",
    ]
    assert [dato for dato in reservado if escape(dato) in pagina] == []


@pytest.mark.parametrize("escrito", ["at-2026-{n}", " AT-2026-{n} ", "AT2026{n}", "AT-2026-0{n}"])
def test_acepta_el_numero_como_lo_escriban(client: Client, escrito: str) -> None:
    solicitud = fabricas.solicitud()
    pagina = consultar(client, escrito.format(n=solicitud.numero))
    assert f'<h2 id="t-resultado">{solicitud.radicado}</h2>' in pagina


def test_un_numero_que_no_existe_se_dice_en_el_campo(client: Client) -> None:
    pagina = consultar(client, "AT-2026-999")
    assert pagina.count("No hay una solicitud con el número AT-2026-999. Revise el año y el número.") == 2
    assert 'value="AT-2026-999"' in pagina


@pytest.mark.parametrize(
    ("escrito", "frase"),
    [
        ("", "Escriba el número de radicado."),
        ("integridad", "Escriba el número completo, con su año; por ejemplo, AT-2026-418."),
        ("418", "Escriba el número completo, con su año; por ejemplo, AT-2026-418."),
        ("AT-2026-" + "9" * 40, "El número es más largo que un radicado. Cópielo como aparece en su constancia."),
        ("AT-2026-99999999999999", "No hay una solicitud con el número AT-2026-99999999999999."),
    ],
)
def test_un_numero_mal_escrito_se_explica(client: Client, escrito: str, frase: str) -> None:
    assert frase in consultar(client, escrito)


def test_la_busqueda_por_palabras_no_llega_a_la_consulta(client: Client) -> None:
    solicitud = fabricas.solicitud()
    assert solicitud.radicado not in consultar(client, solicitud.asunto)


def test_una_atendida_dice_cuando_se_atendio(client: Client) -> None:
    atendida = fabricas.solicitud(estado=Solicitud.Estado.ATENDIDA)
    pagina = consultar(client, atendida.radicado)
    assert "Se atendió" in pagina
    assert "atendida a tiempo" in pagina


def test_el_motivo_de_una_reasignacion_no_sale(client: Client) -> None:
    asesor = fabricas.funcionario()
    solicitud = fabricas.solicitud(asesor=asesor)
    otra = fabricas.funcionario(nombre="Diana Pérez")
    acciones.reasignar(
        solicitud=solicitud, asesor=otra, motivo="Licencia médica", autor=otra.usuario, ahora=fabricas.AHORA
    )
    pagina = consultar(client, solicitud.radicado)
    assert [dato for dato in ("Licencia", "Diana Pérez", "Laura Ortiz") if dato in pagina] == []
