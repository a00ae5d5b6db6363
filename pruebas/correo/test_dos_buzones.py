"""The same message in two mailboxes: one request, and both offices know it."""

from collections.abc import Callable
from itertools import count
from pathlib import Path

import pytest

from asiste.correo.models import MensajeEntrante
from asiste.cuentas.models import Rol
from asiste.notificaciones.models import Mensaje
from asiste.solicitudes.alcance import solicitudes_del_equipo
from asiste.solicitudes.models import Actuacion, Solicitud
from pruebas import fabricas
from pruebas.correo.redaccion import BUZON, caso_de, correo, llega

pytestmark = pytest.mark.django_db
ARCHIVO, DDRI = "ventanillaelectronica@alcaldiabogota.gov.co", "ddri@alcaldiabogota.gov.co"


@pytest.fixture
def entra_en(tmp_path: Path) -> Callable[[str], MensajeEntrante]:
    """Imports the same message, delivered to a mailbox; each delivery has its own headers of transport."""
    vez = count()

    def entrar(buzon: str) -> MensajeEntrante:
        entrega = {"X-Entrega": str(next(vez))}
        return llega(correo(buzon=buzon, identificador="<uno@idt.gov.co>", cabeceras=entrega), tmp_path)

    return entrar


def test_es_una_solicitud_con_un_acuse(entra_en: Callable[[str], MensajeEntrante]) -> None:
    primero, segundo = entra_en(ARCHIVO), entra_en(DDRI)
    assert (primero.resultado, segundo.resultado) == ("radicado", "duplicado")
    assert primero.solicitud == segundo.solicitud
    assert Mensaje.objects.filter(clave__startswith="acuse-").count() == 1


@pytest.mark.disposicion("5-articulacion")
def test_la_segunda_dependencia_la_ve_y_la_primera_la_atiende(entra_en: Callable[[str], MensajeEntrante]) -> None:
    asesora = fabricas.funcionario("ddri")
    caso = caso_de(entra_en(ARCHIVO))
    assert caso not in solicitudes_del_equipo(asesora.usuario)
    entra_en(DDRI)
    caso.refresh_from_db()
    assert caso.dependencia == fabricas.dependencia("ddab")
    assert list(solicitudes_del_equipo(asesora.usuario)) == [caso]
    assert caso.actuaciones.filter(tipo=Actuacion.Tipo.COMPARTIDA).count() == 1


def test_se_avisa_una_vez_a_quien_radica_o_dirige_alli(entra_en: Callable[[str], MensajeEntrante]) -> None:
    for nombre, rol in (("Rosa", Rol.RADICADOR), ("Darío", Rol.DIRECCION), ("Ana", Rol.ASESOR)):
        fabricas.funcionario("ddri", nombre=nombre, rol=rol, correo=f"{rol}@alcaldiabogota.gov.co")
    caso = caso_de(entra_en(ARCHIVO))
    for _ in range(2):
        entra_en(DDRI)
    avisos = Mensaje.objects.filter(clave__startswith="compartida-")
    assert sorted(avisos.values_list("para", flat=True)) == [
        f"{rol}@alcaldiabogota.gov.co" for rol in (Rol.DIRECCION, Rol.RADICADOR)
    ]
    assert {aviso.asunto for aviso in avisos} == {f"{caso.radicado}: también llegó a {DDRI}"}


def test_a_quien_ya_la_ve_no_se_le_cuenta_de_nuevo(entra_en: Callable[[str], MensajeEntrante]) -> None:
    fabricas.funcionario("dddi", rol=Rol.DIRECCION)
    caso = caso_de(entra_en(BUZON))
    entra_en("mipgdistrigo@alcaldiabogota.gov.co")
    assert not caso.tambien_en.exists()
    assert not Mensaje.objects.filter(clave__startswith="compartida-").exists()
    assert Solicitud.objects.count() == 1
