"""Topics of a case and who answers for each."""

import pytest
from django.test import Client
from django.urls import reverse

from asiste.directorio.models import Funcionario
from asiste.solicitudes.models import Solicitud
from pruebas import fabricas


@pytest.fixture
def caso(asesora: Funcionario) -> Solicitud:
    """On integrity, in the hands of Laura Ortiz."""
    return fabricas.solicitud(asesor=asesora, estado=Solicitud.Estado.EN_TRAMITE)


def temas(solicitud: Solicitud) -> list[tuple[str, str]]:
    """Each topic and who answers for it."""
    encargos = solicitud.temas_a_cargo.select_related("tema", "responsable__usuario").order_by("tema__clave")
    return [(encargo.tema.clave, str(encargo.responsable or "")) for encargo in encargos]


def test_los_que_ya_tiene_salen_marcados(navegador: Client, caso: Solicitud) -> None:
    form = navegador.get(reverse("equipo:temas", args=[caso.radicado])).context["form"]
    marcados = [tema.clave for _, suyos, _ in form.grupos() for tema, marcado in suyos if marcado]
    assert marcados == ["integridad"]


@pytest.mark.disposicion("5-articulacion")
def test_el_tema_de_otra_direccion_queda_por_encargar(navegador: Client, caso: Solicitud) -> None:
    archivo = fabricas.tema("ddab-tecnologico")
    elegidos = [fabricas.tema("integridad").pk, archivo.pk]
    navegador.post(reverse("equipo:temas", args=[caso.radicado]), {"temas": elegidos})
    assert temas(caso) == [("ddab-tecnologico", ""), ("integridad", "Laura Ortiz")]


def test_sin_temas_no_se_guarda(navegador: Client, caso: Solicitud) -> None:
    respuesta = navegador.post(reverse("equipo:temas", args=[caso.radicado]), {})
    assert respuesta.context["form"].errors == {"temas": ["Elija al menos un tema."]}
    assert temas(caso) == [("integridad", "Laura Ortiz")]


@pytest.mark.disposicion("5-articulacion")
def test_quien_recibe_un_tema_ve_la_solicitud(navegador: Client, asesora: Funcionario) -> None:
    caso = fabricas.solicitud(
        asesor=asesora, estado=Solicitud.Estado.EN_TRAMITE, temas=[fabricas.tema("ddab-tecnologico")]
    )
    archivera = fabricas.funcionario("sgpd", nombre="Diana Pérez")
    suya = fabricas.sesion(archivera.usuario)
    expediente = reverse("equipo:solicitud", args=[caso.radicado])
    assert suya.get(expediente).status_code == 404
    encargo = caso.temas_a_cargo.get()
    navegador.post(reverse("equipo:encargo", args=[caso.radicado, encargo.pk]), {"responsable": archivera.pk})
    assert temas(caso) == [("ddab-tecnologico", "Diana Pérez")]
    assert suya.get(expediente).status_code == 200


def test_el_tema_de_otra_solicitud_no_se_encarga(navegador: Client, caso: Solicitud) -> None:
    otra = fabricas.solicitud(entidad=fabricas.entidad("idu"))
    ajeno = otra.temas_a_cargo.get()
    assert navegador.get(reverse("equipo:encargo", args=[caso.radicado, ajeno.pk])).status_code == 404
