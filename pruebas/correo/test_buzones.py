"""Reading the mailboxes of a real IMAP server."""

from collections.abc import Callable
from datetime import datetime, timedelta
from itertools import count
from pathlib import Path
from typing import Any

import psycopg
import pytest

from asiste.correo.acciones import leer_buzon
from asiste.correo.imap import BuzonCaido, Conexion, Entregado
from asiste.correo.models import BuzonImap, MensajeEntrante, SaludBuzon
from asiste.correo.tareas import leer_buzones
from asiste.portafolio.models import Canal
from asiste.solicitudes.models import Solicitud
from pruebas import fabricas
from pruebas.arnes.dovecot import CLAVE, Dovecot, token
from pruebas.correo.redaccion import BUZON, correo
from pruebas.fallas.procesos import PLAZO, entorno, proceso

AHORA = fabricas.AHORA
LLEGO = AHORA - timedelta(hours=2)
VARIABLE = "IMAP_MIPGDISTRITO_ALCALDIABOGOTA_GOV_CO"
TRABAJAR = ("asiste.consola", "procrastinate", "worker", "--one-shot", "--delete-jobs", "successful")
ILEGIBLE = b"Subject: sin remitente\r\n\r\nHola"
_numero = count(1)
Fabrica = Callable[..., BuzonImap]


@pytest.fixture
def buzon(dovecot: Dovecot, monkeypatch: pytest.MonkeyPatch) -> Fabrica:
    """Makes a mailbox of the server, with a user of its own, whose password and certificate are known."""
    monkeypatch.setenv("SSL_CERT_FILE", str(dovecot.certificado))
    monkeypatch.setenv(VARIABLE, CLAVE)

    def hacer(valor: str = BUZON, **cambios: Any) -> BuzonImap:
        datos = {"servidor": "localhost", "puerto": dovecot.puerto_tls, "usuario": f"persona{next(_numero)}"}
        return BuzonImap.objects.create(canal=Canal.objects.get(valor=valor), **datos | cambios)

    return hacer


def leer(buzon: BuzonImap, ahora: datetime = AHORA) -> SaludBuzon:
    leer_buzon(buzon=buzon, ahora=ahora)
    return SaludBuzon.objects.get(buzon=buzon)


@pytest.mark.django_db
def test_lo_que_llego_queda_radicado_y_pasa_a_su_carpeta(dovecot: Dovecot, buzon: Fabrica) -> None:
    uno = buzon()
    dovecot.entregar(uno.usuario, correo(asunto="Primero"), correo(asunto="Segundo"), cuando=LLEGO)
    salud = leer(uno)
    assert list(Solicitud.objects.order_by("numero").values_list("asunto", flat=True)) == ["Primero", "Segundo"]
    assert dovecot.carpetas(uno.usuario) == {"INBOX": 0, "Asiste": 2}
    assert (salud.error, salud.ultimo_exito_en, salud.ultimo_mensaje_en) == ("", AHORA, LLEGO)


@pytest.mark.django_db
@pytest.mark.disposicion("5-canales")
def test_cuenta_desde_que_llego_al_buzon_y_no_desde_lo_que_dicen_las_cabeceras(
    dovecot: Dovecot, buzon: Fabrica
) -> None:
    uno = buzon()
    dovecot.entregar(uno.usuario, correo(), cuando=LLEGO)
    leer(uno)
    assert Solicitud.objects.get().recibida_en == LLEGO


@pytest.mark.django_db
def test_los_bytes_se_guardan_como_estan_en_el_servidor(dovecot: Dovecot, buzon: Fabrica) -> None:
    uno = buzon()
    crudo = b"From: ana.ruiz@shd.gov.co\r\nTo: x\r\nSubject: \xff\xfe\r\n\r\n\xe1\xe9 \x80\r\n"
    dovecot.entregar(uno.usuario, crudo, cuando=LLEGO)
    leer(uno)
    with MensajeEntrante.objects.get().crudo.abrir() as archivo:
        assert archivo.read() == crudo


@pytest.mark.django_db
def test_lo_que_queda_en_cuarentena_pasa_a_la_otra_carpeta_y_no_detiene_al_resto(
    dovecot: Dovecot, buzon: Fabrica
) -> None:
    uno = buzon(por_revisar="Por revisión")
    dovecot.entregar(uno.usuario, ILEGIBLE, correo(), cuando=LLEGO)
    salud = leer(uno)
    assert dovecot.carpetas(uno.usuario) == {"INBOX": 0, "Asiste": 1, "Por revisión": 1}
    assert (Solicitud.objects.count(), salud.error) == (1, "")


@pytest.mark.django_db
def test_entra_por_starttls(dovecot: Dovecot, buzon: Fabrica) -> None:
    uno = buzon(puerto=dovecot.puerto, seguridad=BuzonImap.Seguridad.STARTTLS)
    assert leer(uno).error == ""


@pytest.mark.django_db
def test_sin_cifrar_solo_si_se_dijo(dovecot: Dovecot, buzon: Fabrica) -> None:
    uno = buzon(puerto=dovecot.puerto, seguridad=BuzonImap.Seguridad.NINGUNA)
    assert leer(uno).error == ""


