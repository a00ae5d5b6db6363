"""A session held is evidence that attends its requests."""

from datetime import timedelta

import pytest
from pypdf import PdfReader

from asiste.agenda import acciones
from asiste.agenda.models import Sesion
from asiste.cuentas.models import Rol
from asiste.directorio.models import Funcionario
from asiste.solicitudes.acciones import ReglaIncumplida, encargar_tema, poner_temas
from asiste.solicitudes.models import Actuacion, Solicitud
from pruebas import fabricas, fabricas_agenda, fabricas_asistencia
from pruebas.fabricas_agenda import MANANA

pytestmark = pytest.mark.django_db
Estado = Solicitud.Estado


@pytest.fixture
def laura() -> Funcionario:
    """Who leads the session and attends its requests."""
    return fabricas.funcionario("stdi")


def con_gente(laura: Funcionario, *casos: Solicitud, modalidad: str = "mesa") -> Sesion:
    """A session of those requests where somebody came."""
    sesion = fabricas_agenda.sesion(dirige=laura, solicitudes=casos, modalidad=fabricas_agenda.modalidad(modalidad))
    fabricas_asistencia.asistencia(sesion)
    return sesion


def terminar(sesion: Sesion, laura: Funcionario) -> list[acciones.Efecto]:
    return acciones.terminar(sesion=sesion, autor=laura.usuario, ahora=MANANA)


@pytest.mark.disposicion("5-medios", "5-base-trazabilidad")
def test_la_sesion_realizada_atiende_la_solicitud_con_la_lista_como_evidencia(laura: Funcionario) -> None:
    caso = fabricas.solicitud(estado=Estado.EN_TRAMITE, asesor=laura)
    sesion = con_gente(laura, caso)
    assert terminar(sesion, laura) == [acciones.Efecto(caso)]
    caso.refresh_from_db()
    evidencia = caso.actuaciones.get(tipo=Actuacion.Tipo.EVIDENCIA)
    assert (caso.estado, evidencia.anexos.get().nombre) == (
        "atendida",
        "asistencia-2026-11-20-mapa-de-procesos.pdf",
    )
    assert evidencia.texto == (
        "Se realizó: Mesa de trabajo «Mapa de procesos», 20/11/2026 a las 10:00 (Edificio Liévano, sala 3). "
        f"Asistió 1 persona de 1 entidad: {fabricas.entidad().corto}."
    )


def test_la_evidencia_que_ve_la_entidad_no_lleva_correos(laura: Funcionario) -> None:
    caso = fabricas.solicitud(estado=Estado.EN_TRAMITE, asesor=laura)
    sesion = con_gente(laura, caso)
    terminar(sesion, laura)
    lista = caso.actuaciones.get(tipo=Actuacion.Tipo.EVIDENCIA).anexos.get().archivo
    with lista.abrir() as abierto:
        escrito = "".join(hoja.extract_text() for hoja in PdfReader(abierto).pages)
    assert ("Marcela Duarte" in escrito, "@" in escrito) == (True, False)


def test_queda_realizada_con_su_momento(laura: Funcionario) -> None:
    sesion = con_gente(laura)
    assert terminar(sesion, laura) == []
    sesion.refresh_from_db()
    assert (sesion.estado, sesion.realizada_en) == ("realizada", MANANA)


def test_sin_asistencia_no_se_termina(laura: Funcionario) -> None:
    with pytest.raises(acciones.SinAsistencia, match="registre al menos a una persona"):
        terminar(fabricas_agenda.sesion(dirige=laura), laura)


def test_lo_retirado_no_es_asistencia(laura: Funcionario) -> None:
    sesion = con_gente(laura)
    suya = sesion.asistencias.get()
    acciones.retirar_asistencia(asistencia=suya, motivo="Error", autor=laura.usuario, ahora=MANANA)
    with pytest.raises(acciones.SinAsistencia):
        terminar(sesion, laura)


def test_no_se_termina_antes_de_empezar(laura: Funcionario) -> None:
    with pytest.raises(ReglaIncumplida, match="La sesión empieza a las 10:00"):
        acciones.terminar(sesion=con_gente(laura), autor=laura.usuario, ahora=MANANA - timedelta(minutes=1))


