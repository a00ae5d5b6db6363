"""Hours offered to who asked: the first to choose takes the hour."""

from datetime import date, datetime, timedelta
from typing import Any

import pytest

from asiste.agenda import acciones, consultas
from asiste.agenda.acciones import propuestas
from asiste.agenda.intervalos import Intervalo
from asiste.agenda.models import Invitado, Propuesta, Sesion
from asiste.calendario.dias import FueraDelCalendario
from asiste.directorio.models import Ausencia, Funcionario
from asiste.notificaciones.models import Mensaje
from asiste.solicitudes.acciones import ReglaIncumplida, anular
from asiste.solicitudes.models import Actuacion, Solicitud
from pruebas import fabricas, fabricas_agenda
from pruebas.fabricas import AHORA
from pruebas.fabricas_agenda import MANANA

pytestmark = pytest.mark.django_db


def horas(propuesta: Propuesta, ahora: datetime = AHORA) -> list[datetime]:
    """Starts of the hours that may be chosen."""
    return [una.inicia for una in consultas.franjas_libres(propuesta, ahora)]


def elegir(propuesta: Propuesta, cual: int = 0, ahora: datetime = AHORA) -> Sesion:
    """Chooses one of the hours offered, free or not."""
    franja = propuesta.franjas.order_by("inicia")[cual]
    return propuestas.elegir(propuesta=propuesta, franja=franja, ahora=ahora)


@pytest.mark.disposicion("6.3-asesoria-demanda")
def test_la_hora_elegida_es_una_sesion_de_la_solicitud_con_quien_la_eligio() -> None:
    caso = fabricas.solicitud(estado=Solicitud.Estado.EN_TRAMITE)
    propuesta = fabricas_agenda.propuesta(solicitud=caso)
    sesion = elegir(propuesta, 1)
    invitado = sesion.invitados.get()
    assert (sesion.inicia, sesion.dirige, list(sesion.solicitudes.all())) == (
        MANANA + timedelta(hours=2),
        propuesta.dirige,
        [caso],
    )
    assert (invitado.correo, invitado.respuesta) == (propuesta.correo, Invitado.Respuesta.ASISTE)
    assert sesion.convocada_en == AHORA


def test_al_ofrecer_sale_un_correo_y_queda_escrito_en_el_caso() -> None:
    caso = fabricas.solicitud(estado=Solicitud.Estado.EN_TRAMITE)
    propuesta = fabricas_agenda.propuesta(solicitud=caso)
    mensaje = Mensaje.objects.get(clave=f"propuesta-oferta-{propuesta.clave}")
    escrito = caso.actuaciones.get(tipo=Actuacion.Tipo.SESION)
    assert (mensaje.para, mensaje.caso) == (propuesta.correo, caso.radicado)
    assert escrito.texto == "Se ofrecieron 2 horas para «Mapa de procesos»."
    assert "- viernes 20 de noviembre de 2026, de 10:00 a.m. a 11:00 a.m.\n" in mensaje.texto


def test_al_elegir_se_avisa_a_quienes_atienden_y_a_todos_les_llega_a_su_calendario() -> None:
    propuesta = fabricas_agenda.propuesta()
    elegir(propuesta)
    acciones.convocar_pendientes(ahora=AHORA)
    ella, el = propuesta.dirige.usuario.email, propuesta.correo
    avisados = Mensaje.objects.filter(clave__contains="elegida").values_list("para", flat=True)
    convocados = Mensaje.objects.exclude(calendario="").order_by("para").values_list("para", flat=True)
    assert (list(avisados), list(convocados)) == ([ella], sorted([ella, el]))


def test_quien_llega_segundo_a_la_misma_hora_no_la_toma_y_ve_las_otras() -> None:
    laura = fabricas.funcionario("stdi")
    una, otra = fabricas_agenda.propuesta(dirige=laura), fabricas_agenda.propuesta(dirige=laura)
    elegir(una)
    with pytest.raises(acciones.Ocupado):
        elegir(otra)
    otra.refresh_from_db()
    assert (otra.estado, horas(otra)) == (Propuesta.Estado.ABIERTA, [MANANA + timedelta(hours=2)])


def test_no_se_muestra_la_hora_en_que_acompana_a_otra_sesion() -> None:
    laura, diana = fabricas.funcionario("stdi"), fabricas.funcionario("ssda", nombre="Diana Pérez")
    propuesta = fabricas_agenda.propuesta(dirige=laura, acompanan=[diana])
    fabricas_agenda.sesion(dirige=diana, inicia=MANANA + timedelta(minutes=30))
    assert horas(propuesta) == [MANANA + timedelta(hours=2)]


def test_no_se_muestra_la_hora_de_un_dia_de_ausencia_ni_la_que_paso() -> None:
    laura, otra = fabricas.funcionario("stdi"), fabricas.funcionario("stdi", nombre="Otra")
    propuesta = fabricas_agenda.propuesta(dirige=laura)
    assert horas(propuesta, MANANA + timedelta(minutes=1)) == [MANANA + timedelta(hours=2)]
    Ausencia.objects.create(asesor=laura, sustituto=otra, desde=MANANA.date(), hasta=MANANA.date(), motivo="licencia")
    assert horas(propuesta) == []


