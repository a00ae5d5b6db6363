"""Plan against execution, and whom an activity has reached."""

from datetime import date, timedelta
from typing import Any

import pytest

from asiste.agenda.acciones import DatosPublico, cancelar
from asiste.agenda.models import Asistencia, Invitado
from asiste.directorio.models import Funcionario
from asiste.oferta import acciones
from asiste.oferta.consultas.cobertura import Alcance, cobertura_de, las_que_faltan
from asiste.oferta.consultas.ejecucion import Situacion, ejecucion_de, total_de
from asiste.oferta.models import Actividad
from asiste.solicitudes.acciones import ReglaIncumplida
from pruebas import fabricas, fabricas_oferta
from pruebas.fabricas import AHORA

pytestmark = pytest.mark.django_db
EN_MARZO = AHORA.replace(month=3, day=12)
EN_JUNIO = AHORA.replace(month=6, day=11)


def situacion(actividad: Actividad, hoy: date) -> Situacion:
    return ejecucion_de([actividad], hoy)[0].situacion


@pytest.mark.disposicion("5-plan-anual")
def test_la_ejecucion_sale_de_las_sesiones_realizadas_y_de_quien_asistio(laura: Funcionario) -> None:
    actividad = fabricas_oferta.actividad(responsable=laura)
    hacienda = fabricas.entidad("sdh")
    fabricas_oferta.realizada(actividad, EN_MARZO, [hacienda, hacienda, fabricas.entidad("idu")])
    fabricas_oferta.realizada(actividad, EN_JUNIO, [hacienda])
    fabricas_oferta.programada(actividad)
    fila = ejecucion_de([actividad], AHORA.date())[0]
    assert (fila.realizadas, fila.programadas, fila.entidades) == (2, 1, 2)
    assert fila.situacion == Situacion.CUMPLIDA


@pytest.mark.parametrize(
    ("hoy", "va"),
    [
        (date(2026, 3, 31), Situacion.AL_DIA),
        (date(2026, 4, 1), Situacion.ATRASADA),
        (date(2025, 12, 31), Situacion.AL_DIA),
        (date(2027, 1, 1), Situacion.ATRASADA),
    ],
)
def test_se_atrasa_cuando_pasa_un_mes_previsto_sin_su_sesion(laura: Funcionario, hoy: date, va: Situacion) -> None:
    assert situacion(fabricas_oferta.actividad(responsable=laura), hoy) == va


def test_con_la_sesion_del_mes_esta_al_dia_hasta_que_pasa_el_siguiente(laura: Funcionario) -> None:
    actividad = fabricas_oferta.actividad(responsable=laura)
    fabricas_oferta.realizada(actividad, EN_MARZO, [fabricas.entidad()])
    assert [situacion(actividad, date(2026, mes, 1)) for mes in (4, 6, 7)] == ["al-dia", "al-dia", "atrasada"]


def test_con_todas_sus_sesiones_y_menos_entidades_que_la_meta_no_se_cumplio(laura: Funcionario) -> None:
    actividad = fabricas_oferta.actividad(responsable=laura)
    for dia in (EN_MARZO, EN_JUNIO):
        fabricas_oferta.realizada(actividad, dia, [fabricas.entidad()])
    assert [situacion(actividad, date(2026, mes, 30)) for mes in (6, 7)] == ["al-dia", "atrasada"]


def test_cada_mes_dice_como_fue(laura: Funcionario) -> None:
    actividad = fabricas_oferta.actividad(responsable=laura, meses=[3, 6, 11, 12], meta_sesiones=4)
    fabricas_oferta.realizada(actividad, EN_MARZO, [fabricas.entidad()])
    fabricas_oferta.programada(actividad)
    meses = {mes.numero: mes for mes in ejecucion_de([actividad], AHORA.date())[0].meses}
    assert {numero: mes.situacion for numero, mes in meses.items() if mes.situacion} == {
        3: "cumplida",
        6: "atrasada",
        11: "al-dia",
        12: "al-dia",
    }
    assert (meses[11].programadas, meses[12].programadas) == (1, 0)


