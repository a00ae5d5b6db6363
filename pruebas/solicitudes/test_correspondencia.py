from datetime import timedelta
from typing import Any

import pytest
from pytest_django import Settings

from asiste.directorio.acciones import registrar_ausencia
from asiste.notificaciones.acciones import elegir_avisos
from asiste.notificaciones.models import Mensaje
from asiste.portafolio.models import Canal
from asiste.solicitudes import acciones
from asiste.solicitudes.models import Actuacion, Anexo, Solicitud
from pruebas import fabricas

pytestmark = pytest.mark.django_db
AHORA = fabricas.AHORA
Estado = Solicitud.Estado

ACUSE = """\
Buen día, Carlos Peña:

Recibimos su solicitud y quedó radicada con el número AT-2026-2.

Asunto: Plan de mejora de integridad
Llegó: jueves 19 de noviembre de 2026, 10:00 a.m.
La atiende: Dirección Distrital de Desarrollo Institucional, Laura Ortiz
Respuesta a más tardar: jueves 3 de diciembre de 2026 (10 días hábiles)
Lugar en la fila: 2

Atendemos por orden de llegada. Puede ver el estado y la cuenta del plazo en:
https://asiste.example/consultar/?radicado=AT-2026-2

Si quiere agregar algo, responda este correo.

Dirección Distrital de Desarrollo Institucional
Secretaría General de la Alcaldía Mayor de Bogotá, D.C.
"""


def cartas(solicitud: Solicitud) -> list[Mensaje]:
    return list(Mensaje.objects.filter(clave__contains=solicitud.radicado).order_by("id"))


def responder(solicitud: Solicitud, texto: str = "Adjuntamos la guía.", **cambios: Any) -> Actuacion:
    datos: dict[str, Any] = {"autor": fabricas.usuario(nombre="Laura Ortiz"), "ahora": AHORA}
    return acciones.responder(solicitud=solicitud, texto=texto, **datos | cambios)


def llega(solicitud: Solicitud, message_id: str, minutos: int = 0) -> Actuacion:
    return acciones.agregar_mensaje(
        solicitud=solicitud,
        de_nombre="Carlos Peña",
        texto="Falta un dato.",
        message_id=message_id,
        ahora=AHORA + timedelta(minutes=minutos),
    )


@pytest.mark.disposicion("5-fifo", "5-oportuna")
def test_el_acuse_dice_numero_vencimiento_y_lugar(settings: Settings) -> None:
    settings.URL_PUBLICA = "https://asiste.example"
    asesor = fabricas.funcionario()
    fabricas.solicitud(asesor=asesor)
    acuse = cartas(fabricas.solicitud(asesor=asesor))[0]
    assert acuse.texto.strip() == ACUSE.strip()
    assert acuse.asunto == "Recibimos su solicitud AT-2026-2: Plan de mejora de integridad"


@pytest.mark.disposicion("5-canales")
@pytest.mark.parametrize(
    ("oficina", "remitente"),
    [
        ("dddi", '"Dirección Distrital de Desarrollo Institucional" <mipgdistrito@alcaldiabogota.gov.co>'),
        ("stdi", '"Dirección Distrital de Desarrollo Institucional" <mipgdistrito@alcaldiabogota.gov.co>'),
        ("ddab", '"Dirección Distrital de Archivo de Bogotá" <ventanillaelectronica@alcaldiabogota.gov.co>'),
        ("ddri", '"Dirección Distrital de Relaciones Internacionales" <ddri@alcaldiabogota.gov.co>'),
        ("imprenta", '"Dirección Distrital de Desarrollo Institucional" <registrodistrital@alcaldiabogota.gov.co>'),
    ],
)
def test_se_escribe_desde_el_buzon_de_la_oficina(oficina: str, remitente: str) -> None:
    solicitud = fabricas.solicitud(dependencia=fabricas.dependencia(oficina), temas=[])
    assert cartas(solicitud)[0].remitente == remitente


def test_una_oficina_con_comas_en_el_nombre_tambien_puede_escribir() -> None:
    solicitud = fabricas.solicitud()
    solicitud.direccion.nombre = "Dirección de Archivo, Memoria y «Patrimonio»"
    solicitud.direccion.save()
    responder(acciones.tomar_siguiente(asesor=fabricas.funcionario(), ahora=AHORA))
    assert cartas(solicitud)[-1].remitente == (
        '"Dirección de Archivo, Memoria y «Patrimonio»" <mipgdistrito@alcaldiabogota.gov.co>'
    )


