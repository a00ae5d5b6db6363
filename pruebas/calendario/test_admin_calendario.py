"""The three tables in the administration."""

from datetime import date

import pytest
from django.contrib.admin import site
from django.db.models import Model
from django.test import RequestFactory

from asiste.calendario.acciones import agregar_dia_no_habil, proponer_festivos, proponer_jornada
from asiste.calendario.models import DiaNoHabil, Festivo, JornadaAtencion

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _datos(tablas_vacias: None) -> None:
    proponer_festivos(desde_anio=2026, hasta_anio=2026)
    proponer_jornada()
    agregar_dia_no_habil(fecha=date(2026, 3, 3), motivo="Día cívico", acto="Decreto 90 de 2026")


@pytest.mark.parametrize(
    ("modelo", "busqueda", "hallado"),
    [
        (Festivo, "Chiquinquirá", "13/07/2026: Día de Nuestra Señora del Rosario de Chiquinquirá"),
        (Festivo, "Ley 2578", "13/07/2026: Día de Nuestra Señora del Rosario de Chiquinquirá"),
        (DiaNoHabil, "Decreto 90", "03/03/2026: Día cívico"),
        (JornadaAtencion, "2000-01", "Desde el 01/01/2000: 07:00 a 16:30"),
    ],
)
def test_la_administracion_encuentra_el_renglon(
    rf: RequestFactory, modelo: type[Model], busqueda: str, hallado: str
) -> None:
    administrador = site.get_model_admin(modelo)
    peticion = rf.get("/")
    resultado, _ = administrador.get_search_results(peticion, administrador.get_queryset(peticion), busqueda)
    assert [str(fila) for fila in resultado] == [hallado]


@pytest.mark.parametrize(
    ("fecha", "errores"),
    [
        ("2026-07-13", {"fecha": ["Esa fecha ya es festivo."]}),
        ("2026-03-07", {"__all__": ["Los sábados y domingos ya son días no hábiles."]}),
        ("2026-03-04", {}),
    ],
)
def test_la_administracion_explica_por_que_un_dia_no_procede(
    rf: RequestFactory, fecha: str, errores: dict[str, list[str]]
) -> None:
    formulario = site.get_model_admin(DiaNoHabil).get_form(rf.get("/"))
    datos = {"fecha": fecha, "motivo": "Día cívico", "acto": "Decreto 91 de 2026", "alcance": "distrito"}
    assert formulario(datos).errors == errores
