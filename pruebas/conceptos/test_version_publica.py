"""What a signed concept says once its personal data are out."""

from typing import Any

import pytest

from asiste.conceptos.models import Tachadura
from asiste.conceptos.version_publica import alrededor, html_de, no_se_lee, pendientes, propuestas, version_publica

pytestmark = pytest.mark.disposicion("7.1.3-banco-conceptos")


def contenido(**cambios: Any) -> dict[str, Any]:
    """What a version keeps of a concept."""
    return {
        "titulo": "Concepto: Retiro de archivos",
        "asunto": "Retiro de archivos",
        "datos": [["Radicado", "AT-2026-1"], ["Entidad", "Hacienda"], ["Quien consulta", "Ana Ruiz, Profesional"]],
        "consulta": "Soy Ana Ruiz, C.C. 52.345.678.\nEscriba a ana@b.co.",
        "terminos": "",
        "secciones": [
            ["analisis", "Análisis técnico", "<p>La señora de la C.C. <em>52.345.</em>678 pidió copia.</p>"],
            ["conclusiones", "Conclusiones", "<p>Procede.</p>"],
            ["alcance", "Alcance del concepto", ""],
        ],
        "anexos": [["cedula de Ana.pdf", "1 página", "ab12"]],
    } | cambios


def tachadura(pasaje: str, clase: str = "cedula", motivo: str = "") -> Tachadura:
    """A decision on a passage, without a reason to take it out."""
    return Tachadura(pasaje=pasaje, clase=clase, tacha=not motivo, motivo=motivo)


CEDULA, CORREO = tachadura("52.345.678"), tachadura("ana@b.co", "correo")
NOMBRE = tachadura("Ana Ruiz", "nombre")


def test_cada_dato_se_propone_una_vez_con_lo_que_lo_rodea() -> None:
    halladas = propuestas(contenido(), [])
    assert [(una.pasaje, una.rotulo, una.seccion, una.veces) for una in halladas] == [
        ("Ana Ruiz", "Quien consulta", "Lo que se consulta", 1),
        ("52.345.678", "Cédula", "Lo que se consulta", 2),
        ("ana@b.co", "Correo", "Lo que se consulta", 1),
    ]
    assert (halladas[1].antes, halladas[1].despues) == ("Soy Ana Ruiz, C.C. ", ". Escriba a ana@b.co.")


def test_de_un_texto_largo_se_muestran_palabras_enteras() -> None:
    assert alrededor("uno " * 40 + "ana@b.co" + " dos" * 40, 160, 168) == (
        "… " + "uno " * 14,
        " dos" * 14 + " …",
    )


def test_lo_decidido_deja_de_estar_pendiente() -> None:
    conservado = tachadura("ana@b.co", "correo", "Es el buzón de la entidad")
    assert [una.pasaje for una in pendientes(contenido(), [])] == ["Ana Ruiz", "52.345.678", "ana@b.co"]
    assert pendientes(contenido(), [CEDULA, conservado, NOMBRE]) == []


def test_lo_que_esta_dentro_de_un_pasaje_suprimido_no_queda_pendiente() -> None:
    pasaje = tachadura("Soy Ana Ruiz, C.C. 52.345.678. Escriba a ana@b.co.", "otro")
    assert [una.pasaje for una in pendientes(contenido(), [pasaje])] == ["52.345.678"]  # it is in the analysis too


def test_quien_consulta_se_propone_como_este_escrito_y_una_vez() -> None:
    datos = [["Quien consulta", "Carlos Andrés Peña Gómez, Profesional"]]
    consulta = "Soy CARLOS PENA, del área de Peña Gómez. Carlos Peña."
    halladas = propuestas(contenido(datos=datos, consulta=consulta, secciones=[]), [tachadura("carlos peña", "nombre")])
    assert [(una.pasaje, una.veces, una.decision is None) for una in halladas] == [
        ("CARLOS PENA", 2, False),
        ("Peña Gómez", 1, True),
    ]


def test_la_ficha_no_dice_lo_suprimido_ni_quien_consulta() -> None:
    suprimido = tachadura("La señora", "otro")
    conservado = tachadura("ana@b.co", "correo", "Es el buzón de la entidad")
    texto = "LA SENORA Ana Ruíz, ana@b.co"
    assert no_se_lee(contenido(), [suprimido, conservado], texto) == ["LA SENORA", "Ana Ruíz"]


def test_lo_suprimido_no_se_lee_en_ninguna_parte() -> None:
    publico = version_publica(contenido(), [CEDULA, CORREO])
    assert publico["consulta"] == "Soy Ana Ruiz, C.C. [cédula suprimida].\nEscriba a [correo suprimido]."
    assert publico["secciones"][0][2] == "<p>La señora de la C.C. <em>[cédula suprimida]</em> pidió copia.</p>"


def test_lo_conservado_se_lee() -> None:
    conservado = tachadura("52.345.678", "cedula", "Es un dato público de la norma")
    assert "52.345.678" in version_publica(contenido(), [conservado, CORREO])["consulta"]


def test_quien_consulta_y_los_anexos_no_se_publican() -> None:
    publico = version_publica(contenido(), [])
    assert ([fila[0] for fila in publico["datos"]], publico["anexos"]) == (["Radicado", "Entidad"], [])


def test_la_consulta_se_publica_como_texto_y_no_como_marcas() -> None:
    html = html_de(version_publica(contenido(consulta="¿3 < 5 & <b>?"), []))
    assert html.startswith("<h2>Lo que se consulta</h2>\n<p>¿3 &lt; 5 &amp; &lt;b&gt;?</p>\n<h2>Análisis técnico</h2>")


def test_una_seccion_vacia_no_sale() -> None:
    assert "Alcance" not in html_de(version_publica(contenido(), []))
