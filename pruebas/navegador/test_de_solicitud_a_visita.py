"""A request becomes a visit: invitation, answer, attendance on a phone, report, commitments and close.

And an activity of the plan that convokes all the contacts of a topic and shows whom it reaches.
"""

import re
from collections.abc import Callable
from datetime import timedelta
from urllib.parse import urlsplit

import pytest
from django.core import mail
from django.core.mail import EmailMultiAlternatives
from django.urls import reverse
from django.utils import timezone
from playwright.sync_api import Page, ViewportSize, expect

from asiste.agenda import acciones, ingreso
from asiste.agenda.acciones import DatosPublico
from asiste.agenda.acciones.compromisos import en_dias_habiles
from asiste.agenda.acciones.envios import convocar_pendientes
from asiste.agenda.models import Compromiso, Invitado, Sesion
from asiste.cuentas.models import Usuario
from asiste.directorio.models import Funcionario
from asiste.notificaciones.acciones import enviar_pendientes
from asiste.notificaciones.models import Mensaje
from asiste.solicitudes.models import Solicitud
from pruebas import fabricas, fabricas_agenda, fabricas_oferta

Entrar = Callable[[Usuario], Page]
ESCRITORIO: ViewportSize = {"width": 1440, "height": 900}
TELEFONO: ViewportSize = {"width": 390, "height": 844}
CORREO = "carlos.pena@shd.gov.co"
CALENDARIO = "text/calendar; method=REQUEST"
SECCIONES = ("Desarrollo", "Hallazgos", "Recomendaciones", "Conclusiones")


def como_visitante(pagina: Page, direccion: str) -> None:
    """Opens the path of an address of a mail on a phone, without session."""
    pagina.context.clear_cookies()
    pagina.set_viewport_size(TELEFONO)
    pagina.goto(urlsplit(direccion).path)


def enlace_de(trozo: str, **mensaje: str) -> str:
    """Address of the newest mail with those data that holds a piece."""
    texto = Mensaje.objects.filter(**mensaje).latest("id").texto
    encontrado = re.search(rf"https?://\S*{trozo}\S+", texto)
    assert encontrado, texto
    return encontrado[0].rstrip(".")


def tipos_enviados() -> list[object]:
    """What the mails to the entity carry besides their text."""
    cartas = [uno for uno in mail.outbox if isinstance(uno, EmailMultiAlternatives) and uno.to == [CORREO]]
    return [una[1] for carta in cartas for una in carta.alternatives]


def programar_y_convocar(pagina: Page, caso: Solicitud) -> Sesion:
    """From the case, with its entity and its topics filled in."""
    pagina.goto(f"/equipo/solicitudes/{caso.radicado}/")
    pagina.get_by_role("link", name="Programar una sesión").click()
    pagina.locator("[name=modalidad]").select_option(label="Visita de asistencia")
    pagina.locator("[name=objetivo]").fill("Ver el depósito de archivo.")
    pagina.locator("[name=dia]").fill(en_dias_habiles(timezone.localdate(), 3).isoformat())
    pagina.locator("[name=empieza]").fill("09:00")
    pagina.locator("[name=termina]").fill("11:00")
    pagina.locator("[name=lugar]").fill("Sede de la entidad")
    pagina.get_by_role("button", name="Programar").click()
    pagina.get_by_role("link", name="Convocar", exact=True).click()
    pagina.get_by_role("button", name="Convocar").click()
    convocar_pendientes(ahora=timezone.now())
    enviar_pendientes(ahora=timezone.now())
    return Sesion.objects.get()


def responder_desde_el_telefono(pagina: Page) -> None:
    como_visitante(pagina, enlace_de("/agenda/convocatoria/", para=CORREO))
    pagina.get_by_role("button", name="Asistiré", exact=True).click()
    expect(pagina.get_by_text("Respondió")).to_be_visible()


def adelantar(sesion: Sesion, dirige: Funcionario) -> Sesion:
    """The visit is moved to now, as an adviser may do."""
    datos = fabricas_agenda.datos(
        dirige=dirige,
        titulo=sesion.titulo,
        objetivo=sesion.objetivo,
        modalidad=sesion.modalidad,
        inicia=timezone.now() - timedelta(minutes=5),
        publico=sesion.publico,
        solicitudes=list(sesion.solicitudes.all()),
    )
    return acciones.cambiar(sesion=sesion, datos=datos, autor=dirige.usuario, ahora=timezone.now())


def registrarse_con_el_telefono(pagina: Page, sesion: Sesion) -> None:
    pagina.context.clear_cookies()
    pagina.set_viewport_size(TELEFONO)
    pagina.goto(f"/asistencia/{sesion.clave}/?c={ingreso.codigo_en(sesion, timezone.now())}")
    pagina.get_by_label("Su correo institucional").fill(CORREO)
    pagina.get_by_label("Autorizo el tratamiento").check()
    pagina.get_by_role("button", name="Registrar mi asistencia").click()
    expect(pagina.get_by_role("heading", name="Asistencia registrada")).to_be_visible()


