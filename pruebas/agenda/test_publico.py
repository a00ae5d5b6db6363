import pytest

from asiste.directorio.models import Entidad, Sector
from pruebas import fabricas, fabricas_agenda

pytestmark = pytest.mark.django_db


def test_el_publico_suma_lo_que_alcanza_cada_condicion() -> None:
    hacienda, educacion = fabricas.entidad("sdh"), fabricas.entidad("sed")
    publico = fabricas_agenda.publico(sectores=Sector.objects.filter(clave="hacienda"), entidades=[educacion])
    de_hacienda = Entidad.objects.activas().filter(sector=hacienda.sector)
    assert set(publico.entidades_objetivo()) == {*de_hacienda, educacion}


def test_un_publico_sin_condiciones_no_alcanza_a_nadie() -> None:
    assert list(fabricas_agenda.publico().entidades_objetivo()) == []


def test_la_naturaleza_alcanza_a_todas_las_suyas() -> None:
    publico = fabricas_agenda.publico(naturalezas=[Entidad.Naturaleza.LOCALIDAD])
    assert publico.entidades_objetivo().count() == Entidad.objects.activas().filter(naturaleza="localidad").count()


@pytest.mark.disposicion("6.3-promocion")
def test_se_llega_a_los_enlaces_del_tema_y_donde_no_hay_a_los_generales() -> None:
    integridad = fabricas.tema("integridad")
    del_tema, general = fabricas.enlace("sdh", nombre="Del tema"), fabricas.enlace("sdh", nombre="General")
    otro_general = fabricas.enlace("sed", nombre="General de Educación")
    de_otro_tema = fabricas.enlace("sda", nombre="De otro tema")
    del_tema.temas.add(integridad)
    de_otro_tema.temas.add(fabricas.tema("control-interno"))
    publico = fabricas_agenda.publico(todas=True, temas=[integridad])
    assert general.entidad_id == del_tema.entidad_id
    assert set(publico.enlaces_objetivo(fabricas.AHORA.date())) == {del_tema, otro_general}


def test_un_enlace_que_ya_no_lo_es_no_se_convoca() -> None:
    fabricas.enlace("sdh", hasta=fabricas.AHORA.date().replace(day=1))
    assert list(fabricas_agenda.publico(todas=True).enlaces_objetivo(fabricas.AHORA.date())) == []
