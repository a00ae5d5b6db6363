"""Several sign at once, with transactions that really commit: no gap, no repeat, and each one what it saw."""

from collections.abc import Callable
from functools import partial
from threading import Barrier

from asiste.conceptos.acciones.firma import OtroEjemplar
from asiste.conceptos.models import Concepto, ConsecutivoConcepto, EjemplarConcepto, Paso
from asiste.documentos.models import Documento
from asiste.solicitudes.acciones import ReglaIncumplida
from pruebas import fabricas
from pruebas.arnes.hilos import a_la_vez
from pruebas.conceptos import casos

ENTIDADES = ("sdh", "sed", "sda", "idpac", "cvp", "idu")


def firma_hasta_lograrlo(salida: Barrier, concepto: Concepto) -> str:
    """Opens and signs; when the number was taken meanwhile, opens the new bytes and tries again."""
    salida.wait(timeout=60)
    for _ in range(20):
        try:
            return casos.firmar(casos.abierto(concepto)).numero
        except OtroEjemplar:
            continue
    return "nunca"


def test_los_que_se_firman_a_la_vez_toman_numeros_seguidos(base_real: str) -> None:
    revisa, laura = casos.cabeza(), fabricas.funcionario("stdi")
    listos = [casos.por_firmar(revisa=revisa, asesor=laura, entidad=fabricas.entidad(una)) for una in ENTIDADES]
    salida = Barrier(len(listos))
    numeros = a_la_vez([partial(firma_hasta_lograrlo, salida, concepto) for concepto in listos])
    assert sorted(numeros) == [f"C-DDDI-2026-{lugar}" for lugar in range(1, len(listos) + 1)]
    assert ConsecutivoConcepto.objects.get().ultimo == len(listos)
    for concepto in Concepto.objects.select_related("documento").order_by("id"):
        ejemplar = EjemplarConcepto.objects.get(version__concepto=concepto, numero=concepto.numero)
        assert concepto.documento is not None
        with ejemplar.archivo.abrir() as visto, concepto.documento.archivo.abrir() as sellado:
            assert sellado.read().startswith(visto.read())


def test_dos_firmas_a_la_vez_del_mismo_son_una(base_real: str) -> None:
    ejemplar = casos.abierto(casos.por_firmar())
    salida = Barrier(2)

    def intenta() -> str:
        salida.wait(timeout=60)
        try:
            return casos.firmar(ejemplar).numero
        except ReglaIncumplida as regla:
            return str(regla)

    tareas: list[Callable[[], str]] = [intenta, intenta]
    assert sorted(a_la_vez(tareas)) == [
        "C-DDDI-2026-1",
        "El concepto ya no está como usted lo vio: ahora está firmado, con el número C-DDDI-2026-1.",
    ]
    assert (Documento.objects.count(), Paso.objects.filter(tipo="firmado").count()) == (1, 1)
