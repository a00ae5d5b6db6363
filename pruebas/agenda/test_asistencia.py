"""Who was there: registered, written down by the team, late, past the capacity, withdrawn."""

from datetime import timedelta

import pytest

from asiste.agenda import acciones
from asiste.agenda.models import Asistencia, Invitado, Sesion
from asiste.agenda.reconocimiento import nombre_discreto, reconocer
from asiste.cuentas.models import Rol, Usuario
from asiste.directorio.acciones import registrar_enlace
from asiste.directorio.models import Dominio
from asiste.solicitudes.acciones import ReglaIncumplida
from pruebas import fabricas, fabricas_agenda, fabricas_asistencia
from pruebas.fabricas_agenda import MANANA

pytestmark = pytest.mark.django_db
HOY = MANANA.date()


@pytest.fixture
def sesion() -> Sesion:
    """Tomorrow, from ten to half past eleven."""
    return fabricas_agenda.sesion()


@pytest.fixture
def autor() -> Usuario:
    """Somebody of the team."""
    return fabricas.usuario(nombre="Laura Ortiz", rol=Rol.ASESOR)


@pytest.mark.disposicion("5-medios")
def test_quien_se_registra_queda_con_su_hora_y_su_autorizacion(sesion: Sesion) -> None:
    nueva = fabricas_asistencia.asistencia(sesion)
    assert (nueva.medio, nueva.llegada_en, nueva.aviso_aceptado_en) == ("codigo", MANANA, MANANA)


def test_una_persona_no_queda_dos_veces(sesion: Sesion) -> None:
    primera = fabricas_asistencia.asistencia(sesion, correo="ana@sdh.gov.co")
    with pytest.raises(acciones.YaRegistrada) as ya:
        fabricas_asistencia.asistencia(sesion, correo="ANA@sdh.gov.co")
    assert (ya.value.asistencia, str(ya.value)) == (primera, "Marcela Duarte ya estaba en la lista desde las 10:00.")


def test_quien_estaba_invitado_queda_unido_a_su_invitacion(sesion: Sesion) -> None:
    invitado = fabricas_asistencia.invitado(sesion)
    assert fabricas_asistencia.asistencia(sesion, correo=invitado.correo).invitado == invitado


def test_una_invitacion_retirada_no_cuenta(sesion: Sesion) -> None:
    retirado = fabricas_asistencia.invitado(sesion, situacion=Invitado.Situacion.RETIRADO)
    assert fabricas_asistencia.asistencia(sesion, correo=retirado.correo).invitado is None


def test_la_entidad_se_sabe_por_el_dominio_cuando_es_de_una_sola(sesion: Sesion) -> None:
    Dominio.objects.create(entidad=fabricas.entidad("idu"), dominio="unica.gov.co")
    nueva = fabricas_asistencia.asistencia(sesion, correo="ana@unica.gov.co", entidad=None)
    assert nueva.entidad == fabricas.entidad("idu")


def test_un_dominio_compartido_no_dice_de_que_entidad_es(sesion: Sesion) -> None:
    for clave in ("idu", "sda"):
        Dominio.objects.create(entidad=fabricas.entidad(clave), dominio="comun.gov.co")
    assert fabricas_asistencia.asistencia(sesion, correo="ana@comun.gov.co", entidad=None).entidad is None


def test_la_entidad_escrita_a_mano_se_busca_en_el_directorio(sesion: Sesion) -> None:
    escrita = fabricas.entidad("sda")
    nueva = fabricas_asistencia.asistencia(sesion, entidad=None, entidad_nombre=escrita.nombre.upper())
    assert nueva.entidad == escrita


def test_se_reconoce_a_un_enlace_vigente_que_no_estaba_invitado(sesion: Sesion) -> None:
    enlace = fabricas.enlace("sed", nombre="Ana María de la Cruz")
    conocida = reconocer(sesion=sesion, correo=f" {enlace.correo.upper()} ", hoy=HOY)
    assert conocida is not None
    assert conocida.discreta == f"Ana M. C., {enlace.entidad.corto}"


