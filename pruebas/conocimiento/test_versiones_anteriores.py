"""What a line, a guide or an instrument said before."""

from typing import Any

import pytest
from django.http.response import HttpResponseBase
from django.test import Client
from django.urls import reverse

from asiste.conocimiento.acciones.cuidado import Novedad, cambiar_vigencia, publicar_version
from asiste.conocimiento.models import Publicacion
from asiste.cuentas.models import Rol
from pruebas import fabricas
from pruebas.fabricas_conceptos import publicacion

pytestmark = [pytest.mark.django_db, pytest.mark.disposicion("7.1.3-lineas-tecnicas")]
TITULO = "Compra de escáneres, la de antes"


def con_dos(**cambios: Any) -> Publicacion:
    """A line of the STDI whose second version has another file."""
    datos = {"clase": "linea", "titulo": TITULO, "dependencia": fabricas.dependencia("stdi")} | cambios
    una = publicacion(archivo=fabricas.archivo("una.pdf", b"%PDF-1.7 una").archivo, **datos)
    otro = fabricas.archivo("dos.pdf", b"%PDF-1.7 dos").archivo
    novedad = Novedad(titulo="Compra de escáneres", cambio="Se agregan portátiles", archivo=otro)
    autor = fabricas.usuario(rol=Rol.DIRECCION)
    return publicar_version(publicacion=una, novedad=novedad, autor=autor, ahora=fabricas.AHORA)


def pedir(cliente: Client, vista: str, una: Publicacion) -> HttpResponseBase:
    cual = una.pk if vista.startswith("equipo:") else una.clave
    respuesta: HttpResponseBase = cliente.get(reverse(vista, args=[cual, 1]))
    return respuesta


PUBLICAS = ["publicacion-anterior", "publicacion-anterior-archivo"]
DEL_EQUIPO = ["equipo:publicacion-version-anterior", "equipo:publicacion-version-archivo"]


def test_cualquiera_lee_la_version_anterior_de_una_linea(client: Client) -> None:
    una = con_dos()
    enlace = reverse(PUBLICAS[0], args=[una.clave, 1])
    assert enlace in client.get(reverse("publicacion", args=[una.clave])).content.decode()
    pagina = client.get(enlace)
    cuerpo = client.get(reverse(PUBLICAS[1], args=[una.clave, 1])).getvalue()
    assert (TITULO in pagina.content.decode(), pagina.headers["X-Robots-Tag"]) == (True, "noindex")
    assert cuerpo == b"%PDF-1.7 una"


@pytest.mark.parametrize("vista", PUBLICAS)
def test_de_lo_retirado_no_se_lee_ninguna(client: Client, vista: str) -> None:
    una = con_dos()
    cambiar_vigencia(publicacion=una, estado=Publicacion.Estado.RETIRADA, motivo="Traía datos personales")
    assert pedir(client, vista, una).status_code == 404


@pytest.mark.parametrize("vista", [*PUBLICAS, *DEL_EQUIPO])
def test_de_un_concepto_no_se_lee_lo_que_decia_antes(vista: str) -> None:
    cliente = fabricas.sesion(fabricas.funcionario("stdi").usuario)
    una = con_dos(clase="concepto")
    assert pedir(cliente, vista, una).status_code == 404
    assert reverse("equipo:publicacion-version-anterior", args=[una.pk, 1]) not in (
        cliente.get(reverse("equipo:publicacion", args=[una.pk])).content.decode()
    )


def test_el_equipo_lee_tambien_la_de_lo_retirado() -> None:
    cliente = fabricas.sesion(fabricas.funcionario("stdi").usuario)
    una = con_dos()
    cambiar_vigencia(publicacion=una, estado=Publicacion.Estado.RETIRADA, motivo="Se reemplazó")
    assert reverse(DEL_EQUIPO[0], args=[una.pk, 1]) in (
        cliente.get(reverse("equipo:publicacion", args=[una.pk])).content.decode()
    )
    pagina, archivo = (cliente.get(reverse(vista, args=[una.pk, 1])) for vista in DEL_EQUIPO)
    assert (pagina.status_code, archivo.getvalue()) == (200, b"%PDF-1.7 una")
