"""The plan of the archive as the people of an entity see it and answer it."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from asiste.archivo import acciones
from asiste.archivo.models import PlanFocalizado
from asiste.cuentas.models import Usuario
from asiste.directorio.acciones import registrar_enlace
from pruebas import fabricas, fabricas_archivo
from pruebas.fabricas import AHORA

pytestmark = pytest.mark.django_db


def ruta(cual: str, *argumentos: int) -> str:
    return reverse(f"entidad:{cual}", args=argumentos)


def pagina(navegador: Client, cual: str, *argumentos: int) -> str:
    """A page, as text."""
    return navegador.get(ruta(cual, *argumentos)).content.decode()


def responder(navegador: Client, plan: PlanFocalizado, decision: str, texto: str = "") -> str:
    datos = {"decision": decision, "version": plan.version, "texto": texto}
    return navegador.post(ruta("plan-focalizado", plan.pk), datos, follow=True).content.decode()


@pytest.mark.parametrize("cual", ["planes-focalizados", "indicadores"])
def test_el_plan_y_los_indicadores_se_abren_uno_desde_el_otro(navegador: Client, cual: str) -> None:
    texto = pagina(navegador, cual)
    enlaces = [f'<li><a href="{ruta(una)}"' for una in ("planes-focalizados", "indicadores")]
    assert [texto.count(enlace) for enlace in enlaces] == [1 + 1, 1]
    assert texto.count(f'<a href="{ruta("planes-focalizados")}" aria-current="page">Archivo</a>') == 1


@pytest.mark.disposicion("7.1.1-lineas-accion")
def test_la_entidad_acepta_el_plan_en_su_pagina(navegador: Client, persona: Usuario) -> None:
    plan = fabricas_archivo.propuesto("Inventarios")
    assert "Aceptar el plan" in pagina(navegador, "plan-focalizado", plan.pk)
    assert "El plan quedó acordado" in responder(navegador, plan, "aceptar")
    plan.refresh_from_db()
    assert (plan.estado, plan.acordado_por, plan.acordado_en) == ("acordado", persona, AHORA)


def test_si_hay_enlace_de_gestion_documental_solo_el_responde_y_los_demas_leen(navegador: Client) -> None:
    rosa = fabricas_archivo.enlace("sdh", "ddab-valoracion", nombre="Rosa Díaz")
    plan = fabricas_archivo.propuesto()
    texto = pagina(navegador, "plan-focalizado", plan.pk)
    assert ["Aceptar el plan" in texto, "gestión documental: Rosa Díaz." in texto] == [False, True]
    datos = {"decision": "aceptar", "version": 1}
    codigo = navegador.post(ruta("plan-focalizado", plan.pk), datos).status_code
    assert "El plan quedó acordado" in responder(fabricas.sesion(fabricas.cuenta(rosa)), plan, "aceptar")
    plan.refresh_from_db()
    assert (codigo, plan.acordado_por) == (403, fabricas.cuenta(rosa))


def test_pide_cambios_y_debe_decir_cuales(navegador: Client) -> None:
    plan = fabricas_archivo.propuesto()
    assert "Escriba qué se debe cambiar." in responder(navegador, plan, "cambios")
    assert "Le enviamos al Archivo lo que pide cambiar" in responder(navegador, plan, "cambios", "Falta el correo.")
    plan.refresh_from_db()
    assert (plan.estado, plan.reparos) == ("borrador", "Falta el correo.")
    assert "El Archivo está ajustando el plan" in pagina(navegador, "plan-focalizado", plan.pk)


def test_si_la_propuesta_cambio_mientras_leia_se_le_dice(navegador: Client) -> None:
    plan = fabricas_archivo.propuesto()
    acciones.retomar(plan=plan, motivo="Faltó un tema.", autor=plan.asesor.usuario, ahora=AHORA)
    acciones.proponer(plan=plan, autor=plan.asesor.usuario, ahora=AHORA)
    assert "otra propuesta mientras usted leía" in responder(navegador, plan, "aceptar")
    plan.refresh_from_db()
    assert (plan.estado, plan.version) == ("propuesto", 2)


def test_ve_los_planes_que_le_propusieron_y_no_los_que_se_preparan(navegador: Client) -> None:
    fabricas_archivo.plan(vigencia=2025, asesor=fabricas_archivo.asesora())
    assert "Todavía no hay un plan con su entidad" in pagina(navegador, "planes-focalizados")


def test_lo_ajeno_no_existe(navegador: Client) -> None:
    ajeno = fabricas_archivo.acordado(entidad="sed")
    linea = ajeno.lineas.get()
    fabricas_archivo.evidencia(linea)
    rutas = [
        ruta("plan-focalizado", ajeno.pk),
        ruta("plan-focalizado-pdf", ajeno.pk),
        ruta("linea", linea.pk),
        ruta("linea-archivo", linea.pk, linea.evidencias.get().pk),
    ]
    assert [navegador.get(cual).status_code for cual in rutas] == [404] * 4
    assert responder(navegador, ajeno, "aceptar") != ""
    ajeno.refresh_from_db()
    assert ajeno.version == 1


def test_la_linea_que_se_prepara_no_existe_para_la_entidad(navegador: Client) -> None:
    plan = fabricas_archivo.acordado()
    nueva = fabricas_archivo.linea(plan, "En preparación")
    assert navegador.get(ruta("linea", nueva.pk)).status_code == 404
    assert "En preparación</h3>" not in pagina(navegador, "plan-focalizado", plan.pk)


def test_que_se_propone_retirar_una_linea_lo_sabe_cuando_se_lo_proponen(navegador: Client) -> None:
    plan = fabricas_archivo.acordado("Inventarios", "Tablas")
    linea = acciones.retirar_linea(linea=plan.lineas.get(nombre="Tablas"), motivo="La hizo con otro equipo.")
    assert linea is not None
    vistas = [pagina(navegador, "linea", linea.pk)]
    acciones.proponer(plan=plan, autor=plan.asesor.usuario, ahora=AHORA)
    vistas.append(pagina(navegador, "linea", linea.pk))
    dichos = ("Se propone retirarla", "La hizo con otro equipo.")
    assert [[dicho in texto for dicho in dichos] for texto in vistas] == [[False, False], [True, True]]


def test_acepta_los_cambios_de_lo_acordado(navegador: Client) -> None:
    plan = fabricas_archivo.acordado("Inventarios")
    fabricas_archivo.linea(plan, "Correo electrónico")
    plan = acciones.proponer(plan=plan, autor=plan.asesor.usuario, ahora=AHORA)
    assert "Aceptar los cambios" in pagina(navegador, "plan-focalizado", plan.pk)
    responder(navegador, plan, "aceptar")
    assert set(plan.lineas.order_by("id").values_list("situacion", flat=True)) == {"acordada"}


@pytest.mark.disposicion("7.1.1-phva")
def test_aporta_evidencia_a_su_linea(navegador: Client, persona: Usuario) -> None:
    linea = fabricas_archivo.en_curso()
    datos = {"texto": "Subimos el acta.", "archivos": SimpleUploadedFile("acta.pdf", b"%PDF-1.7 acta")}
    texto = navegador.post(ruta("linea", linea.pk), datos, follow=True).content.decode()
    evidencia = linea.evidencias.get()
    assert (evidencia.autor, evidencia.nombre, "Quedó en la línea" in texto) == (persona, "acta.pdf", True)
    respuesta = navegador.get(ruta("linea-archivo", linea.pk, evidencia.pk))
    respuesta.close()
    assert (respuesta.status_code, respuesta.headers["Content-Type"]) == (200, "application/octet-stream")


def test_un_aporte_vacio_dice_que_falta(navegador: Client) -> None:
    linea = fabricas_archivo.en_curso()
    texto = navegador.post(ruta("linea", linea.pk), {"texto": ""}).content.decode()
    assert ("Escriba qué se hizo" in texto, linea.comentarios.count()) == (True, 0)


def test_el_plan_cerrado_muestra_lo_aprendido_y_no_recibe_aportes(navegador: Client) -> None:
    plan = fabricas_archivo.cerrado()
    assert "Empezar antes." in pagina(navegador, "plan-focalizado", plan.pk)
    assert "Aportar a esta línea" not in pagina(navegador, "linea", plan.lineas.get().pk)


def test_baja_el_plan_en_pdf(navegador: Client) -> None:
    respuesta = navegador.get(ruta("plan-focalizado-pdf", fabricas_archivo.acordado().pk))
    assert (respuesta.headers["Content-Type"], respuesta.getvalue()[:5]) == ("application/pdf", b"%PDF-")


def test_la_lista_cuesta_lo_mismo_con_un_plan_que_con_tres(navegador: Client, persona: Usuario) -> None:
    costes = []
    for clave in ("sdh", "sed", "sda"):
        registrar_enlace(
            entidad=fabricas.entidad(clave), nombre="Carlos", cargo="", correo=persona.email, hoy=fabricas.SIEMPRE
        )
        fabricas_archivo.acordado(entidad=clave)
        with CaptureQueriesContext(connection) as consultas:
            pagina(navegador, "planes-focalizados")
        costes.append(len(consultas))
    assert costes == [costes[0]] * 3
