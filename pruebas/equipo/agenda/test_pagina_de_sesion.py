"""The page of a session, its order of the day and its material."""

from datetime import timedelta

import pytest
import time_machine
from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import StreamingHttpResponse
from django.test import Client
from django.utils import timezone

from asiste.agenda import acciones
from asiste.agenda.models import Material, PuntoOrden, Serie, Sesion
from asiste.directorio.models import Funcionario
from asiste.solicitudes.direcciones import direccion
from pruebas import fabricas, fabricas_agenda
from pruebas.equipo.agenda.conftest import pagina
from pruebas.equipo.test_consultas import MAXIMO, coste
from pruebas.fabricas_conceptos import publicacion

MANANA = fabricas_agenda.MANANA
PROGRAMA = b"MZ" + b"\0" * 200


def punto(sesion: Sesion, titulo: str = "Apertura", minutos: int = 10) -> PuntoOrden:
    return acciones.agregar_punto(sesion=sesion, titulo=titulo, minutos=minutos)


def enlace(sesion: Sesion) -> Material:
    return acciones.agregar_material(sesion=sesion, nombre="Curso", url="https://www.ejemplo.gov.co/curso")


def test_la_hora_de_cada_punto_sale_de_los_anteriores(navegador: Client, sesion: Sesion) -> None:
    for minutos in (10, 25, 5):
        punto(sesion, minutos=minutos)
    contexto = navegador.get(pagina("sesion", sesion)).context
    horas = [f"{timezone.localtime(fila.hora):%H:%M}" for fila in contexto["puntos"]]
    assert (horas, contexto["minutos"]) == (["10:00", "10:10", "10:35"], 40)


def test_en_la_sesion_abierta_va_el_primero_sin_tratar(navegador: Client, sesion: Sesion) -> None:
    primero, *_ = [punto(sesion, titulo) for titulo in ("Apertura", "Procesos", "Cierre")]
    antes = [fila.ahora for fila in navegador.get(pagina("sesion", sesion)).context["puntos"]]
    acciones.iniciar(sesion=sesion)
    navegador.post(pagina("punto-tratado", sesion, primero.pk), {"tratado": "si"})
    despues = [fila.ahora for fila in navegador.get(pagina("sesion", sesion)).context["puntos"]]
    assert (antes, despues) == ([False, False, False], [False, True, False])


def test_la_marca_de_tratado_se_quita(navegador: Client, sesion: Sesion) -> None:
    suyo = punto(sesion)
    acciones.iniciar(sesion=sesion)
    for marca in ("si", "no"):
        navegador.post(pagina("punto-tratado", sesion, suyo.pk), {"tratado": marca})
    suyo.refresh_from_db()
    assert suyo.tratado is False


def test_lo_que_no_se_puede_marcar_se_dice_en_la_pagina(navegador: Client, sesion: Sesion) -> None:
    suyo = punto(sesion)
    respuesta = navegador.post(pagina("punto-tratado", sesion, suyo.pk), {"tratado": "si"}, follow=True)
    dicho = [str(uno) for uno in respuesta.context["messages"]]
    assert dicho == ["Los puntos se marcan cuando la sesión está abierta."]


def test_los_puntos_se_agregan_cambian_mueven_y_quitan(navegador: Client, sesion: Sesion) -> None:
    for titulo in ("Apertura", "Cierre", "Sobra"):
        navegador.post(pagina("orden", sesion), {"titulo": titulo, "minutos": 10})
    apertura, cierre, sobra = sesion.puntos.order_by("orden")
    navegador.post(pagina("punto-lugar", sesion, cierre.pk), {"sentido": "sube"})
    navegador.post(pagina("punto", sesion, apertura.pk), {"titulo": "Saludo", "minutos": 5, "responsable": "Laura"})
    navegador.post(pagina("punto-quitar", sesion, sobra.pk))
    quedan = list(sesion.puntos.order_by("orden").values_list("titulo", "minutos", "responsable"))
    assert quedan == [("Cierre", 10, ""), ("Saludo", 5, "Laura")]