def test_una_sesion_cancelada_no_cuenta(laura: Funcionario) -> None:
    actividad = fabricas_oferta.actividad(responsable=laura)
    cancelar(sesion=fabricas_oferta.programada(actividad), motivo="Sin sala", autor=laura.usuario, ahora=AHORA)
    assert ejecucion_de([actividad], AHORA.date())[0].programadas == 0


def test_quien_llego_a_una_sesion_que_despues_se_cancelo_no_cuenta(laura: Funcionario) -> None:
    actividad = fabricas_oferta.actividad(responsable=laura)
    sesion = fabricas_oferta.programada(actividad)
    for clave in ("sdh", "idpac"):  # of the target, and from outside it
        fabricas_oferta.asistencia(sesion, fabricas.entidad(clave))
    cancelar(sesion=sesion, motivo="Se fue la luz", autor=laura.usuario, ahora=AHORA)
    cobertura = cobertura_de(actividad)
    assert ejecucion_de([actividad], AHORA.date())[0].entidades == 0
    assert (cobertura.alcanzadas, cobertura.de_fuera) == (0, 0)


def test_una_asistencia_retirada_no_cuenta(laura: Funcionario) -> None:
    actividad = fabricas_oferta.actividad(responsable=laura)
    sesion = fabricas_oferta.realizada(actividad, EN_MARZO, [fabricas.entidad()])
    datos = {"retirada_en": AHORA, "retirada_por": laura.usuario, "retirada_motivo": "Se anotó dos veces"}
    Asistencia.objects.filter(sesion=sesion).update(**datos)
    assert ejecucion_de([actividad], AHORA.date())[0].entidades == 0
    assert cobertura_de(actividad).alcanzadas == 0


def test_el_total_del_plan_no_cuenta_lo_retirado(laura: Funcionario) -> None:
    plan = fabricas_oferta.plan()
    for titulo in ("A", "B"):
        fabricas_oferta.actividad(plan, responsable=laura, titulo=titulo)
    acciones.retirar(actividad=plan.actividades.get(titulo="B"), autor=laura.usuario, ahora=AHORA)
    total = total_de(ejecucion_de(plan.actividades.en_orden(), AHORA.date()))
    assert (total.actividades, total.meta_sesiones, total.atrasadas) == (1, 2, 1)


@pytest.mark.disposicion("6.3-promocion")
def test_abarcar_la_totalidad_dice_quien_vino_quien_se_invito_y_quien_falta(laura: Funcionario) -> None:
    hacienda, educacion, idu = (fabricas.entidad(clave) for clave in ("sdh", "sed", "idu"))
    publico = DatosPublico(entidades=[hacienda, educacion, idu])
    actividad = fabricas_oferta.actividad(responsable=laura, publico=publico)
    sesion = fabricas_oferta.realizada(actividad, EN_MARZO, [hacienda, fabricas.entidad("idpac")])
    for una in (hacienda, educacion):
        fabricas_oferta.invitado(sesion, una)
    cobertura = cobertura_de(actividad)
    assert cobertura.grupos == {
        Alcance.ALCANZADA: [hacienda],
        Alcance.INVITADA: [educacion],
        Alcance.SIN_INVITAR: [idu],
    }
    assert (cobertura.total, cobertura.por_ciento, cobertura.de_fuera) == (3, 33, 1)
    assert cobertura.grupos[Alcance.ALCANZADA][0].ultima == sesion.inicia


def test_quien_se_retiro_de_la_lista_no_esta_invitado(laura: Funcionario) -> None:
    actividad = fabricas_oferta.actividad(responsable=laura)
    sesion = fabricas_oferta.programada(actividad)
    fabricas_oferta.invitado(sesion, fabricas.entidad("sdh"), situacion=Invitado.Situacion.RETIRADO)
    fabricas_oferta.invitado(
        sesion, fabricas.entidad("sed"), situacion=Invitado.Situacion.EN_ESPERA, espera_desde=AHORA
    )
    assert las_que_faltan(actividad, tambien_invitadas=False) == [fabricas.entidad("sdh")]


