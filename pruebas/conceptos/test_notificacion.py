"""Signing answers the request, tells the entity and attends it."""

import pytest

from asiste.conceptos.acciones.notificacion import anotar_notificacion
from asiste.conceptos.acciones.revision import devolver
from asiste.conceptos.models import AnexoConcepto, Concepto
from asiste.conceptos.notificables import CABEN, lo_que_espera
from asiste.conocimiento.models import Uso
from asiste.notificaciones.models import Mensaje
from asiste.solicitudes import acciones as de_solicitudes
from asiste.solicitudes.acciones import ReglaIncumplida
from asiste.solicitudes.models import Actuacion, Solicitud
from pruebas import fabricas, fabricas_conceptos
from pruebas.conceptos import casos
from pruebas.fabricas import AHORA

pytestmark = pytest.mark.django_db


def caso_de(concepto: Concepto) -> Solicitud:
    return Solicitud.objects.get(pk=concepto.solicitud_id)


def carta(concepto: Concepto) -> Mensaje:
    return Mensaje.objects.get(texto__contains=f"va el concepto {concepto.numero}")


@pytest.mark.disposicion("6.3-conceptos")
def test_firmar_atiende_la_solicitud_con_el_concepto_como_evidencia() -> None:
    firmado = casos.firmado()
    caso, documento = caso_de(firmado), firmado.documento
    assert documento is not None
    respuesta = caso.actuaciones.get(tipo=Actuacion.Tipo.RESPUESTA)
    assert (caso.estado, caso.atendida_en, respuesta.visible_entidad) == ("atendida", AHORA, True)
    assert list(respuesta.anexos.values_list("nombre", "archivo")) == [
        ("Concepto C-DDDI-2026-1.pdf", documento.archivo_id)
    ]


def test_la_entidad_lo_recibe_por_correo_con_su_codigo() -> None:
    firmado = casos.firmado()
    documento, correo = firmado.documento, carta(firmado)
    assert documento is not None
    assert (correo.para, documento.direccion in correo.texto) == ("carlos.pena@shd.gov.co", True)
    assert list(correo.mensajeadjunto_set.values_list("archivo", flat=True)) == [documento.archivo_id]
    assert (firmado.notificado_en, firmado.pasos.order_by("-id")[0].detalle) == (
        AHORA,
        "Por correo, a carlos.pena@shd.gov.co.",
    )


def test_si_otro_debe_la_respuesta_de_un_tema_se_firma_y_se_dice_que_falta() -> None:
    otra = fabricas.funcionario("imprenta", nombre="Rosa Gil")
    concepto = casos.por_firmar()
    tema = concepto.solicitud.temas_a_cargo.get()
    de_solicitudes.encargar_tema(tema_solicitud=tema, responsable=otra, autor=concepto.proyecta.usuario, ahora=AHORA)
    firmado = casos.firmado(concepto)
    caso = caso_de(firmado)
    assert (caso.estado, caso.actuaciones.filter(tipo=Actuacion.Tipo.RESPUESTA).count()) == ("en-tramite", 1)
    assert lo_que_espera(caso) == (
        f"La solicitud sigue en trámite: falta la respuesta sobre {tema.tema} (Rosa Gil). "
        "El concepto ya es su evidencia."
    )


def test_respondido_el_tema_que_faltaba_se_atiende_con_el_concepto() -> None:
    otra = fabricas.funcionario("imprenta", nombre="Rosa Gil")
    concepto = casos.por_firmar()
    tema, laura = concepto.solicitud.temas_a_cargo.get(), concepto.proyecta.usuario
    de_solicitudes.encargar_tema(tema_solicitud=tema, responsable=otra, autor=laura, ahora=AHORA)
    caso = caso_de(casos.firmado(concepto))
    de_solicitudes.responder_tema(tema_solicitud=tema, texto="Va.", autor=otra.usuario, ahora=AHORA)
    assert lo_que_espera(caso).endswith("márquela como atendida; el concepto ya es su evidencia.")
    assert de_solicitudes.atender(solicitud=caso, resumen="Listo.", autor=laura, ahora=AHORA).estado == "atendida"


def test_si_esta_suspendida_se_firma_y_se_dice_que_falta() -> None:
    concepto = casos.por_firmar()
    laura = concepto.proyecta.usuario
    de_solicitudes.suspender(solicitud=concepto.solicitud, texto="Envíe el acto.", autor=laura, ahora=AHORA)
    caso = caso_de(casos.firmado(concepto))
    assert (caso.estado, lo_que_espera(caso)[:31]) == ("suspendida", "La solicitud está suspendida: r")


def test_si_ya_estaba_atendida_llega_como_otra_respuesta() -> None:
    concepto = casos.por_firmar()
    laura = concepto.proyecta.usuario
    de_solicitudes.responder(solicitud=concepto.solicitud, texto="Va la guía.", autor=laura, ahora=AHORA)
    de_solicitudes.atender(solicitud=concepto.solicitud, resumen="Va.", autor=laura, ahora=AHORA)
    firmado = casos.firmado(concepto)
    assert (caso_de(firmado).estado, lo_que_espera(caso_de(firmado)), firmado.notificado_en) == ("atendida", "", AHORA)


