"""At the counter: what the bank says while a request is typed, and a doubt that needs no request."""

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from asiste.conocimiento.models import Publicacion, Uso
from asiste.solicitudes.models import Borrador, Solicitud
from pruebas import fabricas
from pruebas.fabricas_conceptos import publicacion


@pytest.fixture
def concepto(db: None) -> Publicacion:
    """One on the matter."""
    return publicacion()


def escribir(navegador: Client, ruta: str, **cambios: Any) -> Any:
    """Sends what is typed so far, as the page does by itself."""
    navegador.get(reverse("equipo:radicar"))
    datos = {
        "ficha": Borrador.objects.get().pk,
        "entidad": fabricas.entidad().nombre,
        "asunto": "Eliminar documentos",
        "texto": "Pregunta cómo eliminar documentos que cumplieron su retención.",
    }
    return navegador.post(ruta, datos | cambios, headers={"HX-Request": "true"})


def test_aparece_mientras_se_escribe(radicadora: Client, concepto: Publicacion) -> None:
    respuesta = escribir(radicadora, reverse("equipo:radicar-borrador"))
    assert respuesta.context["sugeridas"] == [concepto]
    assert reverse("equipo:radicar-resuelve", args=[concepto.clave]) in respuesta.content.decode()


@pytest.mark.disposicion("7.1.3-ans-niveles")
def test_la_duda_resuelta_cuenta_para_la_entidad_y_no_radica(radicadora: Client, concepto: Publicacion) -> None:
    escribir(radicadora, reverse("equipo:radicar-resuelve", args=[concepto.clave]))
    uso = Uso.objects.get()
    assert (uso.publicacion, uso.clase, uso.entidad) == (concepto, Uso.Clase.RESOLVIO, fabricas.entidad())
    assert (Solicitud.objects.count(), Borrador.objects.get().datos["asunto"]) == (0, "Eliminar documentos")


def test_cuenta_otra_vez_para_la_siguiente_persona(radicadora: Client, concepto: Publicacion) -> None:
    ruta = reverse("equipo:radicar-resuelve", args=[concepto.clave])
    for _ in range(2):
        escribir(radicadora, ruta)
    radicadora.post(reverse("equipo:radicar-descarte"))
    escribir(radicadora, ruta, entidad=fabricas.entidad("idu").nombre)
    assert list(Uso.objects.order_by("id").values_list("entidad__clave", flat=True)) == ["sdh", "idu"]


def test_sin_entidad_tambien_se_cuenta(radicadora: Client, concepto: Publicacion) -> None:
    escribir(radicadora, reverse("equipo:radicar-resuelve", args=[concepto.clave]), entidad="")
    assert Uso.objects.get().entidad is None
