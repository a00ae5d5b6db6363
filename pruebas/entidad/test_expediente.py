"""A request as its entity sees it."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from asiste.notificaciones.models import Mensaje
from asiste.solicitudes import acciones
from asiste.solicitudes.models import Actuacion, Anexo, Solicitud
from pruebas import fabricas

AHORA = fabricas.AHORA


def ver(navegador: Client, solicitud: Solicitud, nombre: str = "solicitud") -> str:
    return navegador.get(reverse(f"entidad:{nombre}", args=[solicitud.radicado])).content.decode()


@pytest.mark.disposicion("5-fifo")
def test_muestra_el_lugar_en_la_fila_de_su_asesor(navegador: Client) -> None:
    asesor = fabricas.funcionario()
    fabricas.solicitud(asesor=asesor)
    segunda = fabricas.solicitud()
    assert "Es el lugar 2 de la fila de Laura Ortiz" in ver(navegador, segunda)


def test_ya_tomada_dice_quien_la_atiende(navegador: Client) -> None:
    tomada = fabricas.solicitud(estado=Solicitud.Estado.EN_TRAMITE)
    pagina = ver(navegador, tomada)
    assert "La atiende Laura Ortiz" in pagina
    assert "Es el lugar" not in pagina


@pytest.mark.disposicion("5-oportuna")
def test_dice_cuanto_falta_y_abre_la_cuenta(navegador: Client) -> None:
    pagina = ver(navegador, fabricas.solicitud())
    assert "Faltan 10 días hábiles" in pagina
    assert pagina.count('data-dia="por-contar"') == 10


def test_la_nota_interna_no_sale(navegador: Client) -> None:
    solicitud = fabricas.solicitud(estado=Solicitud.Estado.EN_TRAMITE)
    asesor = fabricas.funcionario(nombre="Diana Pérez")
    acciones.anotar(solicitud=solicitud, texto="Ojo con este caso", autor=asesor.usuario, ahora=AHORA)
    pagina = ver(navegador, solicitud)
    assert [dato for dato in ("Ojo con este caso", "Nota interna", "Diana Pérez") if dato in pagina] == []


def test_el_archivo_de_una_actuacion_interna_no_se_descarga(navegador: Client) -> None:
    solicitud = fabricas.solicitud()
    nota = acciones.anotar(solicitud=solicitud, texto="Borrador", autor=fabricas.funcionario().usuario, ahora=AHORA)
    interno = Anexo.objects.create(
        solicitud=solicitud, actuacion=nota, archivo=fabricas.archivo().archivo, nombre="borrador.docx"
    )
    assert navegador.get(reverse("entidad:anexo", args=[interno.pk])).status_code == 404


def test_la_respuesta_sale_con_sus_archivos(navegador: Client) -> None:
    tomada = fabricas.solicitud(estado=Solicitud.Estado.EN_TRAMITE)
    autor = fabricas.funcionario().usuario
    acciones.responder(
        solicitud=tomada, texto="Adjuntamos la guía.", anexos=[fabricas.archivo("guía.pdf")], autor=autor, ahora=AHORA
    )
    pagina = ver(navegador, tomada)
    anexo = Anexo.objects.get(nombre="guía.pdf")
    assert '<div class="carta"><p>Adjuntamos la guía.</p></div>' in "".join(pagina.split("\n")).replace("  ", "")
    assert pagina.count(f'href="{reverse("entidad:anexo", args=[anexo.pk])}"') == 1


def test_lo_escrito_no_se_interpreta_como_html(navegador: Client) -> None:
    solicitud = fabricas.solicitud(texto="<b>negrilla</b> & <script>alerta()</script>", asunto="<i>Asunto</i>")
    pagina = ver(navegador, solicitud)
    assert [marca for marca in ("<b>negrilla", "<script>alerta", "<i>Asunto") if marca in pagina] == []


def test_el_archivo_se_entrega_como_descarga_inerte(navegador: Client) -> None:
    solicitud = fabricas.solicitud(anexos=[fabricas.archivo("página.html", b"<script>1</script>")])
    anexo = Anexo.objects.get(solicitud=solicitud)
    respuesta = navegador.get(reverse("entidad:anexo", args=[anexo.pk]))
    assert respuesta.getvalue() == b"<script>1</script>"
    assert respuesta.headers["Content-Type"] == "application/octet-stream"
    assert respuesta.headers["X-Content-Type-Options"] == "nosniff"
    assert respuesta.headers["Content-Disposition"] == "attachment; filename*=utf-8''p%C3%A1gina.html"


def test_un_programa_no_se_entrega_aunque_diga_ser_otra_cosa(navegador: Client) -> None:
    solicitud = fabricas.solicitud(anexos=[fabricas.archivo("informe.pdf", b"MZ\x90\x00programa")])
    anexo = Anexo.objects.get(solicitud=solicitud)
    url = reverse("entidad:anexo", args=[anexo.pk])
    respuesta = navegador.get(url)
    assert respuesta.status_code == 403
    assert "«informe.pdf» es un programa" in respuesta.content.decode()
    assert f'href="{url}"' not in ver(navegador, solicitud)


def test_el_mensaje_queda_en_la_solicitud_con_sus_archivos(navegador: Client) -> None:
    solicitud = fabricas.solicitud(asesor=fabricas.funcionario(correo="laura@ejemplo.gov.co"))
    respuesta = navegador.post(
        reverse("entidad:mensaje", args=[solicitud.radicado]),
        {"texto": "Falta un dato", "anexos": [SimpleUploadedFile("dato.pdf", b"%PDF-1.7 dato")]},
    )
    actuacion = solicitud.actuaciones.get(tipo=Actuacion.Tipo.RECIBIDA)
    assert respuesta.headers["Location"] == reverse("entidad:solicitud", args=[solicitud.radicado]) + "#actuaciones"
    assert (actuacion.texto, actuacion.autor_nombre) == ("Falta un dato", "Carlos Peña")
    assert [anexo.nombre for anexo in actuacion.anexos.order_by("id")] == ["dato.pdf"]
    assert Mensaje.objects.filter(para="laura@ejemplo.gov.co").count() == 1


def test_un_mensaje_vacio_se_explica_y_no_queda(navegador: Client) -> None:
    solicitud = fabricas.solicitud()
    pagina = navegador.post(reverse("entidad:mensaje", args=[solicitud.radicado]), {"texto": " "}).content.decode()
    assert pagina.count("Escriba el mensaje.") == 2
    assert solicitud.actuaciones.filter(tipo=Actuacion.Tipo.RECIBIDA).count() == 0


def test_un_mensaje_con_anexos_muy_grandes_conserva_lo_escrito(navegador: Client) -> None:
    solicitud = fabricas.solicitud()
    pagina = navegador.post(
        reverse("entidad:mensaje", args=[solicitud.radicado]),
        {"texto": "Falta un dato", "anexos": [SimpleUploadedFile("dato.pdf", b"x" * 21 * 1024**2)]},
    ).content.decode()
    assert "No se agregó el archivo: suma 21\xa0MB y caben 20\xa0MB." in pagina
    assert ">\nFalta un dato</textarea>" in pagina


def test_la_constancia_dice_cuando_llego_cuando_vence_y_que_se_envio(navegador: Client) -> None:
    solicitud = fabricas.solicitud(anexos=[fabricas.archivo("plan.pdf")])
    pagina = ver(navegador, solicitud, "recibo")
    esperado = [
        solicitud.radicado,
        "jueves 19\xa0nov 2026, 10:00\xa0a.\xa0m.",
        "jueves 3 de diciembre de 2026",
        "Plan de mejora de integridad",
        "Necesitamos asesoría para el plan de mejora.",
        "Carlos Peña, Profesional",
        "plan.pdf",
        reverse("privacidad"),
    ]
    assert [dato for dato in esperado if dato not in pagina] == []


def test_una_sin_entidad_confirmada_lo_dice(navegador: Client) -> None:
    solicitud = fabricas.solicitud(entidad=None, entidad_nombre="Hacienda Distrital")
    assert "Hacienda Distrital · por confirmar" in ver(navegador, solicitud)


@pytest.mark.parametrize("nombre", ["solicitud", "recibo"])
def test_cuesta_lo_mismo_con_una_actuacion_que_con_tres(navegador: Client, nombre: str) -> None:
    solicitud = fabricas.solicitud(estado=Solicitud.Estado.EN_TRAMITE, anexos=[fabricas.archivo()])
    with CaptureQueriesContext(connection) as antes:
        ver(navegador, solicitud, nombre)
    for numero in range(3):
        acciones.agregar_mensaje(
            solicitud=solicitud, de_nombre="Ana", texto="Más", anexos=[fabricas.archivo(f"{numero}.pdf")], ahora=AHORA
        )
    with CaptureQueriesContext(connection) as despues:
        ver(navegador, solicitud, nombre)
    assert len(despues) == len(antes)