def test_sin_buzon_predeterminado_se_escribe_desde_el_remitente_general(settings: Settings) -> None:
    Canal.objects.filter(predeterminado=True).update(predeterminado=False)
    assert cartas(fabricas.solicitud())[0].remitente == settings.DEFAULT_FROM_EMAIL


def test_a_quien_no_dejo_correo_no_se_le_escribe() -> None:
    fabricas.solicitud(canal=Solicitud.Canal.VENTANILLA, solicitante_correo="")
    assert Mensaje.objects.count() == 0


def test_lo_que_se_radica_sin_acuse_no_avisa() -> None:
    fabricas.solicitud(acusar=False)
    assert Mensaje.objects.count() == 0


def test_el_acuse_contesta_el_mensaje_que_llego() -> None:
    acuse = cartas(fabricas.solicitud(message_id="<uno@shd.gov.co>"))[0]
    assert (acuse.en_respuesta_a, acuse.automatico) == ("<uno@shd.gov.co>", True)


@pytest.mark.disposicion("5-canales")
def test_lo_que_se_radica_guarda_texto_remitente_y_anexos() -> None:
    solicitud = fabricas.solicitud(anexos=[fabricas.archivo("plan.pdf")], message_id="<uno@shd.gov.co>")
    radicada = Actuacion.objects.get(solicitud=solicitud)
    assert (radicada.tipo, radicada.autor_nombre, radicada.texto, radicada.message_id) == (
        Actuacion.Tipo.RADICADA,
        "Carlos Peña",
        "Necesitamos asesoría para el plan de mejora.",
        "<uno@shd.gov.co>",
    )
    assert [anexo.nombre for anexo in radicada.anexos.order_by("id")] == ["plan.pdf"]


def test_la_respuesta_sigue_el_hilo_de_lo_ultimo_que_escribio_la_entidad() -> None:
    solicitud = fabricas.solicitud(estado=Estado.EN_TRAMITE, message_id="<uno@shd.gov.co>")
    llega(solicitud, "<dos@shd.gov.co>", minutos=5)
    responder(solicitud)
    assert cartas(solicitud)[-1].en_respuesta_a == "<dos@shd.gov.co>"


def test_a_quien_no_escribio_por_correo_se_le_responde_en_el_hilo_del_acuse() -> None:
    solicitud = fabricas.solicitud(estado=Estado.EN_TRAMITE)
    responder(solicitud)
    acuse, respuesta = cartas(solicitud)
    assert (acuse.en_respuesta_a, respuesta.en_respuesta_a) == ("", acuse.message_id)


def test_la_respuesta_queda_en_el_expediente_con_el_correo_que_salio() -> None:
    solicitud = fabricas.solicitud(estado=Estado.EN_TRAMITE)
    respuesta = responder(solicitud)
    carta = cartas(solicitud)[-1]
    assert (respuesta.mensaje, respuesta.message_id, respuesta.visible_entidad) == (carta, carta.message_id, True)
    assert (carta.para, carta.automatico) == ("carlos.pena@shd.gov.co", False)


def test_la_respuesta_lleva_lo_escrito_y_sus_anexos() -> None:
    solicitud = fabricas.solicitud(estado=Estado.EN_TRAMITE)
    responder(solicitud, "Vea la guía.", anexos=[fabricas.archivo("guía.pdf")])
    carta = cartas(solicitud)[-1]
    assert carta.texto.splitlines()[0] == "Vea la guía."
    assert [fila.nombre for fila in carta.mensajeadjunto_set.order_by("id")] == ["guía.pdf"]
    assert list(Anexo.objects.filter(solicitud=solicitud).values_list("nombre", flat=True)) == ["guía.pdf"]


def test_dos_respuestas_iguales_son_dos_correos() -> None:
    solicitud = fabricas.solicitud(estado=Estado.EN_TRAMITE)
    responder(solicitud)
    responder(solicitud)
    assert len(cartas(solicitud)) == 3


def test_la_primera_respuesta_queda_fechada_una_sola_vez() -> None:
    solicitud = fabricas.solicitud(estado=Estado.EN_TRAMITE)
    responder(solicitud)
    responder(solicitud, ahora=AHORA + timedelta(days=1))
    solicitud.refresh_from_db()
    assert solicitud.primera_respuesta_en == AHORA


@pytest.mark.parametrize(
    ("estado", "texto", "correo", "razon"),
    [
        (Estado.EN_TRAMITE, "  ", "a@b.gov.co", "Escriba la respuesta"),
        (Estado.EN_TRAMITE, "Hola", "", "no tiene correo"),
        (Estado.POR_TOMAR, "Hola", "a@b.gov.co", "Tome la solicitud antes"),
    ],
)
def test_lo_que_no_se_puede_responder_dice_por_que(estado: Estado, texto: str, correo: str, razon: str) -> None:
    solicitud = fabricas.solicitud(solicitante_correo=correo)
    if estado == Estado.EN_TRAMITE:
        acciones.tomar_siguiente(asesor=fabricas.funcionario(), ahora=AHORA)
    with pytest.raises(acciones.ReglaIncumplida, match=razon):
        responder(solicitud, texto)