@pytest.mark.parametrize("minutos", ["", "0", "481", "diez"])
def test_un_punto_dura_al_menos_un_minuto(navegador: Client, sesion: Sesion, minutos: str) -> None:
    respuesta = navegador.post(pagina("orden", sesion), {"titulo": "Apertura", "minutos": minutos})
    assert list(respuesta.context["form"].errors) == ["minutos"]


def test_el_punto_de_otra_sesion_no_se_toca_por_esta(navegador: Client, asesora: Funcionario, sesion: Sesion) -> None:
    ajeno = punto(fabricas_agenda.sesion(dirige=asesora, inicia=MANANA + timedelta(days=3)))
    assert navegador.post(pagina("punto-quitar", sesion, ajeno.pk)).status_code == 404


def test_quien_no_la_lleva_la_ve_y_no_la_toca(companero: Client, sesion: Sesion) -> None:
    suyo, material = punto(sesion), enlace(sesion)
    assert companero.get(pagina("sesion", sesion)).context["lleva"] is False
    paginas = [
        *(pagina(vista, sesion) for vista in ("sesion-cambio", "sesion-cancelacion", "sesion-apertura", "orden")),
        *(pagina(vista, sesion, suyo.pk) for vista in ("punto", "punto-lugar", "punto-tratado", "punto-quitar")),
        pagina("material-nuevo", sesion),
        pagina("material-quitar", sesion, material.pk),
    ]
    assert {companero.post(una).status_code for una in paginas} == {403}


@pytest.mark.disposicion("5-instrumentos")
def test_el_material_se_sube_y_se_descarga_como_dato(navegador: Client, companero: Client, sesion: Sesion) -> None:
    guia = SimpleUploadedFile("guía.html", b"<script>alert(1)</script>")
    navegador.post(pagina("material-nuevo", sesion), {"archivos": [guia], "para_todos": "on"})
    material = sesion.materiales.get()
    respuesta = companero.get(pagina("material", sesion, material.pk))
    assert isinstance(respuesta, StreamingHttpResponse)
    assert respuesta.getvalue() == b"<script>alert(1)</script>"
    assert (material.nombre, material.para_todos) == ("guía.html", True)
    assert [respuesta.headers[cual] for cual in ("Content-Type", "X-Content-Type-Options")] == [
        *("application/octet-stream", "nosniff")
    ]
    assert respuesta.headers["Content-Disposition"].startswith("attachment")


def test_un_programa_se_conserva_y_no_se_entrega(navegador: Client, sesion: Sesion) -> None:
    programa = SimpleUploadedFile("guía.pdf", PROGRAMA)
    navegador.post(pagina("material-nuevo", sesion), {"archivos": [programa]})
    material = sesion.materiales.get()
    respuesta = navegador.get(pagina("material", sesion, material.pk))
    assert (respuesta.status_code, material.para_todos) == (403, False)


def test_se_agrega_un_enlace_con_su_nombre(navegador: Client, sesion: Sesion) -> None:
    curso = {"url": "https://www.ejemplo.gov.co/curso", "nombre": "Curso de integridad", "para_todos": "on"}
    navegador.post(pagina("material-nuevo", sesion), curso)
    material = sesion.materiales.get()
    assert (material.nombre, material.url, material.archivo) == ("Curso de integridad", curso["url"], None)


def test_agregar_nada_se_dice(navegador: Client, sesion: Sesion) -> None:
    respuesta = navegador.post(pagina("material-nuevo", sesion))
    dicho = ["Elija algo del banco, suba un archivo o escriba un enlace."]
    assert respuesta.context["form"].errors == {"publicacion": dicho}


