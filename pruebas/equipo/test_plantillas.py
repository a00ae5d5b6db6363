"""The texts of an office, which its head looks after."""

import pytest
from django.test import Client
from django.urls import reverse

from asiste.solicitudes.acciones import guardar_plantilla, retirar_plantilla
from asiste.solicitudes.models import Plantilla
from pruebas import fabricas

LISTA = "/equipo/plantillas/"
NUEVA = "/equipo/plantillas/nueva/"


def hay(clave: str = "stdi", nombre: str = "Saludo", texto: str = "Señor {solicitante}:") -> Plantilla:
    return guardar_plantilla(dependencia=fabricas.dependencia(clave), nombre=nombre, texto=texto)


def datos(**cambios: object) -> dict[str, object]:
    return {"dependencia": fabricas.dependencia("stdi").pk, "nombre": "Saludo", "texto": "{radicado}"} | cambios


def test_quien_dirige_escribe_un_texto_de_su_arbol(directora: Client) -> None:
    respuesta = directora.post(NUEVA, datos(), follow=True)
    assert respuesta.redirect_chain == [(LISTA, 302)]
    assert list(Plantilla.objects.values_list("dependencia__clave", "nombre", "texto")) == [
        ("stdi", "Saludo", "{radicado}")
    ]


def test_no_escribe_en_otra_direccion(directora: Client) -> None:
    respuesta = directora.post(NUEVA, datos(dependencia=fabricas.dependencia("ddab").pk))
    assert list(respuesta.context["form"].errors) == ["dependencia"]


def test_un_campo_que_no_existe_se_dice_junto_al_texto(directora: Client) -> None:
    respuesta = directora.post(NUEVA, datos(texto="{fecha} {radicado"))
    assert respuesta.context["form"].errors == {
        "texto": ["El campo {fecha} no existe.", "Hay una llave sin pareja: cada campo va entre { y }."]
    }


def test_un_nombre_repetido_se_dice_y_lo_escrito_sigue(directora: Client) -> None:
    hay()
    respuesta = directora.post(NUEVA, datos(texto="Lo que escribí"))
    assert respuesta.context["form"].non_field_errors() == ["STDI ya tiene un texto con ese nombre."]
    assert "Lo que escribí" in respuesta.content.decode()


@pytest.mark.parametrize("pedido", ["", "otro"])
def test_la_vista_previa_usa_un_caso_de_verdad_y_no_guarda(directora: Client, pedido: str) -> None:
    primero, ultimo = (fabricas.solicitud(solicitante_nombre=nombre) for nombre in ("Ana Gil", "Luis Paz"))
    caso = primero.radicado.lower() if pedido else ""
    respuesta = directora.post(NUEVA, datos(texto="Señor {solicitante}:", caso=caso, ver="1"))
    visto = "Ana Gil" if pedido else "Luis Paz"
    assert respuesta.context["vista"]["texto"] == f"Señor {visto}:"
    assert (ultimo.solicitante_nombre, Plantilla.objects.count()) == ("Luis Paz", 0)


def test_la_vista_previa_no_muestra_un_caso_ajeno(directora: Client) -> None:
    ajeno = fabricas.solicitud(dependencia=fabricas.dependencia("ddab"), temas=[])
    assert directora.post(NUEVA, datos(caso=ajeno.radicado, ver="1")).context["vista"] is None


def test_se_cambia_y_se_retira(directora: Client) -> None:
    texto = hay()
    pagina = reverse("equipo:plantilla", args=[texto.pk])
    assert directora.get(pagina).context["form"]["texto"].value() == "Señor {solicitante}:"
    directora.post(pagina, datos(texto="Señora {solicitante}:"))
    directora.post(reverse("equipo:plantilla-retiro", args=[texto.pk]))
    assert list(Plantilla.objects.values_list("texto", "activa")) == [("Señora {solicitante}:", False)]


def test_la_lista_trae_las_del_arbol_y_al_final_las_retiradas(directora: Client) -> None:
    retirar_plantilla(plantilla=hay(nombre="A"))
    for clave, nombre in (("stdi", "C"), ("dddi", "B"), ("ddab", "Ajena"), ("sdfi", "De arriba")):
        hay(clave, nombre)
    assert [una.nombre for una in directora.get(LISTA).context["pagina"].filas] == ["B", "C", "A"]


def test_un_texto_ajeno_no_existe(directora: Client) -> None:
    assert directora.get(reverse("equipo:plantilla", args=[hay("ddab").pk])).status_code == 404
