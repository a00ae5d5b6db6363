"""Triage: who asks."""

import pytest
from django.test import Client
from django.urls import reverse

from asiste.directorio.models import Enlace as Contacto
from asiste.directorio.models import Entidad, Funcionario
from asiste.solicitudes.models import Solicitud
from pruebas import fabricas

LISTA = reverse("equipo:por-identificar")


@pytest.fixture
def desconocida(db: None) -> Solicitud:
    """From an address that nobody knows."""
    return fabricas.solicitud(entidad=None, solicitante_correo="ana@correo.example", solicitante_nombre="Ana Ruiz")


def url(solicitud: Solicitud) -> str:
    return reverse("equipo:identificacion", args=[solicitud.radicado])


def sugeridas(navegador: Client, solicitud: Solicitud, consulta: str = "") -> list[tuple[str, str]]:
    """Key of each suggested entity, and what tells of it."""
    contexto = navegador.get(url(solicitud) + consulta).context
    return [(una.entidad.clave, una.porque) for una in contexto["sugerencias"]]


def test_lista_las_que_no_tienen_entidad_de_su_arbol(radicadora: Client, desconocida: Solicitud) -> None:
    fabricas.solicitud()
    fabricas.solicitud(entidad=None, dependencia=fabricas.dependencia("ddab"), temas=[])
    assert [fila.solicitud for fila in radicadora.get(LISTA).context["filas"]] == [desconocida]


def test_sin_pendientes_lo_dice(radicadora: Client) -> None:
    assert "Todas las solicitudes tienen entidad" in radicadora.get(LISTA).content.decode()


def test_sugiere_por_el_dominio_del_correo(radicadora: Client) -> None:
    caso = fabricas.solicitud(entidad=None, solicitante_correo="nuevo@idu.gov.co")
    assert sugeridas(radicadora, caso) == [("idu", "escribe desde @idu.gov.co")]


def test_sugiere_por_lo_que_dice_el_mensaje_sin_mirar_tildes(radicadora: Client) -> None:
    caso = fabricas.solicitud(
        entidad=None, solicitante_correo="a@correo.example", texto="Le escribimos del INSTITUTO DE DESARROLLO URBANO."
    )
    assert sugeridas(radicadora, caso) == [("idu", "el mensaje la nombra: «Instituto de Desarrollo Urbano»")]


def test_una_sigla_dentro_de_otra_palabra_no_cuenta(radicadora: Client) -> None:
    caso = fabricas.solicitud(entidad=None, solicitante_correo="a@correo.example", texto="Vamos a estudiar el pliego.")
    assert sugeridas(radicadora, caso) == []


def test_busca_por_nombre_anterior(radicadora: Client, desconocida: Solicitud) -> None:
    assert ("renobo", "coincide con su búsqueda") in sugeridas(radicadora, desconocida, "?q=metrovivienda")


def test_busca_algo_que_no_existe(radicadora: Client, desconocida: Solicitud) -> None:
    pagina = radicadora.get(url(desconocida) + "?q=zzz").content.decode()
    assert "Ninguna entidad coincide con «zzz»." in pagina


@pytest.mark.disposicion("6.2-asesor-sector")
def test_al_identificarla_llega_a_su_asesora(radicadora: Client, asesora: Funcionario) -> None:
    fabricas.solicitud(asesor=asesora)
    caso = fabricas.solicitud(entidad=None, solicitante_correo="nuevo@shd.gov.co")
    respuesta = radicadora.post(url(caso), {"entidad": fabricas.entidad("sdh").pk})
    caso.refresh_from_db()
    assert (caso.entidad, caso.asesor) == (fabricas.entidad("sdh"), asesora)
    assert respuesta.headers["Location"] == LISTA


def test_puede_quedar_como_enlace_de_la_entidad(radicadora: Client, desconocida: Solicitud) -> None:
    idu = fabricas.entidad("idu")
    radicadora.post(url(desconocida) + "?q=idu", {"entidad": idu.pk, "registrar_enlace": "on"})
    assert Contacto.objects.filter(entidad=idu, correo="ana@correo.example").count() == 1


def test_sin_marcarlo_no_queda_como_enlace(radicadora: Client, desconocida: Solicitud) -> None:
    radicadora.post(url(desconocida) + "?q=idu", {"entidad": fabricas.entidad("idu").pk})
    assert not Contacto.objects.filter(correo="ana@correo.example").exists()


def test_quien_no_es_del_distrito_sale_de_la_lista(radicadora: Client, desconocida: Solicitud) -> None:
    radicadora.post(url(desconocida), {"entidad": "externa"})
    desconocida.refresh_from_db()
    assert (desconocida.entidad, desconocida.entidad_externa) == (None, True)
    assert radicadora.get(LISTA).context["filas"] == []


@pytest.mark.parametrize("elegida", ["", "999999", "x"])
def test_hay_que_elegir_de_la_lista(radicadora: Client, desconocida: Solicitud, elegida: str) -> None:
    respuesta = radicadora.post(url(desconocida), {"entidad": elegida})
    assert list(respuesta.context["form"].errors) == ["entidad"]
    desconocida.refresh_from_db()
    assert desconocida.entidad_externa is False


def test_no_se_elige_una_entidad_que_no_se_mostro(radicadora: Client, desconocida: Solicitud) -> None:
    oculta = Entidad.objects.get(clave="idu")
    respuesta = radicadora.post(url(desconocida), {"entidad": oculta.pk})
    assert respuesta.context["form"].errors == {"entidad": ["Busque la entidad y elíjala de la lista."]}
