"""Counting uses, and the words that are taken for equal."""

import pytest

from asiste.conocimiento.acciones.publicaciones import NoSePublica
from asiste.conocimiento.acciones.sinonimos import guardar_sinonimo, quitar_sinonimo
from asiste.conocimiento.acciones.usos import anotar_uso
from asiste.conocimiento.consultas import Cuenta, con_usos, usos_de
from asiste.conocimiento.models import Publicacion, Sinonimo, Uso
from pruebas import fabricas
from pruebas.fabricas_conceptos import publicacion

pytestmark = pytest.mark.django_db


@pytest.mark.disposicion("5-instrumentos")
def test_cada_uso_se_cuenta_una_vez_por_referencia() -> None:
    una = publicacion()
    veces = [
        anotar_uso(publicacion=una, clase=Uso.Clase.SESION, referencia=referencia, ahora=fabricas.AHORA)
        for referencia in ("sesion-1", "sesion-1", "sesion-2")
    ]
    assert (veces, usos_de([una])) == ([True, False, True], {una.pk: Cuenta(0, 0, 2)})


def test_lo_que_resolvio_una_duda_se_cuenta_siempre() -> None:
    una = publicacion()
    for _ in range(2):
        anotar_uso(publicacion=una, clase=Uso.Clase.RESOLVIO, entidad=fabricas.entidad(), ahora=fabricas.AHORA)
    assert usos_de([una])[una.pk].total == 2


def test_se_ordena_por_lo_mas_usado() -> None:
    poco, mucho, nada = publicacion(), publicacion(), publicacion()
    for una, veces in ((poco, 1), (mucho, 2)):
        for _ in range(veces):
            anotar_uso(publicacion=una, clase=Uso.Clase.RESOLVIO, ahora=fabricas.AHORA)
    orden, campos = ["-usos_n"], ["pk", "usos_n"]
    en_orden = con_usos(Publicacion.objects.all()).order_by(*orden).values_list(*campos)
    assert list(en_orden) == [(mucho.pk, 2), (poco.pk, 1), (nada.pk, 0)]


def test_un_sinonimo_se_guarda_en_minusculas_y_sin_espacios_de_mas() -> None:
    guardado = guardar_sinonimo(palabra=" Botar  Papeles ", equivale="ELIMINAR documentos")
    assert (guardado.palabra, guardado.equivale) == ("botar papeles", "eliminar documentos")


def test_una_palabra_tiene_un_solo_sinonimo() -> None:
    palabra = "palabra-de-prueba"
    primero = guardar_sinonimo(palabra=palabra, equivale="eliminar")
    with pytest.raises(NoSePublica, match="ya equivale a «eliminar»"):
        guardar_sinonimo(palabra=palabra.upper(), equivale="destruir")
    guardar_sinonimo(sinonimo=primero, palabra=palabra, equivale="destruir")
    assert Sinonimo.objects.get(palabra=palabra).equivale == "destruir"


def test_una_palabra_no_es_sinonimo_de_si_misma() -> None:
    with pytest.raises(NoSePublica, match="dos palabras distintas"):
        guardar_sinonimo(palabra="Eliminar", equivale="eliminar")


def test_un_sinonimo_se_quita() -> None:
    quitar_sinonimo(sinonimo=guardar_sinonimo(palabra="palabra-de-prueba", equivale="eliminar"))
    assert not Sinonimo.objects.filter(palabra="palabra-de-prueba").exists()
