"""The life of a plan, from the draft to its close."""

from datetime import date, datetime, timedelta
from typing import Any

import pytest
from django.db import ProgrammingError

from asiste.agenda.acciones import DatosPublico
from asiste.cuentas.models import Rol
from asiste.directorio.models import Ausencia, Funcionario
from asiste.oferta import acciones, alcance, permisos, tareas
from asiste.oferta.carga import cargar_oferta
from asiste.oferta.models import Actividad, CambioPlan, Estrategia, Plan
from asiste.solicitudes.acciones import ReglaIncumplida
from pruebas import fabricas, fabricas_oferta
from pruebas.fabricas import AHORA, BOGOTA
from pruebas.fabricas_oferta import ANIO

pytestmark = pytest.mark.django_db


def cambiar(actividad: Actividad, laura: Funcionario, motivo: str = "", **cambios: object) -> None:
    """Changes an activity of Laura."""
    datos = fabricas_oferta.datos(laura, **cambios)
    acciones.cambiar(actividad=actividad, datos=datos, autor=laura.usuario, ahora=AHORA, motivo=motivo)


@pytest.mark.disposicion("5-plan-anual")
def test_el_plan_se_aprueba_y_como_su_anio_ya_empezo_queda_en_ejecucion() -> None:
    plan = fabricas_oferta.plan(aprobado=True)
    assert (plan.estado, plan.aprobado_en, plan.version) == (Plan.Estado.EN_EJECUCION, AHORA, 1)


def test_el_plan_del_proximo_anio_espera_a_que_empiece() -> None:
    plan = fabricas_oferta.plan(vigencia=ANIO + 1, aprobado=True)
    tareas.entrar_en_ejecucion(0)
    plan.refresh_from_db()
    assert plan.estado == Plan.Estado.APROBADO
    enero = datetime(ANIO + 1, 1, 1, 5, tzinfo=BOGOTA)
    assert [acciones.entrar_en_ejecucion(ahora=enero) for _ in range(2)] == [1, 0]


def test_una_direccion_tiene_un_plan_por_vigencia() -> None:
    plan = fabricas_oferta.plan()
    with pytest.raises(ReglaIncumplida, match=f"DDDI ya tiene un plan de {ANIO}"):
        acciones.crear_plan(direccion=plan.direccion, vigencia=ANIO, autor=fabricas.usuario(rol=Rol.SDFI), ahora=AHORA)


def test_un_plan_sin_actividades_no_se_aprueba() -> None:
    plan = fabricas_oferta.plan()
    with pytest.raises(ReglaIncumplida, match="El plan no tiene actividades"):
        acciones.aprobar(plan=plan, autor=fabricas.usuario(rol=Rol.DIRECCION), ahora=AHORA)


def test_un_plan_no_se_aprueba_dos_veces() -> None:
    plan = fabricas_oferta.plan(aprobado=True)
    with pytest.raises(ReglaIncumplida, match="El plan ya se aprobó"):
        acciones.aprobar(plan=plan, autor=fabricas.usuario(rol=Rol.DIRECCION), ahora=AHORA)


def test_lo_aprueba_quien_dirige_esa_direccion_y_nadie_mas() -> None:
    plan = fabricas_oferta.plan()
    suya = Funcionario.objects.get(dependencia=plan.direccion, usuario__rol=Rol.DIRECCION)
    otros = [
        fabricas_oferta.director("ddab"),
        fabricas.funcionario("stdi", rol=Rol.SUBDIRECCION),
        fabricas.funcionario("sdfi", rol=Rol.SDFI),
        fabricas.funcionario("stdi"),
    ]
    assert [permisos.puede_aprobar(una.usuario, plan) for una in [suya, *otros]] == [True, False, False, False, False]


