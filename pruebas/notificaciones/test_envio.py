from datetime import timedelta
from functools import partial
from pathlib import Path
from typing import Any

import pytest
import time_machine
from django.core import mail
from django.core.files.storage import default_storage
from django.core.mail import EmailMessage
from django.core.mail.backends.locmem import EmailBackend
from django.db import transaction
from pytest_django import Settings

from asiste.notificaciones.acciones import PorEnviar, encolar, encolar_varios, enviar_pendientes, enviar_uno
from asiste.notificaciones.models import Mensaje
from asiste.solicitudes.tareas import enviar
from pruebas import fabricas
from pruebas.arnes.hilos import a_la_vez

AHORA = fabricas.AHORA
MINUTO = timedelta(minutes=1)
Estado = Mensaje.Estado


def escribir(clave: str = "acuse-1", **cambios: Any) -> Mensaje:
    datos: dict[str, Any] = {"para": "ana@shd.gov.co", "asunto": "Recibimos su solicitud", "texto": "Hola."}
    return encolar(clave=clave, **datos | {"ahora": AHORA} | cambios)


def enviado(**cambios: Any) -> EmailMessage:
    escribir(**cambios)
    enviar_pendientes(ahora=AHORA)
    return mail.outbox[0]


class Caido(EmailBackend):
    """A server that does not answer."""

    def send_messages(self, messages: Any) -> int:
        """Fails."""
        raise ConnectionRefusedError("no contesta")


@pytest.fixture
def caido(settings: Settings) -> None:
    """The mail server is down."""
    settings.EMAIL_BACKEND = f"{__name__}.Caido"


@pytest.mark.django_db
def test_lo_enviado_queda_con_su_momento_y_no_se_repite() -> None:
    mensaje = escribir()
    assert [enviar_pendientes(ahora=AHORA) for _ in range(2)] == [1, 0]
    mensaje.refresh_from_db()
    assert (mensaje.estado, mensaje.enviado_en, len(mail.outbox)) == (Estado.ENVIADO, AHORA, 1)


@pytest.mark.django_db
def test_sale_primero_lo_mas_antiguo() -> None:
    for clave in ("uno", "dos"):
        escribir(clave, asunto=clave)
    enviar_pendientes(ahora=AHORA)
    assert [correo.subject for correo in mail.outbox] == ["uno", "dos"]


@pytest.mark.django_db
@pytest.mark.parametrize(("responde_a", "dice"), [("", "auto-generated"), ("<uno@shd.gov.co>", "auto-replied")])
def test_las_cabeceras_dicen_que_lo_escribio_una_maquina(responde_a: str, dice: str) -> None:
    cabeceras = enviado(en_respuesta_a=responde_a).message()
    assert (cabeceras["Auto-Submitted"], cabeceras["X-Auto-Response-Suppress"]) == (dice, "All")


@pytest.mark.django_db
def test_lo_que_escribe_una_persona_no_se_dice_automatico() -> None:
    assert enviado(automatico=False).message()["Auto-Submitted"] is None


