"""On the case of the team: what the bank says on it, cited in the answer."""

from collections.abc import Callable
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.urls import reverse

from asiste.conocimiento.models import Publicacion, Uso
from asiste.directorio.models import Funcionario
from asiste.solicitudes import acciones
from asiste.solicitudes.models import Redaccion, Solicitud
from pruebas import fabricas
from pruebas.fabricas_conceptos import publicacion

ASUNTO, TEXTO = "Eliminar documentos", "Queremos eliminar documentos que cumplieron su retención documental."


@pytest.fixture
def concepto(db: None) -> Publicacion:
    """One on the matter."""
    return publicacion(numero="C-DDAB-2026-801")


@pytest.fixture
def caso(asesora: Funcionario) -> Solicitud:
    """One that asks for it."""
    return fabricas.solicitud(asesor=asesora, estado=Solicitud.Estado.EN_TRAMITE, asunto=ASUNTO, texto=TEXTO)


def citar(navegador: Client, caso: Solicitud, concepto: Publicacion, **datos: str) -> str:
    """Cites it, and gives what the draft says then."""
    navegador.post(reverse("equipo:citar", args=[caso.radicado, concepto.clave]), datos)
    fila = Redaccion.objects.filter(solicitud=caso, clase=Redaccion.Clase.RESPUESTA, aparte=False).first()
    return fila.texto if fila else ""


def cita(concepto: Publicacion) -> str:
    """As it goes out."""
    direccion = f"http://127.0.0.1:8000{reverse('publicacion', args=[concepto.clave])}"
    return f"Concepto C-DDAB-2026-801, «{concepto.titulo}», del 2 de marzo de 2026: {direccion}"


def test_la_pagina_del_caso_lo_pide_aparte(navegador: Client, caso: Solicitud, concepto: Publicacion) -> None:
    pagina = navegador.get(reverse("equipo:solicitud", args=[caso.radicado])).content.decode()
    ruta = reverse("equipo:del-banco", args=[caso.radicado])
    assert f'hx-get="{ruta}"' in pagina
    respuesta = navegador.get(ruta, headers={"HX-Request": "true"})
    assert respuesta.context["sugeridas"] == [concepto]
    assert "Citar en la respuesta" in respuesta.content.decode()


def test_sin_javascript_es_una_pagina(navegador: Client, caso: Solicitud, concepto: Publicacion) -> None:
    pagina = navegador.get(reverse("equipo:del-banco", args=[caso.radicado])).content.decode()
    assert f"<title>Conceptos y guías sobre {caso}" in pagina


def test_quien_no_lo_tramita_lo_lee_y_no_lo_cita(caso: Solicitud, concepto: Publicacion, radicadora: Client) -> None:
    respuesta = radicadora.get(reverse("equipo:del-banco", args=[caso.radicado]), headers={"HX-Request": "true"})
    assert (respuesta.context["sugeridas"], respuesta.context["cita"]) == ([concepto], False)


def test_citar_desde_el_caso_lo_agrega_al_borrador(navegador: Client, caso: Solicitud, concepto: Publicacion) -> None:
    assert citar(navegador, caso, concepto) == cita(concepto)


def test_citar_dos_veces_desde_el_caso_lo_agrega_una(navegador: Client, caso: Solicitud, concepto: Publicacion) -> None:
    citar(navegador, caso, concepto)
    assert citar(navegador, caso, concepto) == cita(concepto)


def test_si_otra_persona_escribe_mientras_se_cita_se_comparan_los_dos_textos(
    navegador: Client, caso: Solicitud, concepto: Publicacion, asesora: Funcionario
) -> None:
    def escribir_antes(seguir: Callable[..., Any], sql: str, *resto: Any) -> Any:
        if "FOR UPDATE" in sql and "solicitudes_redaccion" in sql:
            Redaccion.objects.filter(aparte=False).update(texto="Otro texto", version=2)
        return seguir(sql, *resto)

    acciones.guardar_redaccion(
        solicitud=caso,
        clase=Redaccion.Clase.RESPUESTA,
        texto="Buen día:",
        version=0,
        autor=asesora.usuario,
        ahora=fabricas.AHORA,
    )
    with connection.execute_wrapper(escribir_antes):
        respuesta = navegador.post(reverse("equipo:citar", args=[caso.radicado, concepto.clave]))
    assert respuesta.headers["Location"] == reverse("equipo:versiones", args=[caso.radicado, "respuesta"])
    assert Redaccion.objects.get(aparte=True).texto == f"Buen día:\n\n{cita(concepto)}"


def test_citar_mientras_se_escribe_va_al_final_de_lo_escrito(
    navegador: Client, caso: Solicitud, concepto: Publicacion
) -> None:
    assert citar(navegador, caso, concepto, texto="Buen día:", version="0") == f"Buen día:\n\n{cita(concepto)}"


def test_si_ya_no_rige_la_cita_lo_advierte(navegador: Client, caso: Solicitud, concepto: Publicacion) -> None:
    motivo = "Lo dejó sin efecto el concepto C-DDAB-2026-900."
    Publicacion.objects.filter(pk=concepto.pk).update(estado="no-vigente", motivo=motivo)
    assert citar(navegador, caso, concepto).endswith(f"\n(Tenga en cuenta que ya no rige. {motivo})")


def test_lo_retirado_no_se_cita(navegador: Client, caso: Solicitud, concepto: Publicacion) -> None:
    Publicacion.objects.filter(pk=concepto.pk).update(estado="retirada", motivo="Se revisa.")
    assert citar(navegador, caso, concepto) == ""


def test_se_cuenta_cuando_sale_y_no_antes(navegador: Client, caso: Solicitud, concepto: Publicacion) -> None:
    texto = citar(navegador, caso, concepto)
    assert Uso.objects.count() == 0
    navegador.post(reverse("equipo:respuesta", args=[caso.radicado]), {"texto": texto, "version": "1"})
    assert (Uso.objects.get().publicacion, Uso.objects.get().referencia) == (concepto, caso.radicado)
