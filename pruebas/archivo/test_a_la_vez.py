"""Two people at once on the same plan, or on the same figures, with transactions that really commit."""

from collections.abc import Callable
from decimal import Decimal
from functools import partial
from threading import Barrier, Event
from typing import Any

from django.db import transaction

from asiste.archivo import acciones
from asiste.archivo.acciones.valores import anotar
from asiste.archivo.models import Fase, PasoPlan, PlanFocalizado, ValorIndicador
from asiste.solicitudes.acciones import ReglaIncumplida
from pruebas import fabricas, fabricas_archivo
from pruebas.arnes.hilos import a_la_vez, esperar_a_que_alguien_espere
from pruebas.fabricas import AHORA
from pruebas.fabricas_conceptos import indicador


def intentos(*tareas: Callable[[], Any]) -> list[str]:
    """What each one gave, or that a rule stopped it, all started at once; in alphabetical order."""
    salida = Barrier(len(tareas))

    def cada_uno(tarea: Callable[[], Any]) -> str:
        salida.wait(timeout=30)
        try:
            return type(tarea()).__name__
        except ReglaIncumplida as regla:
            return type(regla).__name__

    return sorted(a_la_vez([partial(cada_uno, tarea) for tarea in tareas]))


def test_de_dos_que_aceptan_a_la_vez_uno_lo_acuerda(base_real: str) -> None:
    plan = fabricas_archivo.propuesto()
    quienes = [fabricas_archivo.contacto(plan), fabricas.cuenta(fabricas.enlace("sdh", nombre="Otra"))]
    acepta = [partial(acciones.acordar, plan=plan, version=1, autor=uno, ahora=AHORA) for uno in quienes]
    assert intentos(*acepta) == ["PlanFocalizado", "ReglaIncumplida"]
    assert plan.pasos.filter(tipo=PasoPlan.Tipo.ACORDADO).count() == 1


def test_aceptar_y_retirar_la_propuesta_a_la_vez_no_se_mezclan(base_real: str) -> None:
    plan = fabricas_archivo.propuesto()
    quien = fabricas_archivo.contacto(plan)
    acepta = partial(acciones.acordar, plan=plan, version=1, autor=quien, ahora=AHORA)
    retira = partial(acciones.retomar, plan=plan, motivo="Falta.", autor=plan.asesor.usuario, ahora=AHORA)
    assert intentos(acepta, retira) == ["PlanFocalizado", "ReglaIncumplida"]


def test_proponer_y_agregar_una_linea_a_la_vez_dejan_lo_que_la_entidad_lee(base_real: str) -> None:
    fabricas_archivo.enlace()
    plan = fabricas_archivo.plan()
    fabricas_archivo.linea(plan)
    propone = partial(acciones.proponer, plan=plan, autor=plan.asesor.usuario, ahora=AHORA)
    intentos(propone, lambda: fabricas_archivo.linea(plan, "Otra"))
    leido = plan.pasos.get(tipo=PasoPlan.Tipo.PROPUESTO).lineas
    assert [una["nombre"] for una in leido] == [una.nombre for una in plan.lineas.order_by("orden")]


def test_dos_que_pasan_de_fase_a_la_vez_la_pasan_una_vez(base_real: str) -> None:
    linea = fabricas_archivo.en_curso()
    fabricas_archivo.evidencia(linea)
    autor = linea.plan.asesor.usuario
    pasa = partial(acciones.avanzar, linea=linea, desde=Fase.PLANEAR, conclusion="Va.", autor=autor, ahora=AHORA)
    assert intentos(pasa, pasa) == ["LineaAccion", "ReglaIncumplida"]
    linea.refresh_from_db()
    assert linea.fase == Fase.HACER


def test_dos_que_empiezan_el_plan_de_una_entidad_hacen_uno(base_real: str) -> None:
    diana = fabricas_archivo.asesora()
    empieza = partial(fabricas_archivo.plan, asesor=diana)
    assert intentos(empieza, empieza) == ["PlanFocalizado", "ReglaIncumplida"]
    assert PlanFocalizado.objects.count() == 1


def test_la_segunda_primera_cifra_no_se_escribe_sobre_la_que_otro_anota_en_ese_momento(base_real: str) -> None:
    cual, entidad, diana, hecho = indicador(), fabricas.entidad(), fabricas_archivo.asesora(), Event()

    def pone(cifra: int) -> str:
        datos, vistos = {cual: Decimal(cifra)}, {cual: None}
        autor = diana.usuario
        return str(anotar(entidad=entidad, vigencia=2025, valores=datos, vistos=vistos, autor=autor, ahora=AHORA))

    def primero() -> str:
        with transaction.atomic():
            puestas = pone(40)
            hecho.set()
            esperar_a_que_alguien_espere()
        return puestas

    def despues() -> str:
        hecho.wait(timeout=30)
        try:
            return pone(60)
        except ReglaIncumplida as regla:
            return type(regla).__name__

    assert a_la_vez([primero, despues]) == ["1", "OtrasCifras"]
    assert ValorIndicador.objects.get(indicador=cual).valor == 40
