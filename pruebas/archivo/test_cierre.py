"""The end of a cycle, and where the next one starts."""

from typing import Any

import pytest

from asiste.archivo import acciones
from asiste.archivo.models import Fase, PlanFocalizado
from asiste.notificaciones.models import Mensaje
from asiste.solicitudes.acciones import ReglaIncumplida
from pruebas import fabricas, fabricas_archivo
from pruebas.fabricas import AHORA
from pruebas.fabricas_archivo import ANIO

pytestmark = pytest.mark.django_db


def cerrar(plan: PlanFocalizado, **cambios: Any) -> PlanFocalizado:
    datos: dict[str, Any] = {"lecciones": "Empezar antes.", "porques": {}, "autor": plan.asesor.usuario}
    return acciones.cerrar(plan=plan, ahora=AHORA, **datos | cambios)


def test_se_cierra_con_lecciones_y_la_entidad_las_recibe() -> None:
    plan = fabricas_archivo.acordado()
    fabricas_archivo.llevar(plan.lineas.get(), Fase.TERMINADA)
    cerrado = cerrar(plan)
    assert (cerrado.estado, cerrado.cerrado_en, cerrado.lecciones) == ("cerrado", AHORA, "Empezar antes.")
    correo = Mensaje.objects.get(asunto="Se cerró el plan de asistencia focalizada 2026")
    assert (correo.para, "Empezar antes." in correo.texto) == (fabricas_archivo.contacto(plan).email, True)


def test_cada_linea_que_no_termino_dice_por_que() -> None:
    plan = fabricas_archivo.acordado("Una", "Otra")
    fabricas_archivo.llevar(plan.lineas.get(nombre="Una"), Fase.TERMINADA)
    otra = plan.lineas.get(nombre="Otra")
    with pytest.raises(ReglaIncumplida, match="Diga por qué no terminó «Otra»"):
        cerrar(plan)
    cerrar(plan, porques={otra.pk: "Cambió el equipo."})
    otra.refresh_from_db()
    assert otra.por_que_no == "Cambió el equipo."


def test_sin_lecciones_no_se_cierra() -> None:
    plan = fabricas_archivo.acordado()
    with pytest.raises(ReglaIncumplida, match="Escriba qué se aprendió"):
        cerrar(plan, lecciones=" ", porques={plan.lineas.get().pk: "Faltó tiempo."})


def test_con_cambios_sin_acordar_no_se_cierra() -> None:
    plan = fabricas_archivo.acordado()
    fabricas_archivo.linea(plan, "Nueva")
    with pytest.raises(ReglaIncumplida, match="Hay cambios sin acordar"):
        cerrar(plan, porques={plan.lineas.order_by("id")[0].pk: "Faltó tiempo."})


def test_lo_que_no_se_ha_acordado_no_se_cierra() -> None:
    with pytest.raises(ReglaIncumplida, match="El plan está propuesto a la entidad"):
        cerrar(fabricas_archivo.propuesto())


def test_el_plan_cerrado_no_se_cambia() -> None:
    plan = fabricas_archivo.cerrado()
    with pytest.raises(ReglaIncumplida, match="ya está cerrado"):
        fabricas_archivo.linea(plan)
    with pytest.raises(ReglaIncumplida, match="ya está cerrado"):
        acciones.guardar_datos(plan=plan, asesor=plan.asesor, proposito="Otro")


def test_el_proximo_ciclo_empieza_con_lo_que_no_termino() -> None:
    plan = fabricas_archivo.acordado("Una", "Otra")
    fabricas_archivo.llevar(plan.lineas.get(nombre="Una"), Fase.TERMINADA)
    viejo = cerrar(plan, porques={plan.lineas.get(nombre="Otra").pk: "Faltó tiempo."})
    nuevo = fabricas_archivo.plan(vigencia=ANIO + 1)
    linea = nuevo.lineas.get()
    assert (nuevo.anterior, linea.nombre, linea.fase, linea.situacion) == (viejo, "Otra", "planear", "propuesta")
    assert linea.servicios.count() == 2


def test_el_proximo_ciclo_puede_empezar_sin_lineas() -> None:
    fabricas_archivo.cerrado()
    assert not fabricas_archivo.plan(vigencia=ANIO + 1, retomar=False).lineas.exists()


def test_no_empieza_otro_ciclo_sin_cerrar_el_anterior() -> None:
    fabricas_archivo.acordado()
    with pytest.raises(ReglaIncumplida, match=f"Cierre antes el plan de {ANIO}"):
        fabricas_archivo.plan(vigencia=ANIO + 1)


@pytest.mark.parametrize("vigencia", [ANIO, ANIO - 1])
def test_una_entidad_tiene_un_plan_por_vigencia_y_no_vuelve_atras(vigencia: int) -> None:
    fabricas_archivo.cerrado()
    with pytest.raises(ReglaIncumplida, match=f"SDH ya tiene un plan de {ANIO}"):
        fabricas_archivo.plan(vigencia=vigencia)


def test_lo_lleva_alguien_del_archivo() -> None:
    laura = fabricas.funcionario("stdi")
    with pytest.raises(ReglaIncumplida, match=r"Laura Ortiz no es del Archivo"):
        fabricas_archivo.plan(asesor=laura)


def test_cambia_de_asesor_y_el_proposito_solo_antes_de_proponerlo() -> None:
    plan, otra = fabricas_archivo.plan(), fabricas_archivo.asesora("Julián Torres", "sgpd")
    plan = acciones.guardar_datos(plan=plan, asesor=otra, proposito="Ordenar el archivo central.")
    assert (plan.asesor, plan.dependencia.clave, plan.proposito) == (otra, "sgpd", "Ordenar el archivo central.")
    fabricas_archivo.enlace()
    fabricas_archivo.linea(plan)
    acciones.proponer(plan=plan, autor=otra.usuario, ahora=AHORA)
    assert acciones.guardar_datos(plan=plan, asesor=otra, proposito="Otro").proposito == "Ordenar el archivo central."
