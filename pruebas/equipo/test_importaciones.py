"""The whole way of a workbook through the pages of who heads an office."""

import io

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import StreamingHttpResponse
from django.test import Client
from django.urls import reverse
from openpyxl import load_workbook
from pytest_django import DjangoAssertNumQueries, Settings

from asiste.auditoria.models import Hecho
from asiste.directorio.models import Funcionario
from asiste.documentos.models import Archivo
from asiste.solicitudes.acciones import importar
from asiste.solicitudes.models import Importacion, Solicitud
from pruebas import fabricas, libros
from pruebas.libros import excel, fila

pytestmark = pytest.mark.django_db
COLUMNAS = ("numero", "recibida", "entidad", "tema", "asunto", "atendida", "estado")


def subir(navegador: Client, contenido: bytes, nombre: str = libros.NOMBRE) -> str:
    """The page after the upload of a workbook to the DDDI."""
    archivo = SimpleUploadedFile(nombre, contenido)
    datos = {"dependencia": fabricas.dependencia().pk, "archivo": archivo}
    return navegador.post(reverse("equipo:importacion-nueva"), datos, follow=True).content.decode()


def ir(navegador: Client, vista: str, libro: Importacion, datos: dict[str, str] | None = None) -> str:
    """The page after sending something to a step of a book, or after opening it."""
    ruta = reverse(f"equipo:{vista}", args=[libro.pk])
    respuesta = navegador.get(ruta) if datos is None else navegador.post(ruta, datos, follow=True)
    return respuesta.content.decode()


def columnas(**cambios: str) -> dict[str, str]:
    """What each column of `TITULOS` is, as sent by the form."""
    return {f"columna-{indice}": campo for indice, campo in enumerate(COLUMNAS)} | {"cierra_atendidas": "on"} | cambios


def elegido(navegador: Client, *filas: libros.Fila) -> Importacion:
    """A book uploaded and read."""
    subir(navegador, excel(*filas, antes=[["BASE DE ASISTENCIAS"]]))
    libro = Importacion.objects.get()
    ir(navegador, "importacion-columnas", libro, columnas())
    libro.refresh_from_db()
    return libro


@pytest.mark.disposicion("5-base-trazabilidad")
def test_del_libro_a_la_base_y_de_vuelta(directora: Client) -> None:
    assert "¿Qué es cada columna?" in subir(directora, excel(fila(entidad="Hda"), antes=[["BASE"]]))
    libro = Importacion.objects.get()
    pagina = ir(directora, "importacion-columnas", libro, columnas())
    assert "no se conoce «Hda»; diga qué es en «Palabras por confirmar» (celda C3)." in pagina
    (campo,) = [nombre for nombre in campos(directora, libro) if nombre.startswith("entidad-")]
    pagina = ir(directora, "importacion-palabras", libro, {campo: str(fabricas.entidad().pk)})
    assert "Pueden entrar 1 solicitudes" in pagina
    assert "Entraron 1 solicitudes" in ir(directora, "importacion-aplicacion", libro, {})
    assert "Importada de BASE ASISTENCIAS 2025.xlsx, fila 3" in expediente(directora)
    assert "La importación se deshizo" in ir(directora, "importacion-anulacion", libro, {"motivo": "Era otro libro."})
    assert Solicitud.objects.get().estado == "anulada"


def campos(navegador: Client, libro: Importacion) -> list[str]:
    """Names of the controls of the page of words."""
    respuesta = navegador.get(reverse("equipo:importacion-palabras", args=[libro.pk]))
    return list(respuesta.context["form"].fields)


def expediente(navegador: Client) -> str:
    """The page of the only request."""
    return navegador.get(reverse("equipo:solicitud", args=[Solicitud.objects.get().radicado])).content.decode()


def test_lo_que_no_es_un_libro_se_dice_en_el_formulario(directora: Client) -> None:
    pagina = subir(directora, b"<html></html>")
    assert "por dentro no es un libro de Excel" in pagina
    assert Importacion.objects.count() == 0


def test_un_libro_muy_grande_no_se_recibe(directora: Client, settings: Settings) -> None:
    settings.TAMANO_ANEXOS = 10
    assert "el máximo es 10" in subir(directora, excel(fila()))


