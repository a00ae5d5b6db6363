"""The warning that an entity already asked the same: it is shown once, and never stops anybody."""

from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from asiste.cuentas.models import Usuario
from asiste.solicitudes.models import Actuacion, Borrador, Solicitud
from pruebas import fabricas

URL = reverse("entidad:solicitar")
ASUNTO, TEXTO = "Plan de mejora de integridad", "Necesitamos asesoría para el plan de mejora."


def escribir(navegador: Client, usuario: Usuario, ruta: str = URL, htmx: bool = False, **cambios: Any) -> Any:
    """Opens the form and sends to `ruta` what the factories ask."""
    navegador.get(URL)
    datos = {
        "ficha": Borrador.objects.get(usuario=usuario).pk,
        "entidad": fabricas.entidad().pk,
        "nombre": "Carlos Peña",
        "cargo": "Jefe",
        "asunto": ASUNTO,
        "texto": TEXTO,
        "temas": [fabricas.tema().pk],
    }
    return navegador.post(ruta, datos | cambios, headers={"HX-Request": "true"} if htmx else {})


def test_la_primera_vez_avisa_y_no_radica(navegador: Client, persona: Usuario) -> None:
    antes = fabricas.solicitud()
    respuesta = escribir(navegador, persona)
    assert respuesta.context["parecidas"] == [antes]
    assert f"Agregue su mensaje a {antes}" in respuesta.content.decode()
    assert Solicitud.objects.count() == 1


def test_la_segunda_vez_radica(navegador: Client, persona: Usuario) -> None:
    antes = fabricas.solicitud()
    escribir(navegador, persona)
    escribir(navegador, persona, vistas=f"{antes} ")
    assert Solicitud.objects.count() == 2


def test_si_entre_tanto_llega_otra_igual_vuelve_a_avisar(navegador: Client, persona: Usuario) -> None:
    antes = fabricas.solicitud()
    despues = fabricas.solicitud()
    respuesta = escribir(navegador, persona, vistas=f"{antes} ")
    assert respuesta.context["parecidas"] == [despues, antes]


def test_si_nada_se_parece_radica_de_una_vez(navegador: Client, persona: Usuario) -> None:
    fabricas.solicitud(asunto="Visita por humedad", texto="El depósito del archivo tiene humedad en dos muros.")
    escribir(navegador, persona)
    assert Solicitud.objects.count() == 2


def test_nunca_muestra_lo_de_otra_entidad(db: None) -> None:
    fabricas.solicitud()
    ajeno = fabricas.cuenta(fabricas.enlace("idu"))
    respuesta = escribir(fabricas.sesion(ajeno), ajeno, entidad=fabricas.entidad("idu").pk)
    assert respuesta.status_code == 302


def test_avisa_mientras_se_escribe(navegador: Client, persona: Usuario) -> None:
    antes = fabricas.solicitud()
    pagina = escribir(navegador, persona, reverse("entidad:borrador"), htmx=True, nombre="").content.decode()
    assert 'id="parecidas" aria-live="polite" hx-swap-oob="true"' in " ".join(pagina.split())
    assert f"Agregue su mensaje a {antes}" in pagina


def test_agregarlo_a_la_que_ya_existe_lleva_texto_y_archivos(navegador: Client, persona: Usuario) -> None:
    antes = fabricas.solicitud()
    ruta = reverse("entidad:borrador-agregar", args=[antes.radicado])
    respuesta = escribir(navegador, persona, ruta, anexos=[SimpleUploadedFile("acta.pdf", b"%PDF-1.7 acta")])
    recibida = Actuacion.objects.get(solicitud=antes, tipo=Actuacion.Tipo.RECIBIDA)
    assert respuesta.headers["Location"] == reverse("entidad:solicitud", args=[antes.radicado]) + "#actuaciones"
    assert (recibida.texto, [anexo.nombre for anexo in recibida.anexos.all()]) == (f"{ASUNTO}\n\n{TEXTO}", ["acta.pdf"])
    assert (Borrador.objects.count(), Solicitud.objects.count()) == (0, 1)


def test_agregarlo_dos_veces_lo_agrega_una(navegador: Client, persona: Usuario) -> None:
    antes = fabricas.solicitud()
    navegador.get(URL)
    ruta = reverse("entidad:borrador-agregar", args=[antes.radicado])
    datos = {"ficha": Borrador.objects.get().pk, "asunto": ASUNTO, "texto": TEXTO}
    for _ in range(2):
        navegador.post(ruta, datos)
    assert antes.actuaciones.filter(tipo=Actuacion.Tipo.RECIBIDA).count() == 1


def test_no_se_agrega_a_una_que_termino(navegador: Client, persona: Usuario) -> None:
    cerrada = fabricas.solicitud(estado=Solicitud.Estado.CERRADA)
    respuesta = escribir(navegador, persona, reverse("entidad:borrador-agregar", args=[cerrada.radicado]))
    assert respuesta.headers["Location"] == URL
    assert Borrador.objects.get().datos["asunto"] == ASUNTO


@pytest.mark.parametrize("estado", [Solicitud.Estado.CERRADA, Solicitud.Estado.DESISTIDA])
def test_de_una_que_termino_avisa_sin_ofrecer_agregar(
    navegador: Client, persona: Usuario, estado: Solicitud.Estado
) -> None:
    cerrada = fabricas.solicitud(estado=estado)
    respuesta = escribir(navegador, persona)
    assert respuesta.context["parecidas"] == [cerrada]
    assert "Agregue su mensaje" not in respuesta.content.decode()
