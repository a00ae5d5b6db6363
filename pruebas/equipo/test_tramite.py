"""What is done on a case: notes, answers, evidence, attention, close and reassignment."""

import pytest
from django.conf import settings
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from asiste.directorio.acciones import registrar_ausencia
from asiste.directorio.models import Funcionario
from asiste.notificaciones.models import Mensaje
from asiste.solicitudes.models import Actuacion, Anexo, Solicitud
from pruebas import fabricas

ESTADO = Solicitud.Estado
TIPO = Actuacion.Tipo


@pytest.fixture
def caso(asesora: Funcionario) -> Solicitud:
    """One that Laura Ortiz works on."""
    return fabricas.solicitud(asesor=asesora, estado=ESTADO.EN_TRAMITE)


def url(accion: str, solicitud: Solicitud) -> str:
    return reverse(f"equipo:{accion}", args=[solicitud.radicado])


def ultima(solicitud: Solicitud) -> Actuacion:
    return solicitud.actuaciones.latest("pk")


def pdf(nombre: str = "acta.pdf", contenido: bytes = b"%PDF-1.7 acta") -> SimpleUploadedFile:
    return SimpleUploadedFile(nombre, contenido)


def test_la_nota_queda_interna(navegador: Client, caso: Solicitud) -> None:
    respuesta = navegador.post(url("nota", caso), {"texto": "Llamar mañana"})
    nota = ultima(caso)
    assert (nota.tipo, nota.texto, nota.visible_entidad) == (TIPO.NOTA, "Llamar mañana", False)
    assert respuesta.headers["Location"] == url("solicitud", caso)


def test_una_nota_vacia_lo_dice_en_el_campo_y_en_el_resumen(navegador: Client, caso: Solicitud) -> None:
    pagina = navegador.post(url("nota", caso), {"texto": "  "}).content.decode()
    assert "Revise 1 dato antes de continuar" in pagina
    assert '<a href="#id_texto">Nota: Escriba la nota.</a>' in pagina
    assert "<title>Error: Anotar en" in pagina


def test_la_respuesta_sale_por_correo_con_sus_archivos(navegador: Client, caso: Solicitud) -> None:
    navegador.post(url("respuesta", caso), {"texto": "Va la guía.", "anexos": [pdf("guía.pdf"), pdf("acta.pdf", b"2")]})
    actuacion = ultima(caso)
    mensaje = Mensaje.objects.get(message_id=actuacion.message_id)
    assert (actuacion.tipo, mensaje.para) == (TIPO.RESPUESTA, "carlos.pena@shd.gov.co")
    assert sorted(actuacion.anexos.values_list("nombre", flat=True)) == ["acta.pdf", "guía.pdf"]
    assert mensaje.adjuntos.count() == 2


def test_una_respuesta_vacia_conserva_la_pagina(navegador: Client, caso: Solicitud) -> None:
    respuesta = navegador.post(url("respuesta", caso), {"texto": ""})
    assert respuesta.context["form"].errors == {"texto": ["Escriba el mensaje para la entidad."]}
    assert not Mensaje.objects.filter(automatico=False).exists()


def test_lo_que_rompe_una_regla_se_dice_y_lo_escrito_sigue(navegador: Client, asesora: Funcionario) -> None:
    sin_correo = fabricas.solicitud(asesor=asesora, estado=ESTADO.EN_TRAMITE, solicitante_correo="")
    respuesta = navegador.post(url("respuesta", sin_correo), {"texto": "Esto escribí."})
    assert respuesta.context["form"].non_field_errors() == ["La solicitud no tiene correo al cual responder."]
    assert "Esto escribí." in respuesta.content.decode()


def test_los_archivos_no_pasan_del_limite(navegador: Client, caso: Solicitud) -> None:
    grande = pdf(contenido=bytes(settings.TAMANO_ANEXOS + 1))
    respuesta = navegador.post(url("respuesta", caso), {"texto": "Esto escribí.", "anexos": [grande]})
    assert list(respuesta.context["form"].errors) == ["anexos"]
    assert "Esto escribí." in respuesta.content.decode()
    assert not Anexo.objects.exists()


def test_la_evidencia_exige_un_archivo(navegador: Client, caso: Solicitud) -> None:
    respuesta = navegador.post(url("evidencia", caso), {"texto": "Acta de la mesa"})
    assert respuesta.context["form"].errors == {"anexos": ["Elija al menos un archivo que muestre lo que se hizo."]}


