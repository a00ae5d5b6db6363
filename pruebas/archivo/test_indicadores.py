"""The indicators: their catalogue, their values and what is read in them."""

from decimal import Decimal
from typing import Any

import pytest

from asiste.archivo.acciones.indicadores import interpretar
from asiste.archivo.acciones.valores import anotar, anotar_varias, autoevaluar
from asiste.archivo.carga import cargar_indicadores
from asiste.archivo.indicadores.comparacion import anios_de, comparar, interpretaciones_de, referencia_de
from asiste.archivo.indicadores.numeros import leer_valor
from asiste.archivo.models import AUTOEVALUACION, IndicadorDocumental, ValorIndicador
from asiste.cuentas.models import Usuario
from asiste.directorio.models import Entidad
from asiste.solicitudes.acciones import ReglaIncumplida
from pruebas import fabricas
from pruebas.fabricas_conceptos import indicador

pytestmark = [pytest.mark.django_db, pytest.mark.disposicion("7.1.1-revisiones")]
NUMERO = IndicadorDocumental.Unidad.NUMERO


@pytest.fixture
def autor() -> Usuario:
    return fabricas.funcionario("ssda").usuario


@pytest.fixture(autouse=True)
def sin_ejemplos() -> None:
    """The catalogue holds only what each test puts in it."""
    IndicadorDocumental.objects.all().delete()


def poner(autor: Usuario, cual: IndicadorDocumental, valor: Any, **cambios: Any) -> int:
    datos: dict[str, Any] = {"entidad": fabricas.entidad(), "vigencia": 2025, "ahora": fabricas.AHORA}
    valores = {cual: None if valor is None else Decimal(str(valor))}
    return anotar(valores=valores, autor=autor, **datos | cambios)


def valores() -> list[tuple[str, str]]:
    filas = ValorIndicador.objects.order_by("entidad__clave", "vigencia").values_list("valor", "fuente")
    return [(str(valor), fuente) for valor, fuente in filas]


def test_el_catalogo_llega_por_verificar_y_una_sola_vez() -> None:
    assert (cargar_indicadores(), cargar_indicadores()) == (12, 0)
    componentes = IndicadorDocumental.objects.activos().values_list("componente__clave", flat=True)
    assert sorted(set(componentes)) == ["ddab-cultura", "ddab-documental", "ddab-estrategico", "ddab-tecnologico"]
    assert not IndicadorDocumental.objects.filter(por_verificar=False).exists()


@pytest.mark.parametrize(
    ("cambios", "frase"),
    [
        ({"nombre": " "}, "Escriba el nombre"),
        ({"descripcion": ""}, "Escriba cómo se mide"),
        ({"meta": Decimal(120)}, "La meta no sirve. «Otro» va de 0 a 100"),
        ({"nombre": "inventarios"}, "Ya hay un indicador con ese nombre"),
    ],
)
def test_lo_que_falta_en_un_indicador_se_dice(cambios: dict[str, Any], frase: str) -> None:
    indicador(nombre="Inventarios")
    with pytest.raises(ReglaIncumplida, match=frase):
        indicador(**{"nombre": "Otro"} | cambios)


def test_anotar_de_nuevo_reemplaza_y_vacio_quita(autor: Usuario) -> None:
    cual = indicador()
    assert (poner(autor, cual, 45), poner(autor, cual, 45), poner(autor, cual, 50, fuente="Visita")) == (1, 0, 1)
    assert valores() == [("50.00", "Visita")]
    assert (poner(autor, cual, None), valores()) == (1, [])


@pytest.mark.parametrize(
    ("valor", "vigencia", "frase"),
    [
        (101, 2025, "va de 0 a 100"),
        (-1, 2025, "no puede ser menor que cero"),
        (50, 2027, "La vigencia va de 2000 al año en curso"),
        (50, 1999, "La vigencia va de 2000 al año en curso"),
    ],
)
def test_lo_que_no_puede_ser_no_entra(autor: Usuario, valor: int, vigencia: int, frase: str) -> None:
    with pytest.raises(ReglaIncumplida, match=frase):
        poner(autor, indicador(), valor, vigencia=vigencia)


def test_muchas_entran_todas_o_ninguna(autor: Usuario) -> None:
    cual = indicador()
    mal: dict[Entidad, Any] = {
        fabricas.entidad("sda"): {cual: Decimal(10)},
        fabricas.entidad("idu"): {cual: Decimal(400)},
    }
    with pytest.raises(ReglaIncumplida):
        anotar_varias(por_entidad=mal, vigencia=2025, autor=autor, ahora=fabricas.AHORA)
    assert valores() == []


def decir_de_si(cual: IndicadorDocumental, valor: int, vigencia: int = 2025) -> int:
    return autoevaluar(
        entidad=fabricas.entidad(),
        vigencia=vigencia,
        valores={cual: Decimal(valor)},
        autor=fabricas.usuario(),
        ahora=fabricas.AHORA,
    )


