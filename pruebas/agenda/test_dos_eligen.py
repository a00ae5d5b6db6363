"""Two people at one hour, with transactions that really commit."""

from collections.abc import Callable
from functools import partial
from threading import Barrier
from typing import Any

from asiste.agenda import acciones
from asiste.agenda.acciones.convocatoria import Persona
from asiste.agenda.acciones.inscripcion import inscribir
from asiste.agenda.acciones.propuestas import elegir
from asiste.agenda.models import Propuesta, Sesion
from pruebas import fabricas, fabricas_agenda
from pruebas.arnes.hilos import a_la_vez


def intentos(*tareas: Callable[[], Any]) -> list[str]:
    """What each one gave, or `Ocupado`, all started at once; in alphabetical order."""
    salida = Barrier(len(tareas))

    def cada_uno(tarea: Callable[[], Any]) -> str:
        salida.wait(timeout=30)
        try:
            return type(tarea()).__name__
        except acciones.Ocupado as ocupado:
            return type(ocupado).__name__

    return sorted(a_la_vez([partial(cada_uno, tarea) for tarea in tareas]))


def elige(propuesta: Propuesta) -> Callable[[], Sesion]:
    """Choosing its first hour."""
    franja = propuesta.franjas.order_by("inicia")[0]
    return lambda: elegir(propuesta=propuesta, franja=franja, ahora=fabricas.AHORA)


def test_de_dos_que_eligen_a_la_vez_la_misma_hora_uno_la_toma(base_real: str) -> None:
    laura = fabricas.funcionario("stdi")
    una, otra = fabricas_agenda.propuesta(dirige=laura), fabricas_agenda.propuesta(dirige=laura)
    assert intentos(elige(una), elige(otra)) == ["Ocupado", "Sesion"]
    assert (Sesion.objects.count(), Propuesta.objects.filter(estado="elegida").count()) == (1, 1)


def test_dos_con_las_mismas_personas_en_otro_orden_no_se_bloquean(base_real: str) -> None:
    laura, diana = fabricas.funcionario("stdi"), fabricas.funcionario("ssda", nombre="Diana Pérez")
    una = fabricas_agenda.propuesta(dirige=laura, acompanan=[diana])
    otra = fabricas_agenda.propuesta(dirige=diana, acompanan=[laura])
    assert intentos(elige(una), elige(otra)) == ["Ocupado", "Sesion"]


def test_el_ultimo_cupo_es_de_uno(base_real: str) -> None:
    sesion = fabricas_agenda.sesion(abierta=True, cupo=1)

    def inscribe(correo: str) -> Callable[[], Any]:
        persona = Persona(nombre="Alguien", correo=correo)
        return lambda: inscribir(sesion=sesion, persona=persona, ahora=fabricas.AHORA)

    intentos(*(inscribe(f"p{numero}@x.co") for numero in range(3)))
    situaciones = sesion.invitados.order_by("situacion").values_list("situacion", flat=True)
    assert list(situaciones) == ["en-espera", "en-espera", "invitado"]
