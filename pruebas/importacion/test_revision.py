"""What is understood of each row, and what keeps a book out."""

from typing import Any

import pytest

from asiste.solicitudes.acciones.libros import Eleccion, decir_palabras
from asiste.solicitudes.models import Equivalencia, Solicitud
from pruebas import fabricas, libros
from pruebas.libros import excel, fila, importado, leido, revisado

pytestmark = pytest.mark.django_db


def dicho(**cambios: Any) -> tuple[str, list[str]]:
    """Result of a row and what is said of it."""
    ((_, resultado, mensajes),) = leido(revisado(excel(fila(**cambios))))
    return resultado, mensajes


def traida(*, cierra: bool = True, **cambios: Any) -> Solicitud:
    """The request that comes from a row."""
    return importado(excel(fila(**cambios)), cierra=cierra).solicitudes.get()


def test_la_fila_completa_entra_sin_avisos() -> None:
    assert dicho() == ("entra", [])


@pytest.mark.parametrize(
    "texto",
    [
        "SDH",
        "sdh",
        "SECRETARIA DISTRITAL DE HACIENDA",
        "Secretaría de Hacienda",
        "  Secretaría   Distrital de Hacienda ",
    ],
)
def test_la_entidad_se_conoce_por_cualquiera_de_sus_nombres(texto: str) -> None:
    assert dicho(entidad=texto) == ("entra", [])


@pytest.mark.parametrize("texto", ["SDH - Secretaría de Hacienda", "Secretaria Distrital de Haciend", "Hacienda (SDH)"])
def test_lo_que_se_entiende_se_cuenta(texto: str) -> None:
    assert dicho(entidad=texto) == ("aviso", [f"Entidad: «{texto}» → Secretaría Distrital de Hacienda."])


def test_un_nombre_anterior_tambien_vale() -> None:
    assert traida(entidad="FAVIDI").entidad == fabricas.entidad("foncep")


@pytest.mark.parametrize(
    ("cambios", "error"),
    [
        ({"recibida": None}, "Falta la fecha de recepción (celda B2)."),
        ({"recibida": "marzo"}, "Fecha de recepción: «marzo» no se entiende como fecha (celda B2)."),
        ({"recibida": "12/03/2003"}, "El calendario de Asiste no tiene los festivos de 2003 (celda B2)."),
        ({"entidad": None}, "Entidad: falta (celda C2)."),
        ({"tema": ""}, "Tema: falta (celda D2)."),
        ({"atendida": "30/11/2026"}, "Fecha de atención: 30/11/2026 todavía no ha llegado (celda F2)."),
        (
            {"atendida": "11/03/2025"},
            "Fecha de atención: 11/03/2025 es anterior a la de recepción, 12/03/2025 (celda F2).",
        ),
        ({"atendida": None}, "Dice «Atendido» y no tiene fecha de atención (celda F2)."),
        (
            {"entidad": "Consorcio Vial"},
            "Entidad: no se conoce «Consorcio Vial»; diga qué es en «Palabras por confirmar» (celda C2).",
        ),
    ],
)
def test_el_error_dice_que_y_en_cual_celda(cambios: dict[str, Any], error: str) -> None:
    assert dicho(**cambios) == ("error", [error])


@pytest.mark.parametrize(
    ("estado", "cierra", "esperado"),
    [
        ("Atendido", True, "cerrada"),
        ("ATENDIDA", False, "atendida"),
        ("Cerrada", False, "cerrada"),
        ("", True, "cerrada"),
        ("Trasladado por competencia", True, "trasladada"),
        ("Desistió", True, "desistida"),
        ("anulada", True, "anulada"),
    ],
)
def test_cada_palabra_de_estado_es_un_estado(estado: str, cierra: bool, esperado: str) -> None:
    assert traida(estado=estado, cierra=cierra).estado == esperado


def test_en_tramite_con_asesor_sigue_en_tramite_y_no_dice_que_fue_su_turno() -> None:
    asesora = fabricas.funcionario("stdi")
    titulos = (*libros.TITULOS, "Asesor")
    contenido = excel((*fila(estado="En trámite", atendida=None), "L. Ortiz"), titulos=titulos)
    caso = importado(contenido).solicitudes.get()
    assert (caso.estado, caso.asesor, hasattr(caso, "toma")) == ("en-tramite", asesora, False)


def test_en_tramite_sin_asesor_queda_por_tomar_y_avisa() -> None:
    aviso = "Está en trámite y no se sabe quién la atiende: queda por tomar."
    assert dicho(estado="En trámite", atendida=None) == ("aviso", [aviso])


