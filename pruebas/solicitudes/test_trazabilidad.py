import contextlib
import csv
import io
from datetime import date, datetime, timedelta
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from openpyxl import load_workbook

from asiste.portafolio.models import Modalidad, Nivel
from asiste.solicitudes.models import Solicitud
from asiste.solicitudes.models.consultas import SolicitudQuerySet
from asiste.solicitudes.trazabilidad import COLUMNAS, Filtro, escribir_csv, escribir_excel, filas, filtrar
from pruebas import fabricas

pytestmark = [pytest.mark.django_db, pytest.mark.disposicion("5-base-trazabilidad")]
AHORA = fabricas.AHORA
HOY = AHORA.date()
Estado = Solicitud.Estado


def base() -> SolicitudQuerySet:
    return Solicitud.objects.all()


def en_csv() -> list[dict[str, str]]:
    texto = b"".join(escribir_csv(base())).decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(texto, newline=""), delimiter=";"))


def en_excel() -> list[dict[str, Any]]:
    with escribir_excel(base()) as archivo:
        titulos, *datos = load_workbook(archivo)["Base 1"].iter_rows(values_only=True)
    return [dict(zip(map(str, titulos), fila, strict=True)) for fila in datos]


def encontradas(**condiciones: Any) -> list[str]:
    """Subjects of what the filter finds, in order of arrival."""
    return list(filtrar(base(), Filtro(**condiciones), HOY).order_by("id").values_list("asunto", flat=True))


@pytest.fixture
def casos() -> dict[str, Solicitud]:
    """Three requests that differ in everything."""
    return {
        "una": fabricas.solicitud(
            asunto="una",
            asesor=fabricas.funcionario("stdi"),
            estado=Estado.CERRADA,
            modalidad=Modalidad.objects.get(clave="concepto"),
        ),
        "dos": fabricas.solicitud(
            asunto="dos",
            entidad=fabricas.entidad("idu"),
            dependencia=fabricas.dependencia("ddab"),
            temas=[fabricas.tema("ddab-interoperabilidad")],
            canal=Solicitud.Canal.CORREO,
            ahora=AHORA - timedelta(days=40),
        ),
        "tres": fabricas.solicitud(
            asunto="tres", texto="La racionalización de trámites", entidad=None, ahora=AHORA - timedelta(days=14)
        ),
    }


@pytest.mark.usefixtures("casos")
@pytest.mark.parametrize(
    ("condiciones", "esperadas"),
    [
        ({}, ["una", "dos", "tres"]),
        ({"texto": "AT-2026-2"}, ["dos"]),
        ({"texto": "racionalizacion tramite"}, ["tres"]),
        ({"texto": "Desarrollo Urbano"}, ["dos"]),
        ({"estado": "cerrada"}, ["una"]),
        ({"canal": "correo"}, ["dos"]),
        ({"plazo": "vencida"}, ["dos"]),
        ({"plazo": "hoy"}, []),
        ({"plazo": "a-tiempo"}, ["una"]),
        ({"recibida_desde": HOY}, ["una"]),
        ({"recibida_hasta": HOY - timedelta(days=1)}, ["dos", "tres"]),
        ({"recibida_desde": HOY - timedelta(days=14), "recibida_hasta": HOY - timedelta(days=14)}, ["tres"]),
        ({"atendida_desde": HOY, "atendida_hasta": HOY}, ["una"]),
        ({"atendida_desde": HOY + timedelta(days=1)}, []),
        ({"canal": "formulario", "recibida_hasta": HOY - timedelta(days=1)}, ["tres"]),
        ({"canal": "correo", "estado": "cerrada"}, []),
    ],
)
def test_las_condiciones_se_combinan(condiciones: dict[str, Any], esperadas: list[str]) -> None:
    assert encontradas(**condiciones) == esperadas


def test_se_filtra_por_cada_cosa_del_caso(casos: dict[str, Solicitud]) -> None:
    una = casos["una"]
    assert encontradas(entidad=una.entidad_id) == ["una"]
    assert encontradas(sector=una.sector_id) == ["una"]
    assert encontradas(asesor=una.asesor_id) == ["una"]
    assert encontradas(modalidad=una.modalidad_id) == ["una"]


