"""The search of the bank, rule by rule."""

from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from asiste.conocimiento.busqueda import buscar, leer
from asiste.conocimiento.carga import cargar_sinonimos
from asiste.conocimiento.models import Publicacion, Sinonimo
from pruebas.fabricas_conceptos import publicacion

pytestmark = pytest.mark.django_db
ESTADO = Publicacion.Estado


def texto(titulo: str, cuerpo: str = "", **cambios: Any) -> Publicacion:
    """A publication that says only that."""
    return publicacion(titulo=titulo, resumen="", html="", texto=cuerpo, **cambios)


def hallados(consulta: str) -> list[str]:
    """Titles found, in order."""
    return [una.titulo for una in buscar(consulta, Publicacion.objects.visibles())]


def test_no_importan_tildes_ni_terminaciones() -> None:
    texto("Eliminación de documentos")
    assert hallados("eliminar documento") == ["Eliminación de documentos"]


@pytest.mark.parametrize("escrito", ["eliminar", "eliminación", "eliminarlos", "eliminados", "eliminaciones"])
@pytest.mark.parametrize("dice", ["Eliminar con acta", "Eliminación con acta", "Documentos eliminados con acta"])
def test_el_verbo_encuentra_su_sustantivo_y_al_reves(escrito: str, dice: str) -> None:
    texto(dice)
    assert hallados(escrito) == [dice]


def test_lo_que_la_gente_dice_encuentra_lo_que_dicen_los_documentos() -> None:
    texto("Eliminación de documentos")
    Sinonimo.objects.create(palabra="esfumar", equivale="eliminar")
    Sinonimo.objects.create(palabra="pergaminos", equivale="documentos")
    assert hallados("¿puedo esfumar los pergaminos?") == ["Eliminación de documentos"]


def test_un_sinonimo_puede_tener_varias_palabras_de_los_dos_lados() -> None:
    texto("Organización del fondo acumulado")
    Sinonimo.objects.create(palabra="archivo dormido", equivale="fondo acumulado")
    assert hallados("archivos dormidos") == ["Organización del fondo acumulado"]


def test_una_frase_entre_comillas_se_busca_tal_cual() -> None:
    texto("Firma del acta de archivo")
    texto("Archivo de las actas y su firma")
    assert hallados('"acta de archivo"') == ["Firma del acta de archivo"]


def test_si_nada_tiene_la_frase_no_se_inventa_otra_cosa() -> None:
    texto("Archivo de las actas")
    assert hallados('"acta de eliminación"') == []


@pytest.mark.parametrize("escrito", ["C-DDAB-2026-912", "c ddab 2026 912", "concepto 912 de 2026", "912/2026"])
def test_el_numero_va_de_primero(escrito: str) -> None:
    texto("Concepto que nombra al C-DDAB-2026-912 y al 912 de 2026", numero="C-DDAB-2026-913")
    texto("El que se pide", numero="C-DDAB-2026-912")
    assert hallados(escrito)[0] == "El que se pide"


def test_un_decreto_no_es_un_numero_de_concepto() -> None:
    texto("Planes institucionales", "Según el Decreto 612 de 2018.", numero="C-DDDI-2026-901")
    assert hallados("decreto 612 de 2018") == ["Planes institucionales"]


@pytest.mark.parametrize(
    "norma",
    [
        "acuerdo 912 de 2026",
        "Circular Externa n.º 912 de 2026",
        "resolución 912/2026",
        "leyes 594 de 2000 y 912 de 2026",
        "artículo 4 del acuerdo AGN 912 de 2026",
    ],
)
def test_el_numero_de_una_norma_no_nombra_un_concepto(norma: str) -> None:
    texto("Otro asunto", numero="C-DDAB-2026-912")
    texto("El de la norma", f"Lo dice la {norma}.", numero="C-DDAB-2026-913")
    assert (leer(norma).nombradas, hallados(norma)[0]) == ((), "El de la norma")


def test_un_numero_corto_es_solo_de_un_concepto() -> None:
    texto("Una línea", clase="linea", numero="L-DDAB-2026-912")
    assert leer("912 de 2026").nombradas == ()


def test_un_numero_corto_no_impide_aflojar_ni_corregir_lo_demas() -> None:
    texto("El que se pide", numero="C-DDAB-2026-912")
    texto("Eliminación de documentos")
    assert hallados("concepto 912 de 2026 eliminasion documntos")[:2] == ["El que se pide", "Eliminación de documentos"]


def test_de_un_numero_solo_no_se_trae_lo_demas_de_ese_anio() -> None:
    texto("El que se pide", numero="C-DDAB-2026-912")
    texto("Plan de 2026", numero="C-DDAB-2026-913")
    assert hallados("concepto 912 de 2026") == ["El que se pide"]


def test_primero_lo_que_tiene_todas_las_palabras() -> None:
    texto("Firma electrónica")
    texto("Firma escaneada de oficios", "Las firmas escaneadas.")
    texto("Notas", "La firma de un documento escaneado no prueba quién firmó.")
    assert hallados("firma escaneada")[:2] == ["Firma escaneada de oficios", "Notas"]


def test_lo_que_rige_va_antes_de_lo_que_no() -> None:
    vieja = texto("Teletrabajo suplementario", "Teletrabajo.")
    Publicacion.objects.filter(pk=vieja.pk).update(estado=ESTADO.NO_VIGENTE, motivo="Cambió la ley.")
    texto("Otra cosa", "Aquí se menciona el teletrabajo.")
    assert hallados("teletrabajo") == ["Otra cosa", "Teletrabajo suplementario"]


@pytest.mark.parametrize("escrito", ["elimnacion de documntos", "eliminasion documento"])
def test_un_error_de_digitacion_se_corrige_con_las_palabras_del_banco(escrito: str) -> None:
    texto("Eliminación de documentos")
    texto("Teletrabajo")
    assert hallados(escrito) == ["Eliminación de documentos"]


def test_lo_que_no_se_parece_a_nada_no_encuentra_nada() -> None:
    texto("Eliminación de documentos")
    assert hallados("xkcd zzzz") == []


def test_vacia_da_todo_lo_mas_nuevo_primero() -> None:
    texto("Una")
    assert hallados("  ") == ["Una"]


@pytest.mark.parametrize(
    "raro", ["'", "\\", "a & | ! b", "()", "\0", '"', "<->", "🙂", "de la", "a" * 5_000, "%s", '"d\'eliminar"']
)
def test_nada_que_se_escriba_la_rompe(raro: str) -> None:
    texto("Una")
    assert len(hallados(raro)) <= 1


def test_una_busqueda_entendida_se_aplica_sin_mas_consultas() -> None:
    texto("Eliminación de documentos")
    entendida = leer("botar papeles viejos")
    with CaptureQueriesContext(connection) as consultas:
        for _ in range(2):
            list(entendida.aplicar(Publicacion.objects.visibles()))
    assert len(consultas) == 2


def test_los_sinonimos_de_semilla_no_pisan_lo_que_la_gente_cambio() -> None:
    Sinonimo.objects.filter(palabra="botar").update(equivale="conservar")
    Sinonimo.objects.filter(palabra="papeles").delete()
    assert cargar_sinonimos() == 0
    assert list(Sinonimo.objects.filter(palabra__in=["botar", "papeles"]).values_list("equivale", flat=True)) == [
        "conservar"
    ]


def test_los_de_semilla_se_cargan_donde_no_hay() -> None:
    Sinonimo.objects.all().delete()
    assert cargar_sinonimos() == Sinonimo.objects.count()