def test_sin_hora_el_mismo_dia_no_es_antes() -> None:
    caso = traida(recibida="12/03/2025 10:30", atendida="12/03/2025")
    assert caso.atendida_en == caso.recibida_en


def test_los_temas_se_conocen_en_sus_propias_palabras() -> None:
    caso = traida(tema="Dudas del código de integridad")
    assert list(caso.temas.values_list("clave", flat=True)) == ["integridad"]


def test_varios_temas_en_una_celda_son_varios() -> None:
    uno, otro = fabricas.tema("integridad"), fabricas.tema("planeacion-institucional")
    assert set(traida(tema=f"{uno}; {otro}").temas.all()) == {uno, otro}


@pytest.mark.parametrize(
    ("celdas", "porque"),
    [
        (["", "", "", "Total", 12], "Parece un total."),
        (["MARZO"], "No tiene fechas, tema ni entidad."),
        (libros.TITULOS, "Repite los títulos."),
    ],
)
def test_lo_que_no_es_un_caso_se_deja_fuera_y_se_dice(celdas: list[Any], porque: str) -> None:
    assert leido(revisado(excel(fila(), celdas)))[1:] == [(3, "omitida", [porque])]


def test_las_filas_vacias_no_se_cuentan() -> None:
    assert [numero for numero, _, _ in leido(revisado(excel(fila(), [], ["  "], fila(numero="2"))))] == [2, 5]


def test_lo_repetido_dentro_del_libro_entra_una_vez() -> None:
    leidas = leido(revisado(excel(fila(), fila(asunto="Otra cosa"))))
    assert leidas[1] == (3, "repetida", ["Es la fila 2: mismo número y misma entidad."])


def test_sin_numero_lo_repetido_es_la_misma_fecha_entidad_y_asunto() -> None:
    leidas = leido(revisado(excel(fila(numero=""), fila(numero="", entidad="SDH"), fila(numero="", asunto="Otra"))))
    assert [resultado for _, resultado, _ in leidas] == ["entra", "repetida", "entra"]


def test_un_numero_de_dos_entidades_avisa_y_entra() -> None:
    leidas = leido(revisado(excel(fila(), fila(entidad="SED"))))
    assert leidas[1] == (3, "aviso", ["El número «1-2025-386» también es de la fila 2."])


def test_lo_que_se_dijo_de_una_palabra_vale_para_todas_las_filas_y_los_libros_siguientes() -> None:
    libro = revisado(excel(fila(entidad="Hda"), fila(numero="2", entidad="HDA.")))
    (valor,) = libro.valores
    assert (valor["clave"], valor["veces"], valor["desconocido"]) == ("hda", 2, True)
    decir_palabras(importacion=libro, elecciones=[Eleccion("entidad", "hda", fabricas.entidad().pk)])
    otro = revisado(excel(fila(entidad="Hda"), fila(numero="2", entidad="HDA.")), autor=libro.creada_por)
    assert [resultado for _, resultado, _ in leido(otro)] == ["entra", "entra"]


def test_lo_que_se_dijo_en_una_direccion_no_vale_en_otra() -> None:
    libro = revisado(excel(fila()))
    decir_palabras(importacion=libro, elecciones=[Eleccion("entidad", "hda", fabricas.entidad().pk)])
    assert revisado(excel(fila(entidad="Hda")), clave="ddab").errores == 1


def test_lo_que_no_es_del_distrito_entra_con_su_nombre() -> None:
    libro = revisado(excel(fila(entidad="Consorcio Vial")))
    decir_palabras(importacion=libro, elecciones=[Eleccion("entidad", "consorcio vial", None)])
    caso = importado(excel(fila(entidad="Consorcio Vial")), autor=libro.creada_por).solicitudes.get()
    assert (caso.entidad, caso.entidad_externa, caso.entidad_nombre) == (None, True, "Consorcio Vial")


def test_cambiar_lo_dicho_no_deja_dos_respuestas() -> None:
    libro = revisado(excel(fila()))
    for destino in (fabricas.entidad("sdh").pk, fabricas.entidad("sed").pk):
        decir_palabras(importacion=libro, elecciones=[Eleccion("entidad", "hda", destino)])
    assert Equivalencia.objects.get().entidad == fabricas.entidad("sed")


def test_el_csv_de_windows_entra_igual() -> None:
    renglones = [
        "Fecha de recepción;Fecha de atención;Tema;Entidad",
        "12/03/2025;20/03/2025;Integridad;Secretaría de Hacienda",
    ]
    libro = revisado("\r\n".join(renglones).encode("cp1252"), nombre="base.csv")
    assert leido(libro) == [(2, "entra", [])]
