"""A real mail, from the mailbox to the answer that its author reads."""

import re
from datetime import date
from pathlib import Path

from django.core import mail
from django.utils import timezone
from playwright.sync_api import Page, expect

from asiste.correo.acciones import recibir
from asiste.correo.models import MensajeEntrante
from asiste.cuentas.acciones import codigo_totp
from asiste.directorio.acciones import asignar_asesor
from asiste.directorio.models import Funcionario
from asiste.notificaciones.acciones import enviar_pendientes
from asiste.solicitudes.models import Solicitud
from pruebas import fabricas
from pruebas.arnes.paginas import faltas_de_accesibilidad, sobra_a_lo_ancho

MENSAJES = Path(__file__).parent.parent / "correo" / "mensajes"
RESPUESTA = "Nos vemos el 4 de marzo a las 9:00 a. m. Adjuntamos la guía para leer el FURAG."


def llega_el_correo() -> MensajeEntrante:
    """Marcela Quiroga, of the IDU, asks for help with the FURAG."""
    crudo = (MENSAJES / "001-furag-plan-mejora.eml").read_bytes()
    mensaje = recibir(crudo=crudo, nombre="001-furag-plan-mejora.eml", ahora=timezone.now())
    enviar_pendientes(ahora=timezone.now())
    return mensaje


def asesora_del_sector() -> Funcionario:
    """Laura answers for the sector of the IDU."""
    laura = fabricas.funcionario("stdi", nombre="Laura Ortiz", correo="laura@ejemplo.gov.co")
    sector = fabricas.entidad("idu").sector
    asignar_asesor(dependencia=laura.dependencia, asesor=laura, sector=sector, desde=date(2020, 1, 1))
    return laura


def ingresar_al_equipo(pagina: Page, correo: str) -> None:
    pagina.goto("/cuenta/equipo/")
    pagina.get_by_label("Correo").fill(correo)
    pagina.get_by_label("Contraseña").fill(fabricas.CONTRASENA)
    pagina.locator("main button[type=submit]").first.click()
    pagina.locator("input[name=code]").fill(codigo_totp(fabricas.SECRETO, timezone.now()))
    pagina.locator("main button[type=submit]").first.click()
    expect(pagina.get_by_role("heading", level=1)).to_have_text("Bandeja")


def ingresar_con_codigo(pagina: Page, correo: str) -> None:
    pagina.goto("/cuenta/ingresar/")
    pagina.get_by_label("Correo").fill(correo)
    pagina.locator("main button[type=submit]").first.click()
    codigo = re.search(r"\b\d{6}\b", str(mail.outbox[-1].body))
    assert codigo is not None
    pagina.locator("input[name=code]").fill(codigo[0])
    pagina.locator("main button[type=submit]").first.click()


def atender_como_asesora(pagina: Page) -> None:
    pagina.get_by_role("button", name="Tomar la siguiente").click()
    expect(pagina.get_by_role("heading", level=1)).to_contain_text("FURAG")
    assert faltas_de_accesibilidad(pagina) == []
    pagina.get_by_role("link", name="Escribir a la entidad").click()
    pagina.locator("textarea[name=texto]").fill(RESPUESTA)
    pagina.get_by_role("button", name="Enviar").click()
    pagina.get_by_role("link", name="Marcar como atendida").click()
    pagina.locator("textarea[name=resumen]").fill("Se acordó la sesión y se envió la guía.")
    pagina.get_by_role("button", name="Marcar como atendida").click()
    pagina.get_by_role("link", name="Cerrar").first.click()
    pagina.get_by_role("button", name="Cerrar la solicitud").click()
    expect(pagina.locator("main")).to_contain_text("Cerrada")


def test_un_correo_se_atiende_se_cierra_y_su_autora_lee_la_respuesta(pagina: Page) -> None:
    laura = asesora_del_sector()
    mensaje = llega_el_correo()
    assert mensaje.solicitud is not None
    acuse = mail.outbox[0]
    assert acuse.to == ["marcela.quiroga@idu.gov.co"]
    assert mensaje.solicitud.radicado in acuse.subject

    ingresar_al_equipo(pagina, laura.usuario.email)
    atender_como_asesora(pagina)
    cerrada = Solicitud.objects.get(pk=mensaje.solicitud.pk)
    assert cerrada.estado == Solicitud.Estado.CERRADA
    enviar_pendientes(ahora=timezone.now())
    assert [correo.to for correo in mail.outbox] == [["marcela.quiroga@idu.gov.co"]] * 3
    assert mail.outbox[1].extra_headers["In-Reply-To"] == mensaje.message_id

    pagina.context.clear_cookies()
    pagina.set_viewport_size({"width": 360, "height": 800})
    ingresar_con_codigo(pagina, "marcela.quiroga@idu.gov.co")
    pagina.goto("/mi-entidad/")
    pagina.get_by_role("link", name="FURAG").first.click()
    expect(pagina.locator("main")).to_contain_text(RESPUESTA)
    assert faltas_de_accesibilidad(pagina) == []
    assert sobra_a_lo_ancho(pagina) == 0
