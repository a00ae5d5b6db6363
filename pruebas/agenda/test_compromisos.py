"""What people take on in a session, and what comes of it."""

from datetime import date, datetime, timedelta
from typing import Any

import pytest
import time_machine

from asiste.agenda import alcance, permisos, tareas
from asiste.agenda.acciones import compromisos, vencimientos
from asiste.agenda.acciones.vencimientos import recordar_compromisos
from asiste.agenda.models import Compromiso, Seguimiento
from asiste.directorio.models import Ausencia
from asiste.notificaciones.models import Mensaje
from asiste.solicitudes.acciones import ReglaIncumplida
from asiste.solicitudes.models import Solicitud
from pruebas import fabricas, fabricas_agenda
from pruebas.fabricas import AHORA
from pruebas.fabricas_agenda import MANANA

pytestmark = pytest.mark.django_db

VIERNES = date(2026, 11, 27)  # due date of the factory; Monday 23 has three business days less one left


def el(dia: int, hora: int = 10, mes: int = 11) -> datetime:
    """A moment of this year, inside service hours by default."""
    return datetime(2026, mes, dia, hora, tzinfo=fabricas.BOGOTA)


def recordados(*momentos: datetime) -> list[int]:
    """How many mails go out at each moment."""
    return [len(recordar_compromisos(ahora=momento)) for momento in momentos]


def test_lo_acordado_queda_con_quien_y_cuando() -> None:
    uno = fabricas_agenda.compromiso()
    hecho = uno.seguimientos.get()
    assert (uno.quien, uno.vence_el, hecho.tipo, hecho.texto) == (
        "Carlos Peña",
        VIERNES,
        Seguimiento.Tipo.CREADO,
        "Vence el 27/11/2026.",
    )


@pytest.mark.parametrize(
    ("cambios", "dice"),
    [
        ({"vence_el": date(2026, 11, 21)}, "El 21/11/2026 no es día hábil. El siguiente es el 23/11/2026."),
        ({"vence_el": date(2026, 12, 8)}, "El 08/12/2026 no es día hábil. El siguiente es el 09/12/2026."),
        ({"vence_el": date(2026, 11, 18)}, "La fecha ya pasó."),
        ({"vence_el": date(2199, 11, 18)}, "El calendario no tiene los festivos de 2199."),
        ({"actividad": " "}, "Escriba qué se va a hacer."),
        ({"responsable_nombre": ""}, "Elija a alguien del equipo o escriba quién responde en la entidad."),
    ],
)
def test_no_se_acuerda_lo_que_no_se_puede_cumplir(cambios: dict[str, Any], dice: str) -> None:
    with pytest.raises(ReglaIncumplida) as regla:
        fabricas_agenda.compromiso(**cambios)
    assert str(regla.value) == dice


def test_en_n_dias_habiles_salta_los_festivos() -> None:
    assert compromisos.en_dias_habiles(date(2026, 12, 4), 2) == date(2026, 12, 9)


def test_el_avance_lleva_su_evidencia() -> None:
    uno = fabricas_agenda.compromiso()
    autor = uno.creado_por
    hecho = compromisos.avanzar(
        compromiso=uno, texto="Va a la mitad", autor=autor, ahora=AHORA, anexos=[fabricas.archivo("mapa.pdf")]
    )
    assert list(hecho.evidencias.values_list("nombre", flat=True)) == ["mapa.pdf"]


def test_lo_que_escribe_la_entidad_se_le_avisa_a_quien_dirige() -> None:
    uno = fabricas_agenda.compromiso()
    hecho = compromisos.avanzar(compromiso=uno, texto="Ya lo enviamos", de_nombre="Carlos Peña", ahora=AHORA)
    mensaje = Mensaje.objects.get(clave=f"avance-{hecho.pk}")
    dirige = uno.sesion.encargados.get().funcionario.usuario
    assert (mensaje.para, mensaje.asunto) == (dirige.email, "Avance: Enviar el mapa de procesos")


def test_cambiar_la_fecha_dice_de_cual_a_cual_y_por_que() -> None:
    uno = fabricas_agenda.compromiso()
    compromisos.cambiar_fecha(
        compromiso=uno, vence_el=date(2026, 12, 1), motivo="Falta un concepto", autor=uno.creado_por, ahora=AHORA
    )
    escrito = uno.seguimientos.get(tipo=Seguimiento.Tipo.CAMBIO).texto
    assert escrito == "Del 27/11/2026 al 01/12/2026. Falta un concepto"


def test_se_cumple_y_se_abre_otra_vez() -> None:
    uno = fabricas_agenda.compromiso()
    cumplido = compromisos.cumplir(compromiso=uno, texto="Llegó", autor=uno.creado_por, ahora=AHORA)
    assert (cumplido.estado, cumplido.cerrado_en) == (Compromiso.Estado.CUMPLIDO, AHORA)
    abierto = compromisos.reabrir(compromiso=uno, motivo="Era otro", autor=uno.creado_por, ahora=AHORA)
    assert (abierto.estado, abierto.cerrado_en) == (Compromiso.Estado.POR_CUMPLIR, None)


def test_lo_cerrado_no_avanza() -> None:
    uno = fabricas_agenda.compromiso()
    compromisos.dejar_sin_efecto(compromiso=uno, motivo="Cambió la norma", autor=uno.creado_por, ahora=AHORA)
    with pytest.raises(ReglaIncumplida, match="El compromiso ya está sin efecto"):
        compromisos.avanzar(compromiso=uno, texto="Va", autor=uno.creado_por, ahora=AHORA)


