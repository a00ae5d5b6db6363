"""A workbook of indicators: read row by row, all of it or nothing, replaced by another."""

from decimal import Decimal
from io import BytesIO
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from openpyxl import Workbook

from asiste.archivo.indicadores.lectura import Lectura, leer
from asiste.archivo.models import IndicadorDocumental, ValorIndicador
from asiste.cuentas.models import Rol
from asiste.solicitudes.importacion.libro import LibroIlegible
from pruebas import fabricas
from pruebas.fabricas_conceptos import indicador

pytestmark = [pytest.mark.django_db, pytest.mark.disposicion("7.1.1-revisiones")]
IMPORTAR, APLICAR = reverse("equipo:indicadores-importar"), reverse("equipo:indicadores-aplicar")


@pytest.fixture(autouse=True)
def inventarios() -> IndicadorDocumental:
    """The only indicator."""
    IndicadorDocumental.objects.all().delete()
    return indicador(nombre="Inventarios al día")


@pytest.fixture
def navegador() -> Client:
    return fabricas.sesion(fabricas.funcionario("ssda").usuario)


def leido(*filas: str, titulos: str = "Entidad;Inventarios al día") -> Lectura:
    texto = "\n".join((titulos, *filas))
    return leer(BytesIO(texto.encode()), "libro.csv", 2025)


def subir(navegador: Client, *filas: str) -> Any:
    texto = "\n".join(("Entidad;Inventarios al día", *filas))
    return navegador.post(IMPORTAR, {"vigencia": 2025, "archivo": SimpleUploadedFile("libro.csv", texto.encode())})


def guardados() -> dict[str, Decimal]:
    return dict(ValorIndicador.objects.filter(vigencia=2025).values_list("entidad__clave", "valor"))


def test_se_entiende_el_nombre_la_sigla_y_lo_que_cambia() -> None:
    lectura = leido("Secretaría Distrital de Hacienda;45,5 %", "IDU;90")
    assert [(renglon.fila, renglon.entidad, renglon.cambios) for renglon in lectura.renglones] == [
        (2, fabricas.entidad(), ["Inventarios al día: sin dato → 45,5\xa0%"]),
        (3, fabricas.entidad("idu"), ["Inventarios al día: sin dato → 90\xa0%"]),
    ]
    assert lectura.sirve


@pytest.mark.parametrize(
    ("filas", "falta"),
    [
        (["Fondo Rural;40"], "Ninguna entidad se llama «Fondo Rural»."),
        ([";40"], "Falta la entidad."),
        (["SDH;40", "Secretaría Distrital de Hacienda;50"], "La entidad ya está en la fila 2."),
        (["SDH;muchos"], "Inventarios al día: «muchos» no es una cifra."),
        (["SDH;140"], "Inventarios al día: 140. «Inventarios al día» va de 0 a 100."),
    ],
)
def test_cada_falta_se_dice_en_su_fila(filas: list[str], falta: str) -> None:
    lectura = leido(*filas)
    assert (lectura.renglones[-1].faltas, lectura.sirve) == ([falta], False)


def test_una_columna_ajena_se_avisa_y_no_estorba() -> None:
    lectura = leido("SDH;Hacienda;45;Bien", titulos="Entidad;Sector;Inventarios al día;Observaciones")
    assert (lectura.avisos, lectura.sirve) == (
        ["La columna «observaciones» no es un indicador del catálogo: no se lee."],
        True,
    )


@pytest.mark.parametrize("titulos", ["Nombre;Valor", "Entidad;Otro", "Entidad;Inventarios al día;Inventarios al día"])
def test_un_libro_sin_lo_necesario_no_se_lee(titulos: str) -> None:
    with pytest.raises(LibroIlegible):
        leido("SDH;45;45", titulos=titulos)


def test_primero_se_revisa_y_nada_cambia(navegador: Client) -> None:
    respuesta = subir(navegador, "SDH;45,5")
    assert (respuesta.context["lectura"].cambios, guardados()) == (1, {})


