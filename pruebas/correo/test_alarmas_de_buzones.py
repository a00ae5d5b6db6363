"""When a mailbox fails or falls silent: said once by mail, shown while it lasts, cleared when it recovers."""

from datetime import datetime, timedelta

import pytest

from asiste.correo.acciones import leer_buzon, vigilar_buzones
from asiste.correo.models import BuzonImap, SaludBuzon
from asiste.cuentas.models import Rol
from asiste.notificaciones.models import Mensaje
from asiste.portafolio.models import Canal
from pruebas import fabricas
from pruebas.arnes.dovecot import CLAVE, Dovecot
from pruebas.correo.redaccion import BUZON

pytestmark = pytest.mark.django_db
DIEZ = fabricas.AHORA  # Thursday 19 November 2026, 10:00
VIERNES = DIEZ + timedelta(days=1)
LUNES = DIEZ + timedelta(days=4)
Alarma = SaludBuzon.Alarma


@pytest.fixture
def buzon() -> BuzonImap:
    """A mailbox whose secret nobody has given: it cannot be read."""
    return BuzonImap.objects.create(canal=Canal.objects.get(valor=BUZON), servidor="127.0.0.1", usuario="ana")


def leer(buzon: BuzonImap, ahora: datetime) -> SaludBuzon:
    leer_buzon(buzon=buzon, ahora=ahora)
    return SaludBuzon.objects.get(buzon=buzon)


def a_las(hora: int, minuto: int = 0, dia: datetime = DIEZ) -> datetime:
    return dia.replace(hour=hora, minute=minuto)


@pytest.mark.parametrize(
    ("desde", "ahora", "alarma"),
    [
        (a_las(10), a_las(10, 29), Alarma.NINGUNA),
        (a_las(10), a_las(10, 30), Alarma.FALLA),
        (a_las(16, 20), a_las(23), Alarma.NINGUNA),  # at night nobody is woken
        (a_las(16, 20), a_las(7, 10, VIERNES), Alarma.NINGUNA),
        (a_las(16, 20), a_las(7, 30, VIERNES), Alarma.FALLA),
        (a_las(16, 20, VIERNES), a_las(12, 0, VIERNES + timedelta(days=1)), Alarma.NINGUNA),  # on Saturday neither
        (a_las(16, 20, VIERNES), a_las(7, 30, LUNES), Alarma.FALLA),
    ],
)
def test_avisa_si_falla_media_hora_de_la_jornada(
    buzon: BuzonImap, desde: datetime, ahora: datetime, alarma: Alarma
) -> None:
    leer(buzon, desde)
    assert leer(buzon, ahora).alarma == alarma


@pytest.mark.parametrize(("dias", "alarma"), [(7, Alarma.NINGUNA), (8, Alarma.SILENCIO)])
def test_avisa_si_en_cinco_dias_habiles_no_llega_nada(
    buzon: BuzonImap, dias: int, alarma: Alarma
) -> None:  # Thursday 26 and Friday 27: five business days after are not over, and are over
    ahora = DIEZ + timedelta(days=dias)
    SaludBuzon.objects.create(
        buzon=buzon, vigilado_desde=DIEZ - timedelta(days=90), ultimo_mensaje_en=DIEZ, ultimo_intento_en=ahora
    )
    vigilar_buzones(ahora=ahora)
    assert SaludBuzon.objects.get().alarma == alarma


def test_un_buzon_recien_puesto_no_es_silencioso(buzon: BuzonImap) -> None:
    SaludBuzon.objects.create(buzon=buzon, vigilado_desde=DIEZ, ultimo_intento_en=DIEZ)
    vigilar_buzones(ahora=DIEZ)
    assert SaludBuzon.objects.get().alarma == Alarma.NINGUNA


def test_el_que_no_se_lee_no_da_alarmas(buzon: BuzonImap) -> None:
    leer(buzon, DIEZ)
    buzon.activo = False
    buzon.save()
    vigilar_buzones(ahora=VIERNES)
    assert SaludBuzon.objects.get().alarma == Alarma.NINGUNA


def test_se_avisa_una_vez_a_la_administracion_y_a_quien_dirige(buzon: BuzonImap) -> None:
    administra = fabricas.usuario("admin@sdfi.gov.co", rol=Rol.ADMINISTRACION)
    dirige = fabricas.funcionario("dddi", rol=Rol.DIRECCION).usuario
    fabricas.funcionario("ddab", rol=Rol.DIRECCION)
    fabricas.funcionario("dddi", rol=Rol.ASESOR)
    for minutos in range(0, 90, 15):
        leer(buzon, DIEZ + timedelta(minutes=minutos))
    assert sorted(Mensaje.objects.values_list("para", "asunto")) == sorted(
        (persona.email, f"El buzón {BUZON} no se puede leer") for persona in (administra, dirige)
    )
    assert not Mensaje.objects.filter(solo_en_jornada=False).exists()
    assert f"no está la variable {buzon.variable}" in Mensaje.objects.filter(para=dirige.email).get().texto


def test_al_recuperarse_se_apaga_y_la_siguiente_falla_es_otra(
    dovecot: Dovecot, buzon: BuzonImap, monkeypatch: pytest.MonkeyPatch
) -> None:
    fabricas.usuario(rol=Rol.ADMINISTRACION)
    monkeypatch.setenv("SSL_CERT_FILE", str(dovecot.certificado))
    buzon.servidor, buzon.puerto = "localhost", dovecot.puerto_tls
    for hora, clave, alarma in (
        (8, "equivocada", Alarma.NINGUNA),
        (9, "equivocada", Alarma.FALLA),
        (10, CLAVE, Alarma.NINGUNA),
        (11, "equivocada", Alarma.NINGUNA),
        (12, "equivocada", Alarma.FALLA),
    ):
        monkeypatch.setenv(buzon.variable, clave)
        assert leer(buzon, a_las(hora)).alarma == alarma
    assert Mensaje.objects.count() == 2
