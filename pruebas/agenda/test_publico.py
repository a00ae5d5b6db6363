import pytest

from asiste.agenda.acciones import DatosPublico, cancelar, dirigir_a, guardar_publico
from asiste.directorio.models import Entidad, Sector
from asiste.solicitudes.acciones import ReglaIncumplida
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


def test_un_publico_se_guarda_se_copia_y_se_cambia() -> None:
    datos = DatosPublico(
        sectores=[Sector.objects.get(clave="hacienda")],
        naturalezas=["localidad"],
        entidades=[fabricas.entidad("sed")],
        temas=[fabricas.tema()],
    )
    guardado = guardar_publico(datos=datos)
    copia = guardar_publico(datos=DatosPublico.de(guardado))
    guardar_publico(datos=DatosPublico(todas=True), publico=guardado)
    assert (copia.entidades_objetivo().count(), copia.temas.get()) == (25, fabricas.tema())
    assert (guardado.todas, guardado.sectores.count(), guardado.naturalezas) == (True, 0, [])


def test_una_sesion_se_dirige_a_las_entidades_que_se_digan() -> None:
    sesion = fabricas_agenda.sesion(publico=fabricas_agenda.publico(todas=True))
    dirigir_a(sesion=sesion, entidades=[fabricas.entidad("sed")], temas=[fabricas.tema()])
    sesion.refresh_from_db()
    assert sesion.publico is not None
    assert list(sesion.publico.entidades_objetivo()) == [fabricas.entidad("sed")]


def test_lo_cancelado_no_se_dirige_a_nadie() -> None:
    laura = fabricas.funcionario("stdi")
    sesion = fabricas_agenda.sesion(dirige=laura)
    cancelar(sesion=sesion, motivo="Sala cerrada", autor=laura.usuario, ahora=fabricas.AHORA)
    with pytest.raises(ReglaIncumplida, match="La sesión ya está cancelada"):
        dirigir_a(sesion=sesion, entidades=[])
