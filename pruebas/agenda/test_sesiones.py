from datetime import date, timedelta

import pytest

from asiste.agenda import acciones, alcance, permisos
from asiste.agenda.models import Encargado, Sesion
from asiste.cuentas.models import Rol
from asiste.directorio.models import Ausencia
from asiste.solicitudes.acciones import ReglaIncumplida
from asiste.solicitudes.models import Actuacion, Solicitud
from pruebas import fabricas, fabricas_agenda
from pruebas.fabricas import AHORA
from pruebas.fabricas_agenda import MANANA

pytestmark = pytest.mark.django_db


@pytest.mark.disposicion("5-medios")
def test_una_sesion_programada_queda_escrita_en_la_solicitud_que_atiende() -> None:
    caso = fabricas.solicitud(estado=Solicitud.Estado.EN_TRAMITE)
    fabricas_agenda.sesion(solicitudes=[caso])
    escrito = caso.actuaciones.get(tipo=Actuacion.Tipo.SESION)
    esperado = "Se programó: Mesa de trabajo «Mapa de procesos», 20/11/2026 a las 10:00 (Edificio Liévano, sala 3)."
    assert (escrito.texto, escrito.visible_entidad) == (esperado, True)


def test_nadie_esta_en_dos_sesiones_a_la_vez() -> None:
    laura = fabricas.funcionario("stdi")
    fabricas_agenda.sesion(dirige=laura)
    with pytest.raises(acciones.Ocupado) as choque:
        fabricas_agenda.sesion(dirige=laura, inicia=MANANA + timedelta(minutes=30))
    assert str(choque.value) == "Laura Ortiz ya tiene otra sesión de 10:00 a 11:30."


def test_una_sesion_puede_empezar_cuando_termina_otra() -> None:
    laura = fabricas.funcionario("stdi")
    fabricas_agenda.sesion(dirige=laura)
    siguiente = fabricas_agenda.sesion(dirige=laura, inicia=MANANA + timedelta(minutes=90))
    assert siguiente.dirige == laura


def test_quien_acompana_tampoco_puede_estar_en_otra() -> None:
    laura, diana = fabricas.funcionario("stdi"), fabricas.funcionario("ssda", nombre="Diana Pérez")
    fabricas_agenda.sesion(dirige=diana)
    with pytest.raises(acciones.Ocupado, match="Diana Pérez"):
        fabricas_agenda.sesion(dirige=laura, acompanan=[diana])


def test_quien_esta_ausente_no_se_encarga_de_una_sesion() -> None:
    laura = fabricas.funcionario("stdi")
    otra = fabricas.funcionario("stdi", nombre="Otra")
    dia = date(2026, 11, 20)
    Ausencia.objects.create(asesor=laura, sustituto=otra, desde=dia, hasta=dia, motivo="vacaciones")
    with pytest.raises(ReglaIncumplida) as regla:
        fabricas_agenda.sesion(dirige=laura)
    assert str(regla.value) == "Laura Ortiz no está ese día: vacaciones."


def test_cancelar_libera_a_su_gente() -> None:
    laura = fabricas.funcionario("stdi")
    cancelada = fabricas_agenda.sesion(dirige=laura)
    acciones.cancelar(sesion=cancelada, motivo="Sala cerrada", autor=laura.usuario, ahora=AHORA)
    fabricas_agenda.sesion(dirige=laura)
    assert list(Encargado.objects.order_by("id").values_list("vigente", flat=True)) == [False, True]


def test_cancelar_exige_decir_por_que() -> None:
    sesion = fabricas_agenda.sesion()
    with pytest.raises(ReglaIncumplida, match="Escriba por qué se cancela"):
        acciones.cancelar(sesion=sesion, motivo=" ", autor=fabricas.usuario(rol=Rol.ASESOR), ahora=AHORA)


def test_mover_la_hora_es_otra_version_de_la_invitacion() -> None:
    laura = fabricas.funcionario("stdi")
    sesion = fabricas_agenda.sesion(dirige=laura)
    datos = fabricas_agenda.datos(dirige=laura, inicia=MANANA + timedelta(hours=2))
    assert acciones.cambiar(sesion=sesion, datos=datos, autor=laura.usuario, ahora=AHORA).secuencia == 1


def test_cambiar_el_objetivo_no_es_otra_version_de_la_invitacion() -> None:
    laura = fabricas.funcionario("stdi")
    sesion = fabricas_agenda.sesion(dirige=laura)
    datos = fabricas_agenda.datos(dirige=laura, objetivo="Acordar el mapa")
    assert acciones.cambiar(sesion=sesion, datos=datos, autor=laura.usuario, ahora=AHORA).secuencia == 0


def test_lo_cancelado_no_se_cambia() -> None:
    laura = fabricas.funcionario("stdi")
    sesion = fabricas_agenda.sesion(dirige=laura)
    acciones.cancelar(sesion=sesion, motivo="Sala cerrada", autor=laura.usuario, ahora=AHORA)
    with pytest.raises(ReglaIncumplida, match="La sesión ya está cancelada"):
        acciones.cambiar(sesion=sesion, datos=fabricas_agenda.datos(dirige=laura), autor=laura.usuario, ahora=AHORA)


def test_una_sesion_no_termina_antes_de_empezar() -> None:
    with pytest.raises(ReglaIncumplida, match="termina antes de empezar"):
        fabricas_agenda.sesion(minutos=0)


def test_ve_la_sesion_quien_esta_a_cargo_aunque_sea_de_otra_oficina() -> None:
    laura, diana = fabricas.funcionario("stdi"), fabricas.funcionario("ssda", nombre="Diana Pérez")
    sesion = fabricas_agenda.sesion(dirige=laura, acompanan=[diana])
    ajeno = fabricas.funcionario("ddri", nombre="Ajeno")
    vistas = [list(alcance.sesiones_del_equipo(uno.usuario)) for uno in (laura, diana, ajeno)]
    assert vistas == [[sesion], [sesion], []]


def test_lleva_la_sesion_quien_esta_a_cargo_o_dirige_su_oficina() -> None:
    laura = fabricas.funcionario("stdi")
    companero = fabricas.funcionario("stdi", nombre="Compañero")
    directora = fabricas.funcionario("dddi", nombre="Directora", rol=Rol.DIRECCION)
    sesion = fabricas_agenda.sesion(dirige=laura)
    llevan = [permisos.puede_llevar(uno.usuario, sesion) for uno in (laura, companero, directora)]
    assert llevan == [True, False, True]


def test_iniciar_la_abre() -> None:
    assert acciones.iniciar(sesion=fabricas_agenda.sesion()).estado == Sesion.Estado.EN_CURSO