def test_si_ya_se_cerro_hay_que_reabrirla_antes_de_firmar() -> None:
    concepto = casos.por_firmar()
    laura = concepto.proyecta.usuario
    de_solicitudes.responder(solicitud=concepto.solicitud, texto="Va la guía.", autor=laura, ahora=AHORA)
    atendida = de_solicitudes.atender(solicitud=concepto.solicitud, resumen="Va.", autor=laura, ahora=AHORA)
    de_solicitudes.cerrar(solicitud=atendida, autor=laura, ahora=AHORA)
    with pytest.raises(ReglaIncumplida, match="reábrala para responderla con el concepto"):
        casos.firmado(Concepto.objects.completos().get(pk=concepto.pk))


def test_si_se_unio_a_otra_responde_la_otra() -> None:
    concepto = casos.por_firmar()
    asesora = concepto.proyecta
    otra = fabricas.solicitud(asesor=asesora, estado=Solicitud.Estado.EN_TRAMITE)
    de_solicitudes.fusionar(
        solicitud=concepto.solicitud, principal=otra, motivo="Es la misma.", autor=asesora.usuario, ahora=AHORA
    )
    casos.firmado(Concepto.objects.completos().get(pk=concepto.pk))
    otra.refresh_from_db()
    assert (otra.estado, caso_de(concepto).estado) == ("atendida", "fusionada")


def test_si_se_unio_a_la_de_otra_entidad_no_se_le_entrega() -> None:
    concepto = casos.por_firmar()
    asesora = concepto.proyecta
    otra = fabricas.solicitud(asesor=asesora, estado=Solicitud.Estado.EN_TRAMITE, entidad=fabricas.entidad("sed"))
    de_solicitudes.fusionar(
        solicitud=concepto.solicitud, principal=otra, motivo="Es la misma.", autor=asesora.usuario, ahora=AHORA
    )
    with pytest.raises(ReglaIncumplida, match="es de otra entidad: sepárela"):
        casos.firmado(Concepto.objects.completos().get(pk=concepto.pk))


def test_sin_correo_queda_de_evidencia_y_se_anota_como_se_entrego() -> None:
    firmado = casos.firmado(solicitante_correo="")
    caso, autor = caso_de(firmado), firmado.proyecta.usuario
    assert (caso.estado, firmado.notificado_en) == ("atendida", None)
    anotado = anotar_notificacion(concepto=firmado, como="En físico, a Carlos Peña.", autor=autor, ahora=AHORA)
    assert (anotado.notificado_en, anotado.pasos.order_by("-id")[0].tipo) == (AHORA, "notificado")
    with pytest.raises(ReglaIncumplida, match="ya se había notificado"):
        anotar_notificacion(concepto=firmado, como="Otra vez.", autor=autor, ahora=AHORA)


def anexar(concepto: Concepto, tamano: int) -> None:
    suelto = fabricas.archivo("matriz.xlsx", b"PK matriz")
    suelto.archivo.tamano = tamano
    suelto.archivo.save()
    AnexoConcepto.objects.create(
        concepto=concepto, archivo=suelto.archivo, nombre="matriz.xlsx", agregado_por=concepto.proyecta.usuario
    )


@pytest.mark.parametrize(("tamano", "en_el_correo"), [(1_000, 2), (CABEN, 1)], ids=["cabe", "no cabe"])
def test_los_anexos_van_en_el_correo_si_caben_y_siempre_en_la_solicitud(tamano: int, en_el_correo: int) -> None:
    concepto = casos.escrito()
    anexar(concepto, tamano)
    firmado = casos.firmado(casos.por_firmar(concepto))
    visibles = caso_de(firmado).anexos.filter(actuacion__visible_entidad=True, nombre="matriz.xlsx")
    assert (carta(firmado).mensajeadjunto_set.count(), visibles.count()) == (en_el_correo, 1)


def test_reasignada_la_solicitud_responde_por_ella_quien_la_tiene() -> None:
    concepto = casos.por_firmar()
    nueva, autor = fabricas.funcionario("stdi", nombre="Rosa Gil"), casos.cabeza("dddi").usuario
    de_solicitudes.reasignar(solicitud=concepto.solicitud, asesor=nueva, motivo="Reparto.", autor=autor, ahora=AHORA)
    recargado = Concepto.objects.completos().get(pk=concepto.pk)
    devolver(concepto=recargado, motivo="Falta.", autor=autor, ahora=AHORA)
    avisados = Mensaje.objects.filter(asunto__contains="devolvieron").values_list("para", flat=True)
    assert sorted(avisados) == sorted([concepto.proyecta.usuario.email, nueva.usuario.email])


def test_lo_que_el_concepto_cita_se_cuenta_como_uso_en_su_radicado() -> None:
    una, otra = fabricas_conceptos.publicacion(numero="C-DDAB-2024-7"), fabricas_conceptos.publicacion()
    concepto = casos.escrito()
    enlace = f'<a href="https://asiste.example/conocimiento/{otra.clave}/">otro</a>'
    casos.escribir(concepto, "analisis", f"Lo dijo el C-<strong>DDAB</strong>-2024-7, y {enlace}.")
    caso = caso_de(casos.firmado(casos.por_firmar(concepto)))
    usos = Uso.objects.order_by("publicacion").values_list("publicacion", "clase", "referencia", "entidad")
    comun = (Uso.Clase.RESPUESTA, caso.radicado, caso.entidad_id)
    assert list(usos) == [(una.pk, *comun), (otra.pk, *comun)]