@pytest.mark.usefixtures("casos")
@pytest.mark.parametrize(
    ("clave", "esperadas"), [("stdi", ["una"]), ("dddi", ["una", "tres"]), ("ddab", ["dos"]), ("ddri", [])]
)
def test_cada_direccion_y_subdireccion_tiene_su_base(clave: str, esperadas: list[str]) -> None:
    assert encontradas(dependencia=fabricas.dependencia(clave).pk) == esperadas


@pytest.mark.usefixtures("casos")
@pytest.mark.parametrize("clave", ["ddab-interoperabilidad", "ddab-tecnologico"])
def test_un_componente_trae_lo_de_sus_subcomponentes(clave: str) -> None:
    assert encontradas(tema=fabricas.tema(clave).pk) == ["dos"]


def test_lo_recibido_de_noche_es_del_dia_de_bogota() -> None:
    noche = datetime(2026, 11, 18, 23, 30, tzinfo=fabricas.BOGOTA)  # already the 19th in UTC
    fabricas.solicitud(asunto="nocturna", ahora=noche)
    assert encontradas(recibida_desde=date(2026, 11, 18), recibida_hasta=date(2026, 11, 18)) == ["nocturna"]


def test_filtrar_por_un_tema_no_repite_ni_recorta_los_temas_de_cada_fila() -> None:
    componente = fabricas.tema("ddab-tecnologico")
    fabricas.solicitud(temas=[componente, fabricas.tema("ddab-interoperabilidad"), fabricas.tema()])
    halladas = list(filas(filtrar(base(), Filtro(tema=componente.pk), HOY)))
    assert [dict(zip(COLUMNAS, fila, strict=True))["Tema"] for fila in halladas] == [
        "Integridad; Interoperabilidad; Tecnológico"
    ]


def test_las_cuatro_columnas_que_exige_el_lineamiento() -> None:
    fabricas.solicitud(estado=Estado.ATENDIDA, temas=[fabricas.tema(), fabricas.tema("defensa-juridica")])
    fila = en_csv()[0]
    assert [fila[columna] for columna in ("Fecha de recepción", "Fecha de atención", "Tema", "Entidad")] == [
        "2026-11-19 10:00",
        "2026-11-19 10:00",
        "Defensa jurídica; Integridad",
        "Secretaría Distrital de Hacienda",
    ]


def test_todas_las_columnas_de_un_caso_cerrado() -> None:
    fabricas.solicitud(
        asesor=fabricas.funcionario("stdi"),
        estado=Estado.CERRADA,
        modalidad=Modalidad.objects.get(clave="visita"),
        medio="presencial",
        nivel=Nivel.objects.get(numero=3),
    )
    assert en_csv() == [
        {
            "Radicado": "AT-2026-1",
            "Radicado SIGA": "",
            "Fecha de recepción": "2026-11-19 10:00",
            "Fecha de atención": "2026-11-19 10:00",
            "Tema": "Integridad",
            "Entidad": "Secretaría Distrital de Hacienda",
            "Sector": "Hacienda",
            "Asunto": "Plan de mejora de integridad",
            "Solicitante": "Carlos Peña",
            "Correo": "carlos.pena@shd.gov.co",
            "Dirección": "DDDI",
            "Dependencia": "Subdirección Técnica de Desarrollo Institucional",
            "Asesor": "Laura Ortiz",
            "Modelo": "Por demanda",
            "Canal": "Formulario web",
            "Modalidad": "Visita de asistencia",
            "Medio": "Presencial",
            "Nivel": "3",
            "Estado": "Cerrada",
            "Días hábiles": "10",
            "Vence": "2026-12-03",
            "Primera respuesta": "2026-11-19 10:00",
            "Cierre": "2026-11-19 10:00",
            "A tiempo": "Sí",
            "En su turno": "Sí",
        }
    ]


@pytest.mark.disposicion("5-oportuna")
def test_se_ve_lo_que_se_atendio_tarde() -> None:
    fabricas.solicitud(estado=Estado.ATENDIDA, recibida_en=AHORA - timedelta(days=60))
    assert en_csv()[0]["A tiempo"] == "No"


@pytest.mark.disposicion("5-fifo")
def test_se_ve_lo_que_se_tomo_fuera_de_turno() -> None:
    asesor = fabricas.funcionario()
    fabricas.solicitud(asesor=asesor)
    fabricas.solicitud(asesor=asesor, estado=Estado.EN_TRAMITE)
    assert [fila["En su turno"] for fila in en_csv()] == ["", "No: Instrucción de la dirección"]


