import csv
from collections import Counter
from pathlib import Path

import pytest

from asiste.directorio.carga import CATALOGO, cargar_directorio
from asiste.directorio.models import Dependencia, Dominio, Entidad, Sector
from pruebas import fabricas

pytestmark = pytest.mark.django_db


@pytest.mark.disposicion("2-alcance-entidades")
def test_las_noventa_y_una_entidades_por_naturaleza() -> None:
    assert Counter(Entidad.objects.values_list("naturaleza", flat=True)) == {
        "descentralizado": 42,
        "localidad": 20,
        "central": 18,
        "privado": 6,
        "control": 3,
        "corporacion": 1,
        "universidad": 1,
    }


def test_los_quince_sectores_en_su_orden() -> None:
    assert list(Sector.objects.order_by("orden").values_list("nombre", flat=True)) == [
        "Ambiente",
        "Cultura, Recreación y Deporte",
        "Desarrollo Económico, Industria y Turismo",
        "Educación",
        "Gestión Jurídica",
        "Gestión Pública",
        "Gobierno",
        "Hábitat",
        "Hacienda",
        "Integración Social",
        "Movilidad",
        "Mujeres",
        "Planeación",
        "Salud",
        "Seguridad, Convivencia y Justicia",
    ]


@pytest.mark.disposicion("2-alcance-entidades")
def test_las_veinte_localidades_son_del_sector_gobierno() -> None:
    localidades = Entidad.objects.filter(naturaleza=Entidad.Naturaleza.LOCALIDAD)
    assert Counter(localidades.values_list("sector__nombre", flat=True)) == {"Gobierno": 20}


def test_las_oficinas_y_de_quien_dependen() -> None:
    assert dict(Dependencia.objects.values_list("clave", "padre__clave")) == {
        "sdfi": None,
        "dddi": "sdfi",
        "stdi": "dddi",
        "imprenta": "dddi",
        "ddab": "sdfi",
        "ssda": "ddab",
        "sgpd": "ddab",
        "ddri": "sdfi",
    }


def test_cargar_de_nuevo_no_agrega_nada() -> None:
    assert cargar_directorio() == 0


def test_lo_que_corrigio_la_administracion_se_queda() -> None:
    entidad = fabricas.entidad("idu")
    entidad.nombre = "Instituto de Desarrollo Urbano de Bogotá"
    entidad.save()
    Dominio.objects.filter(entidad=entidad).delete()
    Dependencia.objects.filter(clave="ddri").update(nombre="Consejería de Relaciones Internacionales")
    cargar_directorio()
    entidad.refresh_from_db()
    assert (entidad.nombre, entidad.dominios.count()) == ("Instituto de Desarrollo Urbano de Bogotá", 0)
    assert fabricas.dependencia("ddri").nombre == "Consejería de Relaciones Internacionales"


def test_cada_entidad_dice_de_donde_sale_y_cuanto_se_sabe() -> None:
    assert Entidad.objects.filter(confianza="").count() == 0


@pytest.mark.parametrize(
    ("texto", "clave"),
    [
        ("habitat", "sdht"),
        ("HÁBITAT", "sdht"),
        ("idu", "idu"),
        ("desarrollo urbano", "idu"),
        ("empresa de renovacion y desarrollo urbano", "renobo"),
    ],
)
def test_se_busca_por_cualquier_nombre_sin_tildes_ni_mayusculas(texto: str, clave: str) -> None:
    assert clave in set(Entidad.objects.buscar(texto).values_list("clave", flat=True))


def test_un_dominio_compartido_trae_a_todas() -> None:
    compartidos = Counter(Dominio.objects.values_list("dominio", flat=True)).most_common(1)[0]
    assert Entidad.objects.del_dominio(compartidos[0].upper()).count() == compartidos[1]


def test_una_entidad_inactiva_no_escribe() -> None:
    entidad = fabricas.entidad("idu")
    Entidad.objects.filter(pk=entidad.pk).update(activa=False)
    assert list(Entidad.objects.del_dominio("idu.gov.co")) == []


def test_el_catalogo_no_repite_claves() -> None:
    with (Path(CATALOGO) / "entidades.csv").open(encoding="utf-8", newline="") as abierto:
        claves = [fila["clave"] for fila in csv.DictReader(abierto)]
    assert (len(claves), len(set(claves))) == (91, 91)
