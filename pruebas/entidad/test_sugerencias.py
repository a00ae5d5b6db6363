"""What the bank already says, while an entity writes its request."""

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from asiste.conocimiento.models import Publicacion, Uso
from asiste.cuentas.models import Usuario
from asiste.solicitudes.models import Borrador, Solicitud
from pruebas import fabricas
from pruebas.fabricas_conceptos import publicacion

ASUNTO, TEXTO = "Eliminar documentos", "Queremos eliminar documentos que cumplieron su retención documental."


@pytest.fixture
def concepto(db: None) -> Publicacion:
    """One on the matter."""
    return publicacion()


def escribir(navegador: Client, usuario: Usuario, ruta: str, *, htmx: bool = False, **cambios: Any) -> Any:
    """Sends what is typed so far to an address."""
    navegador.get(reverse("entidad:solicitar"))
    ficha = Borrador.objects.get(usuario=usuario).pk
    datos = {"ficha": ficha, "entidad": fabricas.entidad().pk, "asunto": ASUNTO, "texto": TEXTO}
    return navegador.post(ruta, datos | cambios, headers={"HX-Request": "true"} if htmx else {})


def resolver(navegador: Client, usuario: Usuario, concepto: Publicacion) -> Any:
    """Says that it solved the doubt."""
    return escribir(navegador, usuario, reverse("entidad:borrador-resuelve", args=[concepto.clave]))


def test_aparece_mientras_se_escribe(navegador: Client, persona: Usuario, concepto: Publicacion) -> None:
    respuesta = escribir(navegador, persona, reverse("entidad:borrador"), htmx=True)
    pagina = respuesta.content.decode()
    assert respuesta.context["sugeridas"] == [concepto]
    assert 'hx-swap-oob="innerHTML:#sugerencias"' in pagina
    assert f'href="{reverse("publicacion", args=[concepto.clave])}"' in pagina


def test_lo_que_ya_se_mostro_no_se_vuelve_a_anunciar(
    navegador: Client, persona: Usuario, concepto: Publicacion
) -> None:
    ruta = reverse("entidad:borrador")
    pagina = escribir(navegador, persona, ruta, htmx=True, sugeridas=str(concepto.pk)).content.decode()
    assert "#sugerencias" not in pagina


def test_lo_que_no_rige_no_se_sugiere_a_quien_pide(navegador: Client, persona: Usuario, concepto: Publicacion) -> None:
    Publicacion.objects.filter(pk=concepto.pk).update(estado="no-vigente", motivo="Cambió la norma.")
    assert escribir(navegador, persona, reverse("entidad:borrador"), htmx=True).context["sugeridas"] == []


def test_sin_javascript_aparece_al_volver_al_borrador(
    navegador: Client, persona: Usuario, concepto: Publicacion
) -> None:
    escribir(navegador, persona, reverse("entidad:borrador"))
    assert navegador.get(reverse("entidad:solicitar")).context["sugeridas"] == [concepto]


@pytest.mark.disposicion("7.1.3-ans-niveles")
def test_decir_que_resolvio_la_duda_cuenta_de_nivel_1_sin_radicar(
    navegador: Client, persona: Usuario, concepto: Publicacion
) -> None:
    respuesta = resolver(navegador, persona, concepto)
    assert respuesta.headers["Location"] == reverse("entidad:resuelta", args=[concepto.clave])
    uso = Uso.objects.get()
    assert (uso.publicacion, uso.clase, uso.entidad) == (concepto, Uso.Clase.RESOLVIO, fabricas.entidad())
    assert Solicitud.objects.count() == 0


def test_lo_que_se_escribio_queda_guardado_y_se_elige_que_hacer_con_ello(
    navegador: Client, persona: Usuario, concepto: Publicacion
) -> None:
    resolver(navegador, persona, concepto)
    assert Borrador.objects.get().datos["texto"] == TEXTO
    pagina = navegador.get(reverse("entidad:resuelta", args=[concepto.clave])).content.decode()
    assert "Conservarlo y seguir" in pagina
    navegador.post(reverse("entidad:borrador-descartar"))
    assert "Conservarlo" not in navegador.get(reverse("entidad:resuelta", args=[concepto.clave])).content.decode()


def test_decirlo_dos_veces_cuenta_una(navegador: Client, persona: Usuario, concepto: Publicacion) -> None:
    for _ in range(2):
        resolver(navegador, persona, concepto)
    assert Uso.objects.count() == 1


def test_de_lo_retirado_no_se_cuenta(navegador: Client, persona: Usuario, concepto: Publicacion) -> None:
    Publicacion.objects.filter(pk=concepto.pk).update(estado="retirada", motivo="Se revisa.")
    assert resolver(navegador, persona, concepto).status_code == 404