def test_lo_que_no_ha_pasado_va_vacio() -> None:
    fabricas.solicitud(entidad=None)
    fila = en_csv()[0]
    vacias = ["Fecha de atención", "Sector", "Asesor", "Nivel", "Cierre", "A tiempo", "En su turno"]
    assert [fila[columna] for columna in vacias] == [""] * len(vacias)
    assert fila["Entidad"] == "Entidad por identificar"


def test_el_csv_abre_en_excel_en_espanol() -> None:
    inicio = b"".join(escribir_csv(base()))
    assert inicio.startswith(b"\xef\xbb\xbfRadicado;Radicado SIGA;Fecha de recepci\xc3\xb3n;")


FORMULAS = ["=1+1", "+57 1", "-Plan", "@hoja", '=HYPERLINK("http://x")']


@pytest.mark.parametrize("asunto", FORMULAS)
def test_una_formula_sale_desarmada(asunto: str) -> None:
    fabricas.solicitud(asunto=asunto)
    assert (en_csv()[0]["Asunto"], en_excel()[0]["Asunto"]) == (f"'{asunto}", f"'{asunto}")


def test_los_caracteres_que_excel_no_admite_se_quitan() -> None:
    fabricas.solicitud(solicitante_nombre="Ana\x07 Ruiz\x1b")
    assert (en_csv()[0]["Solicitante"], en_excel()[0]["Solicitante"]) == ("Ana Ruiz", "Ana Ruiz")


def test_un_punto_y_coma_no_rompe_la_fila() -> None:
    fabricas.solicitud(asunto='Plan; "mejora"')
    assert en_csv()[0]["Asunto"] == 'Plan; "mejora"'


def test_el_excel_trae_fechas_y_numeros_de_verdad() -> None:
    fabricas.solicitud(estado=Estado.ATENDIDA, ahora=datetime(2026, 11, 19, 23, 30, tzinfo=fabricas.BOGOTA))
    fila = en_excel()[0]
    assert [fila[columna] for columna in ("Fecha de recepción", "Vence", "Días hábiles")] == [
        datetime.fromisoformat("2026-11-19 23:30"),
        datetime.fromisoformat("2026-12-04"),
        10,
    ]


def test_de_lo_que_no_se_sabe_la_hora_solo_va_la_fecha() -> None:
    fabricas.solicitud(ahora=datetime(2026, 11, 19, tzinfo=fabricas.BOGOTA))
    assert en_csv()[0]["Fecha de recepción"] == "2026-11-19"
    assert en_excel()[0]["Fecha de recepción"] == datetime.fromisoformat("2026-11-19")


def test_las_dos_salidas_traen_lo_mismo(casos: dict[str, Solicitud]) -> None:
    assert [fila["Radicado"] for fila in en_csv()] == [fila["Radicado"] for fila in en_excel()]
    assert list(en_csv()[0]) == list(en_excel()[0]) == list(COLUMNAS)


def test_va_por_orden_de_llegada(casos: dict[str, Solicitud]) -> None:
    assert [fila["Asunto"] for fila in en_csv()] == ["dos", "tres", "una"]


def test_mas_filas_de_las_que_caben_pasan_a_otra_hoja(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("asiste.solicitudes.trazabilidad.FILAS_POR_HOJA", 2)
    for _ in range(3):
        fabricas.solicitud()
    with escribir_excel(base()) as archivo:
        libro = load_workbook(archivo)
    assert [(hoja.title, hoja.max_row) for hoja in libro] == [("Base 1", 3), ("Base 2", 2)]


def consultas(salida: Any) -> int:
    with CaptureQueriesContext(connection) as hechas, contextlib.closing(salida(base())) as salido:
        list(salido)
    return len(hechas)


@pytest.mark.parametrize("salida", [escribir_csv, escribir_excel, filas])
def test_la_base_cuesta_lo_mismo_con_mas_filas(salida: Any) -> None:
    fabricas.solicitud(estado=Estado.CERRADA)
    con_una = consultas(salida)
    for clave in ("idu", "sdm", "sed"):
        fabricas.solicitud(estado=Estado.CERRADA, asesor=fabricas.funcionario(), entidad=fabricas.entidad(clave))
    assert consultas(salida) == con_una == 1
