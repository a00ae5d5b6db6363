"""A concept is signed while somebody changes the request it answers: one waits for the other."""

from collections.abc import Callable
from functools import partial
from threading import Event
from typing import Any

import pytest
from django.db import transaction

from asiste.conceptos.acciones.revision import devolver
from asiste.conceptos.models import Concepto, EjemplarConcepto
from asiste.solicitudes import acciones
from asiste.solicitudes.models import Actuacion, Solicitud
from pruebas import fabricas
from pruebas.arnes.hilos import a_la_vez, esperar_a_que_alguien_espere
from pruebas.conceptos import casos
from pruebas.fabricas import AHORA


def mientras(cambia: Callable[[], Any], firma: Callable[[], Any]) -> str:
    """What the signature gives, or the rule that stops it, begun when the change is made and not yet told to all."""
    hecho = Event()

    def primero() -> str:
        with transaction.atomic():
            cambia()
            hecho.set()
            esperar_a_que_alguien_espere()
        return ""

    def despues() -> str:
        hecho.wait(timeout=30)
        try:
            return str(firma())
        except acciones.ReglaIncumplida as regla:
            return str(regla)

    return "".join(a_la_vez([primero, despues]))


@pytest.fixture
def ejemplar(base_real: str) -> EjemplarConcepto:
    """What its head has opened to sign it."""
    return casos.abierto(casos.por_firmar())


def caso_de(ejemplar: EjemplarConcepto) -> Solicitud:
    return ejemplar.version.concepto.solicitud


def test_lo_que_se_anula_mientras_se_firma_no_se_firma(ejemplar: EjemplarConcepto) -> None:
    caso, autor = caso_de(ejemplar), ejemplar.firmante.usuario
    anula = partial(acciones.anular, solicitud=caso, motivo="Llegó dos veces.", autor=autor, ahora=AHORA)
    dicho = mientras(anula, partial(casos.firmar, ejemplar))
    assert dicho == "La solicitud se anuló: deje el concepto sin efecto."
    assert not Concepto.objects.exclude(numero="").exists()


def test_lo_que_se_atiende_mientras_se_firma_se_firma_igual(ejemplar: EjemplarConcepto) -> None:
    caso, autor = caso_de(ejemplar), ejemplar.firmante.usuario
    acciones.responder(solicitud=caso, texto="Va.", autor=autor, ahora=AHORA)
    atiende = partial(acciones.atender, solicitud=caso, resumen="Se respondió.", autor=autor, ahora=AHORA)
    mientras(atiende, partial(casos.firmar, ejemplar))
    assert Concepto.objects.get().numero == "C-DDDI-2026-1"
    assert caso.actuaciones.filter(tipo=Actuacion.Tipo.ATENDIDA).count() == 1


def test_lo_que_se_une_a_otra_mientras_se_firma_se_abre_de_nuevo(ejemplar: EjemplarConcepto) -> None:
    caso, autor = caso_de(ejemplar), ejemplar.firmante.usuario
    otra = fabricas.solicitud(estado=Solicitud.Estado.EN_TRAMITE)
    une = partial(acciones.fusionar, solicitud=caso, principal=otra, motivo="Es la misma.", autor=autor, ahora=AHORA)
    dicho = mientras(une, partial(casos.firmar, ejemplar))
    assert dicho == "La solicitud se unió a otra en este momento: abra de nuevo el concepto."


def test_devolver_y_firmar_a_la_vez_no_se_esperan_el_uno_al_otro(ejemplar: EjemplarConcepto) -> None:
    concepto, autor = ejemplar.version.concepto, ejemplar.firmante.usuario
    devuelve = partial(devolver, concepto=concepto, motivo="Falta.", autor=autor, ahora=AHORA)
    dicho = mientras(devuelve, partial(casos.firmar, ejemplar))
    assert dicho == "El concepto ya no está como usted lo vio: ahora está en proyección."
