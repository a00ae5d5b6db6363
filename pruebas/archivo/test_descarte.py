"""A plan that is never agreed does not stand in the way of another one."""

import pytest
from django.urls import reverse

from asiste.archivo import acciones
from asiste.archivo.models import PlanFocalizado
from asiste.archivo.panorama import ORDEN, SIN_PLAN, Condiciones, entidades_que_cumplen, por_sector, resumen
from asiste.directorio.models import Funcionario
from asiste.notificaciones.models import Mensaje
from asiste.solicitudes.acciones import ReglaIncumplida
from pruebas import fabricas, fabricas_archivo
from pruebas.fabricas import AHORA
from pruebas.fabricas_archivo import ANIO

pytestmark = pytest.mark.django_db
ASUNTO = f"El plan de asistencia focalizada {ANIO} se descartó"


def descartar(plan: PlanFocalizado, motivo: str = "La entidad no respondió.") -> PlanFocalizado:
    return acciones.descartar(plan=plan, motivo=motivo, autor=plan.asesor.usuario, ahora=AHORA)


@pytest.mark.parametrize("vigencia", [ANIO, ANIO + 1])
def test_lo_descartado_deja_empezar_otro_del_mismo_anio_o_del_siguiente(vigencia: int) -> None:
    descartado = descartar(fabricas_archivo.propuesto())
    nuevo = fabricas_archivo.plan(vigencia=vigencia)
    assert (descartado.estado, descartado.descarte, nuevo.anterior) == ("descartado", "La entidad no respondió.", None)


def test_el_que_toma_su_lugar_sigue_al_mismo_ciclo_cerrado() -> None:
    cerrado = fabricas_archivo.cerrado("Inventarios")
    descartar(fabricas_archivo.plan(vigencia=ANIO + 1))
    nuevo = fabricas_archivo.plan(vigencia=ANIO + 1)
    assert (nuevo.anterior, nuevo.lineas.get().nombre) == (cerrado, "Inventarios")


def test_sin_acordarlo_ni_descartarlo_no_empieza_otro() -> None:
    fabricas_archivo.plan()
    with pytest.raises(ReglaIncumplida, match="acuérdelo o descártelo antes"):
        fabricas_archivo.plan(vigencia=ANIO + 1)


def test_lo_acordado_no_se_descarta_ni_nada_sin_motivo() -> None:
    with pytest.raises(ReglaIncumplida, match="El plan está acordado: no se descarta"):
        descartar(fabricas_archivo.acordado())
    with pytest.raises(ReglaIncumplida, match="Escriba por qué se descarta"):
        descartar(fabricas_archivo.plan(entidad="sed"), " ")


def test_la_entidad_lo_sabe_si_se_lo_habian_propuesto() -> None:
    descartar(fabricas_archivo.plan(entidad="sed"))
    descartar(fabricas_archivo.propuesto())
    correo = Mensaje.objects.get(asunto=ASUNTO)
    assert "La entidad no respondió." in correo.texto
    navegador = fabricas.sesion(fabricas.cuenta(fabricas.enlace("sed", nombre="Rosa Díaz")))
    assert navegador.get(reverse("entidad:planes-focalizados")).context["filas"] == []


def test_la_entidad_lee_que_se_descarto_y_no_responde() -> None:
    plan = descartar(fabricas_archivo.propuesto())
    pagina = fabricas.sesion(fabricas_archivo.contacto(plan)).get(reverse("entidad:plan-focalizado", args=[plan.pk]))
    texto = pagina.content.decode()
    assert ["El Archivo descartó esta propuesta" in texto, "Aceptar el plan" in texto] == [True, False]


def test_lo_descartado_no_se_cambia() -> None:
    with pytest.raises(ReglaIncumplida, match="El plan ya está descartado"):
        fabricas_archivo.linea(descartar(fabricas_archivo.plan()))


def test_en_el_panorama_cuenta_como_sin_plan_y_se_encuentra() -> None:
    descartado = descartar(fabricas_archivo.plan())

    def claves(estado: str) -> list[str]:
        return [una.clave for una in entidades_que_cumplen(Condiciones(vigencia=ANIO, estado=estado)).order_by(*ORDEN)]

    def visto() -> tuple[int, list[PlanFocalizado]]:
        entidades = entidades_que_cumplen(Condiciones(vigencia=ANIO)).order_by(*ORDEN)
        total = resumen(por_sector(entidades, PlanFocalizado.objects.all(), ANIO))
        return total.con_plan, [uno.plan for uno in total.renglones if uno.plan]

    assert (claves("descartado"), "sdh" in claves(SIN_PLAN), visto()) == (["sdh"], True, (0, [descartado]))
    nuevo = fabricas_archivo.plan()
    assert (claves("descartado"), "sdh" in claves(SIN_PLAN), visto()) == ([], False, (1, [nuevo]))


def test_se_descarta_desde_la_pagina_del_plan(diana: Funcionario) -> None:
    plan, navegador = fabricas_archivo.plan(asesor=diana), fabricas.sesion(diana.usuario)
    ruta = reverse("equipo:plan-focalizado-descarte", args=[plan.pk])
    assert ruta in navegador.get(reverse("equipo:plan-focalizado", args=[plan.pk])).content.decode()
    pagina = navegador.post(ruta, {"motivo": "Cambió la administración."}, follow=True)
    assert (pagina.context["acciones"], "Cambió la administración." in pagina.content.decode()) == ([], True)
