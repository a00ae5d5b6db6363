"""The pages of the focalised assistance for the team."""

from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from asiste.archivo.models import Fase, PlanFocalizado
from asiste.cuentas.models import Rol
from asiste.directorio.models import Funcionario
from pruebas import fabricas, fabricas_agenda, fabricas_archivo
from pruebas.equipo.test_consultas import coste
from pruebas.fabricas_archivo import ANIO

pytestmark = pytest.mark.django_db


@pytest.fixture
def diana() -> Funcionario:
    """Diana Pérez, adviser of the Sistema Distrital de Archivos."""
    return fabricas_archivo.asesora()


@pytest.fixture
def archivista(diana: Funcionario) -> Client:
    """The browser of Diana."""
    return fabricas.sesion(diana.usuario)


def ruta(cual: str, *argumentos: int | str) -> str:
    return reverse(f"equipo:{cual}", args=argumentos)


def enviada(**cambios: Any) -> dict[str, Any]:
    """The form of a line, filled in."""
    return {
        "tema": fabricas.tema("ddab-valoracion").pk,
        "nombre": "Actualizar la tabla de retención",
        "eje": "Tablas de retención",
        "servicios": [fabricas_agenda.modalidad("mesa").pk],
    } | cambios


def test_se_empieza_un_plan_por_la_sigla_de_la_entidad(archivista: Client, diana: Funcionario) -> None:
    datos = {"entidad": "SDH", "vigencia": ANIO, "asesor": diana.pk, "proposito": "Ordenar.", "retomar": "on"}
    respuesta = archivista.post(ruta("plan-focalizado-nuevo"), datos)
    plan = PlanFocalizado.objects.get()
    assert respuesta.headers["Location"] == ruta("plan-focalizado", plan.pk)
    assert (plan.entidad, plan.asesor, plan.estado) == (fabricas.entidad(), diana, "borrador")


def test_sin_entidad_no_hay_plan(archivista: Client, diana: Funcionario) -> None:
    form = archivista.post(ruta("plan-focalizado-nuevo"), {"vigencia": ANIO, "asesor": diana.pk}).context["form"]
    assert form.errors == {"entidad": ["Escriba la entidad."]}


def test_lo_que_rompe_una_regla_se_dice_sobre_el_formulario(archivista: Client, diana: Funcionario) -> None:
    fabricas_archivo.plan(asesor=diana)
    datos = {"entidad": "SDH", "vigencia": ANIO, "asesor": diana.pk}
    form = archivista.post(ruta("plan-focalizado-nuevo"), datos).context["form"]
    assert form.non_field_errors() == [f"SDH ya tiene un plan de {ANIO}."]


@pytest.mark.disposicion("7.1.1-lineas-accion")
def test_de_las_lineas_a_la_propuesta(archivista: Client, diana: Funcionario) -> None:
    fabricas_archivo.enlace()
    plan = fabricas_archivo.plan(asesor=diana)
    archivista.post(ruta("linea-nueva", plan.pk), enviada())
    archivista.post(ruta("plan-focalizado-propuesta", plan.pk))
    plan.refresh_from_db()
    assert (plan.estado, plan.lineas.get().nombre) == ("propuesto", "Actualizar la tabla de retención")


def test_los_temas_son_los_componentes_y_los_ejes_sus_aspectos_y_revisiones(
    archivista: Client, diana: Funcionario
) -> None:
    contexto = archivista.get(ruta("linea-nueva", fabricas_archivo.plan(asesor=diana).pk)).context
    temas = contexto["form"].fields["tema"].queryset
    assert (temas.filter(tipo="componente").count(), temas.filter(tipo="subcomponente").count()) == (4, 24)
    assert (temas.count(), len(contexto["ejes"])) == (28, 10)


def test_lo_que_falta_de_una_linea_se_dice_junto_a_su_campo(archivista: Client, diana: Funcionario) -> None:
    form = archivista.post(ruta("linea-nueva", fabricas_archivo.plan(asesor=diana).pk), {}).context["form"]
    assert sorted(form.errors) == ["nombre", "servicios", "tema"]