def test_no_se_reconoce_a_quien_dejo_de_ser_enlace(sesion: Sesion) -> None:
    antiguo = fabricas.enlace("sed", hasta=fabricas.AHORA.date())
    assert reconocer(sesion=sesion, correo=antiguo.correo, hoy=HOY) is None


def test_el_enlace_de_varias_entidades_dice_por_cual_viene(sesion: Sesion) -> None:
    correo = fabricas.enlace("sed", correo="ana@nadie.co").correo
    registrar_enlace(entidad=fabricas.entidad("sda"), nombre="Ana", cargo="", correo=correo, hoy=fabricas.SIEMPRE)
    conocida = reconocer(sesion=sesion, correo=correo, hoy=HOY)
    assert conocida is not None
    assert conocida.entidad is None


def test_alguien_del_equipo_viene_de_su_dependencia_y_no_cuenta_como_entidad(sesion: Sesion) -> None:
    diana = fabricas.funcionario("ssda", nombre="Diana Pérez")
    conocida = reconocer(sesion=sesion, correo=diana.usuario.email, hoy=HOY)
    assert conocida is not None
    assert (conocida.entidad, conocida.de_donde) == (None, diana.dependencia.nombre)


def test_quien_esta_a_cargo_tampoco_cuenta_como_entidad(sesion: Sesion) -> None:
    diana = fabricas.funcionario("ssda", nombre="Diana Pérez")
    fabricas_asistencia.invitado(
        sesion, correo=diana.usuario.email, entidad=None, origen=Invitado.Origen.A_CARGO, nombre="Diana Pérez"
    )
    conocida = reconocer(sesion=sesion, correo=diana.usuario.email, hoy=HOY)
    assert conocida is not None
    assert (conocida.entidad, conocida.de_donde) == (None, diana.dependencia.nombre)


@pytest.mark.parametrize(
    ("nombre", "discreto"), [("Jairo Enrique Castellanos", "Jairo E. C."), ("Ana", "Ana"), ("", "")]
)
def test_del_nombre_solo_se_muestra_lo_que_basta(nombre: str, discreto: str) -> None:
    assert nombre_discreto(nombre) == discreto


def test_quien_llega_sin_cupo_queda_marcado_y_el_invitado_no() -> None:
    sesion = fabricas_agenda.sesion(cupo=1)
    invitado = fabricas_asistencia.invitado(sesion)
    llegadas = [fabricas_asistencia.asistencia(sesion, correo=correo) for correo in ("a@b.co", "c@b.co")]
    llegadas.append(fabricas_asistencia.asistencia(sesion, correo=invitado.correo))
    assert [una.fuera_de_cupo for una in llegadas] == [False, True, False]


def test_lo_registrado_se_conserva_cuando_se_cancela(sesion: Sesion, autor: Usuario) -> None:
    fabricas_asistencia.asistencia(sesion)
    acciones.cancelar(sesion=sesion, motivo="Se fue la luz", autor=autor, ahora=MANANA)
    with pytest.raises(acciones.IngresoCerrado, match="La sesión está cancelada"):
        fabricas_asistencia.asistencia(sesion)
    assert sesion.asistencias.validas().count() == 1


def test_marcar_el_ingreso_dice_quien_y_por_que(sesion: Sesion, autor: Usuario) -> None:
    invitado = fabricas_asistencia.invitado(sesion)
    nueva = acciones.marcar_ingreso(invitado=invitado, motivo="Sin teléfono", autor=autor, ahora=MANANA)
    assert (nueva.medio, nueva.anotada_por, nueva.motivo, nueva.invitado) == ("manual", autor, "Sin teléfono", invitado)


