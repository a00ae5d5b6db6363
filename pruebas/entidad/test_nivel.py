"""The level of a request of the archive, asked in plain words in the form of the entity."""

from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from asiste.cuentas.models import Usuario
from asiste.solicitudes.models import Anexo, Borrador, Solicitud
from pruebas import fabricas

pytestmark = pytest.mark.disposicion("7.1.3-ans-niveles")
URL = reverse("entidad:solicitar")


def postura(nombre: str = "postura.pdf") -> SimpleUploadedFile:
    return SimpleUploadedFile(nombre, b"%PDF-1.7 creemos que la serie se elimina")


def enviar(navegador: Client, usuario: Usuario, **cambios: Any) -> Any:
    """A request for the archive that lacks only what the test says."""
    navegador.get(URL)
    bien = {
        "ficha": Borrador.objects.get(usuario=usuario).pk,
        "entidad": fabricas.entidad().pk,
        "nombre": "Carlos Peña",
        "cargo": "Jefe de planeación",
        "asunto": "Eliminación de una serie",
        "texto": "Necesitamos saber si una serie del fondo acumulado se puede eliminar.",
        "temas": [fabricas.tema("gestion-documental").pk],
    }
    return navegador.post(URL, bien | cambios)


def errores(respuesta: Any) -> dict[str, list[str]]:
    return dict(respuesta.context["form"].errors)


def test_se_pregunta_con_palabras(navegador: Client, persona: Usuario) -> None:
    pregunta = navegador.get(URL).context["form"]["postura"]
    assert [pregunta.label, *(rotulo for _, rotulo in pregunta.field.choices)] == [
        "¿Con qué llega su entidad?",
        "Tenemos una postura técnica y queremos confrontarla",
        "Tenemos el problema y aún no una postura",
        "Solo queremos consultar los conceptos, las guías y las líneas técnicas que ya existen",
    ]


def test_con_postura_es_de_nivel_dos_y_su_documento_queda_marcado(navegador: Client, persona: Usuario) -> None:
    otro = SimpleUploadedFile("inventario.xlsx", b"fondo")
    enviar(navegador, persona, postura="si", documento_postura=[postura()], anexos=[otro])
    solicitud = Solicitud.objects.select_related("nivel").get()
    anexos = solicitud.anexos.order_by("nombre").values_list("nombre", "postura")
    assert (solicitud.nivel and solicitud.nivel.numero, list(anexos)) == (
        2,
        [("inventario.xlsx", False), ("postura.pdf", True)],
    )


def test_sin_el_documento_no_es_de_nivel_dos(navegador: Client, persona: Usuario) -> None:
    respuesta = enviar(navegador, persona, postura="si")
    assert errores(respuesta) == {
        "documento_postura": ["El nivel 2 exige la postura técnica de la entidad: adjúntela."]
    }


def test_el_documento_ya_subido_no_se_pide_otra_vez(navegador: Client, persona: Usuario) -> None:
    respuesta = enviar(navegador, persona, postura="si", asunto="", documento_postura=[postura()])
    assert "· postura técnica" in respuesta.content.decode()
    enviar(navegador, persona, postura="si")
    assert list(Anexo.objects.values_list("nombre", "postura")) == [("postura.pdf", True)]


def test_con_el_problema_es_de_nivel_tres(navegador: Client, persona: Usuario) -> None:
    enviar(navegador, persona, postura="no")
    assert Solicitud.objects.get(nivel__numero=3).direccion.clave == "ddab"


def test_un_documento_marcado_que_no_es_de_nivel_dos_pierde_la_marca(navegador: Client, persona: Usuario) -> None:
    enviar(navegador, persona, postura="no", documento_postura=[postura()])
    assert list(Anexo.objects.values_list("nombre", "postura")) == [("postura.pdf", False)]


def test_lo_que_solo_se_consulta_no_se_radica_y_el_borrador_queda(navegador: Client, persona: Usuario) -> None:
    respuesta = enviar(navegador, persona, postura="consulta")
    assert errores(respuesta) == {
        "postura": [
            "Para consultar no hace falta radicar. Si no encuentra lo que busca, vuelva y elija otra respuesta."
        ]
    }
    assert (Solicitud.objects.count(), Borrador.objects.get().datos["asunto"]) == (0, "Eliminación de una serie")


def test_el_archivo_exige_responder(navegador: Client, persona: Usuario) -> None:
    assert errores(enviar(navegador, persona))["postura"] == [
        "Responda esta pregunta: el Archivo de Bogotá la necesita para asignar el nivel."
    ]


def test_en_las_demas_direcciones_nada_cambia(navegador: Client, persona: Usuario) -> None:
    enviar(navegador, persona, postura="si", temas=[fabricas.tema("integridad").pk])
    assert Solicitud.objects.get().nivel is None


def test_los_archivos_de_los_dos_campos_caben_juntos(navegador: Client, persona: Usuario) -> None:
    mitad = b"x" * 11 * 1024**2
    dos = {
        "anexos": [SimpleUploadedFile("uno.pdf", mitad)],
        "documento_postura": [SimpleUploadedFile("dos.pdf", mitad)],
    }
    respuesta = enviar(navegador, persona, postura="si", asunto="", **dos)
    assert errores(respuesta)["documento_postura"][0] == (
        "Junto con los demás archivos pasa del límite: adjúntelos por partes."
    )
