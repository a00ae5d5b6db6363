"""Rules of the accounts: roles, cleaning and codes."""

from datetime import timedelta

import pytest
from allauth.mfa.models import Authenticator
from django.test import Client
from django.utils import timezone

from asiste.cuentas.acciones import (
    CorreoEnUso,
    borrar_sin_ingresar,
    codigo_totp,
    crear_usuario,
    cuenta_para_codigo,
    guardar_usuario,
)
from asiste.cuentas.models import Rol, Usuario
from asiste.cuentas.tareas import borrar_sin_ingresar as tarea
from pruebas.cuentas.conftest import AHORA, quien

pytestmark = pytest.mark.django_db


def test_el_codigo_es_el_de_la_norma_rfc_6238() -> None:
    secreto = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ"  # «12345678901234567890», appendix B
    momento = AHORA.fromtimestamp(59, tz=AHORA.tzinfo)
    assert codigo_totp(secreto, momento) == "287082"


def test_no_hay_dos_cuentas_con_el_mismo_correo(contacto: Usuario) -> None:
    with pytest.raises(CorreoEnUso, match=r"Ya hay una cuenta con el correo nora@idu\.gov\.co\."):
        crear_usuario(email=" Nora@IDU.gov.co", nombre="Otra", rol=Rol.ASESOR)


@pytest.mark.parametrize("rol", list(Rol))
def test_solo_la_administracion_abre_la_administracion(rol: Rol) -> None:
    usuario = crear_usuario(email="x@sg.gov.co", nombre="X", rol=rol)
    assert usuario.has_perm("cuentas.view_usuario") == (rol == Rol.ADMINISTRACION)


def test_dejar_el_equipo_cierra_la_sesion_y_quita_lo_que_la_abria(client: Client, asesora: Usuario) -> None:
    client.force_login(asesora)
    asesora.rol = Rol.ENLACE
    guardar_usuario(usuario=asesora)
    assert client.get("/preferencias/").wsgi_request.user.is_anonymous
    assert not asesora.has_usable_password()
    assert not Authenticator.objects.filter(user=asesora).exists()


def test_entrar_al_equipo_cierra_la_sesion_de_contacto(client: Client, contacto: Usuario) -> None:
    client.force_login(contacto)
    contacto.rol = Rol.ASESOR
    guardar_usuario(usuario=contacto)
    assert client.get("/preferencias/").wsgi_request.user.is_anonymous


def test_cambiar_de_cargo_dentro_del_equipo_no_quita_nada(client: Client, asesora: Usuario) -> None:
    client.force_login(asesora)
    asesora.rol = Rol.SUBDIRECCION
    guardar_usuario(usuario=asesora)
    assert client.get("/preferencias/").wsgi_request.user == asesora
    assert quien(client) == asesora


def test_a_las_24_horas_se_borra_la_cuenta_que_no_ingreso() -> None:
    cuenta_para_codigo(correo="nuevo@barrio.example", ahora=AHORA)
    borradas = [borrar_sin_ingresar(ahora=AHORA + timedelta(hours=horas)) for horas in (23, 24)]
    assert borradas == [0, 1]


def test_volver_a_pedir_el_codigo_alarga_la_espera() -> None:
    cuenta_para_codigo(correo="nuevo@barrio.example", ahora=AHORA)
    cuenta_para_codigo(correo="nuevo@barrio.example", ahora=AHORA + timedelta(hours=23))
    assert borrar_sin_ingresar(ahora=AHORA + timedelta(hours=25)) == 0


def test_no_se_borra_a_quien_ingreso() -> None:
    cuenta_para_codigo(correo="nuevo@barrio.example", ahora=AHORA)
    Usuario.objects.update(last_login=AHORA)
    assert borrar_sin_ingresar(ahora=AHORA + timedelta(days=30)) == 0


def test_no_se_borra_al_equipo_ni_a_los_contactos_del_directorio(asesora: Usuario, contacto: Usuario) -> None:
    assert borrar_sin_ingresar(ahora=AHORA + timedelta(days=30)) == 0


def test_no_se_borra_a_quien_algo_se_refiere() -> None:
    usuario = cuenta_para_codigo(correo="nuevo@barrio.example", ahora=AHORA)
    Authenticator.objects.create(user=usuario, type=Authenticator.Type.TOTP, data={})
    assert borrar_sin_ingresar(ahora=AHORA + timedelta(days=30)) == 0


def test_la_tarea_borra_con_la_hora_actual() -> None:
    cuenta_para_codigo(correo="nuevo@barrio.example", ahora=AHORA)
    Usuario.objects.update(date_joined=timezone.now() - timedelta(days=2))
    tarea(timestamp=0)
    assert not Usuario.objects.exists()