def test_al_aplicar_entra_todo(navegador: Client) -> None:
    ficha = subir(navegador, "SDH;45,5", "IDU;90").context["ficha"]
    respuesta = navegador.post(APLICAR, {"ficha": ficha})
    assert respuesta.headers["Location"] == reverse("equipo:indicadores")
    assert guardados() == {"sdh": Decimal("45.50"), "idu": Decimal("90.00")}
    assert ValorIndicador.objects.filter(fuente="Libro «libro.csv»").count() == 2


def test_con_una_fila_mala_no_entra_ninguna(navegador: Client) -> None:
    ficha = subir(navegador, "SDH;45,5", "Fondo Rural;90").context["ficha"]
    respuesta = navegador.post(APLICAR, {"ficha": ficha})
    assert respuesta.context["form"].non_field_errors() == ["El libro tiene filas por corregir, o no cambia nada."]
    assert guardados() == {}


def test_otro_libro_reemplaza_y_sin_dato_quita(navegador: Client) -> None:
    for filas in (["SDH;45", "IDU;90"], ["SDH;60", "IDU;sin dato"]):
        navegador.post(APLICAR, {"ficha": subir(navegador, *filas).context["ficha"]})
    assert guardados() == {"sdh": Decimal("60.00")}


def test_una_revision_ajena_o_vencida_no_se_aplica(navegador: Client) -> None:
    assert navegador.post(APLICAR, {"ficha": "inventada"}).headers["Location"] == IMPORTAR
    assert guardados() == {}


def test_si_el_catalogo_cambio_despues_de_revisar_no_entra_nada_y_se_dice(navegador: Client) -> None:
    ficha = subir(navegador, "SDH;45,5").context["ficha"]
    IndicadorDocumental.objects.update(activo=False)
    respuesta = navegador.post(APLICAR, {"ficha": ficha}, follow=True)
    assert "No entró ningún valor. Ninguna columna se llama" in respuesta.content.decode()
    assert guardados() == {}


def test_el_libro_que_se_descarga_se_puede_devolver(navegador: Client) -> None:
    navegador.post(APLICAR, {"ficha": subir(navegador, "SDH;45,5").context["ficha"]})
    descarga = navegador.get(reverse("equipo:indicadores-excel"), {"vigencia": 2025})
    contenido = BytesIO(descarga.getvalue())
    lectura = leer(contenido, "indicadores.xlsx", 2025)
    assert (lectura.con_faltas, lectura.cambios, lectura.avisos) == (0, 0, [])


def en_excel(*valores: float, formato: str) -> Lectura:
    """A workbook with those values of two entities, in cells of that format."""
    libro = Workbook()
    hoja = libro.worksheets[0]
    hoja.append(["Entidad", "Inventarios al día"])
    for sigla, valor in zip(("SDH", "IDU"), valores, strict=True):
        hoja.append([sigla, valor])
        hoja.cell(hoja.max_row, 2).number_format = formato
    contenido = BytesIO()
    libro.save(contenido)
    contenido.seek(0)
    return leer(contenido, "libro.xlsx", 2025)


def cifras(lectura: Lectura) -> list[Decimal | None]:
    return [valor for renglon in lectura.renglones for valor in renglon.valores.values()]


def test_lo_que_excel_muestra_en_porcentaje_llega_como_se_ve() -> None:
    lectura = en_excel(0.45, 1, formato="0 %")
    assert (cifras(lectura), lectura.avisos) == ([Decimal("45.00"), Decimal("100.00")], [])


def test_una_columna_de_porcentajes_que_no_pasan_de_uno_se_avisa() -> None:
    lectura = en_excel(0.45, 0.9, formato="General")
    aviso = "Ningún valor de «Inventarios al día» pasa de 1 %. Si 0,45 quiere decir 45 %, corrija el libro."
    assert (cifras(lectura), lectura.avisos) == ([Decimal("0.45"), Decimal("0.90")], [aviso])
    assert en_excel(0, 0, formato="General").avisos == []


def test_solo_el_archivo_importa() -> None:
    ajeno = fabricas.sesion(fabricas.funcionario("dddi", rol=Rol.DIRECCION).usuario)
    assert ajeno.get(IMPORTAR).status_code == 403