def test_lo_aprueba_tambien_quien_hoy_reemplaza_a_quien_dirige() -> None:
    plan = fabricas_oferta.plan()
    suya = Funcionario.objects.get(dependencia=plan.direccion, usuario__rol=Rol.DIRECCION)
    encargado = fabricas.funcionario("stdi", rol=Rol.SUBDIRECCION)
    hoy = AHORA.date()
    Ausencia.objects.create(asesor=suya, sustituto=encargado, desde=hoy, hasta=hoy, motivo="licencia")
    assert permisos.puede_aprobar(encargado.usuario, plan)


def test_el_asesor_propone_en_el_borrador_y_despues_solo_cambian_quienes_dirigen(laura: Funcionario) -> None:
    plan = fabricas_oferta.plan()
    jefe = fabricas.funcionario("stdi", nombre="Jefe", rol=Rol.SUBDIRECCION).usuario
    propia = fabricas_oferta.actividad(plan, responsable=laura)
    ajena = fabricas_oferta.actividad(plan)
    puede = [permisos.puede_cambiar(laura.usuario, una) for una in (propia, ajena)]
    assert (permisos.puede_proponer(laura.usuario, plan), puede) == (True, [True, False])
    propia.plan = plan = acciones.aprobar(plan=plan, autor=jefe, ahora=AHORA)
    assert [permisos.puede_proponer(quien, plan) for quien in (laura.usuario, jefe)] == [False, True]
    assert [permisos.puede_cambiar(quien, propia) for quien in (laura.usuario, jefe)] == [False, True]


def test_en_el_borrador_los_cambios_no_dejan_version(laura: Funcionario) -> None:
    plan = fabricas_oferta.plan()
    cambiar(fabricas_oferta.actividad(plan, responsable=laura), laura, titulo="Otro título")
    plan.refresh_from_db()
    assert (plan.version, CambioPlan.objects.count()) == (1, 0)


@pytest.mark.disposicion("5-plan-anual")
def test_despues_de_aprobado_el_cambio_deja_version_con_lo_que_decia_y_lo_que_dice(laura: Funcionario) -> None:
    actividad = fabricas_oferta.actividad(responsable=laura)
    cambiar(actividad, laura, motivo="Se amplió", meta_entidades=5, meses=[9])
    cambio = CambioPlan.objects.get()
    assert (cambio.version, cambio.motivo, cambio.actividad) == (2, "Se amplió", actividad)
    assert cambio.antes == {"Meses previstos": "marzo y junio", "Meta de entidades": "2"}
    assert cambio.despues == {"Meses previstos": "septiembre", "Meta de entidades": "5"}


def test_tambien_cambia_de_version_cuando_cambia_el_publico_o_los_temas(laura: Funcionario) -> None:
    actividad = fabricas_oferta.actividad(responsable=laura)
    publico = DatosPublico(todas=True)
    cambiar(actividad, laura, motivo="Se amplió", publico=publico, temas=[fabricas.tema("control-interno")])
    cambio = CambioPlan.objects.get()
    assert cambio.antes == {"Temas": "Integridad", "Público objetivo": "SDH, SED"}
    assert cambio.despues == {"Temas": "Control interno", "Público objetivo": "Todas las entidades"}


def test_guardar_sin_cambiar_nada_no_deja_version_ni_pide_motivo(laura: Funcionario) -> None:
    cambiar(fabricas_oferta.actividad(responsable=laura), laura)
    assert CambioPlan.objects.count() == 0


def test_sin_motivo_un_plan_aprobado_no_cambia(laura: Funcionario) -> None:
    actividad = fabricas_oferta.actividad(responsable=laura)
    with pytest.raises(ReglaIncumplida, match="El plan ya se aprobó: escriba por qué cambia"):
        cambiar(actividad, laura, titulo="Otro título")
    actividad.refresh_from_db()
    assert (actividad.titulo, actividad.plan.version) == ("Mesas de integridad", 1)


def test_la_historia_de_un_plan_no_se_reescribe(laura: Funcionario) -> None:
    cambiar(fabricas_oferta.actividad(responsable=laura), laura, motivo="Se amplió", meta_entidades=5)
    with pytest.raises(ProgrammingError, match="Cannot update"):
        CambioPlan.objects.update(motivo="Otro")


