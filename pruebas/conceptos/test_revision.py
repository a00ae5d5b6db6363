"""From the draft to the signature: review, remarks, returns."""

import pytest

from asiste.conceptos.acciones.observaciones import observar, resolver_observacion
from asiste.conceptos.acciones.revision import dejar_sin_efecto, devolver, enviar_a_revision, pasar_a_firma
from asiste.conceptos.models import Concepto, Observacion
from asiste.cuentas.models import Rol, Usuario
from asiste.notificaciones.models import Mensaje
from asiste.solicitudes import acciones as de_solicitudes
from asiste.solicitudes.acciones import ReglaIncumplida
from pruebas import fabricas
from pruebas.conceptos import casos
from pruebas.fabricas import AHORA

pytestmark = pytest.mark.django_db


def revisor(concepto: Concepto) -> Usuario:
    assert concepto.revisa is not None
    return concepto.revisa.usuario


def observada(concepto: Concepto, pasaje: str = "no obliga a crear un proceso", clave: str = "analisis") -> Observacion:
    return observar(
        concepto=concepto, clave=clave, pasaje=pasaje, texto="Cite la guía.", autor=revisor(concepto), ahora=AHORA
    )


def tipos(concepto: Concepto) -> list[str]:
    return list(concepto.pasos.order_by("id").values_list("tipo", flat=True))


@pytest.mark.disposicion("6.3-conceptos")
def test_al_enviarlo_queda_una_version_con_sus_bytes_y_se_avisa_a_quien_revisa() -> None:
    concepto = casos.en_revision()
    version = concepto.versiones.get()
    assert (concepto.estado, version.numero, version.archivo.tipo) == ("revision", 1, "application/pdf")
    pedido = Mensaje.objects.get(asunto__contains="concepto por revisar")
    assert pedido.para == revisor(concepto).email


@pytest.mark.disposicion("7.1.2-concepto")
@pytest.mark.parametrize(("falta", "rotulo"), [("analisis", "Análisis técnico"), ("conclusiones", "Conclusiones")])
def test_el_del_archivo_no_se_envia_sin_analisis_o_sin_conclusiones(falta: str, rotulo: str) -> None:
    concepto = casos.escrito(oficina="ssda")
    casos.escribir(concepto, falta, "")
    with pytest.raises(ReglaIncumplida, match=f"Falta escribir «{rotulo}»"):
        casos.en_revision(concepto)


def test_quien_lo_proyecta_no_lo_revisa() -> None:
    concepto = casos.escrito()
    with pytest.raises(ReglaIncumplida, match="Lo revisa otra persona"):
        casos.en_revision(concepto, revisa=concepto.proyecta)


def test_si_la_solicitud_se_anulo_no_se_envia() -> None:
    concepto = casos.escrito()
    director = casos.cabeza("dddi").usuario
    de_solicitudes.anular(solicitud=concepto.solicitud, motivo="Repetida.", autor=director, ahora=AHORA)
    with pytest.raises(ReglaIncumplida, match="La solicitud se anuló: deje el concepto sin efecto"):
        casos.en_revision(concepto)


def test_una_observacion_se_ancla_a_un_pasaje_de_su_seccion() -> None:
    concepto = casos.en_revision()
    assert observada(concepto, "no  obliga\na crear un proceso").pasaje == "no obliga a crear un proceso"


def test_un_pasaje_de_otra_seccion_se_rechaza() -> None:
    with pytest.raises(ReglaIncumplida, match="Ese pasaje no está en «Conclusiones»"):
        observada(casos.en_revision(), clave="conclusiones")


def test_una_observacion_puede_ser_de_toda_la_seccion() -> None:
    assert observada(casos.en_revision(), "").pasaje == ""


def test_mientras_se_escribe_no_se_observa() -> None:
    concepto = casos.en_revision()
    devolver(concepto=concepto, motivo="Falta el marco.", autor=revisor(concepto), ahora=AHORA)
    with pytest.raises(ReglaIncumplida, match="ahora está en proyección"):
        observada(concepto)


@pytest.mark.disposicion("6.3-conceptos")
def test_con_una_observacion_abierta_no_pasa_a_firma() -> None:
    concepto = casos.en_revision()
    puesta = observada(concepto)
    with pytest.raises(ReglaIncumplida, match="Queda una observación por resolver"):
        pasar_a_firma(concepto=concepto, autor=revisor(concepto), ahora=AHORA)
    autor = concepto.proyecta.usuario
    resuelta = resolver_observacion(observacion=puesta, respuesta="Se citó la guía.", autor=autor, ahora=AHORA)
    assert (resuelta.resuelta_por, resuelta.resuelta_en) == (autor, AHORA)
    assert pasar_a_firma(concepto=concepto, autor=revisor(concepto), ahora=AHORA).estado == "firma"


