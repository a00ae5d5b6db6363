"""Who is not of the team approves and reads with the link of a letter."""

import re
from collections.abc import Iterator
from datetime import timedelta
from http import HTTPStatus

import pytest
import time_machine
from django.core.cache import cache
from django.test import Client

from asiste.agenda import acciones, firmas
from asiste.agenda.actas.enlaces import APROBACION, LECTURA
from asiste.agenda.models import Acta, Aprobacion
from asiste.directorio.models import Funcionario
from asiste.notificaciones.models import Mensaje
from pruebas import fabricas
from pruebas.agenda import actas
from pruebas.fabricas import AHORA

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def reloj() -> Iterator[None]:
    """The clock stopped, and nobody has opened any link yet."""
    cache.clear()
    with time_machine.travel(AHORA, tick=False):
        yield


@pytest.fixture
def laura() -> Funcionario:
    """Who leads."""
    return fabricas.funcionario("stdi")


def ruta_de(clave: str, para: str = actas.CORREO) -> str:
    """Address of the link of a letter."""
    texto = Mensaje.objects.get(clave__startswith=clave, para=para).texto
    encontrada = re.search(r"https?://[^/\s]+(/actas/\S+)", texto)
    assert encontrada
    return encontrada[1]


def test_abrir_el_enlace_muestra_el_texto_y_no_aprueba_nada(client: Client, laura: Funcionario) -> None:
    actas.por_aprobar(laura)
    respuesta = client.get(ruta_de("acta-aprobar"))
    assert "Texto de desarrollo." in respuesta.content.decode()
    assert set(Aprobacion.objects.values_list("estado", flat=True)) == {"pendiente"}
    assert (respuesta["Referrer-Policy"], "no-store" in respuesta["Cache-Control"]) == ("same-origin", True)


def test_aprobar_por_el_enlace_y_verlo_despues(client: Client, laura: Funcionario) -> None:
    de_laura, _ = actas.por_aprobar(laura)
    acciones.aprobar(aprobacion=de_laura, ahora=AHORA)
    respuesta = client.post(ruta_de("acta-aprobar"), {"decision": "aprobar"}, follow=True)
    assert "Usted lo aprobó" in respuesta.content.decode()
    assert Acta.objects.get().estado == Acta.Estado.APROBADA


def test_devolver_por_el_enlace(client: Client, laura: Funcionario) -> None:
    actas.por_aprobar(laura)
    client.post(ruta_de("acta-aprobar"), {"decision": "devolver", "motivo": "Falta el punto tres"})
    assert (Acta.objects.get().estado, Aprobacion.objects.get(estado="devuelta").comentario) == (
        Acta.Estado.BORRADOR,
        "Falta el punto tres",
    )


def test_el_pdf_del_enlace_son_los_bytes_que_se_aprueban(client: Client, laura: Funcionario) -> None:
    version = actas.por_aprobar(laura)[0].version
    with version.archivo.abrir() as abierto:
        assert client.get(ruta_de("acta-aprobar") + "documento/").getvalue() == abierto.read()


def test_el_enlace_de_quien_ya_no_tiene_que_aprobar_lo_dice(client: Client, laura: Funcionario) -> None:
    de_laura, _ = actas.por_aprobar(laura)
    acciones.devolver(aprobacion=de_laura, motivo="Falta", ahora=AHORA)
    dice = client.post(ruta_de("acta-aprobar"), {"decision": "aprobar"}, follow=True).content.decode()
    assert "Ya no espera su aprobación" in dice
    assert Acta.objects.get().estado == Acta.Estado.BORRADOR


def test_un_enlace_vencido_lo_dice_y_ofrece_otro_al_mismo_correo(client: Client, laura: Funcionario) -> None:
    actas.por_aprobar(laura)
    ruta = ruta_de("acta-aprobar")
    with time_machine.travel(AHORA + timedelta(days=16), tick=False):
        vencido = client.get(ruta)
        assert (vencido.status_code, "Enviarme otro enlace" in vencido.content.decode()) == (HTTPStatus.GONE, True)
        client.post(ruta, {"decision": "aprobar"})
        client.post(ruta + "enlace/")
    assert Aprobacion.objects.filter(estado="aprobada").count() == 0
    assert Mensaje.objects.filter(clave__startswith="acta-aprobar", para=actas.CORREO).count() == 2


def test_el_enlace_de_leer_no_sirve_para_aprobar(client: Client, laura: Funcionario) -> None:
    pedida = actas.por_aprobar(laura)[1]
    llave = firmas.firmar(LECTURA, pedida.pk)
    assert client.get(f"/actas/aprobar/{llave}/").status_code == HTTPStatus.NOT_FOUND


def test_con_el_enlace_de_nadie_se_aprueba_por_alguien_del_equipo(client: Client, laura: Funcionario) -> None:
    de_laura = actas.por_aprobar(laura)[0]
    llave = firmas.firmar(APROBACION, de_laura.pk)
    assert client.get(f"/actas/aprobar/{llave}/").status_code == HTTPStatus.NOT_FOUND


@pytest.mark.parametrize("llave", ["x", "1:2:3", "MQ:1xWanf:falsa", "ñ" * 300])
def test_una_llave_inventada_no_abre_nada(client: Client, llave: str) -> None:
    assert client.get(f"/actas/aprobar/{llave}/").status_code == HTTPStatus.NOT_FOUND
    assert client.get(f"/actas/leer/{llave}/").status_code == HTTPStatus.NOT_FOUND


def test_quien_asistio_lee_y_descarga_lo_sellado(client: Client, laura: Funcionario) -> None:
    documento = actas.aprobada(laura).documento
    assert documento is not None
    ruta = ruta_de(f"acta-{Acta.objects.get().pk}-")
    leida = client.get(ruta).content.decode()
    assert (documento.codigo in leida, "Texto de desarrollo." in leida) == (True, True)
    with documento.archivo.abrir() as abierto:
        assert client.get(ruta + "documento/").getvalue() == abierto.read()


def test_lo_que_no_se_ha_expedido_no_se_lee(client: Client, laura: Funcionario) -> None:
    acta = actas.escrita(laura)
    llave = firmas.firmar(LECTURA, acta.pk)
    assert client.get(f"/actas/leer/{llave}/").status_code == HTTPStatus.NOT_FOUND


def test_la_verificacion_dice_quienes_la_aprobaron_y_no_lo_que_dice(client: Client, laura: Funcionario) -> None:
    documento = actas.aprobada(laura).documento
    assert documento is not None
    pagina = client.get(f"/verificar/{documento.codigo}/").content.decode()
    visto = [dato in pagina for dato in ("Laura Ortiz", "Carlos Peña", "Texto de desarrollo.", actas.CORREO)]
    assert visto == [True, True, False, False]
    assert client.get(f"/verificar/{documento.codigo}/documento/").status_code == HTTPStatus.NOT_FOUND


def test_quien_abre_un_enlace_sin_parar_espera(client: Client) -> None:
    estados = [client.get("/actas/leer/x/").status_code for _ in range(31)]
    assert (set(estados[:30]), estados[30]) == ({HTTPStatus.NOT_FOUND}, HTTPStatus.TOO_MANY_REQUESTS)
