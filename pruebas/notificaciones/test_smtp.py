import pytest

from asiste.notificaciones.acciones import enviar_pendientes
from asiste.notificaciones.models import Mensaje
from asiste.solicitudes import acciones
from asiste.solicitudes.models import Solicitud
from pruebas import fabricas
from pruebas.notificaciones.conftest import Buzon

pytestmark = pytest.mark.django_db
AHORA = fabricas.AHORA


def test_el_acuse_llega_entero_por_smtp(buzon: Buzon) -> None:
    fabricas.solicitud(asunto="Índice de información clasificada", message_id="<uno@shd.gov.co>")
    assert enviar_pendientes(ahora=AHORA) == 1
    (correo,) = buzon.mensajes
    assert buzon.sobres == [("mipgdistrito@alcaldiabogota.gov.co", "carlos.pena@shd.gov.co")]
    assert (correo["Subject"].strip(), correo["To"]) == (
        "Recibimos su solicitud AT-2026-1: Índice de información clasificada",
        "carlos.pena@shd.gov.co",
    )
    assert correo["From"].addresses[0].display_name == "Dirección Distrital de Desarrollo Institucional"
    assert (correo["In-Reply-To"], correo["Auto-Submitted"]) == ("<uno@shd.gov.co>", "auto-replied")
    assert "quedó radicada con el número AT-2026-1" in correo.get_content()


def test_la_respuesta_llega_con_su_archivo(buzon: Buzon) -> None:
    solicitud = fabricas.solicitud(estado=Solicitud.Estado.EN_TRAMITE, acusar=False)
    guia = fabricas.archivo("Guía de trámites.pdf", b"%PDF-1.7\r\n.\r\n\x00\xff fin")
    acciones.responder(solicitud=solicitud, texto="Va la guía.", anexos=[guia], autor=fabricas.usuario(), ahora=AHORA)
    enviar_pendientes(ahora=AHORA)
    (adjunto,) = buzon.mensajes[0].iter_attachments()
    assert (adjunto.get_filename(), adjunto.get_content(), adjunto.get_content_type()) == (
        "Guía de trámites.pdf",
        b"%PDF-1.7\r\n.\r\n\x00\xff fin",
        "application/octet-stream",
    )


def test_una_direccion_que_no_existe_se_reintenta_y_no_detiene_a_las_demas(buzon: Buzon) -> None:
    buzon.rechaza.add("nadie@shd.gov.co")
    fabricas.solicitud(solicitante_correo="nadie@shd.gov.co")
    fabricas.solicitud()
    enviar_pendientes(ahora=AHORA)
    assert [para for _, para in buzon.sobres] == ["carlos.pena@shd.gov.co"]
    rechazado = Mensaje.objects.get(para="nadie@shd.gov.co")
    assert (rechazado.estado, rechazado.intentos, "550" in rechazado.error) == (Mensaje.Estado.PENDIENTE, 1, True)