def test_un_mensaje_nuevo_se_le_avisa_al_asesor() -> None:
    asesor = fabricas.funcionario(correo="lortiz@alcaldiabogota.gov.co")
    solicitud = fabricas.solicitud(asesor=asesor)
    llega(solicitud, "<dos@shd.gov.co>")
    aviso = Mensaje.objects.get(para="lortiz@alcaldiabogota.gov.co")
    assert (aviso.asunto, aviso.automatico) == ("AT-2026-1: Carlos Peña escribió", True)


def test_un_mensaje_de_lo_que_nadie_tiene_queda_en_el_expediente() -> None:
    solicitud = fabricas.solicitud()
    llegado = llega(solicitud, "<dos@shd.gov.co>")
    assert list(Actuacion.objects.para_la_entidad().filter(solicitud=solicitud).en_orden())[-1] == llegado
    assert len(Mensaje.objects.all()) == 1


def test_la_nota_interna_no_la_ve_la_entidad() -> None:
    solicitud = fabricas.solicitud()
    nota = acciones.anotar(solicitud=solicitud, texto="Ojo", autor=fabricas.usuario(), ahora=AHORA)
    assert nota in Actuacion.objects.filter(solicitud=solicitud)
    assert nota not in Actuacion.objects.filter(solicitud=solicitud).para_la_entidad()


def test_la_nota_interna_no_escribe_a_nadie() -> None:
    solicitud = fabricas.solicitud()
    acciones.anotar(solicitud=solicitud, texto="Ojo", autor=fabricas.usuario(), ahora=AHORA)
    assert [carta.clave for carta in Mensaje.objects.all()] == ["acuse-AT-2026-1"]


def test_una_nota_vacia_no_se_guarda() -> None:
    with pytest.raises(acciones.ReglaIncumplida, match="Escriba la nota"):
        acciones.anotar(solicitud=fabricas.solicitud(), texto="\n", autor=fabricas.usuario(), ahora=AHORA)


def test_el_expediente_va_en_el_orden_en_que_paso() -> None:
    solicitud = fabricas.solicitud(estado=Estado.CERRADA)
    assert [paso.tipo for paso in solicitud.actuaciones.en_orden()] == [
        Actuacion.Tipo.RADICADA,
        Actuacion.Tipo.TOMADA,
        Actuacion.Tipo.RESPUESTA,
        Actuacion.Tipo.ATENDIDA,
        Actuacion.Tipo.CERRADA,
    ]


@pytest.mark.parametrize(("mensajes", "cuantos"), [("al-momento", 1), ("resumen", 0), ("nunca", 0)])
def test_cada_asesora_elige_si_se_entera_al_momento(mensajes: str, cuantos: int) -> None:
    asesora = fabricas.funcionario()
    elegir_avisos(usuario=asesora.usuario, resumen=True, antes_de_vencer=True, mensajes=mensajes)
    llega(fabricas.solicitud(asesor=asesora), "<dos@shd.gov.co>")
    assert Mensaje.objects.filter(para=asesora.usuario.email).count() == cuantos


def test_que_el_plazo_corre_de_nuevo_se_dice_siempre() -> None:
    asesora = fabricas.funcionario()
    elegir_avisos(usuario=asesora.usuario, resumen=False, antes_de_vencer=False, mensajes="nunca")
    llega(fabricas.solicitud(asesor=asesora, estado=Estado.SUSPENDIDA), "<dos@shd.gov.co>")
    assert "el plazo corre de nuevo" in Mensaje.objects.get(para=asesora.usuario.email).texto


def test_si_la_asesora_no_esta_se_entera_quien_la_reemplaza() -> None:
    asesora, otra = fabricas.funcionario(), fabricas.funcionario(nombre="Inés Mora")
    hoy = AHORA.date()
    registrar_ausencia(asesor=asesora, sustituto=otra, desde=hoy, hasta=hoy, motivo="Permiso")
    caso = fabricas.solicitud(estado=Estado.EN_TRAMITE, asesor=asesora)
    llega(caso, "<dos@shd.gov.co>")
    assert [mensaje.para for mensaje in Mensaje.objects.filter(clave__startswith="recibida-")] == [otra.usuario.email]