def test_las_columnas_minimas_hacen_falta(directora: Client) -> None:
    subir(directora, excel(fila()))
    pagina = ir(directora, "importacion-columnas", Importacion.objects.get(), columnas(**{"columna-2": ""}))
    assert "Falta decir qué columna es: Entidad." in pagina


def test_dos_columnas_no_son_lo_mismo(directora: Client) -> None:
    subir(directora, excel(fila()))
    pagina = ir(directora, "importacion-columnas", Importacion.objects.get(), columnas(**{"columna-0": "tema"}))
    assert "Hay más de una columna para: Tema." in pagina


def test_se_puede_ver_otra_fila_de_titulos(directora: Client) -> None:
    subir(directora, excel(fila(), antes=[["BASE"]]))
    ruta = reverse("equipo:importacion-columnas", args=[Importacion.objects.get().pk])
    assert "con títulos en la fila 1" in directora.get(ruta, {"hoja": "2025", "fila": "1"}).content.decode()


def test_el_informe_dice_cada_fila(directora: Client) -> None:
    libro = elegido(directora, fila(), fila(numero="2", recibida="=cmd"))
    respuesta = directora.get(reverse("equipo:importacion-informe", args=[libro.pk]))
    assert isinstance(respuesta, StreamingHttpResponse)
    hoja = load_workbook(io.BytesIO(respuesta.getvalue())).active
    assert hoja is not None
    resultados = [(celdas[0], celdas[1]) for celdas in hoja.iter_rows(min_row=2, values_only=True)]
    assert resultados == [(3, "Entra"), (4, "Error")]


def test_mientras_se_revisa_la_pagina_dice_cuanto_va(directora: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(importar, "CORTO", 0)
    libro = elegido(directora, fila())
    assert "Revisando el libro: van 0 filas" in ir(directora, "importacion", libro)
    parte = reverse("equipo:importacion", args=[libro.pk]) + "?parte=curso"
    assert "<html" not in directora.get(parte).content.decode()
    importar.atender_pedidas(ahora=fabricas.AHORA)
    assert directora.get(parte).headers["HX-Refresh"] == "true"


def test_un_libro_que_no_entro_se_descarta_y_su_archivo_queda(directora: Client) -> None:
    libro = elegido(directora, fila())
    assert "/descarte/" in ir(directora, "importacion", libro)
    pagina = ir(directora, "importacion-descarte", libro, {})
    assert "Descartamos «BASE ASISTENCIAS 2025.xlsx». No había entrado nada de él." in pagina
    assert (Importacion.objects.count(), Archivo.objects.filter(pk=libro.archivo_id).count()) == (0, 1)
    borrado = Hecho.objects.filter(tabla="solicitudes_importacion").latest("id")
    assert borrado.operacion == "DELETE"


def test_lo_que_ya_entro_no_se_descarta(directora: Client) -> None:
    libro = elegido(directora, fila())
    ir(directora, "importacion-aplicacion", libro, {})
    assert "/descarte/" not in ir(directora, "importacion", libro)
    assert "Este libro ya se importó." in ir(directora, "importacion-descarte", libro, {})
    assert Importacion.objects.count() == 1


def test_no_se_deshace_lo_trabajado_y_se_dice_en_el_formulario(directora: Client) -> None:
    libro = elegido(directora, fila())
    ir(directora, "importacion-aplicacion", libro, {})
    directora.post(reverse("equipo:nota", args=[Solicitud.objects.get().radicado]), {"texto": "Llamaron"})
    pagina = ir(directora, "importacion-anulacion", libro, {"motivo": "Era otro."})
    assert "ya se trabajó en AT-2025-1." in pagina


def test_la_pagina_no_cuesta_mas_con_mas_filas(
    directora: Client, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    libro = elegido(directora, *(fila(numero=str(numero)) for numero in range(30)))
    ir(directora, "importacion-aplicacion", libro, {})
    with django_assert_max_num_queries(30):
        ir(directora, "importacion", libro)


def test_quien_no_dirige_no_importa(navegador: Client, asesora: Funcionario) -> None:
    assert navegador.get(reverse("equipo:importaciones")).status_code == 403
