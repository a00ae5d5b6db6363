"""Which case a message goes to, who may write on it, and who is taken to ask."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from asiste.correo.models import MensajeEntrante
from asiste.directorio.acciones import registrar_enlace, retirar_enlace
from asiste.notificaciones.models import Mensaje
from asiste.portafolio.models import Canal
from asiste.solicitudes.acciones import responder
from asiste.solicitudes.alcance import solicitudes_de_entidad
from asiste.solicitudes.models import Actuacion, Solicitud
from pruebas import fabricas
from pruebas.correo.redaccion import BUZON, caso_de, correo, llega

pytestmark = pytest.mark.django_db
Llega = Callable[[bytes], MensajeEntrante]
PIDE = "garincon@shd.gov.co"


@pytest.fixture
def entra(tmp_path: Path) -> Llega:
    """Imports a mail and returns what is kept of it."""
    return lambda crudo: llega(crudo, tmp_path)


@pytest.fixture
def caso() -> Solicitud:
    """A case of Hacienda in the hands of an adviser, asked by mail."""
    return fabricas.solicitud(
        estado=Solicitud.Estado.EN_TRAMITE, solicitante_correo=PIDE, message_id="<pedido@shd.gov.co>"
    )


def acuse_de(caso: Solicitud) -> Mensaje:
    return Mensaje.objects.get(clave=f"acuse-{caso.radicado}")


def test_quien_pidio_responde_al_acuse_y_se_une_al_caso(entra: Llega, caso: Solicitud) -> None:
    mensaje = entra(correo(de=PIDE, asunto="Gracias", texto="Va el anexo.", responde_a=acuse_de(caso).message_id))
    assert (mensaje.resultado, mensaje.solicitud) == ("agregado", caso)
    hecho = Actuacion.objects.en_orden().last()
    assert hecho is not None
    assert (hecho.tipo, hecho.texto, hecho.visible_entidad) == ("recibida", "Va el anexo.", True)


def test_responder_a_la_respuesta_del_asesor_se_une_al_caso(entra: Llega, caso: Solicitud) -> None:
    assert caso.asesor is not None
    autor = caso.asesor.usuario
    hecho = responder(solicitud=caso, texto="Adjuntamos la guía.", autor=autor, ahora=fabricas.AHORA)
    mensaje = entra(
        correo(de=PIDE, asunto="Recibido", cabeceras={"References": f"<otro@shd.gov.co> {hecho.message_id}"})
    )
    assert mensaje.solicitud == caso


def test_seguir_el_propio_correo_se_une_al_caso(entra: Llega, caso: Solicitud) -> None:
    assert entra(correo(de=PIDE, asunto="Algo más", responde_a="<pedido@shd.gov.co>")).solicitud == caso


def test_el_numero_en_el_asunto_basta(entra: Llega, caso: Solicitud) -> None:
    assert entra(correo(de=PIDE, asunto=f"Re: {caso.radicado.lower()} mapa de procesos")).solicitud == caso


def test_un_colega_de_la_entidad_se_une_al_caso(entra: Llega, caso: Solicitud) -> None:
    mensaje = entra(correo(de="otra.persona@shd.gov.co", asunto=f"RE: {caso.radicado}"))
    assert (mensaje.resultado, mensaje.solicitud) == ("agregado", caso)


def test_un_enlace_que_escribe_de_otro_dominio_se_une_al_caso(entra: Llega, caso: Solicitud) -> None:
    assert caso.entidad is not None
    fabricas.enlace(caso.entidad.clave, correo="enlace.hacienda@gmail.com")
    assert entra(correo(de="enlace.hacienda@gmail.com", asunto=f"RE: {caso.radicado}")).solicitud == caso


@pytest.mark.parametrize("de", ["curioso@gmail.com", "alguien@sdis.gov.co"], ids=["desconocido", "otra-entidad"])
def test_un_extrano_que_cita_el_radicado_no_entra_al_caso(entra: Llega, caso: Solicitud, de: str) -> None:
    antes = caso.actuaciones.count()
    mensaje = entra(correo(de=de, asunto=f"RE: {caso.radicado}", responde_a=acuse_de(caso).message_id))
    assert mensaje.resultado == "radicado"
    assert caso.actuaciones.count() == antes
    assert list(solicitudes_de_entidad(fabricas.usuario(de))) == [caso_de(mensaje)]


def test_de_un_dominio_compartido_entra_quien_firma_por_la_misma_entidad(entra: Llega) -> None:
    suba = fabricas.entidad("alcaldia-local-de-suba")
    caso = fabricas.solicitud(entidad=suba, solicitante_correo="edilma@gobiernobogota.gov.co")
    ajeno = correo(de="w@gobiernobogota.gov.co", asunto=caso.radicado, texto="Hola\n\nAlcaldía Local de Usme")
    propio = correo(de="x@gobiernobogota.gov.co", asunto=caso.radicado, texto="Hola\n\nAlcaldía Local de Suba")
    assert entra(ajeno).resultado == "radicado"
    assert entra(propio).solicitud == caso


def test_si_el_hilo_esta_cerrado_vale_el_numero_citado(entra: Llega, caso: Solicitud) -> None:
    cerrado = fabricas.solicitud(
        estado=Solicitud.Estado.CERRADA, solicitante_correo=PIDE, message_id="<viejo@shd.gov.co>"
    )
    mensaje = entra(correo(de=PIDE, asunto=f"Sobre {caso.radicado}", responde_a="<viejo@shd.gov.co>"))
    assert cerrado != caso
    assert mensaje.solicitud == caso


def test_lo_que_se_une_avisa_al_asesor_y_a_nadie_mas(entra: Llega, caso: Solicitud) -> None:
    antes = set(Mensaje.objects.values_list("pk", flat=True))
    entra(correo(de=PIDE, asunto=caso.radicado))
    assert caso.asesor is not None
    nuevos = Mensaje.objects.exclude(pk__in=antes)
    assert [mensaje.para for mensaje in nuevos] == [caso.asesor.usuario.email]


@pytest.mark.parametrize(
    "cabeceras",
    [
        {"Auto-Submitted": "auto-replied"},
        {"Return-Path": "<>", "From": "MAILER-DAEMON@shd.gov.co", "Subject": "Undelivered Mail {radicado}"},
    ],
    ids=["automatico", "rebote"],
)
def test_lo_de_una_maquina_queda_junto_al_caso_que_cita_y_no_se_contesta(
    entra: Llega, caso: Solicitud, cabeceras: dict[str, str]
) -> None:
    antes = (Mensaje.objects.count(), caso.actuaciones.count(), Solicitud.objects.count())
    llenas = {nombre: valor.format(radicado=caso.radicado) for nombre, valor in cabeceras.items()}
    mensaje = entra(correo(de=PIDE, asunto=f"Fuera: {caso.radicado}", cabeceras=llenas))
    assert mensaje.solicitud == caso
    assert (Mensaje.objects.count(), caso.actuaciones.count(), Solicitud.objects.count()) == antes


def test_un_mensaje_nuestro_que_vuelve_no_abre_nada(entra: Llega, caso: Solicitud) -> None:
    mensaje = entra(correo(de="buzon@redirige.example", identificador=acuse_de(caso).message_id))
    assert (mensaje.resultado, mensaje.motivo) == ("automatico", "Es un mensaje nuestro que volvió.")


def test_el_mismo_identificador_con_otro_contenido_es_otra_solicitud(entra: Llega) -> None:
    for oficio in ("Oficio 14", "Oficio 19"):
        assert entra(correo(identificador="<escaner@shd.gov.co>", asunto=oficio)).resultado == "radicado"
    assert Solicitud.objects.count() == 2


def test_el_mismo_contenido_con_otro_identificador_es_otra_solicitud(entra: Llega) -> None:
    assert [entra(correo()).resultado, entra(correo()).resultado] == ["radicado", "radicado"]


def test_la_copia_de_una_respuesta_no_se_agrega_dos_veces(entra: Llega, caso: Solicitud) -> None:
    for buzon in (BUZON, "ddri@alcaldiabogota.gov.co"):
        entra(correo(de=PIDE, asunto=caso.radicado, identificador="<r@shd.gov.co>", buzon=buzon))
    assert caso.actuaciones.filter(tipo=Actuacion.Tipo.RECIBIDA).count() == 1


@pytest.mark.disposicion("5-canales")
def test_lo_que_llega_al_alias_es_de_su_buzon(entra: Llega) -> None:
    alias = Canal.objects.exclude(alias_de=None).get()
    mensaje = entra(correo(buzon=alias.valor))
    assert mensaje.buzon == alias
    assert caso_de(mensaje).dependencia == fabricas.dependencia("dddi")


@pytest.mark.parametrize(
    ("buzon", "clave"),
    [
        ("mipgdistrito", "dddi"),
        ("ventanillaelectronica", "ddab"),
        ("ddri", "ddri"),
        ("registrodistrital", "imprenta"),
        ("imprentadistrital", "imprenta"),
    ],
)
@pytest.mark.disposicion("5-canales", "7.1.3-canales", "6.3-registro-canales", "8.1.1-demanda")
def test_cada_buzon_radica_en_su_dependencia(entra: Llega, buzon: str, clave: str) -> None:
    mensaje = entra(correo(buzon=f"{buzon}@alcaldiabogota.gov.co"))
    assert caso_de(mensaje).dependencia == fabricas.dependencia(clave)


def test_un_dominio_desconocido_queda_por_identificar(entra: Llega) -> None:
    caso = caso_de(entra(correo(de="ana@gmail.com", texto="Soy de la Secretaría Distrital de Hacienda")))
    assert (caso.entidad, caso.quien_pide) == (None, "Entidad por identificar")
    assert caso in Solicitud.objects.sin_entidad()


def test_el_enlace_dice_la_entidad_antes_que_el_dominio(entra: Llega) -> None:
    fabricas.enlace("sdis", correo="prestada@shd.gov.co")
    assert caso_de(entra(correo(de="prestada@shd.gov.co"))).entidad == fabricas.entidad("sdis")


def test_un_enlace_que_ya_no_lo_es_no_dice_la_entidad(entra: Llega) -> None:
    sdis = fabricas.entidad("sdis")
    desde = date(2020, 1, 1)
    enlace = registrar_enlace(entidad=sdis, nombre="Ana", cargo="", correo="ana@gmail.com", hoy=desde)
    retirar_enlace(enlace=enlace, hoy=date(2021, 1, 1))
    assert caso_de(entra(correo(de="ana@gmail.com"))).entidad is None


def test_lo_que_reenvia_un_asesor_lo_pide_quien_lo_escribio_y_se_acusa_al_asesor(entra: Llega) -> None:
    texto = "---------- Forwarded message ---------\nDe: Ramiro <r@dadep.gov.co>\nAsunto: Consulta\n\n¿Procede?"
    caso = caso_de(entra(correo(de="sonia@alcaldiabogota.gov.co", asunto="Fwd: Consulta", texto=texto)))
    assert (caso.solicitante_correo, caso.solicitante_nombre) == ("r@dadep.gov.co", "Ramiro")
    assert caso.entidad == fabricas.entidad("dadep")
    assert [mensaje.para for mensaje in Mensaje.objects.all()] == ["sonia@alcaldiabogota.gov.co"]


def test_lo_que_reenvia_un_colega_de_la_entidad_lo_pide_quien_lo_escribio(entra: Llega) -> None:
    texto = "---------- Forwarded message ---------\nDe: Bea <bea@shd.gov.co>\nAsunto: Consulta\n\n¿Procede?"
    caso = caso_de(entra(correo(de="ana@shd.gov.co", asunto="RV: Consulta", texto=texto)))
    assert (caso.solicitante_correo, caso.entidad) == ("bea@shd.gov.co", fabricas.entidad("sdh"))
    assert [mensaje.para for mensaje in Mensaje.objects.all()] == ["ana@shd.gov.co"]


def test_lo_que_alguien_reenvia_de_otra_entidad_lo_pide_el_mismo(entra: Llega) -> None:
    texto = "---------- Forwarded message ---------\nDe: Ramiro <r@dadep.gov.co>\nAsunto: Consulta\n\n¿Procede?"
    caso = caso_de(entra(correo(de="ana@shd.gov.co", asunto="Fwd: Consulta", texto=texto)))
    assert (caso.solicitante_correo, caso.entidad) == ("ana@shd.gov.co", fabricas.entidad("sdh"))


def test_los_temas_salen_del_asunto_y_del_texto(entra: Llega) -> None:
    crudo = correo(asunto="Consulta sobre TELETRABAJO", texto="También sobre la política de integridad.")
    caso = caso_de(entra(crudo))
    assert set(caso.temas.values_list("clave", flat=True)) == {"teletrabajo", "integridad"}


@pytest.mark.disposicion("6.2-asesor-sector")
def test_el_correo_llega_al_asesor_del_sector(entra: Llega) -> None:
    asesor = fabricas.funcionario()
    fabricas.solicitud(asesor=asesor)  # allocates Hacienda to the adviser
    assert caso_de(entra(correo(de="ana@shd.gov.co", asunto="Consulta"))).asesor == asesor


def test_los_anexos_quedan_con_lo_que_tienen_de_raro(entra: Llega) -> None:
    anexos = [("plan.pdf", b"%PDF-1.7 plan"), ("vacio.pdf", b""), ("raro.pdf", b"MZ" + bytes(100))]
    caso = caso_de(entra(correo(anexos=anexos)))
    assert [(a.nombre, a.archivo.tamano, a.aviso) for a in caso.anexos.order_by("id")] == [
        ("plan.pdf", 13, ""),
        ("vacio.pdf", 0, "Llegó vacío: pida que lo envíen de nuevo."),
        ("raro.pdf", 102, "Es un programa, aunque su nombre diga otra cosa: no se entrega."),
    ]