@pytest.mark.disposicion("7.1.1-phva")
def test_se_agrega_evidencia_y_se_pasa_de_fase(archivista: Client, diana: Funcionario) -> None:
    linea = fabricas_archivo.en_curso(asesor=diana)
    acta = SimpleUploadedFile("acta.pdf", b"%PDF-1.7 acta")
    archivista.post(ruta("linea-evidencia", linea.pk), {"descripcion": "Acta", "archivos": acta})
    archivista.post(ruta("linea-fase", linea.pk), {"desde": "planear", "conclusion": "Quedó el cronograma."})
    linea.refresh_from_db()
    assert (linea.fase, linea.evidencias.get().nombre) == ("hacer", "acta.pdf")


def test_regresa_desde_su_pagina(archivista: Client, diana: Funcionario) -> None:
    linea = fabricas_archivo.llevar(fabricas_archivo.en_curso(asesor=diana), Fase.VERIFICAR)
    archivista.post(ruta("linea-regreso", linea.pk), {"desde": "verificar", "a": "hacer", "motivo": "Faltó."})
    linea.refresh_from_db()
    assert linea.fase == "hacer"


def test_una_linea_terminada_no_ofrece_agregar_evidencia(archivista: Client, diana: Funcionario) -> None:
    linea = fabricas_archivo.llevar(fabricas_archivo.en_curso(asesor=diana), Fase.TERMINADA)
    respuesta = archivista.get(reverse("equipo:linea-evidencia", args=[linea.pk]))
    assert respuesta.headers["Location"] == reverse("equipo:linea", args=[linea.pk])


def test_la_evidencia_ofrece_lo_de_esa_entidad_y_nada_mas(archivista: Client, diana: Funcionario) -> None:
    linea = fabricas_archivo.en_curso(asesor=diana)
    suya = fabricas.solicitud(dependencia=diana.dependencia)
    ajena = fabricas.solicitud(dependencia=diana.dependencia, entidad=fabricas.entidad("sed"))
    mesa = fabricas_agenda.sesion(dirige=diana, solicitudes=[suya, ajena])
    campos = archivista.get(ruta("linea-evidencia", linea.pk)).context["form"].fields
    assert list(campos["solicitud"].queryset) == [suya]
    assert list(campos["sesion"].queryset) == [mesa]


def test_sin_nada_que_lo_muestre_no_se_agrega(archivista: Client, diana: Funcionario) -> None:
    linea = fabricas_archivo.en_curso(asesor=diana)
    form = archivista.post(ruta("linea-evidencia", linea.pk), {"descripcion": "Acta"}).context["form"]
    assert form.non_field_errors() == ["Elija qué lo muestra, o suba un archivo."]


def test_un_programa_se_guarda_y_no_se_entrega(archivista: Client, diana: Funcionario) -> None:
    linea = fabricas_archivo.en_curso(asesor=diana)
    programa = SimpleUploadedFile("inventario.pdf", b"MZ" + b"\0" * 200)
    archivista.post(ruta("linea-evidencia", linea.pk), {"descripcion": "Inventario", "archivos": programa})
    pedido = archivista.get(ruta("linea-archivo", linea.pk, linea.evidencias.get().pk))
    assert (pedido.status_code, "es un programa" in pedido.content.decode()) == (403, True)


def test_la_evidencia_retirada_se_nombra_y_no_se_entrega(archivista: Client, diana: Funcionario) -> None:
    linea = fabricas_archivo.en_curso(asesor=diana)
    fabricas_archivo.evidencia(linea)
    suya = linea.evidencias.get()
    archivista.post(ruta("linea-evidencia-retiro", linea.pk, suya.pk), {"motivo": "Trae cédulas."})
    assert archivista.get(ruta("linea-archivo", linea.pk, suya.pk)).status_code == 404
    texto = archivista.get(ruta("linea", linea.pk)).content.decode()
    assert ("Trae cédulas." in texto, "acta.pdf" in texto) == (True, False)


