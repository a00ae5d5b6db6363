"""The agenda as the people of an entity see it."""

from datetime import timedelta
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from asiste.agenda import firmas
from asiste.agenda.acciones import compromisos
from asiste.agenda.models import Invitado, Sesion
from asiste.cuentas.models import Rol, Usuario
from asiste.notificaciones.models import Mensaje
from pruebas import fabricas, fabricas_agenda, fabricas_asistencia
from pruebas.fabricas import AHORA

pytestmark = pytest.mark.django_db


def invitar(sesion: Sesion, correo: str = "carlos.pena@shd.gov.co", **cambios: Any) -> Sesion:
    """Somebody of Hacienda invited to the session, which is given back."""
    de_siempre: dict[str, Any] = {"entidad": fabricas.entidad(), "nombre": "Carlos Peña", "creado_en": AHORA}
    Invitado.objects.create(sesion=sesion, correo=correo, origen=Invitado.Origen.EQUIPO, **de_siempre | cambios)
    return sesion


def pagina(navegador: Client, vista: str, *argumentos: int) -> str:
    """A page, as text."""
    return navegador.get(reverse(f"entidad:{vista}", args=argumentos)).content.decode()


def test_ve_las_sesiones_a_que_invitaron_a_su_entidad_y_no_las_de_otras(navegador: Client) -> None:
    laura = fabricas.funcionario("stdi")
    invitar(fabricas_agenda.sesion(dirige=laura, titulo="La suya"), "otra@shd.gov.co")
    fabricas_agenda.sesion(dirige=laura, titulo="La ajena", inicia=fabricas_agenda.MANANA + timedelta(days=3))
    texto = pagina(navegador, "sesiones")
    assert ("La suya" in texto, "La ajena" in texto) == (True, False)


def test_en_la_sesion_ve_su_respuesta_y_el_material_para_todos(navegador: Client) -> None:
    sesion = invitar(
        fabricas_agenda.sesion(),
        respuesta=Invitado.Respuesta.ASISTE,
        respuesta_via=Invitado.Via.ENLACE,
        respondida_en=AHORA,
    )
    sesion.materiales.create(nombre="Para todos", url="https://ejemplo.gov.co/guia")
    sesion.materiales.create(nombre="Del equipo", url="https://ejemplo.gov.co/interno", para_todos=False)
    texto = pagina(navegador, "sesion", sesion.pk)
    assert ["<p>Asistirá</p>" in texto, "Para todos" in texto, "Del equipo" in texto] == [True, True, False]


def test_el_material_del_equipo_no_se_descarga(navegador: Client) -> None:
    sesion = invitar(fabricas_agenda.sesion())
    material = sesion.materiales.create(
        nombre="interno.pdf", archivo=fabricas.archivo("interno.pdf").archivo, para_todos=False
    )
    ruta = reverse("entidad:material", args=[sesion.pk, material.pk])
    assert navegador.get(ruta).status_code == 404


def test_un_acta_sin_aprobar_no_se_ve(navegador: Client) -> None:
    laura = fabricas.funcionario("stdi")
    sesion = invitar(fabricas_agenda.sesion(dirige=laura))
    acta = sesion.actas.create(clase="acta", numero=1)
    version = acta.versiones.create(
        numero=1,
        contenido={},
        archivo=fabricas.archivo("acta.pdf").archivo,
        creada_por=laura.usuario,
        creada_en=AHORA,
    )
    assert navegador.get(reverse("entidad:acta", args=[sesion.pk, version.pk])).status_code == 404


def test_escribe_como_va_un_compromiso_con_su_evidencia(navegador: Client, persona: Usuario) -> None:
    uno = fabricas_agenda.compromiso()
    datos = {"texto": "Enviado hoy", "anexos": SimpleUploadedFile("mapa.pdf", b"%PDF-1.7 mapa")}
    respuesta = navegador.post(reverse("entidad:compromiso", args=[uno.pk]), datos, follow=True)
    hecho = uno.seguimientos.get(tipo="avance")
    assert (hecho.texto, hecho.autor, hecho.evidencias.count()) == ("Enviado hoy", persona, 1)
    assert "Su avance quedó escrito" in respuesta.content.decode()
    assert Mensaje.objects.filter(clave=f"avance-{hecho.pk}").exists()


def test_un_avance_vacio_dice_que_falta(navegador: Client) -> None:
    uno = fabricas_agenda.compromiso()
    respuesta = navegador.post(reverse("entidad:compromiso", args=[uno.pk]), {"texto": ""})
    assert ("Escriba cómo va." in respuesta.content.decode(), uno.seguimientos.count()) == (True, 1)


def test_lo_cerrado_no_pide_avances_y_queda_en_su_lista(navegador: Client) -> None:
    uno = fabricas_agenda.compromiso()
    compromisos.cumplir(compromiso=uno, texto="Llegó", autor=uno.creado_por, ahora=AHORA)
    assert "Contar cómo va" not in pagina(navegador, "compromiso", uno.pk)
    assert "No hay compromisos por cumplir" in pagina(navegador, "compromisos")
    assert str(uno) in navegador.get(reverse("entidad:compromisos") + "?estado=cerrados").content.decode()


def test_por_el_enlace_del_recordatorio_se_escribe_sin_entrar(client: Client) -> None:
    uno = fabricas_agenda.compromiso()
    ruta = reverse("compromiso", args=[firmas.firmar(firmas.COMPROMISO, uno.pk)])
    assert "Contar cómo va" in client.get(ruta).content.decode()
    client.post(ruta, {"texto": "Va a la mitad"})
    hecho = uno.seguimientos.get(tipo="avance")
    assert (hecho.texto, hecho.quien, hecho.autor) == ("Va a la mitad", "Carlos Peña", None)


@pytest.mark.parametrize("vista", ["sesiones", "compromisos"])
def test_cuesta_lo_mismo_con_una_fila_que_con_tres(navegador: Client, vista: str) -> None:
    laura, costes = fabricas.funcionario("stdi"), []
    for numero in range(3):
        manana = fabricas_agenda.MANANA + timedelta(days=numero)
        fabricas_agenda.compromiso(de=invitar(fabricas_agenda.sesion(dirige=laura, inicia=manana)))
        with CaptureQueriesContext(connection) as consultas:
            pagina(navegador, vista)
        costes.append(len(consultas))
    assert costes == [costes[0]] * 3


def test_quien_respondio_sin_invitacion_no_ve_la_sesion_hasta_que_la_aceptan(navegador: Client) -> None:
    sesion = invitar(fabricas_agenda.sesion(), entidad=None, situacion=Invitado.Situacion.POR_DECIDIR)
    assert navegador.get(reverse("entidad:sesion", args=[sesion.pk])).status_code == 404


@pytest.mark.parametrize(("asiste", "codigo"), [(True, 200), (False, 404)])
def test_el_acta_aprobada_es_de_quien_participo(navegador: Client, asiste: bool, codigo: int) -> None:
    sesion = invitar(fabricas_agenda.sesion())
    acta = fabricas_asistencia.informe_aprobado(sesion)
    version = acta.versiones.create(
        numero=1,
        codigo="ABCD",
        contenido={},
        archivo=fabricas.archivo("acta.pdf").archivo,
        creada_por=fabricas.usuario(rol=Rol.ASESOR),
        creada_en=AHORA,
    )
    if asiste:
        fabricas_asistencia.asistencia(sesion, entidad=fabricas.entidad())
    respuesta = navegador.get(reverse("entidad:acta", args=[sesion.pk, version.pk]))
    respuesta.close()
    assert respuesta.status_code == codigo
