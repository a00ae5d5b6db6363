from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
import vobject
from hypothesis import given, settings
from hypothesis import strategies as st

from asiste.agenda import itip
from asiste.agenda.models import Invitado, Sesion
from asiste.portafolio.models import Medio
from pruebas import fabricas, fabricas_agenda
from pruebas.arnes.itip import faltas, propiedad
from pruebas.fabricas import AHORA

pytestmark = pytest.mark.django_db
LARGO = "Revisión de funciones, procesos; y «trámites» \\ " + "ñ" * 120


def invitado(**cambios: Any) -> Invitado:
    """A person invited to a session with everything that may break a calendar."""
    sesion = fabricas_agenda.sesion(titulo=LARGO[:200], objetivo='Uno,\ndos; tres: "cuatro"', lugar="Sala 3, piso 2")
    return fabricas_agenda.invitado(sesion, nombre='María "La Nena" Peña, Jr.; x', **cambios)


def test_la_invitacion_cumple_las_reglas_del_calendario() -> None:
    assert faltas(itip.invitacion(invitado(), ahora=AHORA).texto.encode()) == []


def test_la_cancelacion_cumple_las_reglas_del_calendario() -> None:
    assert faltas(itip.cancelacion(invitado(), ahora=AHORA).texto.encode()) == []


def test_el_archivo_para_agregar_cumple_las_reglas_y_no_nombra_a_nadie() -> None:
    texto = itip.publicacion(invitado().sesion, ahora=AHORA)
    assert (faltas(texto.encode()), propiedad(texto.encode(), "ATTENDEE")) == ([], "")


def test_otro_lector_entiende_la_invitacion() -> None:
    convocado = invitado()
    evento = vobject.readOne(itip.invitacion(convocado, ahora=AHORA).texto).vevent
    assert (evento.summary.value, evento.location.value) == (convocado.sesion.titulo, "Sala 3, piso 2")
    assert evento.dtstart.value == datetime(2026, 11, 20, 15, 0, tzinfo=UTC)
    assert evento.dtend.value - evento.dtstart.value == timedelta(minutes=90)
    assert evento.dtstamp.value == AHORA.astimezone(UTC)
    assert (evento.uid.value, evento.sequence.value) == (f"{convocado.sesion.clave}@asiste", "0")
    assert (evento.status.value, evento.transp.value) == ("CONFIRMED", "OPAQUE")
    assert evento.description.value.startswith('Uno,\ndos; tres: "cuatro"\n\nLugar: Sala 3, piso 2\n\nDiga si asiste: ')


def test_la_invitacion_la_hace_el_buzon_de_la_oficina_y_pide_respuesta_a_esa_persona() -> None:
    evento = vobject.readOne(itip.invitacion(invitado(), ahora=AHORA).texto).vevent
    assert evento.organizer.value == "mailto:mipgdistrito@alcaldiabogota.gov.co"
    assert evento.organizer.params["CN"] == ["Dirección Distrital de Desarrollo Institucional"]
    (asistente,) = evento.attendee_list
    assert asistente.value == "mailto:ana.ruiz@shd.gov.co"
    assert (asistente.params["CN"], asistente.params["RSVP"]) == (["María 'La Nena' Peña, Jr.; x"], ["TRUE"])
    assert asistente.params["PARTSTAT"] == ["NEEDS-ACTION"]


def test_quien_fue_retirado_antes_recibe_una_secuencia_mayor() -> None:
    convocado = invitado(retiros=2)
    convocado.sesion.secuencia = 3
    assert propiedad(itip.invitacion(convocado, ahora=AHORA).texto.encode(), "SEQUENCE") == "SEQUENCE:5"


@pytest.mark.parametrize(
    ("medio", "donde"),
    [
        (Medio.VIRTUAL, "https://meet.example/abc"),
        (Medio.TELEFONICA, "601 381 3000"),
        (Medio.PRESENCIAL, "Edificio Liévano"),
    ],
)
def test_el_lugar_es_el_del_medio_y_los_demas_van_en_la_descripcion(medio: Medio, donde: str) -> None:
    vias: dict[str, Any] = {
        "lugar": "Edificio Liévano",
        "enlace_virtual": "https://meet.example/abc",
        "telefono": "601 381 3000",
    }
    sesion = fabricas_agenda.sesion(medio=medio, **vias)
    evento = vobject.readOne(itip.publicacion(sesion, ahora=AHORA)).vevent
    assert evento.location.value == donde
    assert [valor in evento.description.value for valor in vias.values()] == [True] * 3


def test_la_suscripcion_cumple_las_reglas_y_da_siempre_los_mismos_octetos() -> None:
    sesion = invitado().sesion
    cancelada = fabricas_agenda.sesion(dirige=fabricas.funcionario("ssda"))
    cancelada.estado = Sesion.Estado.CANCELADA
    leer = [(sesion, "https://asiste.example/x"), (cancelada, "")]
    primera, segunda = itip.suscripcion("Agenda de Ana", leer), itip.suscripcion("Agenda de Ana", leer)
    assert (faltas(primera), primera == segunda) == ([], True)
    eventos = vobject.readOne(primera.decode()).vevent_list
    assert [evento.status.value for evento in eventos] == ["CONFIRMED", "CANCELLED"]


def test_una_suscripcion_vacia_tambien_es_un_calendario() -> None:
    assert faltas(itip.suscripcion("Agenda", [])) == []


@given(texto=st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1, max_size=200))
@settings(max_examples=60, deadline=None)
def test_cualquier_titulo_llega_entero_y_bien_doblado(texto: str) -> None:
    oficina = fabricas.dependencia("stdi")
    sesion = Sesion(
        titulo=texto,
        modalidad=fabricas_agenda.modalidad(),
        medio=Medio.PRESENCIAL,
        inicia=AHORA,
        termina=AHORA + timedelta(hours=1),
        dependencia=oficina,
    )
    crudo = itip.publicacion(sesion, ahora=AHORA).encode()
    assert faltas(crudo) == []
    assert vobject.readOne(crudo.decode()).vevent.summary.value == texto