def test_el_cierre_pide_por_que_de_cada_linea_y_las_lecciones(archivista: Client, diana: Funcionario) -> None:
    linea = fabricas_archivo.en_curso(asesor=diana)
    cierre = ruta("plan-focalizado-cierre", linea.plan_id)
    form = archivista.post(cierre, {}).context["form"]
    assert sorted(form.errors) == ["lecciones", f"porque-{linea.pk}"]
    archivista.post(cierre, {"lecciones": "Empezar antes.", f"porque-{linea.pk}": "Faltó tiempo."})
    linea.plan.refresh_from_db()
    assert linea.plan.estado == "cerrado"


def test_el_proximo_plan_muestra_arriba_lo_aprendido(archivista: Client, diana: Funcionario) -> None:
    fabricas_archivo.cerrado(asesor=diana)
    nuevo = fabricas_archivo.plan(asesor=diana, vigencia=ANIO + 1)
    texto = archivista.get(ruta("plan-focalizado", nuevo.pk)).content.decode()
    assert (f"Lo que aprendimos en {ANIO}" in texto, "Empezar antes." in texto) == (True, True)


def test_quien_no_lo_lleva_lo_lee_y_no_lo_toca(diana: Funcionario) -> None:
    linea = fabricas_archivo.en_curso(asesor=diana)
    otro = fabricas.sesion(fabricas_archivo.asesora("Julián Torres", "sgpd").usuario)
    assert otro.get(ruta("linea", linea.pk)).context["acciones"] == []
    paginas = ("linea-fase", "linea-evidencia", "linea-comentario", "linea-regreso", "linea-retiro")
    assert {otro.post(ruta(cual, linea.pk)).status_code for cual in paginas} == {403}


@pytest.mark.parametrize("oficina", ["stdi", "ddri", "imprenta"])
def test_para_las_otras_oficinas_no_existe(diana: Funcionario, oficina: str) -> None:
    linea = fabricas_archivo.en_curso(asesor=diana)
    ajeno = fabricas.sesion(fabricas.funcionario(oficina, rol=Rol.SUBDIRECCION).usuario)
    rutas = [
        ruta("plan-focalizado", linea.plan_id),
        ruta("linea", linea.pk),
        ruta("plan-focalizado-pdf", linea.plan_id),
    ]
    assert [ajeno.get(cual).status_code for cual in rutas] == [404, 404, 404]
    assert ajeno.get(ruta("planes-focalizados")).status_code == 403


def test_el_panorama_cuesta_lo_mismo_con_un_plan_que_con_tres(archivista: Client, diana: Funcionario) -> None:
    costes = []
    for clave in ("sdh", "sed", "sda"):
        fabricas_archivo.acordado("Una", "Otra", entidad=clave, asesor=diana)
        costes.append(coste(archivista, ruta("planes-focalizados")))
    assert costes == [costes[0]] * 3


def test_el_plan_cuesta_lo_mismo_con_una_linea_que_con_tres(archivista: Client, diana: Funcionario) -> None:
    costes = []
    for clave, nombres in (("sdh", ["Una"]), ("sed", ["Una", "Otra", "Más"])):
        plan = fabricas_archivo.acordado(*nombres, entidad=clave, asesor=diana)
        costes.append(coste(archivista, ruta("plan-focalizado", plan.pk)))
    assert costes == [costes[0]] * 2


def test_en_el_caso_del_archivo_se_llega_al_plan_de_la_entidad(archivista: Client, diana: Funcionario) -> None:
    caso = fabricas.solicitud(asesor=diana)
    plan = fabricas_archivo.acordado(asesor=diana)
    assert archivista.get(ruta("solicitud", caso.radicado)).context["plan_focalizado"] == plan


def test_desde_el_plan_se_programa_una_sesion_con_la_entidad_puesta(archivista: Client) -> None:
    form = archivista.get(ruta("sesion-nueva") + "?entidad=sdh").context["form"]
    assert form["publico_entidades"].value() == [fabricas.entidad().pk]
