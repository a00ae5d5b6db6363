"""The outgoing mail on the pages of who heads an office, and which notices each person wants."""

import pytest
from django.test import Client

from asiste.cuentas.models import Rol
from asiste.directorio.models import Funcionario
from asiste.notificaciones.acciones import encolar
from asiste.notificaciones.models import Mensaje, PreferenciaAvisos
from pruebas import fabricas

LISTA = "/equipo/correo-saliente/"
Estado = Mensaje.Estado


def fallar(mensaje: Mensaje) -> Mensaje:
    """Makes a dead letter of it."""
    Mensaje.objects.filter(pk=mensaje.pk).update(
        estado=Estado.FALLIDO, intentos=16, error="{'x': (550, b'User unknown')}"
    )
    return mensaje


def acuse(clave: str = "dddi") -> Mensaje:
    """The acknowledgement of a request of that office."""
    caso = fabricas.solicitud(dependencia=fabricas.dependencia(clave), temas=[])
    return Mensaje.objects.get(clave=f"acuse-{caso.radicado}")


def test_la_lista_dice_para_quien_de_que_caso_y_por_que(directora: Client) -> None:
    mensaje = fallar(acuse())
    pagina = directora.get(LISTA).content.decode()
    for dato in (mensaje.asunto, mensaje.para, mensaje.caso, "No se pudo enviar", "esa dirección no existe"):
        assert dato in pagina


def test_solo_se_ve_lo_de_su_arbol(directora: Client) -> None:
    fallar(acuse("ddab"))
    propio = fallar(acuse("stdi"))
    assert [fila[0] for fila in directora.get(LISTA).context["filas"]] == [propio]


def test_se_ve_lo_que_se_escribe_a_su_gente(directora: Client, asesora: Funcionario) -> None:
    suyo = encolar(clave="resumen-1", para=asesora.usuario.email, asunto="Su día", texto="Hola.", ahora=fabricas.AHORA)
    assert [fila[0] for fila in directora.get(LISTA).context["filas"]] == [suyo]


@pytest.mark.parametrize(
    ("estado", "cuantos"),
    [("", 2), ("pendiente", 1), ("fallido", 1), ("enviado", 1), ("perdido", 0), ("otra-cosa", 2)],
)
def test_se_filtra_por_estado(directora: Client, estado: str, cuantos: int) -> None:
    acuse()
    fallar(acuse())
    Mensaje.objects.filter(pk=acuse().pk).update(estado=Estado.ENVIADO, enviado_en=fabricas.AHORA)
    assert len(directora.get(LISTA, {"estado": estado}).context["filas"]) == cuantos


def test_un_correo_se_ve_entero_con_sus_intentos(directora: Client) -> None:
    mensaje = fallar(acuse())
    pagina = directora.get(f"{LISTA}{mensaje.pk}/").content.decode()
    for dato in ("quedó radicada con el número", "User unknown", "<dd>16</dd>", "Reintentar ahora"):
        assert dato in pagina


def test_reintentar_lo_devuelve_a_la_fila(directora: Client) -> None:
    mensaje = fallar(acuse())
    respuesta = directora.post(f"{LISTA}{mensaje.pk}/reintento/", follow=True)
    mensaje.refresh_from_db()
    assert (mensaje.estado, mensaje.intentos) == (Estado.PENDIENTE, 0)
    assert "El correo sale de nuevo en un momento." in respuesta.content.decode()


def test_reintentar_todos_no_toca_los_de_otra_direccion(directora: Client) -> None:
    ajeno = fallar(acuse("ddab"))
    for _ in range(2):
        fallar(acuse())
    respuesta = directora.post(f"{LISTA}reintento/", follow=True)
    assert "2 correos vuelven a la fila de envío." in respuesta.content.decode()
    assert list(Mensaje.objects.fallidos()) == [ajeno]


def test_darlo_por_perdido_pide_el_motivo_y_lo_guarda(directora: Client) -> None:
    mensaje = fallar(acuse())
    url = f"{LISTA}{mensaje.pk}/perdida/"
    assert "Escriba por qué se da por perdido." in directora.post(url).content.decode()
    directora.post(url, {"motivo": "Se le escribió por teléfono."})
    mensaje.refresh_from_db()
    assert (mensaje.estado, mensaje.motivo, str(mensaje.perdido_por)) == (
        Estado.PERDIDO,
        "Se le escribió por teléfono.",
        "Marta Gil",
    )


@pytest.mark.parametrize(("clave", "avisa"), [("stdi", True), ("ddab", False)])
def test_lo_que_no_salio_de_su_arbol_se_dice_en_todas_las_paginas(directora: Client, clave: str, avisa: bool) -> None:
    fallar(acuse(clave))
    assert ("Un correo no se pudo enviar" in directora.get("/equipo/").content.decode()) is avisa


def test_a_una_asesora_no_se_le_dice(navegador: Client) -> None:
    fallar(acuse("stdi"))
    assert "no se pudo enviar" not in navegador.get("/equipo/").content.decode()


def test_sin_nada_pendiente_se_dice_que_todo_salio(db: None) -> None:
    sdfi = fabricas.sesion(fabricas.funcionario("sdfi", rol=Rol.SDFI).usuario)
    assert "Todo el correo salió" in sdfi.get(LISTA).content.decode()


def test_se_elige_menos(navegador: Client, asesora: Funcionario) -> None:
    respuesta = navegador.post("/equipo/avisos/", {"resumen": "on", "mensajes": "resumen"}, follow=True)
    assert "Sus avisos quedaron como los eligió." in respuesta.content.decode()
    elegida = PreferenciaAvisos.objects.de(asesora.usuario.pk)
    assert (elegida.resumen, elegida.antes_de_vencer, elegida.mensajes) == (True, False, "resumen")


def test_los_mensajes_en_el_resumen_necesitan_el_resumen(navegador: Client) -> None:
    pagina = navegador.post("/equipo/avisos/", {"mensajes": "resumen"}).content.decode()
    assert "deje activo el resumen del día" in pagina
    assert PreferenciaAvisos.objects.count() == 0


def test_lo_de_ley_se_muestra_con_su_razon(navegador: Client) -> None:
    pagina = navegador.get("/equipo/avisos/").content.decode()
    assert "El día del vencimiento y el siguiente" in pagina
    assert "Ley 1755 de 2015, artículo 14" in pagina