def test_retirar_una_actividad_la_conserva_y_dice_por_que(laura: Funcionario) -> None:
    actividad = fabricas_oferta.actividad(responsable=laura)
    acciones.retirar(actividad=actividad, motivo="Sin presupuesto", autor=laura.usuario, ahora=AHORA)
    actividad.refresh_from_db()
    assert (actividad.retirada_en, CambioPlan.objects.get().despues) == (AHORA, {"Situación": "Retirada del plan"})
    with pytest.raises(ReglaIncumplida, match="ya se retiró"):
        cambiar(actividad, laura, motivo="Vuelve", titulo="Otro")


def test_no_se_retira_con_una_sesion_por_venir(laura: Funcionario) -> None:
    actividad = fabricas_oferta.actividad(responsable=laura)
    fabricas_oferta.programada(actividad)
    with pytest.raises(ReglaIncumplida, match="Tiene sesiones programadas"):
        acciones.retirar(actividad=actividad, motivo="Sin presupuesto", autor=laura.usuario, ahora=AHORA)


def test_una_actividad_no_se_borra() -> None:
    actividad = fabricas_oferta.actividad()
    actividad.temas.clear()
    with pytest.raises(ProgrammingError, match="Cannot delete"):
        Actividad.objects.filter(pk=actividad.pk).delete()


@pytest.mark.parametrize(
    ("cambios", "dice"),
    [
        ({"titulo": " "}, "Escriba el título."),
        ({"temas": []}, "Elija al menos un tema."),
        ({"meses": []}, "Elija al menos un mes."),
    ],
)
def test_a_una_actividad_no_le_falta_nada(laura: Funcionario, cambios: dict[str, Any], dice: str) -> None:
    with pytest.raises(ReglaIncumplida) as regla:
        fabricas_oferta.actividad(fabricas_oferta.plan(), responsable=laura, **cambios)
    assert str(regla.value) == dice


def test_la_estrategia_y_el_responsable_son_de_la_direccion(laura: Funcionario) -> None:
    plan = fabricas_oferta.plan()
    with pytest.raises(ReglaIncumplida, match="Esa estrategia es de otra dirección"):
        fabricas_oferta.actividad(plan, responsable=laura, estrategia=fabricas_oferta.estrategia("ddab"))
    with pytest.raises(ReglaIncumplida, match="Diana Pérez no es de la Dirección Distrital de Desarrollo"):
        fabricas_oferta.actividad(
            plan,
            responsable=fabricas.funcionario("ssda", nombre="Diana Pérez"),
            estrategia=fabricas_oferta.estrategia("dddi"),
        )


@pytest.mark.disposicion("5-plan-anual")
def test_un_plan_empieza_con_las_actividades_del_anterior_sin_las_retiradas(laura: Funcionario) -> None:
    anterior = fabricas_oferta.plan()
    fabricas_oferta.actividad(anterior, responsable=laura, titulo="Sigue")
    fuera = fabricas_oferta.actividad(anterior, responsable=laura, titulo="Se retiró")
    acciones.retirar(actividad=fuera, autor=laura.usuario, ahora=AHORA)
    nuevo = acciones.crear_plan(
        direccion=anterior.direccion, vigencia=ANIO + 1, autor=laura.usuario, ahora=AHORA, copia_de=anterior
    )
    copia = nuevo.actividades.get()
    assert (copia.titulo, copia.meses, list(copia.temas.all())) == ("Sigue", [3, 6], [fabricas.tema()])
    assert copia.publico_id != anterior.actividades.get(titulo="Sigue").publico_id
    assert copia.publico.entidades.count() == 2