@pytest.mark.django_db
def test_lo_que_va_a_una_lista_dice_como_retirarse_con_un_clic() -> None:
    baja = "https://asiste.gov.co/retirar/uno/"
    correo = PorEnviar(clave="uno", para="ana@shd.gov.co", asunto="Novedades", texto="Hola.", baja=baja)
    encolar_varios(correos=[correo], ahora=AHORA)
    enviar_pendientes(ahora=AHORA)
    cabeceras = mail.outbox[0].message()
    assert cabeceras["List-Unsubscribe"] == f"<{baja}>"
    assert cabeceras["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"


@pytest.mark.django_db
def test_la_respuesta_va_en_su_hilo() -> None:
    correo = enviado(en_respuesta_a="<dos@shd.gov.co>", referencias=["<uno@shd.gov.co>"]).message()
    assert (correo["In-Reply-To"], correo["References"]) == ("<dos@shd.gov.co>", "<uno@shd.gov.co> <dos@shd.gov.co>")


@pytest.mark.django_db
def test_lo_que_no_responde_a_nadie_no_lleva_hilo() -> None:
    correo = enviado().message()
    assert (correo["In-Reply-To"], correo["References"]) == (None, None)


@pytest.mark.django_db
def test_sale_con_el_identificador_guardado() -> None:
    correo = enviado()
    assert correo.message()["Message-ID"] == Mensaje.objects.get().message_id


@pytest.mark.django_db
def test_el_remitente_con_tildes_y_comillas_llega_entero() -> None:
    correo = enviado(remitente='"Dirección de Archivo, «Memoria»" <archivo@alcaldiabogota.gov.co>').message()
    assert str(correo["From"]).endswith("<archivo@alcaldiabogota.gov.co>")


@pytest.mark.django_db
def test_los_archivos_van_como_descargas_con_su_nombre() -> None:
    correo = enviado(adjuntos=[("guía.pdf", fabricas.archivo(contenido=b"%PDF-1.7 x").archivo)])
    assert correo.attachments == [("guía.pdf", b"%PDF-1.7 x", "application/octet-stream")]


@pytest.mark.django_db
@pytest.mark.usefixtures("caido")
def test_si_el_servidor_no_contesta_se_aplaza_y_queda_dicho() -> None:
    mensaje = escribir()
    enviar_pendientes(ahora=AHORA)
    mensaje.refresh_from_db()
    assert (mensaje.estado, mensaje.intentos, mensaje.proximo_intento_en, mensaje.error) == (
        Estado.PENDIENTE,
        1,
        AHORA + MINUTO,
        "no contesta",
    )


@pytest.mark.django_db
def test_aplazado_no_se_intenta_antes_de_tiempo() -> None:
    mensaje = escribir()
    mensaje.aplazar(AHORA)
    mensaje.save()
    assert [enviar_pendientes(ahora=AHORA + paso) for paso in (MINUTO / 2, MINUTO)] == [0, 1]


@pytest.mark.django_db
def test_fuera_de_la_jornada_espera_lo_que_es_solo_para_ella() -> None:
    escribir("aviso-1", solo_en_jornada=True)
    escribir("acuse-1")
    assert [enviar_pendientes(ahora=AHORA, en_jornada=abierta) for abierta in (False, False, True)] == [1, 0, 1]


@pytest.mark.django_db
@pytest.mark.usefixtures("caido")
def test_lo_rechazado_tampoco_se_reintenta_fuera_de_la_jornada() -> None:
    aviso = escribir("aviso-1", solo_en_jornada=True)
    enviar_pendientes(ahora=AHORA)
    enviar_pendientes(ahora=AHORA + MINUTO, en_jornada=False)
    aviso.refresh_from_db()
    assert aviso.intentos == 1


@pytest.mark.django_db
@pytest.mark.parametrize(("hora", "sale"), [(10, 1), (22, 0)])
def test_la_tarea_sabe_si_es_hora(hora: int, sale: int) -> None:
    escribir("aviso-1", solo_en_jornada=True)
    with time_machine.travel(AHORA.replace(hour=hora), tick=False):
        enviar(0)
    assert len(mail.outbox) == sale


@pytest.mark.django_db
def test_cuando_por_fin_sale_se_olvida_el_error() -> None:
    mensaje = escribir()
    Mensaje.objects.update(error="no contesta", intentos=3)
    enviar_pendientes(ahora=AHORA)
    mensaje.refresh_from_db()
    assert (mensaje.estado, mensaje.error) == (Estado.ENVIADO, "")


@pytest.mark.django_db
@pytest.mark.usefixtures("caido")
def test_tras_el_ultimo_intento_se_deja_de_insistir() -> None:
    mensaje = escribir()
    for numero in range(20):
        enviar_pendientes(ahora=AHORA + numero * timedelta(hours=7))
    mensaje.refresh_from_db()
    assert (mensaje.estado, mensaje.intentos) == (Estado.FALLIDO, 16)


@pytest.mark.django_db
@pytest.mark.parametrize("malo", [{"para": "esto no es un correo\n"}, {"en_respuesta_a": "<a@b>\nBcc: x@y.co"}])
def test_un_mensaje_que_no_se_puede_armar_no_detiene_a_los_demas(malo: dict[str, str]) -> None:
    escribir("malo", **malo)
    escribir("bueno", asunto="Bueno")
    enviar_pendientes(ahora=AHORA)
    assert [correo.subject for correo in mail.outbox] == ["Bueno"]
    assert Mensaje.objects.get(clave="malo").intentos == 1


@pytest.mark.django_db
def test_si_falta_el_archivo_de_un_mensaje_los_demas_salen() -> None:
    archivo = fabricas.archivo().archivo
    escribir("malo", adjuntos=[("a.pdf", archivo)])
    escribir("bueno", asunto="Bueno")
    Path(default_storage.path(archivo.ruta)).unlink()
    enviar_pendientes(ahora=AHORA)
    assert [correo.subject for correo in mail.outbox] == ["Bueno"]


def test_dos_que_envian_a_la_vez_no_repiten_nada(base_real: str) -> None:
    for numero in range(20):
        escribir(f"clave-{numero}", asunto=f"{numero}")
    cuentas = a_la_vez([partial(enviar_pendientes, ahora=AHORA) for _ in range(4)])
    assert (sum(cuentas), sorted(int(correo.subject) for correo in mail.outbox)) == (20, list(range(20)))


def test_el_que_otro_tiene_en_la_mano_no_se_espera(base_real: str) -> None:
    for clave in ("uno", "dos"):
        escribir(clave, asunto=clave)
    with transaction.atomic():
        assert enviar_uno(ahora=AHORA) is True
        assert a_la_vez([partial(enviar_pendientes, ahora=AHORA)]) == [1]
    assert [correo.subject for correo in mail.outbox] == ["uno", "dos"]


@pytest.mark.django_db
def test_sin_servidor_configurado_el_correo_queda_en_un_archivo(settings: Settings) -> None:
    settings.EMAIL_BACKEND = "asiste.notificaciones.carpeta.EmailBackend"
    escribir(texto="Está radicada.")
    enviar_pendientes(ahora=AHORA)
    (archivo,) = settings.CORREO_SALIENTE.iterdir()
    assert archivo.suffix == ".eml"
    assert "ana@shd.gov.co" in archivo.read_text()