def test_una_observacion_se_resuelve_una_sola_vez_y_con_respuesta() -> None:
    concepto = casos.en_revision()
    puesta, autor = observada(concepto), concepto.proyecta.usuario
    with pytest.raises(ReglaIncumplida, match="Escriba qué se hizo"):
        resolver_observacion(observacion=puesta, respuesta=" ", autor=autor, ahora=AHORA)
    resolver_observacion(observacion=puesta, respuesta="Hecho.", autor=autor, ahora=AHORA)
    with pytest.raises(ReglaIncumplida, match="ya se resolvió"):
        resolver_observacion(observacion=puesta, respuesta="Otra vez.", autor=autor, ahora=AHORA)


def test_devuelto_vuelve_a_escribirse_y_lo_sabe_quien_lo_proyecta() -> None:
    concepto = casos.en_revision()
    devuelto = devolver(concepto=concepto, motivo="Falta el marco.", autor=revisor(concepto), ahora=AHORA)
    aviso = Mensaje.objects.get(asunto__contains="devolvieron el concepto")
    assert (devuelto.estado, aviso.para, "Falta el marco." in aviso.texto) == (
        "proyecto",
        concepto.proyecta.usuario.email,
        True,
    )
    assert tipos(concepto) == ["enviado", "devuelto"]


def test_no_se_devuelve_sin_motivo() -> None:
    concepto = casos.en_revision()
    with pytest.raises(ReglaIncumplida, match="Escriba por qué lo devuelve"):
        devolver(concepto=concepto, motivo="", autor=revisor(concepto), ahora=AHORA)


def test_corregido_se_envia_como_otra_version() -> None:
    concepto = casos.en_revision()
    devolver(concepto=concepto, motivo="Falta el marco.", autor=revisor(concepto), ahora=AHORA)
    casos.escribir(concepto, "marco", "Decreto Distrital 221 de 2023.")
    assert concepto.revisa is not None
    assert casos.en_revision(concepto, revisa=concepto.revisa).version == 2


def test_lo_revisa_quien_de_verdad_lo_aprobo() -> None:
    concepto = casos.en_revision()
    directora = casos.cabeza("dddi", nombre="Diana Pérez")
    pasado = pasar_a_firma(concepto=concepto, autor=directora.usuario, ahora=AHORA)
    version = pasado.versiones.get(numero=pasado.version)
    assert (pasado.revisa, version.contenido["responsables"][-1][1]) == (directora, "Diana Pérez")


def test_quien_puede_firmar_se_entera() -> None:
    concepto = casos.por_firmar()
    avisos = Mensaje.objects.filter(asunto__contains="concepto por firmar").values_list("para", flat=True)
    assert list(avisos) == []  # who reviewed it is the only one who may sign, and took the step
    directora = casos.cabeza("dddi").usuario
    devolver(concepto=concepto, motivo="Otra vez.", autor=directora, ahora=AHORA)
    casos.por_firmar(concepto, revisa=concepto.revisa)
    assert list(avisos.all()) == [directora.email]


def test_sin_efecto_pide_motivo_y_deja_empezar_otro() -> None:
    concepto = casos.escrito()
    autor = concepto.proyecta.usuario
    with pytest.raises(ReglaIncumplida, match="Escriba por qué se deja sin efecto"):
        dejar_sin_efecto(concepto=concepto, motivo=" ", autor=autor, ahora=AHORA)
    dejar_sin_efecto(concepto=concepto, motivo="La entidad ya no lo pide.", autor=autor, ahora=AHORA)
    assert (tipos(concepto), Concepto.objects.vivos().count()) == (["sin-efecto"], 0)


def test_de_dos_que_deciden_a_la_vez_el_segundo_sabe_que_cambio() -> None:
    visto = casos.en_revision()
    devolver(concepto=visto, motivo="Falta el marco.", autor=revisor(visto), ahora=AHORA)
    with pytest.raises(ReglaIncumplida, match="ya no está como usted lo vio: ahora está en proyección"):
        pasar_a_firma(concepto=visto, autor=revisor(visto), ahora=AHORA)


def test_un_revisor_que_se_fue_no_recibe_correos() -> None:
    concepto = casos.escrito()
    quien = fabricas.funcionario("stdi", nombre="Se fue")
    quien.usuario.is_active = False
    quien.usuario.save()
    enviar_a_revision(concepto=concepto, revisa=quien, autor=concepto.proyecta.usuario, ahora=AHORA)
    assert not Mensaje.objects.filter(para=quien.usuario.email).exists()


def test_quien_no_tiene_puesto_no_figura_como_revisor() -> None:
    concepto = casos.en_revision()
    with pytest.raises(ReglaIncumplida, match="lo hace alguien de una dependencia"):
        pasar_a_firma(concepto=concepto, autor=fabricas.usuario(rol=Rol.SDFI), ahora=AHORA)
