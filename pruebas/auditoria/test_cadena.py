from functools import partial
from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.db import connection, transaction

from asiste.auditoria.acciones import sellar, verificar
from asiste.auditoria.models import Eslabon, Hecho
from pruebas import fabricas
from pruebas.arnes.hilos import a_la_vez


def ordenar(*ordenes: str) -> None:
    """Runs statements as the owner of the database, with its guards switched off."""
    with connection.cursor() as cursor:
        for tabla in ("auditoria_hecho", "auditoria_eslabon"):
            cursor.execute(f"ALTER TABLE {tabla} DISABLE TRIGGER USER")
        for orden in ordenes:
            cursor.execute(orden)
        for tabla in ("auditoria_hecho", "auditoria_eslabon"):
            cursor.execute(f"ALTER TABLE {tabla} ENABLE TRIGGER USER")


def verificado() -> str:
    salida = StringIO()
    call_command("auditoria", "verificar", stdout=salida)
    return salida.getvalue()


@pytest.mark.django_db
def test_la_cadena_integra_responde_ok() -> None:
    fabricas.usuario()
    cadena = verificar()
    assert (cadena.rota, cadena.eslabones) == (None, Hecho.objects.count())
    assert verificado() == f"OK {cadena.eslabones} hechos encadenados; última huella {cadena.ultima_huella}\n"


@pytest.mark.django_db
def test_sellar_dos_veces_no_agrega_nada() -> None:
    fabricas.usuario()
    pendientes = Hecho.objects.filter(eslabon__isnull=True).count()
    assert [sellar(), sellar()] == [pendientes, 0]


@pytest.mark.django_db
def test_lo_nuevo_se_encadena_a_lo_anterior() -> None:
    antes = verificar()
    fabricas.usuario()
    despues = verificar()
    assert (despues.rota, despues.eslabones - antes.eslabones) == (None, 1)
    assert despues.ultima_huella != antes.ultima_huella


ALTERACIONES = {
    "un dato": ["UPDATE auditoria_hecho SET despues = jsonb_build_object() WHERE id = {}"],
    "quién fue": ["UPDATE auditoria_hecho SET contexto = jsonb_build_object('usuario', 1) WHERE id = {}"],
    "cuándo fue": ["UPDATE auditoria_hecho SET momento = momento - interval '1 microsecond' WHERE id = {}"],
    "su sello": ["UPDATE auditoria_eslabon SET huella = repeat('0', 64) WHERE hecho_id = {}"],
    "todo, borrado": ["DELETE FROM auditoria_eslabon WHERE hecho_id = {}", "DELETE FROM auditoria_hecho WHERE id = {}"],
}


@pytest.mark.parametrize("que", ALTERACIONES)
def test_quien_altera_algo_se_delata_en_el_primer_eslabon_roto(base_real: str, que: str) -> None:
    for _ in range(3):
        fabricas.usuario()
    sellar()
    eslabon = Eslabon.objects.order_by("-numero")[1]
    ordenar(*(orden.format(eslabon.hecho_id) for orden in ALTERACIONES[que]))
    with pytest.raises(CommandError, match=f"el primer eslabón roto es el {eslabon.numero}"):
        verificado()


def test_escribir_no_espera_a_la_cadena(base_real: str) -> None:
    with transaction.atomic():
        assert sellar() > 0
        assert a_la_vez([fabricas.usuario])[0].pk
    assert verificar().rota is None


def test_dos_que_sellan_a_la_vez_encadenan_cada_hecho_una_vez(base_real: str) -> None:
    for _ in range(5):
        fabricas.usuario()
    pendientes = Hecho.objects.filter(eslabon__isnull=True).count()
    sellados = a_la_vez([sellar for _ in range(4)])
    assert (sum(sellados), verificar().rota) == (pendientes, None)


def test_lo_que_se_confirma_despues_de_sellar_entra_en_el_siguiente_sello(base_real: str) -> None:
    with transaction.atomic():
        fabricas.usuario()  # takes a lower number than what the others confirm
        a_la_vez([partial(fabricas.usuario, "otra@ejemplo.gov.co")])
        a_la_vez([sellar])
    assert (sellar(), verificar().rota) == (1, None)
