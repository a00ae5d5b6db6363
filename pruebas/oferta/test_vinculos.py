"""Sessions that stand already and count for an activity, and the copies of those that count."""

from datetime import date, timedelta

import pytest
from django.test import Client
from django.urls import reverse

from asiste.agenda.acciones import Copia, cancelar
from asiste.agenda.models import Sesion
from asiste.agenda.permisos import puede_llevar, sesiones_que_lleva
from asiste.cuentas.models import Rol
from asiste.directorio.models import Funcionario
from asiste.oferta import acciones
from asiste.oferta.consultas.ejecucion import ejecucion_de
from asiste.oferta.consultas.vinculables import sesiones_por_vincular
from asiste.oferta.models import Actividad
from asiste.solicitudes.acciones import ReglaIncumplida
from pruebas import fabricas, fabricas_agenda, fabricas_oferta
from pruebas.fabricas import AHORA
from pruebas.fabricas_agenda import MANANA

pytestmark = pytest.mark.django_db
DICIEMBRE, ENERO = date(2026, 12, 1), date(2027, 1, 18)


@pytest.fixture
def actividad(laura: Funcionario) -> Actividad:
    """An activity of Laura in an approved plan."""
    return fabricas_oferta.actividad(responsable=laura)


@pytest.fixture
def navegador(laura: Funcionario) -> Client:
    """The browser of Laura."""
    return fabricas.sesion(laura.usuario)


def ruta(cual: str, numero: int) -> str:
    return reverse(f"equipo:{cual}", args=[numero])


def repetir(sesion: Sesion, laura: Funcionario, *dias: date) -> list[Sesion]:
    return acciones.repetir_sesion(sesion=sesion, dias=dias, serie="", copia=Copia(), autor=laura.usuario, ahora=AHORA)


@pytest.mark.disposicion("5-plan-anual")
def test_una_sesion_vinculada_cuenta_para_el_plan(actividad: Actividad, laura: Funcionario) -> None:
    sesion = fabricas_agenda.sesion(dirige=laura)
    acciones.vincular(actividad=actividad, sesion=sesion)
    fabricas_oferta.llevar_a_cabo(sesion, [fabricas.entidad()])
    fila = ejecucion_de([actividad], AHORA.date())[0]
    assert (fila.realizadas, fila.entidades) == (1, 1)


def test_no_se_vincula_dos_veces_ni_lo_cancelado_ni_lo_de_otro_anio(actividad: Actividad, laura: Funcionario) -> None:
    ya, otro_anio, cancelada = (
        fabricas_agenda.sesion(dirige=laura, inicia=MANANA + timedelta(days=dias)) for dias in (0, 60, 1)
    )
    acciones.vincular(actividad=actividad, sesion=ya)
    cancelar(sesion=cancelada, motivo="Sin sala", autor=laura.usuario, ahora=AHORA)
    for sesion, falta in ((ya, "ya está en una actividad"), (otro_anio, "es de otro año"), (cancelada, "se canceló")):
        with pytest.raises(ReglaIncumplida, match=falta):
            acciones.vincular(actividad=actividad, sesion=sesion)
    assert list(actividad.sesiones.all()) == [ya]


def test_a_un_plan_sin_aprobar_no_se_vincula_nada(laura: Funcionario) -> None:
    borrador = fabricas_oferta.actividad(fabricas_oferta.plan(), responsable=laura)
    with pytest.raises(ReglaIncumplida, match="plan aprobado"):
        acciones.vincular(actividad=borrador, sesion=fabricas_agenda.sesion(dirige=laura))


@pytest.mark.disposicion("5-plan-anual")
def test_las_copias_de_su_anio_cuentan_para_la_misma_actividad(actividad: Actividad, laura: Funcionario) -> None:
    sesion = fabricas_oferta.programada(actividad)
    [copia, del_otro_anio] = repetir(sesion, laura, DICIEMBRE, ENERO)
    assert set(actividad.sesiones.all()) == {sesion, copia}
    assert not del_otro_anio.actividades.exists()


def test_lo_que_no_es_del_plan_o_ya_se_retiro_se_repite_igual(actividad: Actividad, laura: Funcionario) -> None:
    suelta = fabricas_agenda.sesion(dirige=laura, inicia=MANANA + timedelta(hours=4))
    sesion = fabricas_oferta.realizada(actividad, AHORA.replace(month=3, day=12))
    acciones.retirar(actividad=actividad, motivo="Sin equipo", autor=laura.usuario, ahora=AHORA)
    copias = [*repetir(suelta, laura, DICIEMBRE), *repetir(sesion, laura, DICIEMBRE)]
    assert [una.actividades.count() for una in copias] == [0, 0]


def test_se_ofrecen_las_de_la_direccion_que_la_persona_lleva_y_que_no_cuentan(
    actividad: Actividad, laura: Funcionario
) -> None:
    fabricas_oferta.programada(actividad)
    diana = fabricas.funcionario("stdi", nombre="Diana Pérez")
    suya = fabricas_agenda.sesion(dirige=laura, inicia=MANANA + timedelta(hours=4))
    de_diana = fabricas_agenda.sesion(dirige=diana)
    fabricas_agenda.sesion(dirige=fabricas.funcionario("ddab"))
    directora = fabricas.funcionario("dddi", nombre="Directora", rol=Rol.DIRECCION).usuario
    assert list(sesiones_por_vincular(laura.usuario, actividad)) == [suya]
    assert list(sesiones_por_vincular(directora, actividad)) == [suya, de_diana]
    for usuario in (laura.usuario, diana.usuario, directora):
        lleva = {una for una in Sesion.objects.all() if puede_llevar(usuario, una)}
        assert set(sesiones_que_lleva(usuario)) == lleva


def test_se_vincula_desde_la_pagina_de_la_actividad(
    navegador: Client, actividad: Actividad, laura: Funcionario
) -> None:
    pagina, sesion = ruta("actividad-vinculo", actividad.pk), fabricas_agenda.sesion(dirige=laura)
    assert f'href="{pagina}"' in navegador.get(ruta("actividad", actividad.pk)).content.decode()
    assert navegador.post(pagina, {"sesion": ""}).context["form"].errors == {"sesion": ["Elija la sesión."]}
    dice = navegador.post(pagina, {"sesion": sesion.pk}, follow=True).content.decode()
    assert "«Mapa de procesos» ya cuenta para la actividad." in dice
    assert list(actividad.sesiones.all()) == [sesion]
    assert "No lleva ninguna sesión" in navegador.get(pagina, follow=True).content.decode()


def test_la_sesion_que_se_repite_desde_su_pagina_lleva_su_actividad(navegador: Client, actividad: Actividad) -> None:
    sesion = fabricas_oferta.programada(actividad)
    datos = {"cada": "una-vez", "desde": "2026-12-01", "veces": 1, "dias": ["2026-12-01"], "crear": "si"}
    navegador.post(ruta("sesion-repeticion", sesion.pk), datos)
    assert actividad.sesiones.count() == 2
