from email.message import EmailMessage

import pytest
import vobject
from django.db import IntegrityError, transaction

from asiste.notificaciones.acciones import ParteDeCalendario, PorEnviar, encolar, encolar_varios, enviar_pendientes
from asiste.notificaciones.models import Mensaje
from pruebas import fabricas, fabricas_agenda
from pruebas.arnes.itip import faltas
from pruebas.notificaciones.conftest import Buzon

pytestmark = pytest.mark.django_db


def partes(mensaje: EmailMessage) -> list[str]:
    """Types of the parts, in the order of the tree."""
    return [parte.get_content_type() for parte in mensaje.walk()]


def test_la_invitacion_llega_por_smtp_como_alternativa_y_como_anexo(buzon: Buzon) -> None:
    enlace = fabricas.enlace("sdh", nombre="Óscar Peña")
    sesion = fabricas_agenda.convocada(enlace, titulo="Revisión de procesos, TRD; y más")
    enviar_pendientes(ahora=fabricas.AHORA)
    correo = next(uno for uno in buzon.mensajes if uno["To"] == enlace.correo)
    assert partes(correo) == [
        *("multipart/mixed", "multipart/alternative", "text/plain", "text/calendar", "application/ics"),
    ]
    calendario = next(parte for parte in correo.walk() if parte.get_content_type() == "text/calendar")
    parametros = calendario["Content-Type"].params
    assert (parametros["method"], parametros["charset"]) == ("REQUEST", "utf-8")
    leido = vobject.readOne(calendario.get_content())
    assert (leido.method.value, leido.vevent.uid.value) == ("REQUEST", sesion.uid)
    assert leido.vevent.summary.value == "Revisión de procesos, TRD; y más"
    assert correo["From"].addresses[0].addr_spec == leido.vevent.organizer.value.removeprefix("mailto:")
    assert correo["Auto-Submitted"] is None


def test_el_anexo_lleva_los_octetos_de_la_invitacion_y_cumple_las_reglas(buzon: Buzon) -> None:
    enlace = fabricas.enlace("sdh")
    fabricas_agenda.convocada(enlace)
    enviar_pendientes(ahora=fabricas.AHORA)
    correo = next(uno for uno in buzon.mensajes if uno["To"] == enlace.correo)
    (anexo,) = correo.iter_attachments()
    octetos = anexo.get_payload(decode=True)
    assert isinstance(octetos, bytes)
    assert (anexo.get_filename(), faltas(octetos)) == ("convocatoria.ics", [])
    assert octetos.decode() == Mensaje.objects.get(para=enlace.correo).calendario


def test_un_correo_sin_calendario_sigue_siendo_solo_texto(buzon: Buzon) -> None:
    encolar(clave="uno", para="ana@shd.gov.co", asunto="Hola", texto="Hola.", ahora=fabricas.AHORA)
    enviar_pendientes(ahora=fabricas.AHORA)
    assert partes(buzon.mensajes[0]) == ["text/plain"]


def test_un_calendario_sin_metodo_no_se_guarda() -> None:
    suelta = ParteDeCalendario(Mensaje.Metodo.REQUEST, "")
    carta = PorEnviar(clave="x", para="a@b.co", asunto="", texto="", calendario=suelta)
    with pytest.raises(IntegrityError), transaction.atomic():
        encolar_varios(correos=[carta], ahora=fabricas.AHORA)