@pytest.mark.disposicion("6.3-promocion", "7.1.2-jornada")
def test_la_sesion_lleva_lo_de_la_actividad_y_llega_a_los_enlaces_de_sus_temas(laura: Funcionario) -> None:
    enlace, _ = fabricas.enlace("sdh"), fabricas.enlace("sdh", nombre="De otros temas")
    enlace.temas.add(fabricas.tema())
    actividad = fabricas_oferta.actividad(responsable=laura)
    sesion = fabricas_oferta.programada(actividad)
    assert (sesion.titulo, sesion.modalidad, list(sesion.temas.all()), sesion.dirige) == (
        actividad.titulo,
        actividad.modalidad,
        [fabricas.tema()],
        laura,
    )
    assert sesion.publico is not None
    assert list(sesion.publico.enlaces_objetivo(AHORA.date())) == [enlace]
    assert list(actividad.sesiones.all()) == [sesion]


def test_varias_fechas_se_programan_de_una_vez_o_ninguna(laura: Funcionario) -> None:
    actividad = fabricas_oferta.actividad(responsable=laura)
    dias = [AHORA + timedelta(days=1), AHORA + timedelta(days=2), AHORA + timedelta(days=1)]
    horas = [(dia, dia + timedelta(hours=1)) for dia in dias]
    comunes: dict[str, Any] = {"encuentro": fabricas_oferta.encuentro(laura), "autor": laura.usuario, "ahora": AHORA}
    with pytest.raises(ReglaIncumplida, match="Laura Ortiz ya tiene otra sesión de 10:00 a 11:00"):
        acciones.programar_actividad(actividad=actividad, horas=horas, **comunes)
    assert actividad.sesiones.count() == 0
    acciones.programar_actividad(actividad=actividad, horas=horas[:2], **comunes)
    assert actividad.sesiones.count() == 2


def test_solo_se_programa_desde_un_plan_aprobado_y_en_su_anio(laura: Funcionario) -> None:
    borrador = fabricas_oferta.actividad(fabricas_oferta.plan("ddab"), responsable=fabricas.funcionario("ddab"))
    with pytest.raises(ReglaIncumplida, match="Solo se programa desde un plan aprobado"):
        fabricas_oferta.programada(borrador)
    with pytest.raises(ReglaIncumplida, match="elija fechas de ese año"):
        fabricas_oferta.programada(fabricas_oferta.actividad(responsable=laura), AHORA + timedelta(days=60))


@pytest.mark.disposicion("6.3-promocion")
def test_la_sesion_que_se_elija_queda_dirigida_a_las_que_faltan(laura: Funcionario) -> None:
    hacienda, educacion, idu = (fabricas.entidad(clave) for clave in ("sdh", "sed", "idu"))
    actividad = fabricas_oferta.actividad(responsable=laura, publico=DatosPublico(entidades=[hacienda, educacion, idu]))
    hecha = fabricas_oferta.realizada(actividad, EN_MARZO, [hacienda])
    fabricas_oferta.invitado(hecha, educacion)
    proxima = fabricas_oferta.programada(actividad)
    for tambien, esperadas in ((False, [idu]), (True, [idu, educacion])):
        sesion = acciones.dirigir_a_las_que_faltan(actividad=actividad, sesion=proxima, tambien_invitadas=tambien)
        assert sesion.publico is not None
        assert list(sesion.publico.entidades_objetivo()) == esperadas
        assert list(sesion.publico.temas.all()) == [fabricas.tema()]


def test_no_se_dirige_una_sesion_ajena_ni_cuando_no_falta_nadie(laura: Funcionario) -> None:
    publico = DatosPublico(entidades=[fabricas.entidad()])
    actividad = fabricas_oferta.actividad(responsable=laura, publico=publico)
    ajena = fabricas_oferta.plan("ddab", aprobado=True).actividades.get()
    proxima = fabricas_oferta.programada(actividad)
    with pytest.raises(ReglaIncumplida, match="Esa sesión no es de la actividad"):
        acciones.dirigir_a_las_que_faltan(actividad=ajena, sesion=proxima)
    fabricas_oferta.asistencia(proxima, fabricas.entidad())
    with pytest.raises(ReglaIncumplida, match="No falta ninguna entidad por invitar"):
        acciones.dirigir_a_las_que_faltan(actividad=actividad, sesion=proxima)