def test_lo_pendiente_llega_a_la_siguiente_sesion_de_la_misma_solicitud() -> None:
    caso = fabricas.solicitud(estado=Solicitud.Estado.EN_TRAMITE)
    laura = fabricas.funcionario("stdi")
    primera = fabricas_agenda.sesion(dirige=laura, solicitudes=[caso])
    uno = fabricas_agenda.compromiso(de=primera)
    siguiente = fabricas_agenda.sesion(dirige=laura, inicia=MANANA + timedelta(days=7), solicitudes=[caso])
    assert list(Compromiso.objects.que_llegan_a(siguiente)) == [uno]


def test_se_recuerda_tres_dias_habiles_antes_el_dia_y_cada_semana() -> None:
    fabricas_agenda.compromiso()
    dias = [20, 23, 24, 25, 26, 27, 30]
    assert recordados(*map(el, dias), el(3, mes=12), el(4, mes=12), el(11, mes=12)) == [0, 0, 1, 0, 0, 1, 0, 0, 1, 1]


def test_cada_recordatorio_sale_una_vez() -> None:
    fabricas_agenda.compromiso()
    assert recordados(el(24), el(24, 11), el(24, 15)) == [1, 0, 0]


def test_fuera_de_la_jornada_no_se_recuerda() -> None:
    fabricas_agenda.compromiso()
    assert recordados(el(24, 5), el(24, 20), el(28)) == [0, 0, 0]


def test_lo_que_se_rechaza_no_se_reintenta_de_noche() -> None:
    fabricas_agenda.compromiso()
    fabricas_agenda.compromiso(responsable=fabricas.funcionario("stdi"))
    assert [uno.solo_en_jornada for uno in recordar_compromisos(ahora=el(24))] == [True, True]


def test_a_quien_acaba_de_acordarlo_no_se_le_recuerda() -> None:
    fabricas_agenda.compromiso(ahora=el(25))
    assert recordados(el(25), el(26), el(27)) == [0, 0, 1]


def test_el_recordatorio_de_la_entidad_lleva_el_enlace_para_contar_como_va() -> None:
    fabricas_agenda.compromiso()
    (mensaje,) = recordar_compromisos(ahora=el(24))
    assert (mensaje.para, mensaje.texto.count("/agenda/compromiso/")) == ("carlos.pena@shd.gov.co", 1)


def test_a_cada_persona_del_equipo_le_llega_un_solo_correo_con_lo_suyo() -> None:
    laura = fabricas.funcionario("stdi")
    sesion = fabricas_agenda.sesion(dirige=laura)
    for actividad in ("Emitir el concepto", "Enviar la guía"):
        fabricas_agenda.compromiso(de=sesion, responsable=laura, actividad=actividad)
    (mensaje,) = recordar_compromisos(ahora=el(24))
    assert (mensaje.para, mensaje.asunto) == (laura.usuario.email, "2 compromisos por cumplir")


def test_a_quien_esta_ausente_lo_reemplaza_su_sustituto() -> None:
    laura, sustituta = fabricas.funcionario("stdi"), fabricas.funcionario("stdi", nombre="Sustituta")
    sesion = fabricas_agenda.sesion(dirige=laura)
    fabricas_agenda.compromiso(de=sesion, responsable=laura)
    Ausencia.objects.create(asesor=laura, sustituto=sustituta, desde=VIERNES, hasta=VIERNES, motivo="licencia")
    (mensaje,) = recordar_compromisos(ahora=el(27))
    assert mensaje.para == sustituta.usuario.email


def test_quien_responde_en_la_entidad_sin_correo_no_recibe_nada() -> None:
    fabricas_agenda.compromiso(responsable_correo="")
    assert recordados(el(24)) == [0]


def test_recordar_cuesta_lo_mismo_con_uno_que_con_tres(django_assert_max_num_queries: Any) -> None:
    laura = fabricas.funcionario("stdi")
    sesion = fabricas_agenda.sesion(dirige=laura)
    for numero in range(3):
        fabricas_agenda.compromiso(de=sesion, responsable=laura, actividad=f"Hacer {numero}")
    with django_assert_max_num_queries(20):
        vencimientos.recordar_compromisos(ahora=el(24))


def test_sigue_un_compromiso_quien_responde_o_lleva_su_sesion() -> None:
    laura, diana = fabricas.funcionario("stdi"), fabricas.funcionario("ssda", nombre="Diana Pérez")
    companero = fabricas.funcionario("stdi", nombre="Compañero")
    uno = fabricas_agenda.compromiso(de=fabricas_agenda.sesion(dirige=laura), responsable=diana)
    assert [permisos.puede_seguir(quien.usuario, uno) for quien in (laura, diana, companero)] == [True, True, False]


def test_una_entidad_ve_los_suyos_y_no_los_de_otra() -> None:
    uno = fabricas_agenda.compromiso()
    propio, ajeno = (fabricas.cuenta(fabricas.enlace(clave)) for clave in ("sdh", "sed"))
    assert [list(alcance.compromisos_de_entidad(quien)) for quien in (propio, ajeno)] == [[uno], []]


def test_el_trabajo_periodico_recuerda() -> None:
    fabricas_agenda.compromiso()
    with time_machine.travel(el(24), tick=False):
        tareas.recordar_compromisos(0)
    assert Mensaje.objects.filter(clave__startswith="compromiso-").count() == 1
