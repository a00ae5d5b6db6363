"""The draft: nothing typed is lost, and what is sent twice is filed once."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from typing import Any

import pytest
import time_machine
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connections
from django.test import Client
from django.urls import reverse

from asiste.cuentas.models import Usuario
from asiste.solicitudes.models import Borrador, BorradorAnexo, Solicitud
from pruebas import fabricas

FORMULARIO = reverse("entidad:solicitar")
BORRADOR = reverse("entidad:borrador")
DESCARTAR = reverse("entidad:borrador-descartar")
HTMX = {"HX-Request": "true"}
TEXTO = "Se creó una oficina y debemos ajustar el mapa de procesos."


def abrir(navegador: Client, usuario: Usuario) -> int:
    """Opens the form and gives the id of its draft."""
    navegador.get(FORMULARIO)
    return Borrador.objects.get(usuario=usuario).pk


def completo(ficha: int, **cambios: Any) -> dict[str, Any]:
    """A form that can be filed."""
    return {
        "ficha": ficha,
        "entidad": fabricas.entidad().pk,
        "nombre": "Carlos Peña",
        "cargo": "Jefe",
        "asunto": "Mapa de procesos",
        "texto": TEXTO,
        "temas": [fabricas.tema().pk],
    } | cambios


def test_se_guarda_mientras_se_escribe_y_lo_dice(navegador: Client, persona: Usuario) -> None:
    ficha = abrir(navegador, persona)
    respuesta = navegador.post(BORRADOR, {"ficha": ficha, "asunto": "A medias"}, headers=HTMX)
    assert respuesta.content.decode().split("<div")[0].strip() == "Borrador guardado a las 10:00\xa0a.\xa0m."
    assert Borrador.objects.get().datos["asunto"] == "A medias"


def test_la_pagina_pide_el_guardado_sin_sus_archivos(navegador: Client) -> None:
    pagina = navegador.get(FORMULARIO).content.decode()
    assert f'hx-post="{BORRADOR}"' in pagina
    assert 'hx-params="not anexos,documento_postura"' in pagina


def test_al_volver_esta_lo_escrito_con_su_aviso(navegador: Client, persona: Usuario) -> None:
    ficha = abrir(navegador, persona)
    tema = fabricas.tema("integridad").pk
    navegador.post(BORRADOR, {"ficha": ficha, "asunto": "A medias", "temas": [tema], "medio": "virtual"}, headers=HTMX)
    respuesta = navegador.get(FORMULARIO)
    pagina = respuesta.content.decode()
    assert "Recuperamos su borrador" in pagina
    assert 'value="A medias"' in pagina
    assert '<option value="virtual" selected>' in pagina
    assert respuesta.context["form"]["temas"].value() == [str(tema)]


def test_un_formulario_nuevo_no_habla_de_recuperar(navegador: Client) -> None:
    assert "Recuperamos su borrador" not in navegador.get(FORMULARIO).content.decode()


def test_guardar_y_seguir_despues_funciona_sin_javascript(navegador: Client, persona: Usuario) -> None:
    ficha = abrir(navegador, persona)
    archivo = SimpleUploadedFile("plan.pdf", b"%PDF-1.7 plan")
    respuesta = navegador.post(BORRADOR, {"ficha": ficha, "asunto": "A medias", "anexos": [archivo]}, follow=True)
    assert "Guardamos el borrador. Puede seguir cuando quiera." in respuesta.content.decode()
    assert BorradorAnexo.objects.get().nombre == "plan.pdf"


def test_guardar_con_archivos_que_no_caben_lo_dice_y_guarda_lo_demas(navegador: Client, persona: Usuario) -> None:
    ficha = abrir(navegador, persona)
    archivo = SimpleUploadedFile("plan.pdf", b"x" * 21 * 1024**2)
    respuesta = navegador.post(BORRADOR, {"ficha": ficha, "asunto": "A medias", "anexos": [archivo]}, follow=True)
    assert "No se agregó el archivo: suma 21\xa0MB y caben 20\xa0MB." in respuesta.content.decode()
    assert (Borrador.objects.get().datos["asunto"], BorradorAnexo.objects.count()) == ("A medias", 0)


def test_quitar_un_archivo_conserva_lo_escrito(navegador: Client, persona: Usuario) -> None:
    ficha = abrir(navegador, persona)
    archivos = [SimpleUploadedFile(nombre, b"x") for nombre in ("uno.txt", "dos.txt")]
    navegador.post(BORRADOR, {"ficha": ficha, "anexos": archivos})
    uno = BorradorAnexo.objects.get(nombre="uno.txt")
    url = reverse("entidad:borrador-quitar", args=[uno.pk])
    respuesta = navegador.post(url, {"ficha": ficha, "asunto": "A medias"})
    assert respuesta.headers["Location"] == f"{FORMULARIO}#anexos"
    assert [anexo.nombre for anexo in BorradorAnexo.objects.order_by("id")] == ["dos.txt"]
    assert Borrador.objects.get().datos["asunto"] == "A medias"


def test_no_se_quita_el_archivo_de_otra_persona(navegador: Client, persona: Usuario) -> None:
    otra = fabricas.usuario()
    ajeno = fabricas.sesion(otra)
    ajeno.post(BORRADOR, {"ficha": abrir(ajeno, otra), "anexos": [SimpleUploadedFile("suyo.txt", b"x")]})
    url = reverse("entidad:borrador-quitar", args=[BorradorAnexo.objects.get().pk])
    navegador.post(url, {"ficha": abrir(navegador, persona)})
    assert BorradorAnexo.objects.count() == 1


def test_el_borrador_de_otra_persona_no_se_toca(navegador: Client, persona: Usuario) -> None:
    otra = fabricas.usuario()
    ficha = abrir(fabricas.sesion(otra), otra)
    navegador.post(BORRADOR, {"ficha": ficha, "asunto": "Ajeno"}, headers=HTMX)
    assert Borrador.objects.get(usuario=otra).datos == {}


def test_descartar_deja_el_formulario_vacio(navegador: Client, persona: Usuario) -> None:
    navegador.post(BORRADOR, {"ficha": abrir(navegador, persona), "asunto": "A medias"}, headers=HTMX)
    pagina = navegador.post(DESCARTAR, follow=True).content.decode()
    assert "Descartamos el borrador." in pagina
    assert "A medias" not in pagina


def test_lo_que_la_base_no_admite_no_rompe_el_guardado(navegador: Client, persona: Usuario) -> None:
    ficha = abrir(navegador, persona)
    navegador.post(BORRADOR, {"ficha": ficha, "asunto": "A\0medias"}, headers=HTMX)
    assert Borrador.objects.get().datos["asunto"] == "Amedias"


def test_enviar_dos_veces_radica_una_y_lleva_a_la_misma_constancia(navegador: Client, persona: Usuario) -> None:
    formulario = completo(abrir(navegador, persona))
    destinos = [navegador.post(FORMULARIO, formulario).headers["Location"] for _ in range(2)]
    solicitud = Solicitud.objects.get()
    assert destinos == [reverse("entidad:recibo", args=[solicitud.radicado])] * 2


def test_un_guardado_que_llega_tarde_no_revive_lo_radicado(navegador: Client, persona: Usuario) -> None:
    ficha = abrir(navegador, persona)
    navegador.post(FORMULARIO, completo(ficha))
    respuesta = navegador.post(BORRADOR, completo(ficha), headers=HTMX)
    assert "ya se envió o se descartó" in respuesta.content.decode()
    assert Borrador.objects.count() == 0


def test_otra_solicitud_desde_una_ventana_vieja_no_se_pierde(navegador: Client, persona: Usuario) -> None:
    ficha = abrir(navegador, persona)
    navegador.post(FORMULARIO, completo(ficha))
    archivo = SimpleUploadedFile("otro.txt", b"x")
    otra = completo(ficha, asunto="Otro asunto", anexos=[archivo])
    pagina = navegador.post(FORMULARIO, otra, follow=True).content.decode()
    assert "Guardamos lo que escribió: revíselo." in pagina
    assert 'value="Otro asunto"' in pagina
    assert 'aria-label="Quitar otro.txt"' in pagina
    assert Solicitud.objects.count() == 1


def test_la_misma_solicitud_se_puede_pedir_otra_vez_con_otro_formulario(navegador: Client, persona: Usuario) -> None:
    navegador.post(FORMULARIO, completo(abrir(navegador, persona)))
    vistas = str(Solicitud.objects.get())
    navegador.post(FORMULARIO, completo(abrir(navegador, persona), vistas=vistas))
    assert Solicitud.objects.count() == 2


@pytest.mark.parametrize("ficha", ["", "x", "-1", "9" * 40, "²"])
def test_una_ficha_que_no_es_la_suya_no_radica_pero_guarda(navegador: Client, persona: Usuario, ficha: Any) -> None:
    respuesta = navegador.post(FORMULARIO, completo(ficha))
    assert respuesta.headers["Location"] == FORMULARIO
    assert (Solicitud.objects.count(), Borrador.objects.get().datos["asunto"]) == (0, "Mapa de procesos")


def test_el_borrador_dice_cuando_se_guardo(navegador: Client, persona: Usuario) -> None:
    ficha = abrir(navegador, persona)
    with time_machine.travel(fabricas.AHORA + timedelta(hours=5), tick=False):
        navegador.post(BORRADOR, {"ficha": ficha, "asunto": "A medias"}, headers=HTMX)
    assert "jueves 19\xa0nov 2026, 3:00\xa0p.\xa0m." in navegador.get(FORMULARIO).content.decode()


@pytest.fixture
def cuenta_real(base_real: str) -> Iterator[Usuario]:
    """A contact whose data is really committed, for two browsers at once."""
    yield fabricas.cuenta(fabricas.enlace("sdh"))
    connections.close_all()


def test_dos_envios_a_la_vez_radican_una(cuenta_real: Usuario) -> None:
    navegador = fabricas.sesion(cuenta_real)
    formulario = completo(abrir(navegador, cuenta_real))

    def enviar(_: int) -> str:
        try:
            return str(fabricas.sesion(cuenta_real).post(FORMULARIO, formulario).headers["Location"])
        finally:
            connections.close_all()

    with ThreadPoolExecutor(2) as hilos:
        destinos = list(hilos.map(enviar, range(2)))
    assert destinos == [reverse("entidad:recibo", args=[Solicitud.objects.get().radicado])] * 2
