"""Dead letters: tried again or given up, and said in plain words."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction

from asiste.notificaciones.acciones import (
    EnvioResuelto,
    dar_por_perdido,
    elegir_avisos,
    encolar,
    enviar_pendientes,
    reintentar,
)
from asiste.notificaciones.fallas import en_palabras
from asiste.notificaciones.models import Mensaje, PreferenciaAvisos
from pruebas import fabricas
from pruebas.notificaciones.conftest import Buzon

pytestmark = pytest.mark.django_db
AHORA, Estado = fabricas.AHORA, Mensaje.Estado


def fallido(clave: str = "acuse-1", error: str = "(550, b'no existe')") -> Mensaje:
    """A mail that was tried sixteen times."""
    mensaje = encolar(clave=clave, para="ana@shd.gov.co", asunto="Recibimos", texto="Hola.", ahora=AHORA)
    Mensaje.objects.filter(pk=mensaje.pk).update(estado=Estado.FALLIDO, intentos=16, error=error)
    mensaje.refresh_from_db()
    return mensaje


def perder(mensaje: Mensaje, motivo: str = "Ya no trabaja allí.") -> Mensaje:
    return dar_por_perdido(mensaje=mensaje, motivo=motivo, autor=fabricas.usuario(), ahora=AHORA)


def test_reintentar_lo_deja_como_nuevo_y_sale(buzon: Buzon) -> None:
    mensaje = fallido()
    luego = AHORA + timedelta(days=3)
    assert (reintentar(mensajes=Mensaje.objects.fallidos(), ahora=luego), enviar_pendientes(ahora=luego)) == (1, 1)
    mensaje.refresh_from_db()
    assert (mensaje.estado, mensaje.error, [para for _, para in buzon.sobres]) == (
        Estado.ENVIADO,
        "",
        ["ana@shd.gov.co"],
    )


def test_reintentar_uno_dado_por_perdido_borra_el_motivo() -> None:
    mensaje = perder(fallido())
    reintentar(mensajes=Mensaje.objects.filter(pk=mensaje.pk), ahora=AHORA)
    mensaje.refresh_from_db()
    assert (mensaje.estado, mensaje.motivo, mensaje.perdido_por) == (Estado.PENDIENTE, "", None)


def test_lo_que_ya_salio_no_sale_dos_veces() -> None:
    encolar(clave="uno", para="ana@shd.gov.co", asunto="Recibimos", texto="Hola.", ahora=AHORA)
    enviar_pendientes(ahora=AHORA)
    assert reintentar(mensajes=Mensaje.objects.all(), ahora=AHORA) == 0


def test_lo_perdido_guarda_quien_cuando_y_por_que() -> None:
    mensaje = perder(fallido(), "  Ya no trabaja allí. ")
    assert (mensaje.estado, mensaje.perdido_en, mensaje.motivo, str(mensaje.perdido_por)) == (
        Estado.PERDIDO,
        AHORA,
        "Ya no trabaja allí.",
        "Ana Ruiz",
    )
    assert list(Mensaje.objects.sin_resolver()) == []


def test_para_darlo_por_perdido_hay_que_decir_por_que() -> None:
    with pytest.raises(EnvioResuelto, match="Escriba por qué"):
        perder(fallido(), "  ")


def test_lo_enviado_no_se_da_por_perdido() -> None:
    mensaje = fallido()
    Mensaje.objects.filter(pk=mensaje.pk).update(estado=Estado.ENVIADO, enviado_en=AHORA)
    with pytest.raises(EnvioResuelto, match="Este correo ya está en «Enviado»"):
        perder(mensaje)


def test_la_base_no_acepta_un_perdido_sin_motivo() -> None:
    mensaje = fallido()
    with pytest.raises(IntegrityError, match="mensaje_perdido_con_motivo"), transaction.atomic():
        Mensaje.objects.filter(pk=mensaje.pk).update(estado=Estado.PERDIDO)


@pytest.mark.parametrize(
    ("error", "frase"),
    [
        ("", ""),
        (
            "{'ana@shd.gov.co': (550, b'5.1.1 User unknown')}",
            "El servidor de destino dice que esa dirección no existe.",
        ),
        ("(552, b'5.2.2 mailbox full')", "El buzón de quien lo recibe está lleno."),
        (
            "(535, b'5.7.8 Authentication failed')",
            "El servidor de salida no aceptó la cuenta de la plataforma.",
        ),
        ("(554, b'5.7.1 rejected as spam')", "El servidor de destino lo rechazó."),
        ("(451, b'4.7.1 try again later')", "El servidor pidió intentarlo más tarde."),
        ("[Errno 111] Connection refused", "No hubo conexión con el servidor de salida."),
        ("[Errno -2] Name or service not known", "No hubo conexión con el servidor de salida."),
        ("timed out", "No hubo conexión con el servidor de salida."),
        (
            "[SSL: CERTIFICATE_VERIFY_FAILED] certificate verify failed",
            "La conexión segura con el servidor de salida falló: avise a la administración.",
        ),
        ("[Errno 2] No such file or directory: 'a'", "Falta uno de los archivos que lleva: avise a la administración."),
        ("cosa rara", "No salió por una razón que la plataforma no conoce."),
    ],
)
def test_lo_que_dijo_el_servidor_se_dice_en_palabras(error: str, frase: str) -> None:
    assert en_palabras(error) == frase


def test_quien_no_ha_elegido_recibe_todo() -> None:
    preferencia = PreferenciaAvisos.objects.de(fabricas.usuario().pk)
    assert (preferencia.resumen, preferencia.antes_de_vencer, preferencia.mensajes) == (True, True, "al-momento")


def test_elegir_de_nuevo_cambia_lo_elegido() -> None:
    quien = fabricas.usuario()
    for resumen in (True, False):
        elegir_avisos(usuario=quien, resumen=resumen, antes_de_vencer=True, mensajes="nunca")
    assert [una.resumen for una in PreferenciaAvisos.objects.filter(usuario=quien)] == [False]


def test_sin_resumen_no_se_reciben_los_mensajes_en_el() -> None:
    with pytest.raises(IntegrityError, match="sin_resumen_no_hay_mensajes_en_el"), transaction.atomic():
        elegir_avisos(usuario=fabricas.usuario(), resumen=False, antes_de_vencer=True, mensajes="resumen")
