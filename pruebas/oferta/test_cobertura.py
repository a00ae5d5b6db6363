"""Coverage of a year, and what is asked again and again."""

from datetime import datetime, timedelta
from typing import Any

import pytest

from asiste.cuentas.models import Rol, Usuario
from asiste.directorio.models import Entidad, Funcionario
from asiste.oferta import acciones
from asiste.oferta.consultas.ambito import Ambito, ambito_de
from asiste.oferta.consultas.demanda import quienes_pidieron, recurrentes
from asiste.oferta.consultas.matriz import matriz_de, nunca_asistidas
from asiste.oferta.models import Plan
from asiste.solicitudes.acciones import ReglaIncumplida
from asiste.solicitudes.models import Solicitud
from pruebas import fabricas, fabricas_agenda, fabricas_oferta
from pruebas.fabricas import AHORA
from pruebas.fabricas_oferta import ANIO

pytestmark = pytest.mark.django_db
EN_MARZO = AHORA.replace(month=3, day=12)


@pytest.fixture
def directora() -> Usuario:
    """Who heads the DDDI, and so sees it whole."""
    return fabricas.funcionario("dddi", nombre="Directora", rol=Rol.DIRECCION).usuario


def ambito(clave: str = "dddi", vigencia: int = ANIO) -> Ambito:
    return ambito_de(fabricas.dependencia(clave), vigencia)


def celdas(clave: str = "dddi", vigencia: int = ANIO) -> dict[tuple[str, str], tuple[int, int]]:
    """Sessions and requests by entity and topic."""
    matriz = matriz_de(ambito(clave, vigencia), Entidad.objects.activas())
    claves = {una.pk: una.clave for una in Entidad.objects.all()}
    return {
        (claves[entidad], celda.tema.clave): (celda.sesiones, celda.solicitudes)
        for (entidad, _), celda in matriz.celdas.items()
    }


def atendida(clave: str = "sdh", ahora: datetime = AHORA, **cambios: Any) -> Solicitud:
    return fabricas.solicitud(estado=Solicitud.Estado.ATENDIDA, entidad=fabricas.entidad(clave), ahora=ahora, **cambios)


@pytest.mark.disposicion("6.3-promocion")
def test_la_matriz_cuenta_las_sesiones_ofrecidas_y_las_solicitudes_atendidas(laura: Funcionario) -> None:
    actividad = fabricas_oferta.actividad(responsable=laura)
    hacienda, educacion = fabricas.entidad("sdh"), fabricas.entidad("sed")
    fabricas_oferta.realizada(actividad, EN_MARZO, [hacienda, hacienda, educacion])
    atendida()
    atendida("sed", temas=[fabricas.tema("control-interno")])
    assert celdas() == {
        ("sdh", "integridad"): (1, 1),
        ("sed", "integridad"): (1, 0),
        ("sed", "control-interno"): (0, 1),
    }


def test_lo_que_no_se_realizo_o_no_se_atendio_no_cuenta(laura: Funcionario) -> None:
    actividad = fabricas_oferta.actividad(responsable=laura)
    fabricas_oferta.asistencia(fabricas_oferta.programada(actividad), fabricas.entidad())
    fabricas.solicitud(estado=Solicitud.Estado.EN_TRAMITE)
    assert celdas() == {}


def test_la_sesion_que_atiende_una_solicitud_no_se_cuenta_ademas_como_oferta() -> None:
    caso = atendida()
    sesion = fabricas_agenda.sesion(solicitudes=[caso], temas=[fabricas.tema()])
    fabricas_oferta.llevar_a_cabo(sesion, [fabricas.entidad()])
    assert celdas() == {("sdh", "integridad"): (0, 1)}


@pytest.mark.parametrize("del_plan", [False, True], ids=["de-demanda", "de-una-actividad"])
def test_en_la_sesion_de_una_solicitud_las_demas_entidades_cuentan_como_oferta(
    laura: Funcionario, del_plan: bool
) -> None:
    caso = atendida(asesor=laura)
    actividad = fabricas_oferta.actividad(responsable=laura)
    sesion = fabricas_oferta.programada(actividad) if del_plan else fabricas_agenda.sesion(temas=[fabricas.tema()])
    sesion.solicitudes.add(caso)
    fabricas_oferta.llevar_a_cabo(sesion, [fabricas.entidad(), fabricas.entidad("sed")])
    assert celdas() == {("sdh", "integridad"): (0, 1), ("sed", "integridad"): (1, 0)}
    publico = Entidad.objects.filter(clave__in=["sdh", "sed", "idu"])
    assert [una.clave for una in nunca_asistidas(ambito(), publico)] == ["idu"]


def test_cada_anio_tiene_lo_suyo() -> None:
    atendida(ahora=AHORA.replace(year=ANIO - 1))
    assert (celdas(), list(celdas(vigencia=ANIO - 1))) == ({}, [("sdh", "integridad")])


def test_las_cifras_son_de_toda_la_direccion_y_cada_quien_abre_lo_que_ve(laura: Funcionario) -> None:
    fabricas_oferta.realizada(fabricas_oferta.actividad(responsable=laura), EN_MARZO, [fabricas.entidad()])
    atendida(asesor=laura)
    assert (celdas(), celdas("ddab")) == ({("sdh", "integridad"): (1, 1)}, {})
    otros = [fabricas.funcionario(clave, nombre=clave, rol=Rol.DIRECCION).usuario for clave in ("imprenta", "dddi")]
    vistos = [ambito().visto_por(quien) for quien in (laura.usuario, *otros)]
    assert [(uno.asistencias.count(), uno.atendidas.count()) for uno in vistos] == [(1, 1), (0, 0), (1, 1)]


