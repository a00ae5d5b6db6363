"""The acts that put somebody in charge, written in the administration."""

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from asiste.cuentas.models import Rol
from asiste.directorio.models import Encargo, Funcionario
from asiste.notificaciones.models import Mensaje
from pruebas import fabricas

pytestmark = [pytest.mark.django_db, pytest.mark.disposicion("6.3-conceptos")]
HOY = fabricas.AHORA.date()


@pytest.fixture
def administra() -> Funcionario:
    """Who administers the platform, and works in the SDFI."""
    return fabricas.funcionario("sdfi", nombre="Rosa Vélez", rol=Rol.ADMINISTRACION)


@pytest.fixture
def dentro(administra: Funcionario, client: Client) -> Client:
    client.force_login(administra.usuario)
    return client


def anotar(dentro: Client, quien: Funcionario, **cambios: Any) -> Any:
    """The form of a new one, sent."""
    datos = {"dependencia": fabricas.dependencia("stdi").pk, "funcionario": quien.pk, "desde": HOY, "acto": "Res. 1"}
    return dentro.post(reverse("admin:directorio_encargo_add"), datos | cambios)


def errores(respuesta: Any) -> list[str]:
    return list(respuesta.context["adminform"].form.non_field_errors())


def test_quien_administra_no_se_encarga_a_si_mismo(dentro: Client, administra: Funcionario) -> None:
    respuesta = anotar(dentro, administra)
    assert (errores(respuesta), Encargo.objects.count()) == (["El encargo de uno mismo lo anota otra persona."], 0)


def test_a_quien_tiene_el_cargo_se_le_dice_tambien(dentro: Client) -> None:
    titular = fabricas.funcionario("stdi", rol=Rol.SUBDIRECCION)
    assert anotar(dentro, fabricas.funcionario("stdi", nombre="Laura Ortiz")).status_code == 302
    assert [carta.para for carta in Mensaje.objects.filter(asunto__startswith="Laura")] == [titular.usuario.email]


def test_dos_que_se_cruzan_se_dicen_en_el_formulario(dentro: Client) -> None:
    anotar(dentro, fabricas.funcionario("stdi"))
    respuesta = anotar(dentro, fabricas.funcionario("stdi"))
    assert errores(respuesta) == ["Esa dependencia ya está encargada a alguien en esos días."]


def test_anotado_no_cambia_de_persona_y_el_propio_no_se_alarga(dentro: Client, administra: Funcionario) -> None:
    anotar(dentro, fabricas.funcionario("stdi", nombre="Laura Ortiz"))
    dado = Encargo.objects.get()
    pagina = reverse("admin:directorio_encargo_change", args=[dado.pk])
    dentro.post(pagina, {"funcionario": administra.pk, "desde": HOY, "hasta": HOY, "acto": "Res. 2"})
    dado.refresh_from_db()
    assert (str(dado.funcionario), dado.hasta, dado.acto) == ("Laura Ortiz", HOY, "Res. 2")
    Encargo.objects.filter(pk=dado.pk).update(funcionario=administra)
    respuesta = dentro.post(pagina, {"desde": HOY, "hasta": "", "acto": "Res. 2"})
    assert errores(respuesta) == ["El encargo de uno mismo lo anota otra persona."]