def test_no_se_termina_dos_veces(laura: Funcionario) -> None:
    sesion = con_gente(laura)
    terminar(sesion, laura)
    with pytest.raises(ReglaIncumplida, match="La sesión ya está realizada"):
        terminar(sesion, laura)


@pytest.mark.disposicion("7.1.2-visita")
def test_una_visita_no_se_termina_sin_su_informe_aprobado(laura: Funcionario) -> None:
    visita = con_gente(laura, modalidad="visita")
    with pytest.raises(acciones.SinInforme, match="Falta el informe técnico de la visita, aprobado"):
        terminar(visita, laura)
    fabricas_asistencia.informe_aprobado(visita)
    terminar(visita, laura)
    visita.refresh_from_db()
    assert visita.estado == Sesion.Estado.REALIZADA


@pytest.mark.parametrize(
    ("estado", "porque"),
    [
        (Estado.POR_TOMAR, "Nadie la ha tomado: sigue en la fila."),
        (Estado.SUSPENDIDA, "Está suspendida, a la espera de la entidad."),
        (Estado.ATENDIDA, "Ya estaba atendida."),
    ],
)
def test_la_que_no_se_puede_atender_recibe_la_evidencia_y_se_dice_por_que(
    laura: Funcionario, estado: Estado, porque: str
) -> None:
    caso = fabricas.solicitud(estado=estado, asesor=laura)
    efectos = terminar(con_gente(laura, caso), laura)
    caso.refresh_from_db()
    assert (efectos[0].porque, caso.estado) == (porque, estado)
    assert caso.actuaciones.filter(tipo=Actuacion.Tipo.EVIDENCIA).count() == 1


def test_la_que_ya_termino_no_recibe_nada(laura: Funcionario) -> None:
    caso = fabricas.solicitud(estado=Estado.CERRADA, asesor=laura)
    efectos = terminar(con_gente(laura, caso), laura)
    assert efectos[0].porque == "Ya había terminado: cerrada."
    assert not caso.actuaciones.filter(tipo=Actuacion.Tipo.EVIDENCIA).exists()


def test_si_alguien_debe_un_tema_se_dice_y_las_demas_se_atienden(laura: Funcionario) -> None:
    debe = fabricas.solicitud(estado=Estado.EN_TRAMITE, asesor=laura)
    ajeno = fabricas.tema("control-interno")
    poner_temas(solicitud=debe, temas=[fabricas.tema(), ajeno], autor=laura.usuario, ahora=fabricas.AHORA)
    encargo = debe.temas_a_cargo.get(tema=ajeno)
    encargar_tema(tema_solicitud=encargo, lider="Función Pública", autor=laura.usuario, ahora=fabricas.AHORA)
    otra = fabricas.solicitud(estado=Estado.EN_TRAMITE, asesor=laura)
    efectos = terminar(con_gente(laura, debe, otra), laura)
    assert [efecto.porque for efecto in efectos] == [f"Falta la respuesta sobre: {ajeno} (Función Pública).", ""]


def test_la_de_otra_persona_recibe_la_evidencia_y_la_marca_su_asesor(laura: Funcionario) -> None:
    colega = fabricas.funcionario("stdi", nombre="Rosa Díaz")
    caso = fabricas.solicitud(estado=Estado.EN_TRAMITE, asesor=colega)
    efectos = terminar(con_gente(laura, caso), laura)
    assert efectos[0].porque == "La atiende Rosa Díaz: le queda la evidencia para marcarla."


def test_despues_de_terminada_solo_entran_registros_posteriores(laura: Funcionario) -> None:
    sesion = con_gente(laura)
    terminar(sesion, laura)
    with pytest.raises(acciones.IngresoCerrado):
        fabricas_asistencia.asistencia(sesion)
    tarde = acciones.anotar_asistencia(
        sesion=sesion, persona=fabricas_asistencia.persona(), motivo="Papel", autor=laura.usuario, ahora=MANANA
    )
    assert tarde.medio == "tardia"


def test_quien_la_dirige_desde_arriba_tambien_la_termina(laura: Funcionario) -> None:
    directora = fabricas.funcionario("dddi", nombre="Marta Gil", rol=Rol.DIRECCION)
    caso = fabricas.solicitud(estado=Estado.EN_TRAMITE, asesor=laura)
    assert terminar(con_gente(laura, caso), directora) == [acciones.Efecto(caso)]