def test_a_mano_se_exige_el_motivo(sesion: Sesion, autor: Usuario) -> None:
    persona = fabricas_asistencia.persona()
    with pytest.raises(ReglaIncumplida, match="Escriba por qué se anota a mano"):
        acciones.anotar_asistencia(sesion=sesion, persona=persona, motivo=" ", autor=autor, ahora=MANANA)


def test_nadie_se_anota_antes_de_abrir(sesion: Sesion, autor: Usuario) -> None:
    persona = fabricas_asistencia.persona()
    with pytest.raises(ReglaIncumplida, match="El ingreso abre a las 09:30"):
        acciones.anotar_asistencia(sesion=sesion, persona=persona, motivo="x", autor=autor, ahora=fabricas.AHORA)


def test_lo_que_se_anota_despues_de_terminar_es_posterior(sesion: Sesion, autor: Usuario) -> None:
    tarde = sesion.termina + timedelta(minutes=1)
    persona = fabricas_asistencia.persona()
    nueva = acciones.anotar_asistencia(sesion=sesion, persona=persona, motivo="Papel", autor=autor, ahora=tarde)
    assert (nueva.medio, nueva.llegada_en, nueva.registrada_en) == ("tardia", sesion.inicia, tarde)


def test_sin_correo_no_se_repite_el_mismo_nombre_de_la_misma_entidad(sesion: Sesion, autor: Usuario) -> None:
    dos = [fabricas_asistencia.persona(correo="", nombre=nombre) for nombre in ("José Peña", "JOSE PENA")]
    acciones.anotar_asistencia(sesion=sesion, persona=dos[0], motivo="Papel", autor=autor, ahora=MANANA)
    with pytest.raises(acciones.YaRegistrada):
        acciones.anotar_asistencia(sesion=sesion, persona=dos[1], motivo="Papel", autor=autor, ahora=MANANA)


def test_lo_retirado_sale_de_la_lista_con_su_motivo_y_puede_volver(sesion: Sesion, autor: Usuario) -> None:
    primera = fabricas_asistencia.asistencia(sesion, correo="ana@sdh.gov.co")
    acciones.retirar_asistencia(asistencia=primera, motivo="No era ella", autor=autor, ahora=MANANA)
    segunda = fabricas_asistencia.asistencia(sesion, correo="ana@sdh.gov.co")
    assert list(sesion.asistencias.validas()) == [segunda]
    assert Asistencia.objects.get(pk=primera.pk).retirada_motivo == "No era ella"


def test_no_se_retira_dos_veces_ni_sin_motivo(sesion: Sesion, autor: Usuario) -> None:
    una = fabricas_asistencia.asistencia(sesion)
    with pytest.raises(ReglaIncumplida, match="Escriba por qué se retira"):
        acciones.retirar_asistencia(asistencia=una, motivo="", autor=autor, ahora=MANANA)
    acciones.retirar_asistencia(asistencia=una, motivo="Error", autor=autor, ahora=MANANA)
    with pytest.raises(ReglaIncumplida, match="ya se había retirado"):
        acciones.retirar_asistencia(asistencia=una, motivo="Error", autor=autor, ahora=MANANA)


def test_de_una_sesion_realizada_no_se_retira_al_unico_que_figura(sesion: Sesion, autor: Usuario) -> None:
    una, otra = (fabricas_asistencia.asistencia(sesion, correo=f"{quien}@sdh.gov.co") for quien in ("ana", "luis"))
    acciones.terminar(sesion=sesion, autor=autor, ahora=sesion.termina)
    acciones.retirar_asistencia(asistencia=una, motivo="Error", autor=autor, ahora=sesion.termina)
    with pytest.raises(ReglaIncumplida, match="es la única persona en la lista de una sesión realizada"):
        acciones.retirar_asistencia(asistencia=otra, motivo="Error", autor=autor, ahora=sesion.termina)
    assert list(sesion.asistencias.validas()) == [otra]
