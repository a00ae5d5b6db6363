"""Who comes in, and what each person reaches."""

from datetime import date
from urllib.parse import quote

import pytest
from django.test import Client
from django.urls import reverse

from asiste.cuentas.models import Rol, Usuario
from asiste.solicitudes.models import Anexo, Solicitud
from pruebas import fabricas

PAGINAS = ["entidad:solicitudes", "entidad:solicitar"]
DE_UNA_SOLICITUD = ["entidad:solicitud", "entidad:recibo"]


@pytest.fixture
def ajena(db: None) -> Solicitud:
    """A request of another entity, with a file."""
    return fabricas.solicitud(
        entidad=fabricas.entidad("idu"), solicitante_correo="ana@idu.gov.co", anexos=[fabricas.archivo()]
    )


@pytest.mark.django_db
@pytest.mark.parametrize("nombre", PAGINAS)
def test_un_visitante_va_a_pedir_su_codigo(client: Client, nombre: str) -> None:
    url = reverse(nombre)
    respuesta = client.get(url)
    assert respuesta.headers["Location"] == f"{reverse('account_request_login_code')}?next={quote(url)}"


@pytest.mark.django_db
def test_un_fragmento_sin_sesion_no_trae_la_pagina_de_ingreso(client: Client) -> None:
    respuesta = client.post(reverse("entidad:borrador"), headers={"HX-Request": "true"})
    assert (respuesta.status_code, respuesta.content) == (401, b"")


@pytest.mark.parametrize("rol", [rol for rol in Rol if rol != Rol.ENLACE])
@pytest.mark.parametrize("nombre", PAGINAS)
@pytest.mark.django_db
def test_para_el_equipo_no_existen_estas_paginas(rol: Rol, nombre: str) -> None:
    quien = fabricas.funcionario(rol=rol)
    assert fabricas.sesion(quien.usuario).get(reverse(nombre)).status_code == 404


@pytest.mark.parametrize("nombre", DE_UNA_SOLICITUD)
def test_la_solicitud_de_otra_entidad_no_existe(navegador: Client, ajena: Solicitud, nombre: str) -> None:
    assert navegador.get(reverse(nombre, args=[ajena.radicado])).status_code == 404


def test_el_archivo_de_otra_entidad_no_existe(navegador: Client, ajena: Solicitud) -> None:
    anexo = Anexo.objects.get(solicitud=ajena)
    assert navegador.get(reverse("entidad:anexo", args=[anexo.pk])).status_code == 404


def test_no_se_escribe_en_la_solicitud_de_otra_entidad(navegador: Client, ajena: Solicitud) -> None:
    respuesta = navegador.post(reverse("entidad:mensaje", args=[ajena.radicado]), {"texto": "Hola"})
    assert respuesta.status_code == 404
    assert ajena.actuaciones.filter(tipo="recibida").count() == 0


@pytest.mark.parametrize("nombre", DE_UNA_SOLICITUD)
def test_la_solicitud_de_un_colega_de_la_entidad_se_ve(navegador: Client, nombre: str) -> None:
    solicitud = fabricas.solicitud(solicitante_correo="otra.persona@shd.gov.co")
    assert navegador.get(reverse(nombre, args=[solicitud.radicado])).status_code == 200


@pytest.mark.django_db
def test_un_enlace_retirado_deja_de_ver_lo_de_la_entidad() -> None:
    contacto = fabricas.enlace("sdh", hasta=date(2026, 11, 18))
    solicitud = fabricas.solicitud()
    navegador = fabricas.sesion(fabricas.cuenta(contacto))
    assert navegador.get(reverse("entidad:solicitud", args=[solicitud.radicado])).status_code == 404


@pytest.mark.django_db
def test_quien_pidio_sin_ser_enlace_ve_lo_suyo_y_nada_mas() -> None:
    nueva = fabricas.usuario("nueva@shd.gov.co")
    propia = fabricas.solicitud(entidad=None, solicitante_correo=nueva.email)
    de_la_entidad = fabricas.solicitud()
    navegador = fabricas.sesion(nueva)
    estados = [
        navegador.get(reverse("entidad:solicitud", args=[una.radicado])).status_code for una in (propia, de_la_entidad)
    ]
    assert estados == [200, 404]


def test_el_radicado_se_acepta_en_minusculas(navegador: Client, persona: Usuario) -> None:
    solicitud = fabricas.solicitud()
    respuesta = navegador.get(reverse("entidad:solicitud", args=[solicitud.radicado.lower()]))
    assert respuesta.status_code == 200