@pytest.mark.disposicion("5-instrumentos")
def test_algo_del_banco_se_lleva_a_la_sesion_y_cuenta_como_uso(navegador: Client, sesion: Sesion) -> None:
    guia = publicacion(numero="", titulo="Guía de compras")
    navegador.post(pagina("material-nuevo", sesion), {"publicacion": guia.clave})
    respuesta = navegador.post(pagina("material-nuevo", sesion), {"publicacion": "guía de compras"})
    material, uso = sesion.materiales.get(), guia.usos.get()
    assert respuesta.context["form"].errors == {"__all__": ["«Guía de compras» ya está en la sesión."]}
    assert (material.nombre, material.url) == ("Guía de compras", direccion("publicacion", guia.clave))
    assert (uso.clase, uso.referencia) == ("sesion", f"sesion-{sesion.pk}")


def test_un_enlace_no_se_descarga_y_lo_de_otra_sesion_no_existe(
    navegador: Client, asesora: Funcionario, sesion: Sesion
) -> None:
    otra = fabricas_agenda.sesion(dirige=asesora, inicia=MANANA + timedelta(days=3))
    ajeno = acciones.agregar_material(sesion=otra, nombre="Acta", archivo=fabricas.archivo().archivo)
    rutas = [pagina("material", sesion, enlace(sesion).pk), pagina("material", sesion, ajeno.pk)]
    assert [navegador.get(ruta).status_code for ruta in rutas] == [404, 404]


def test_el_material_se_quita_y_el_archivo_sigue_guardado(navegador: Client, sesion: Sesion) -> None:
    archivo = fabricas.archivo().archivo
    material = acciones.agregar_material(sesion=sesion, nombre="Acta", archivo=archivo)
    navegador.post(pagina("material-quitar", sesion, material.pk))
    assert (sesion.materiales.count(), archivo.guardado) == (0, True)


def test_las_de_una_serie_llevan_a_la_anterior_y_a_la_siguiente(navegador: Client, asesora: Funcionario) -> None:
    serie = Serie.objects.create(nombre="Procesos", dependencia=asesora.dependencia)
    primera, segunda, cancelada, cuarta = (
        fabricas_agenda.sesion(dirige=asesora, serie=serie, inicia=MANANA + timedelta(days=7 * vez)) for vez in range(4)
    )
    acciones.cancelar(sesion=cancelada, motivo="Sala", autor=asesora.usuario, ahora=fabricas.AHORA)
    contexto = navegador.get(pagina("sesion", segunda)).context
    assert (contexto["anterior"], contexto["siguiente"]) == (primera, cuarta)


def test_la_solicitud_que_no_se_ve_no_se_nombra(navegador: Client, asesora: Funcionario) -> None:
    ajena = fabricas.solicitud(dependencia=fabricas.dependencia("ddab"), temas=[])
    propia = fabricas.solicitud(dependencia=asesora.dependencia)
    sesion = fabricas_agenda.sesion(dirige=asesora, solicitudes=[propia, ajena])
    assert list(navegador.get(pagina("sesion", sesion)).context["solicitudes"]) == [propia]


def test_se_abre_desde_su_dia(navegador: Client, asesora: Funcionario, sesion: Sesion) -> None:
    antes = navegador.get(pagina("sesion", sesion)).context["llego"]
    with time_machine.travel(MANANA - timedelta(hours=2), tick=False):
        ese_dia = fabricas.sesion(asesora.usuario).get(pagina("sesion", sesion)).context["llego"]
    assert (antes, ese_dia) == (False, True)


def test_la_pagina_cuesta_lo_mismo_con_mas_puntos_y_material(navegador: Client, sesion: Sesion) -> None:
    punto(sesion)
    enlace(sesion)
    con_uno = coste(navegador, pagina("sesion", sesion))
    for titulo in ("Procesos", "Cierre"):
        punto(sesion, titulo)
        enlace(sesion)
    assert coste(navegador, pagina("sesion", sesion)) == con_uno
    assert con_uno <= MAXIMO


def test_el_formulario_cuesta_lo_mismo_con_mas_gente(navegador: Client, sesion: Sesion) -> None:
    con_uno = coste(navegador, pagina("sesion-cambio", sesion))
    for nombre in ("Ana", "Luis"):
        fabricas.funcionario("ssda", nombre=nombre)
    assert coste(navegador, pagina("sesion-cambio", sesion)) == con_uno
