"""The plans of a year across the entities."""

from io import BytesIO
from typing import Any

import pytest
from openpyxl import load_workbook
from pypdf import PdfReader

from asiste.archivo.documento import componer_plan
from asiste.archivo.libro import escribir_excel
from asiste.archivo.models import Fase, PlanFocalizado
from asiste.archivo.panorama import ORDEN, SIN_PLAN, Condiciones, Grupo, entidades_que_cumplen, por_sector, resumen
from asiste.directorio.models import Entidad
from pruebas import fabricas, fabricas_archivo
from pruebas.fabricas import AHORA
from pruebas.fabricas_archivo import ANIO

pytestmark = pytest.mark.django_db


def grupos(**pedido: Any) -> list[Grupo]:
    condiciones = Condiciones(vigencia=ANIO, **pedido)
    entidades = entidades_que_cumplen(condiciones).order_by(*ORDEN)
    return por_sector(entidades, PlanFocalizado.objects.all(), condiciones.vigencia)


def claves(**pedido: Any) -> list[str]:
    return [renglon.entidad.clave for grupo in grupos(**pedido) for renglon in grupo.renglones]


def test_todas_las_entidades_salen_con_su_plan_o_sin_el() -> None:
    plan = fabricas_archivo.acordado("Una", "Otra")
    fabricas_archivo.llevar(plan.lineas.get(nombre="Una"), Fase.TERMINADA)
    total = resumen(grupos())
    assert (len(total.renglones), total.con_plan, total.acordados) == (Entidad.objects.activas().count(), 1, 1)
    assert total.por_ciento == 50


def test_van_por_sector_y_al_final_las_que_no_tienen() -> None:
    titulos = [grupo.titulo for grupo in grupos()]
    assert (len(titulos), titulos[-1]) == (len(set(titulos)), "Otros organismos")


def test_se_ve_quien_no_tiene_plan() -> None:
    fabricas_archivo.plan()
    sin_plan = claves(estado=SIN_PLAN)
    assert ("sdh" in sin_plan, len(sin_plan)) == (False, Entidad.objects.activas().count() - 1)


def test_se_filtra_por_sector_estado_y_asesor(diana: object) -> None:
    propio = fabricas_archivo.plan(asesor=fabricas_archivo.asesora("Otra"))
    fabricas_archivo.plan(entidad="sed")
    sector = fabricas.entidad("sed").sector
    assert claves(estado="borrador", sector=sector) == ["sed"]
    assert claves(asesor=propio.asesor) == ["sdh"]
    assert claves(estado="acordado") == []


def test_el_plan_de_otro_anio_no_cuenta() -> None:
    fabricas_archivo.plan(vigencia=ANIO - 1)
    assert resumen(grupos()).con_plan == 0


def test_el_libro_trae_una_fila_por_entidad() -> None:
    fabricas_archivo.acordado()
    with escribir_excel(grupos(sector=fabricas.entidad().sector), ANIO) as archivo:
        filas = list(load_workbook(archivo)[f"Planes {ANIO}"].iter_rows(values_only=True))
    hacienda = next(fila for fila in filas if fila[1] == fabricas.entidad().nombre)
    assert hacienda[2:8] == (ANIO, "Acordado", "Diana Pérez", 1, 0, 0)
    assert {fila[3] for fila in filas[1:]} == {"Acordado", "Sin plan"}


@pytest.mark.disposicion("7.1.1-lineas-accion")
def test_el_documento_dice_quien_lo_acordo_y_sus_lineas() -> None:
    plan = fabricas_archivo.acordado("Inventarios al día")
    pdf = componer_plan(plan, ahora=AHORA)
    texto = " ".join(" ".join(hoja.extract_text().split()) for hoja in PdfReader(BytesIO(pdf)).pages)
    acuerdo = "Carlos Peña lo aceptó por Secretaría Distrital de Hacienda el jueves 19 de noviembre de 2026 a las 10:00"
    assert [dicho in texto for dicho in (acuerdo, "Inventarios al día", "Mesa de trabajo")] == [True, True, True]


def test_el_documento_de_la_entidad_no_trae_lo_que_se_prepara() -> None:
    plan = fabricas_archivo.acordado()
    fabricas_archivo.linea(plan, "Todavía en preparación")
    textos = [
        PdfReader(BytesIO(componer_plan(plan, ahora=AHORA, para_entidad=suya))).pages[0].extract_text()
        for suya in (False, True)
    ]
    assert ["Todavía en" in texto for texto in textos] == [True, False]