def test_la_evidencia_queda_a_la_vista_de_la_entidad(navegador: Client, caso: Solicitud) -> None:
    navegador.post(url("evidencia", caso), {"texto": "Acta de la mesa", "anexos": [pdf()]})
    assert (ultima(caso).tipo, ultima(caso).visible_entidad) == (TIPO.EVIDENCIA, True)


@pytest.mark.disposicion("5-base-trazabilidad")
def test_no_se_atiende_sin_evidencia(navegador: Client, caso: Solicitud) -> None:
    respuesta = navegador.post(url("atencion", caso), {"resumen": "Se atendió por teléfono."})
    assert respuesta.context["form"].non_field_errors() == [
        "Falta la evidencia: envíe la respuesta o adjunte un archivo que muestre lo hecho."
    ]
    assert "Se atendió por teléfono." in respuesta.content.decode()
    caso.refresh_from_db()
    assert caso.estado == ESTADO.EN_TRAMITE


@pytest.mark.disposicion("5-oportuna")
def test_con_evidencia_se_atiende_y_luego_se_cierra(navegador: Client, caso: Solicitud) -> None:
    navegador.post(url("evidencia", caso), {"texto": "Acta", "anexos": [pdf()]})
    navegador.post(url("atencion", caso), {"resumen": "Mesa de trabajo."})
    caso.refresh_from_db()
    assert (caso.estado, caso.atendida_en) == (ESTADO.ATENDIDA, fabricas.AHORA)
    navegador.post(url("cierre", caso))
    caso.refresh_from_db()
    assert (caso.estado, caso.cerrada_en) == (ESTADO.CERRADA, fabricas.AHORA)
    assert Mensaje.objects.filter(asunto=f"{caso.radicado}: su solicitud quedó cerrada").count() == 1


def test_quien_reemplaza_a_la_asesora_tramita_sus_casos(asesora: Funcionario, caso: Solicitud) -> None:
    relevo = fabricas.funcionario("stdi", nombre="Jorge Méndez")
    suyo, hoy = fabricas.sesion(relevo.usuario), fabricas.AHORA.date()
    assert suyo.get(url("respuesta", caso)).status_code == 403
    registrar_ausencia(asesor=asesora, sustituto=relevo, desde=hoy, hasta=hoy, motivo="Licencia")
    suyo.post(url("respuesta", caso), {"texto": "Va la guía."})
    assert (ultima(caso).tipo, ultima(caso).autor) == (TIPO.RESPUESTA, relevo.usuario)


def test_no_se_cierra_lo_que_no_se_atendio(navegador: Client, caso: Solicitud) -> None:
    respuesta = navegador.post(url("cierre", caso))
    assert respuesta.context["form"].non_field_errors() == [
        "Primero marque la solicitud como atendida, con su evidencia."
    ]


def test_abrir_el_cierre_no_cierra(navegador: Client, asesora: Funcionario) -> None:
    atendida = fabricas.solicitud(asesor=asesora, estado=ESTADO.ATENDIDA)
    navegador.get(url("cierre", atendida))
    atendida.refresh_from_db()
    assert atendida.estado == ESTADO.ATENDIDA


def test_reasignar_pasa_el_caso_con_su_motivo(directora: Client, caso: Solicitud) -> None:
    relevo = fabricas.funcionario("stdi", nombre="Jorge Méndez")
    directora.post(url("reasignacion", caso), {"asesor": relevo.pk, "motivo": "Equilibrar la carga"})
    caso.refresh_from_db()
    assert caso.asesor == relevo
    assert (ultima(caso).tipo, ultima(caso).texto) == (TIPO.REASIGNADA, "A Jorge Méndez: Equilibrar la carga")


def test_no_se_reasigna_a_quien_ya_la_tiene_ni_a_otra_direccion(directora: Client, caso: Solicitud) -> None:
    ajeno = fabricas.funcionario("ssda", nombre="De Archivo")
    relevo = fabricas.funcionario("stdi", nombre="Jorge Méndez")
    ofrecidos = directora.get(url("reasignacion", caso)).context["form"].fields["asesor"].queryset
    assert list(ofrecidos) == [relevo]
    respuesta = directora.post(url("reasignacion", caso), {"asesor": ajeno.pk, "motivo": "Porque sí"})
    assert list(respuesta.context["form"].errors) == ["asesor"]
