"""The pages where an office is given in charge."""

from datetime import timedelta

import pytest
from django.urls import reverse

from asiste.cuentas.models import Rol
from asiste.directorio.models import Encargo
from pruebas import fabricas

pytestmark = pytest.mark.django_db
HOY = fabricas.AHORA.date()


def datos(quien: int, **cambios: object) -> dict[str, object]:
    base = {"dependencia": fabricas.dependencia("stdi").pk, "funcionario": quien, "desde": HOY, "acto": "Resolución 1"}
    return base | cambios


def test_quien_dirige_registra_un_encargo_y_lo_ve() -> None:
    directora = fabricas.funcionario("dddi", rol=Rol.DIRECCION)
    laura = fabricas.funcionario("stdi", nombre="Laura Ortiz")
    cliente = fabricas.sesion(directora.usuario)
    respuesta = cliente.post(reverse("equipo:encargo-oficina"), datos(laura.pk), follow=True)
    assert "Laura Ortiz dirige STDI desde el 19/11/2026." in respuesta.content.decode()


def test_lo_que_se_cruza_se_dice_y_no_se_guarda() -> None:
    directora = fabricas.funcionario("dddi", rol=Rol.DIRECCION)
    laura = fabricas.funcionario("stdi", nombre="Laura Ortiz")
    cliente = fabricas.sesion(directora.usuario)
    cliente.post(reverse("equipo:encargo-oficina"), datos(laura.pk))
    respuesta = cliente.post(reverse("equipo:encargo-oficina"), datos(directora.pk))
    assert "STDI ya está a cargo de Laura Ortiz" in respuesta.content.decode()
    assert Encargo.objects.count() == 1


def test_los_dias_al_reves_se_dicen_junto_al_campo() -> None:
    directora = fabricas.funcionario("dddi", rol=Rol.DIRECCION)
    cliente = fabricas.sesion(directora.usuario)
    ayer = HOY - timedelta(days=1)
    respuesta = cliente.post(reverse("equipo:encargo-oficina"), datos(directora.pk, hasta=ayer))
    assert respuesta.context["form"].errors["hasta"] == ["El último día no puede ser anterior al primero."]


def test_un_encargo_se_termina() -> None:
    directora = fabricas.funcionario("dddi", rol=Rol.DIRECCION)
    cliente = fabricas.sesion(directora.usuario)
    cliente.post(reverse("equipo:encargo-oficina"), datos(directora.pk))
    encargo = Encargo.objects.get()
    cliente.post(reverse("equipo:encargo-fin", args=[encargo.pk]), {"hasta": HOY})
    encargo.refresh_from_db()
    assert encargo.hasta == HOY