def test_lo_elegido_no_se_elige_otra_vez() -> None:
    propuesta = fabricas_agenda.propuesta()
    elegir(propuesta)
    with pytest.raises(propuestas.YaNoSePuede, match="ya está elegida"):
        elegir(propuesta, 1)


def test_vencido_el_plazo_no_se_elige() -> None:
    propuesta = fabricas_agenda.propuesta()
    with pytest.raises(propuestas.YaNoSePuede, match="El plazo para elegir ya pasó"):
        elegir(propuesta, 1, propuesta.vence_en)


def test_lo_retirado_no_se_elige() -> None:
    propuesta = fabricas_agenda.propuesta()
    propuestas.retirar(propuesta=propuesta, autor=propuesta.creada_por, ahora=AHORA)
    with pytest.raises(propuestas.YaNoSePuede, match="ya está retirada"):
        elegir(propuesta)


def test_terminada_la_solicitud_no_se_elige() -> None:
    caso = fabricas.solicitud(estado=Solicitud.Estado.EN_TRAMITE)
    propuesta = fabricas_agenda.propuesta(solicitud=caso)
    anular(solicitud=caso, motivo="Repetida", autor=propuesta.creada_por, ahora=AHORA)
    with pytest.raises(propuestas.YaNoSePuede, match="La solicitud ya terminó"):
        elegir(propuesta)


def test_las_nuevas_horas_de_una_solicitud_reemplazan_a_las_anteriores() -> None:
    caso = fabricas.solicitud(estado=Solicitud.Estado.EN_TRAMITE)
    primera = fabricas_agenda.propuesta(solicitud=caso)
    fabricas_agenda.propuesta(dirige=primera.dirige, solicitud=caso)
    primera.refresh_from_db()
    assert primera.estado == Propuesta.Estado.RETIRADA


def test_pedir_otras_avisa_una_sola_vez() -> None:
    propuesta = fabricas_agenda.propuesta()
    for _ in range(2):
        propuestas.pedir_otras(propuesta=propuesta, texto="Mejor en la tarde", ahora=AHORA)
    avisos = Mensaje.objects.filter(clave__startswith="propuesta-otras")
    assert [(uno.para, "Mejor en la tarde" in uno.texto) for uno in avisos] == [(propuesta.dirige.usuario.email, True)]


@pytest.mark.parametrize(
    ("cambios", "dice"),
    [
        ({"franjas": []}, "Elija al menos una hora"),
        ({"franjas": [Intervalo(AHORA, AHORA + timedelta(hours=1))]}, "Una de las horas ya pasó"),
        (
            {"franjas": [Intervalo(MANANA + timedelta(n), MANANA + timedelta(n, hours=1)) for n in range(11)]},
            "Ofrezca 10 horas como máximo",
        ),
        ({"vence_en": AHORA}, "El plazo para elegir ya pasó"),
    ],
)
def test_no_se_ofrece_lo_que_nadie_podria_elegir(cambios: dict[str, Any], dice: str) -> None:
    with pytest.raises(ReglaIncumplida, match=dice):
        fabricas_agenda.propuesta(**cambios)


def test_los_huecos_saltan_lo_ocupado_el_fin_de_semana_y_los_festivos() -> None:
    laura = fabricas.funcionario("stdi")
    fabricas_agenda.sesion(dirige=laura, inicia=MANANA.replace(hour=7), minutos=9 * 60)
    encontrados = consultas.huecos_comunes(personas=[laura], duracion=timedelta(hours=1), desde=MANANA, cuantos=1)
    assert [una.inicia for una in encontrados] == [datetime(2026, 11, 23, 7, tzinfo=fabricas.BOGOTA)]


def test_los_huecos_cuestan_lo_mismo_con_una_persona_que_con_tres(django_assert_num_queries: Any) -> None:
    personas: list[Funcionario] = []
    for numero in range(3):
        personas.append(fabricas.funcionario("stdi", nombre=f"Persona {numero}"))
        fabricas_agenda.sesion(dirige=personas[-1])
        with django_assert_num_queries(5):
            consultas.huecos_comunes(personas=personas, duracion=timedelta(hours=1), desde=AHORA, cuantos=30)


def test_el_horario_propio_manda_sobre_la_jornada() -> None:
    laura = fabricas.funcionario("stdi")
    fabricas_agenda.horario(laura, (5, "14:00", "16:00"))
    encontrados = consultas.huecos_comunes(personas=[laura], duracion=timedelta(hours=2), desde=AHORA, cuantos=2)
    assert [f"{una.inicia:%d %H:%M}" for una in encontrados] == ["20 14:00", "27 14:00"]


def test_dos_franjas_que_se_cruzan_no_son_un_horario() -> None:
    with pytest.raises(ReglaIncumplida, match="El lunes hay dos franjas que se cruzan"):
        fabricas_agenda.horario(fabricas.funcionario("stdi"), (1, "08:00", "12:00"), (1, "11:00", "13:00"))


def test_un_dia_fuera_del_calendario_no_tiene_huecos_conocidos() -> None:
    with pytest.raises(FueraDelCalendario):
        consultas.huecos_comunes(
            personas=[fabricas.funcionario("stdi")],
            duracion=timedelta(hours=1),
            desde=datetime.combine(date(2199, 1, 1), AHORA.time(), fabricas.BOGOTA),
            cuantos=1,
        )