def escribir_y_aprobar_el_informe(pagina: Page) -> None:
    pagina.get_by_role("button", name="Empezar el informe").click()
    for seccion in SECCIONES:
        pagina.get_by_label(seccion, exact=False).first.press_sequentially(f"{seccion} de la visita.")
        expect(pagina.locator(f"#estado-{seccion.lower()}")).to_contain_text("Guardado")
    pagina.get_by_role("link", name="Pasar a aprobación").click()
    pagina.get_by_label("Carlos Peña").check()
    pagina.get_by_role("button", name="Enviar a aprobación").click()
    pagina.get_by_role("link", name="Leer y decidir").click()
    pagina.get_by_role("button", name="Aprobar").click()
    expect(pagina.get_by_text("Usted lo aprobó")).to_be_visible()


def aprobar_desde_el_telefono(pagina: Page) -> None:
    como_visitante(pagina, enlace_de("/actas/aprobar/", para=CORREO, clave__startswith="acta-aprobar"))
    pagina.get_by_role("button", name="Aprobar").click()
    expect(pagina.get_by_role("link", name="Verificarlo")).to_be_visible()


def comprometer_y_terminar(pagina: Page, sesion: Sesion) -> None:
    pagina.goto(f"/equipo/agenda/{sesion.pk}/compromisos/")
    pagina.get_by_label("Qué se va a hacer").fill("Enviar el inventario documental")
    pagina.get_by_label("O alguien de una entidad").select_option(label=str(fabricas.entidad()))
    pagina.get_by_label("Nombre de quien responde").fill("Carlos Peña")
    pagina.get_by_label("O en cuántos días hábiles").fill("5")
    pagina.get_by_role("button", name="Agregar").click()
    pagina.goto(f"/equipo/agenda/{sesion.pk}/terminacion/")
    pagina.get_by_role("button", name="Terminar la sesión").click()


def cerrar(pagina: Page, caso: Solicitud) -> None:
    pagina.goto(f"/equipo/solicitudes/{caso.radicado}/")
    pagina.get_by_role("link", name="Cerrar").first.click()
    pagina.get_by_role("button", name="Cerrar la solicitud").click()


@pytest.mark.disposicion("7.1.2-visita", "5-base-trazabilidad")
def test_una_solicitud_se_vuelve_visita_y_se_cierra_con_su_informe(pagina: Page, entrar: Entrar) -> None:
    diana = fabricas.funcionario("ssda", nombre="Diana Pérez")
    fabricas.enlace("sdh", correo=CORREO)
    archivo = fabricas.tema("ddab-organizacion-documentos")
    caso = fabricas.solicitud(asesor=diana, temas=[archivo], estado=Solicitud.Estado.EN_TRAMITE)
    sesion = programar_y_convocar(entrar(diana.usuario), caso)
    assert tipos_enviados() == [CALENDARIO]
    responder_desde_el_telefono(pagina)
    assert Invitado.objects.get(correo=CORREO).respuesta == Invitado.Respuesta.ASISTE
    sesion = adelantar(sesion, diana)
    registrarse_con_el_telefono(pagina, sesion)
    entrar(diana.usuario)
    pagina.set_viewport_size(ESCRITORIO)
    pagina.goto(f"/equipo/agenda/{sesion.pk}/")
    pagina.get_by_role("button", name="Abrir la sesión").click()
    escribir_y_aprobar_el_informe(pagina)
    aprobar_desde_el_telefono(pagina)
    entrar(diana.usuario)
    pagina.set_viewport_size(ESCRITORIO)
    comprometer_y_terminar(pagina, sesion)
    cerrar(pagina, caso)
    final = Solicitud.objects.get(pk=caso.pk)
    assert (final.estado, Sesion.objects.get().estado) == (Solicitud.Estado.CERRADA, Sesion.Estado.REALIZADA)
    assert str(Compromiso.objects.get()) == "Enviar el inventario documental"


@pytest.mark.disposicion("6.3-promocion", "5-plan-anual")
def test_una_actividad_del_plan_convoca_a_los_enlaces_del_tema_y_muestra_a_quien_alcanza(
    pagina: Page, entrar: Entrar
) -> None:
    laura = fabricas.funcionario("stdi")
    for clave in ("sdh", "sed"):
        fabricas.enlace(clave).temas.add(fabricas.tema())
    publico = DatosPublico(
        entidades=[fabricas.entidad("sdh"), fabricas.entidad("sed"), fabricas.entidad("idu")], temas=[fabricas.tema()]
    )
    actividad = fabricas_oferta.actividad(responsable=laura, publico=publico)
    entrar(laura.usuario).goto(reverse("equipo:actividad", args=[actividad.pk]))
    pagina.get_by_role("link", name="Programar sesión").first.click()
    pagina.locator("[name=fecha]").fill(en_dias_habiles(timezone.localdate(), 3).isoformat())
    pagina.locator("[name=desde]").fill("09:00")
    pagina.locator("[name=hasta]").fill("11:00")
    pagina.locator("[name=lugar]").fill("Auditorio")
    pagina.get_by_role("button", name="Programar").click()
    expect(pagina.get_by_text("1 entidad sin enlace para estos temas")).to_be_visible()
    pagina.get_by_role("button", name="Convocar").click()
    sesion = Sesion.objects.get()
    invitadas = sesion.invitados.order_by("entidad__clave").values_list("entidad__clave", flat=True)
    assert [clave for clave in invitadas if clave] == ["sdh", "sed"]
    fabricas_oferta.asistencia(sesion, fabricas.entidad("sdh"))
    pagina.goto(reverse("equipo:actividad", args=[actividad.pk]))
    expect(pagina.locator(".indicador-valor").first).to_have_text("1 de 3 entidades · 33 %")
