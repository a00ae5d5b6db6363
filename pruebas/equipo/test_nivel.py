"""The level of a case, on the pages of the team."""

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from asiste.correo.models import MensajeEntrante
from asiste.cuentas.models import Rol
from asiste.portafolio.models import Nivel
from asiste.solicitudes.models import Solicitud
from pruebas import fabricas

pytestmark = [pytest.mark.django_db, pytest.mark.disposicion("7.1.3-ans-niveles")]


@pytest.fixture
def radicador() -> Client:
    return fabricas.sesion(fabricas.funcionario("ddab", rol=Rol.RADICADOR).usuario)


def caso(**cambios: Any) -> Solicitud:
    return fabricas.solicitud(dependencia=fabricas.dependencia("ddab"), temas=[], **cambios)


def test_se_define_con_las_palabras_de_la_entidad(radicador: Client) -> None:
    solicitud = caso()
    ruta, tres = reverse("equipo:nivel", args=[solicitud.radicado]), Nivel.objects.get(numero=3)
    rotulos = [str(opcion.choice_label) for opcion in radicador.get(ruta).context["form"]["nivel"]]
    assert rotulos == [
        "Nivel 2: tenemos una postura técnica y queremos confrontarla",
        "Nivel 3: tenemos el problema y aún no una postura",
    ]
    radicador.post(ruta, {"nivel": tres.pk})
    solicitud.refresh_from_db()
    assert solicitud.nivel == tres


def test_el_caso_dice_que_falta_y_luego_cual_es(radicador: Client) -> None:
    solicitud = caso()
    ruta = reverse("equipo:solicitud", args=[solicitud.radicado])
    assert "Nivel por definir" in radicador.get(ruta).content.decode()
    radicador.post(reverse("equipo:nivel", args=[solicitud.radicado]), {"nivel": Nivel.objects.get(numero=3).pk})
    assert "Nivel 3: Especializado" in radicador.get(ruta).content.decode()


def test_el_dos_sin_postura_se_explica(radicador: Client) -> None:
    respuesta = radicador.post(
        reverse("equipo:nivel", args=[caso().radicado]), {"nivel": Nivel.objects.get(numero=2).pk}
    )
    assert respuesta.context["form"].errors == {
        "anexos": ["El nivel 2 exige la postura técnica de la entidad: adjúntela."]
    }


def test_al_identificar_la_entidad_se_pregunta_el_nivel(radicador: Client) -> None:
    solicitud = caso(entidad=None, solicitante_correo="alguien@shd.gov.co")
    ruta = reverse("equipo:identificacion", args=[solicitud.radicado])
    respuesta = radicador.post(ruta, {"entidad": "externa"})
    assert respuesta.headers["Location"] == reverse("equipo:nivel", args=[solicitud.radicado])


def test_al_radicar_un_mensaje_retenido_se_pregunta_el_nivel(radicador: Client) -> None:
    retenido = MensajeEntrante.objects.create(
        crudo=fabricas.archivo(contenido=b"From: a@shd.gov.co\nSubject: Tabla\n\nUna duda").archivo,
        guardado_en=fabricas.AHORA,
        resultado=MensajeEntrante.Resultado.CUARENTENA,
    )
    datos = {"dependencia": fabricas.dependencia("ssda").pk}
    respuesta = radicador.post(reverse("equipo:radicacion", args=[retenido.pk]), datos)
    solicitud = Solicitud.objects.get()
    assert respuesta.headers["Location"] == reverse("equipo:nivel", args=[solicitud.radicado])


def test_la_base_se_filtra_por_nivel(radicador: Client) -> None:
    tres = Nivel.objects.get(numero=3)
    con, _ = caso(nivel=tres), caso()
    pagina = radicador.get(reverse("equipo:base"), {"nivel": tres.pk})
    assert [fila.solicitud for fila in pagina.context["filas"]] == [con]