@pytest.mark.django_db
def test_no_entrega_la_clave_a_un_servidor_que_no_prueba_quien_es(
    dovecot: Dovecot, buzon: Fabrica, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("SSL_CERT_FILE")
    for puerto, seguridad in ((dovecot.puerto_tls, "tls"), (dovecot.puerto, "starttls")):
        BuzonImap.objects.all().delete()
        uno = buzon(puerto=puerto, seguridad=seguridad)
        assert leer(uno).error == "No se pudo llegar a localhost: su certificado no es de confianza."


@pytest.mark.django_db
def test_entra_con_un_token_y_el_renovado_sirve_sin_reiniciar(
    dovecot: Dovecot, buzon: Fabrica, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    uno, archivo = buzon(autenticacion=BuzonImap.Autenticacion.TOKEN), tmp_path / "token"
    monkeypatch.setenv(f"{VARIABLE}_FILE", str(archivo))
    archivo.write_text(token(uno.usuario, dura=-3600))
    vencido = f"No se pudo entrar como {uno.usuario}: el servidor no aceptó el token."
    assert leer(uno).error == vencido
    archivo.write_text(token(uno.usuario))
    assert leer(uno).error == ""


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("clave", "dice"),
    [
        ("otra", "No se pudo entrar como {usuario}: el servidor no aceptó la contraseña."),
        ("", f"Falta la contraseña: no está la variable {VARIABLE}."),
    ],
)
def test_la_clave_equivocada_se_dice(buzon: Fabrica, monkeypatch: pytest.MonkeyPatch, clave: str, dice: str) -> None:
    uno = buzon()
    monkeypatch.setenv(VARIABLE, clave)
    salud = leer(uno)
    assert (salud.error, salud.falla_desde) == (dice.format(usuario=uno.usuario), AHORA)
    assert salud.ultimo_exito_en is None


@pytest.mark.django_db
def test_la_carpeta_que_no_existe_se_dice(buzon: Fabrica) -> None:
    assert leer(buzon(entrada="Entrada")).error == (
        "No se pudo abrir la carpeta «Entrada»: el servidor no lo permitió."
    )


@pytest.mark.django_db
def test_un_mensaje_que_no_se_deja_mover_se_dice_y_no_detiene_al_resto(dovecot: Dovecot, buzon: Fabrica) -> None:
    uno = buzon(por_revisar="x..y")
    dovecot.entregar(uno.usuario, ILEGIBLE, correo(), cuando=LLEGO)
    salud = leer(uno)
    assert salud.error == "No se pudo mover el mensaje 1 a «x..y»: el servidor no lo permitió."
    assert dovecot.carpetas(uno.usuario) == {"INBOX": 1, "Asiste": 1}


def test_se_mueve_solo_despues_de_confirmar_y_quien_muere_entre_los_dos_no_repite(
    base_real: str, dovecot: Dovecot, buzon: Fabrica, monkeypatch: pytest.MonkeyPatch
) -> None:
    uno = buzon()
    dovecot.entregar(uno.usuario, correo(), correo(), cuando=LLEGO)
    confirmados = []

    def morir(*_: object) -> None:
        with psycopg.connect(base_real) as otra:
            confirmados.append(otra.execute("SELECT resultado FROM correo_mensajeentrante").fetchall())
        raise SystemExit

    with monkeypatch.context() as parche:
        parche.setattr(Conexion, "mover", morir)
        with pytest.raises(SystemExit):
            leer_buzon(buzon=uno, ahora=AHORA)
    assert confirmados == [[("radicado",), ("radicado",)]]
    assert dovecot.carpetas(uno.usuario) == {"INBOX": 2}
    leer(uno)
    assert (Solicitud.objects.count(), dovecot.carpetas(uno.usuario)) == (2, {"INBOX": 0, "Asiste": 2})


@pytest.mark.django_db
def test_lo_que_llego_antes_de_la_caida_queda_recibido(
    dovecot: Dovecot, buzon: Fabrica, monkeypatch: pytest.MonkeyPatch
) -> None:
    uno, traer, veces = buzon(), Conexion.traer, count(1)
    dovecot.entregar(uno.usuario, correo(), correo(), correo(), cuando=LLEGO)

    def caer(conexion: Conexion, uid: str) -> Entregado | None:
        if next(veces) == 3:
            raise BuzonCaido("Se cortó.")
        return traer(conexion, uid)

    monkeypatch.setattr(Conexion, "traer", caer)
    assert (leer(uno).error, dovecot.carpetas(uno.usuario)) == ("Se cortó.", {"INBOX": 1, "Asiste": 2})
    assert Solicitud.objects.count() == 2


def test_un_buzon_caido_no_detiene_a_otro(
    base_real: str, dovecot: Dovecot, buzon: Fabrica, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    caido = buzon(servidor="127.0.0.1", puerto=1)
    sano = buzon("ddri@alcaldiabogota.gov.co")
    buzon("registrodistrital@alcaldiabogota.gov.co", activo=False)
    monkeypatch.setenv(sano.variable, CLAVE)
    dovecot.entregar(sano.usuario, correo(buzon="ddri@alcaldiabogota.gov.co"), cuando=LLEGO)
    leer_buzones(timestamp=0)
    with proceso(*TRABAJAR, entorno=entorno(tmp_path, base=base_real)) as trabajador:
        assert trabajador.wait(PLAZO) == 0
    assert dict(SaludBuzon.objects.values_list("buzon", "error")) == {
        caido.pk: "No se pudo llegar a 127.0.0.1: se cortó la comunicación.",
        sano.pk: "",
    }
    assert Solicitud.objects.get().dependencia.clave == "ddri"