def test_bajo_cada_tema_se_dice_cuantas_entidades_alcanzo() -> None:
    for clave in ("sdh", "sed", "sed"):
        atendida(clave)
    matriz = matriz_de(ambito(), Entidad.objects.activas())
    assert ([str(tema) for tema in matriz.temas], matriz.alcanzadas()) == (["Integridad"], [2])


def test_las_que_no_recibieron_asistencia_en_el_anio(laura: Funcionario) -> None:
    publico = Entidad.objects.filter(clave__in=["sdh", "sed", "idu"]).order_by("clave")
    atendida("sdh", temas=[])
    sesion = fabricas_oferta.programada(fabricas_oferta.actividad(responsable=laura))
    fabricas_oferta.llevar_a_cabo(sesion, [fabricas.entidad("sed")])
    assert [una.clave for una in nunca_asistidas(ambito(), publico)] == ["idu"]


def pedir(veces: int, *claves: str, tema: str = "teletrabajo") -> None:
    for numero in range(veces):
        fabricas.solicitud(entidad=fabricas.entidad(claves[numero % len(claves)]), temas=[fabricas.tema(tema)])


@pytest.mark.disposicion("5-plan-anual")
def test_lo_que_piden_muchas_veces_varias_entidades_merece_una_actividad() -> None:
    pedir(3, "sdh", "sed")
    pedir(2, "sdh", tema="mipg")
    temas = recurrentes(ambito(), veces=2, entidades=2)
    assert [(uno.tema.clave, uno.veces, uno.entidades, uno.planeado) for uno in temas] == [("teletrabajo", 3, 2, False)]
    assert recurrentes(ambito(), veces=4, entidades=2) == []


def test_lo_que_ya_tiene_actividad_este_anio_no_se_propone(laura: Funcionario, directora: Usuario) -> None:
    pedir(2, "sdh", "sed")
    actividad = fabricas_oferta.actividad(responsable=laura, temas=[fabricas.tema("teletrabajo")])
    assert recurrentes(ambito(), veces=2, entidades=2) == []
    acciones.retirar(actividad=actividad, motivo="No va", autor=directora, ahora=AHORA)
    assert [uno.tema.clave for uno in recurrentes(ambito(), veces=2, entidades=2)] == ["teletrabajo"]


def test_una_solicitud_anulada_no_hace_demanda() -> None:
    for clave in ("sdh", "sed"):
        fabricas.solicitud(estado=Solicitud.Estado.ANULADA, entidad=fabricas.entidad(clave))
    assert recurrentes(ambito(), veces=1, entidades=1) == []


def agregar(laura: Funcionario) -> str:
    """Adds the topic to next year's draft, and gives the title."""
    tema = fabricas.tema("teletrabajo")
    return acciones.agregar_recurrente(
        direccion=fabricas.dependencia(),
        vigencia=ANIO + 1,
        tema=tema,
        entidades=list(quienes_pidieron(ambito(), tema)),
        responsable=laura,
        autor=laura.usuario,
        ahora=AHORA,
    ).titulo


@pytest.mark.disposicion("5-plan-anual")
def test_lo_recurrente_pasa_al_borrador_del_proximo_anio_para_quienes_lo_pidieron(laura: Funcionario) -> None:
    fabricas_oferta.estrategia()
    pedir(2, "sdh", "sed")
    assert agregar(laura) == "Asistencia en Teletrabajo"
    plan = Plan.objects.get(vigencia=ANIO + 1)
    actividad = plan.actividades.get()
    assert (plan.estado, actividad.meta_entidades, actividad.modalidad.clave) == ("borrador", 2, "jornada")
    assert {una.clave for una in actividad.publico.entidades.all()} == {"sdh", "sed"}
    assert [uno.planeado for uno in recurrentes(ambito(), veces=2, entidades=2)] == [True]


def test_a_un_plan_aprobado_no_se_le_agrega_sin_motivo(laura: Funcionario) -> None:
    pedir(2, "sdh", "sed")
    fabricas_oferta.plan(vigencia=ANIO + 1, aprobado=True)
    with pytest.raises(ReglaIncumplida, match=f"El plan de {ANIO + 1} ya se aprobó"):
        agregar(laura)


def test_sin_estrategias_no_hay_a_que_sirva(laura: Funcionario) -> None:
    pedir(2, "sdh", "sed")
    fabricas.dependencia().estrategias.update(activa=False)
    with pytest.raises(ReglaIncumplida, match="DDDI no tiene estrategias"):
        agregar(laura)
    assert Plan.objects.count() == 0


def test_un_dia_antes_o_despues_es_de_otro_anio_en_bogota() -> None:
    fin = datetime(ANIO, 1, 1, tzinfo=fabricas.BOGOTA)
    for momento in (fin - timedelta(minutes=1), fin):
        atendida(ahora=momento)
    assert [list(celdas(vigencia=anio).values()) for anio in (ANIO - 1, ANIO)] == [[(0, 1)], [(0, 1)]]