def test_al_cerrar_se_dice_por_que_no_se_cumplio_cada_una(laura: Funcionario) -> None:
    actividad = fabricas_oferta.actividad(responsable=laura)
    with pytest.raises(ReglaIncumplida, match="Diga por qué no se cumplió «Mesas de integridad»"):
        acciones.cerrar(plan=actividad.plan, balance="", porques={}, ahora=AHORA)
    cerrado = acciones.cerrar(
        plan=actividad.plan, balance=" Buen año. ", porques={actividad.pk: "Sin sala"}, ahora=AHORA
    )
    actividad.refresh_from_db()
    assert (cerrado.estado, cerrado.cerrado_en, cerrado.balance) == (Plan.Estado.CERRADO, AHORA, "Buen año.")
    assert actividad.por_que_no == "Sin sala"


def test_al_cerrar_no_se_pregunta_por_lo_que_se_cumplio(laura: Funcionario) -> None:
    actividad = fabricas_oferta.actividad(responsable=laura, meta_sesiones=1, meta_entidades=1)
    fabricas_oferta.realizada(actividad, AHORA - timedelta(days=30), [fabricas.entidad()])
    assert acciones.cerrar(plan=actividad.plan, balance="", porques={}, ahora=AHORA).estado == Plan.Estado.CERRADO


def test_un_plan_cerrado_no_se_cambia_ni_se_cierra_otra_vez(laura: Funcionario) -> None:
    actividad = fabricas_oferta.actividad(responsable=laura)
    plan = acciones.cerrar(plan=actividad.plan, balance="", porques={actividad.pk: "Sin sala"}, ahora=AHORA)
    with pytest.raises(ReglaIncumplida, match="El plan ya está cerrado"):
        cambiar(actividad, laura, motivo="Tarde", titulo="Otro")
    with pytest.raises(ReglaIncumplida, match="El plan está cerrado"):
        acciones.cerrar(plan=plan, balance="", porques={}, ahora=AHORA)


def test_cada_quien_ve_los_planes_de_su_direccion_y_de_las_de_abajo() -> None:
    for clave in ("dddi", "ddab"):
        fabricas_oferta.plan(clave)
    ven = {
        "stdi": fabricas.funcionario("stdi"),
        "ddab": fabricas.funcionario("ssda"),
        "sdfi": fabricas.funcionario("sdfi", rol=Rol.SDFI),
    }
    vistos = {
        clave: sorted(alcance.planes_del_equipo(una.usuario).values_list("direccion__clave", flat=True))
        for clave, una in ven.items()
    }
    assert vistos == {"stdi": ["dddi"], "ddab": ["ddab"], "sdfi": ["ddab", "dddi"]}
    assert list(alcance.planes_del_equipo(fabricas.cuenta(fabricas.enlace()))) == []


def test_las_estrategias_de_ejemplo_se_cargan_una_vez_y_quien_guarda_una_la_verifica() -> None:
    claves = {clave: fabricas.dependencia(clave).pk for clave in ("dddi", "ddab", "ddri")}
    Estrategia.objects.all().delete()
    assert (cargar_oferta(claves) > 3, cargar_oferta(claves)) == (True, 0)
    ejemplo = Estrategia.objects.filter(dependencia__clave="dddi").order_by("id")[0]
    guardada = acciones.guardar_estrategia(dependencia=ejemplo.dependencia, nombre="Otra", estrategia=ejemplo)
    assert (ejemplo.por_verificar, guardada.nombre, guardada.por_verificar) == (False, "Otra", False)
    with pytest.raises(ReglaIncumplida, match="DDDI ya tiene una estrategia con ese nombre"):
        acciones.guardar_estrategia(dependencia=ejemplo.dependencia, nombre="otra")


def test_el_anio_de_un_plan_se_mide_en_bogota() -> None:
    plan = fabricas_oferta.plan(vigencia=ANIO + 1, aprobado=True)
    casi = datetime(ANIO, 12, 31, 23, 30, tzinfo=BOGOTA)
    assert (acciones.entrar_en_ejecucion(ahora=casi), plan.vigencia) == (0, date(ANIO + 1, 1, 1).year)