def test_la_autoevaluacion_queda_marcada_y_el_equipo_la_reemplaza(autor: Usuario) -> None:
    cual = indicador()
    decir_de_si(cual, 80)
    assert valores() == [("80.00", AUTOEVALUACION)]
    poner(autor, cual, 80, fuente="Visita")
    assert valores() == [("80.00", "Visita")]


def test_lo_que_anoto_el_equipo_no_lo_cambia_la_entidad(autor: Usuario) -> None:
    cual = indicador()
    poner(autor, cual, 40)
    assert (decir_de_si(cual, 95), valores()) == (0, [("40.00", "")])


def test_lo_que_anota_el_equipo_mientras_la_entidad_escribe_queda_y_no_se_dice_que_se_borro(autor: Usuario) -> None:
    cual, otro = indicador(), indicador(nombre="Transferencias")
    decir_de_si(cual, 80)
    poner(autor, cual, 40)
    dichos, vistos = {cual: Decimal(90), otro: Decimal(30)}, {cual: Decimal(80), otro: None}
    datos: dict[str, Any] = {"entidad": fabricas.entidad(), "vigencia": 2025, "ahora": fabricas.AHORA}
    assert autoevaluar(valores=dichos, vistos=vistos, autor=fabricas.usuario(), **datos) == 1
    assert sorted(valores()) == [("30.00", AUTOEVALUACION), ("40.00", "")]


def test_la_autoevaluacion_es_de_este_anio_o_del_anterior() -> None:
    with pytest.raises(ReglaIncumplida, match="del año en curso o del anterior"):
        decir_de_si(indicador(), 80, 2024)


def test_una_entidad_se_compara_entre_anios_y_con_su_sector(autor: Usuario) -> None:
    cual = indicador()
    del_sector = Entidad.objects.activas().filter(sector=fabricas.entidad().sector).exclude(clave="sdh")[:2]
    for entidad, cifra in zip(del_sector, (20, 60), strict=True):
        poner(autor, cual, cifra, entidad=entidad)
    poner(autor, cual, 99, entidad=fabricas.entidad("idu"))
    poner(autor, cual, 95, vigencia=2024)
    poner(autor, cual, 92.5)
    (fila,) = comparar(fabricas.entidad(), anios_de(fabricas.entidad(), 2025), 2025)
    assert [(medida.vigencia, medida.dicho, medida.parte, medida.alcanza) for medida in fila.medidas] == [
        (2024, "95\xa0%", 95, True),
        (2025, "92,5\xa0%", 92, True),
    ]
    assert (fila.sector.dicho, fila.meta, fila.cambio, fila.mejora) == ("60\xa0%", "90\xa0%", "2,5", False)


def test_con_el_sector_se_compara_el_ultimo_anio_que_termino() -> None:
    assert (referencia_de([2024, 2025, 2026], 2025), referencia_de([2026], 2025)) == (2025, 2026)


def test_donde_menos_es_mejor_bajar_es_mejorar(autor: Usuario) -> None:
    cual = indicador(unidad=NUMERO, mayor_es_mejor=False, meta=Decimal(100))
    poner(autor, cual, 1250, vigencia=2024)
    poner(autor, cual, 80)
    (fila,) = comparar(fabricas.entidad(), [2024, 2025], 2025)
    assert [(medida.dicho, medida.parte, medida.alcanza) for medida in fila.medidas] == [
        ("1.250", 100, False),
        ("80", 6, True),
    ]
    assert fila.mejora is True


def test_lo_que_ya_no_se_mide_se_ve_donde_tiene_valores(autor: Usuario) -> None:
    viejo = indicador(activo=False)
    indicador(activo=False)
    poner(autor, viejo, 10)
    assert [fila.indicador for fila in comparar(fabricas.entidad(), [2025], 2025)] == [viejo]


def test_vale_la_ultima_interpretacion_y_la_anterior_queda(autor: Usuario) -> None:
    datos: dict[str, Any] = {"entidad": fabricas.entidad(), "vigencia": 2025, "autor": autor, "ahora": fabricas.AHORA}
    primera = interpretar(texto="Mejoró.", con="", **datos)
    segunda = interpretar(texto="Mejoró por el plan.", con=" Marta, jefe de archivo ", **datos)
    assert (interpretaciones_de(fabricas.entidad()), segunda.con) == ([segunda], "Marta, jefe de archivo")
    primera.refresh_from_db()


@pytest.mark.parametrize(
    ("dicho", "valor"),
    [
        ("45,5 %", "45.50"),
        ("1.250", "1250.00"),
        ("72.3", "72.30"),
        ("1.250,75", "1250.75"),
        (1.125, "1.13"),
        (40, "40.00"),
    ],
)
def test_las_cifras_se_leen_como_se_escriben_aqui(dicho: Any, valor: str) -> None:
    assert str(leer_valor(dicho)) == valor


@pytest.mark.parametrize("dicho", ["muchos", "1,2,3", "NaN", "inf"])
def test_lo_que_no_es_cifra_se_rechaza(dicho: str) -> None:
    with pytest.raises(ValueError, match=dicho):
        leer_valor(dicho)
