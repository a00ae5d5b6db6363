from datetime import date, timedelta
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from asiste.directorio.acciones import registrar_enlace, retirar_enlace
from asiste.directorio.models import Enlace
from pruebas import fabricas

pytestmark = pytest.mark.django_db
HOY = date(2026, 11, 19)
UN_DIA = timedelta(days=1)


def registrar(nombre: str = "Ana Ruiz", correo: str = "ana@shd.gov.co", hoy: date = HOY, **cambios: Any) -> Enlace:
    datos: dict[str, Any] = {"entidad": fabricas.entidad("sdh"), "cargo": "Jefe"} | cambios
    return registrar_enlace(nombre=nombre, correo=correo, hoy=hoy, **datos)


def vigentes(hoy: date) -> list[str]:
    return list(Enlace.objects.vigentes(hoy).order_by("id").values_list("nombre", flat=True))


@pytest.mark.disposicion("6.3-cambio-enlace")
def test_un_enlace_se_registra_con_nombre_cargo_y_correo() -> None:
    registrar(correo=" Ana@SHD.gov.co ")
    assert list(Enlace.objects.values_list("entidad__clave", "nombre", "cargo", "correo", "desde", "hasta")) == [
        ("sdh", "Ana Ruiz", "Jefe", "ana@shd.gov.co", HOY, None)
    ]


@pytest.mark.disposicion("6.3-consolidacion-enlaces")
def test_un_enlace_puede_serlo_de_ciertos_temas() -> None:
    temas = [fabricas.tema("integridad"), fabricas.tema("defensa-juridica")]
    enlace = registrar(temas=temas)
    assert set(enlace.temas.all()) == set(temas)


@pytest.mark.disposicion("6.3-cambio-enlace")
def test_registrar_de_nuevo_a_la_misma_persona_actualiza_sus_datos() -> None:
    registrar(hoy=fabricas.SIEMPRE)
    registrar(nombre="Ana María Ruiz", cargo="Directora")
    assert list(Enlace.objects.values_list("nombre", "cargo", "desde")) == [
        ("Ana María Ruiz", "Directora", fabricas.SIEMPRE)
    ]


def test_actualizar_sin_decir_temas_no_los_borra() -> None:
    registrar(temas=[fabricas.tema()])
    assert list(registrar().temas.all()) == [fabricas.tema()]


@pytest.mark.disposicion("6.3-cambio-enlace")
def test_retirado_deja_de_estar_vigente_al_dia_siguiente_y_queda_en_la_historia() -> None:
    retirar_enlace(enlace=registrar(), hoy=HOY)
    assert (vigentes(HOY), vigentes(HOY + UN_DIA), Enlace.objects.count()) == (["Ana Ruiz"], [], 1)


def test_quien_fue_retirado_puede_volver() -> None:
    retirar_enlace(enlace=registrar(hoy=fabricas.SIEMPRE), hoy=fabricas.SIEMPRE)
    registrar()
    assert (vigentes(HOY), Enlace.objects.count()) == (["Ana Ruiz"], 2)


def test_antes_de_su_fecha_no_es_enlace() -> None:
    registrar()
    assert vigentes(HOY - UN_DIA) == []


def test_la_misma_persona_puede_ser_enlace_de_dos_entidades() -> None:
    registrar()
    registrar(entidad=fabricas.entidad("idu"))
    assert len(vigentes(HOY)) == 2


def test_una_persona_no_es_enlace_vigente_dos_veces_de_lo_mismo() -> None:
    enlace = registrar()
    with pytest.raises(IntegrityError, match="enlace_vigente_unico"), transaction.atomic():
        Enlace.objects.create(entidad=enlace.entidad, nombre="Otra", correo=enlace.correo, desde=HOY)


def test_el_correo_va_en_minusculas_tambien_en_la_administracion() -> None:
    enlace = Enlace(entidad=fabricas.entidad(), nombre="Ana", cargo="Jefe", correo="Ana@shd.gov.co", desde=HOY)
    with pytest.raises(ValidationError, match="Escriba el correo en minúsculas"):
        enlace.full_clean()
    with pytest.raises(IntegrityError, match="enlace_correo_en_minusculas"), transaction.atomic():
        enlace.save()
