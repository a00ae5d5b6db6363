"""The step between the signature and the bank, on its pages."""

from io import BytesIO
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from asiste.conceptos.acciones.publicacion import guardar_ficha_publica
from asiste.conceptos.acciones.tachaduras import decidir_dato
from asiste.conceptos.models import Concepto
from asiste.cuentas.models import Rol
from asiste.directorio.models import Funcionario
from asiste.documentos.palabras import palabras_de
from pruebas import fabricas
from pruebas.conceptos import casos
from pruebas.fabricas import AHORA
from pruebas.fabricas_conceptos import publicacion

pytestmark = [pytest.mark.django_db, pytest.mark.disposicion("7.1.3-banco-conceptos")]


@pytest.fixture
def concepto(asesora: Funcionario) -> Concepto:
    """Signed by who heads the STDI; Laura wrote it, with a card and a name in it."""
    borrador = casos.escrito(asesor=asesora)
    casos.escribir(borrador, "analisis", "Ana Ruiz, C.C. 52.345.678, citó el C-DDDI-2025-7.")
    return casos.firmado(casos.por_firmar(borrador))


def ruta(cual: str, *argumentos: int) -> str:
    return reverse(f"equipo:{cual}", args=argumentos)


def listo(concepto: Concepto) -> None:
    """Leaves it ready."""
    autor = concepto.proyecta.usuario
    decidir_dato(concepto=concepto, pasaje="52.345.678", autor=autor, ahora=AHORA)
    temas = [fabricas.tema()]
    guardar_ficha_publica(concepto=concepto, titulo="T", resumen="R", temas=temas, autor=autor, ahora=AHORA)


def dice(respuesta: Any) -> list[str]:
    return [str(aviso) for aviso in respuesta.context["messages"]]


def publicar(cliente: Client, concepto: Concepto, huella: str = "") -> Any:
    """Publishes what the page shows, or what it showed before."""
    vista = huella or cliente.get(ruta("concepto-publicacion", concepto.pk)).context["huella"]
    return cliente.post(ruta("concepto-publicar", concepto.pk), {"huella": vista}, follow=True)


def test_quien_lo_escribio_lo_deja_listo_y_no_lo_publica(navegador: Client, concepto: Concepto) -> None:
    navegador.post(ruta("concepto-dato", concepto.pk), {"pasaje": "52.345.678", "accion": "suprimir"})
    navegador.post(ruta("concepto-pasaje", concepto.pk), {"pasaje": "Ana Ruiz"})
    ficha = {"titulo": "Procesos", "resumen": "Cuándo se crea.", "temas": [fabricas.tema().pk]}
    navegador.post(ruta("concepto-ficha", concepto.pk), ficha)
    paso = navegador.get(ruta("concepto-publicacion", concepto.pk)).context
    assert (paso["faltan"], [una.pasaje for una in paso["suprimidos"]]) == (0, ["Ana Ruiz"])
    assert "[dato suprimido], C.C. [cédula suprimida], citó" in dict(paso["partes"])["Análisis técnico"]
    assert navegador.post(ruta("concepto-publicar", concepto.pk)).status_code == 403


def test_quien_dirige_lo_publica(directora: Client, concepto: Concepto) -> None:
    listo(concepto)
    respuesta = publicar(directora, concepto)
    concepto.refresh_from_db()
    assert dice(respuesta) == [f"El {concepto.numero} ya está en el banco de conceptos."]
    assert concepto.destino == Concepto.Destino.PUBLICO
    assert directora.get(ruta("concepto-ficha", concepto.pk)).status_code == 403


def test_lo_que_cambio_mientras_se_leia_se_muestra_de_nuevo(
    directora: Client, navegador: Client, concepto: Concepto
) -> None:
    listo(concepto)
    vista = directora.get(ruta("concepto-publicacion", concepto.pk)).context["huella"]
    otra = {"titulo": "Otro título", "resumen": "Cuándo se crea.", "temas": [fabricas.tema().pk]}
    navegador.post(ruta("concepto-ficha", concepto.pk), otra)
    assert dice(publicar(directora, concepto, vista)) == [
        "La versión pública cambió mientras usted la leía: revísela de nuevo."
    ]
    concepto.refresh_from_db()
    assert concepto.destino == Concepto.Destino.PENDIENTE


def test_lo_publicado_se_corrige_desde_la_pagina_del_concepto(
    directora: Client, navegador: Client, concepto: Concepto
) -> None:
    listo(concepto)
    publicar(directora, concepto)
    pagina = directora.get(ruta("concepto", concepto.pk)).content.decode()
    assert "Corregir la versión pública" in pagina
    directora.post(ruta("concepto-pasaje", concepto.pk), {"pasaje": "ANA RUIZ"})
    paso = directora.get(ruta("concepto-publicacion", concepto.pk))
    assert (paso.context["faltan"], ruta("concepto-correccion", concepto.pk) in paso.content.decode()) == (0, True)
    pedido = {"cambio": "Se quita un nombre", "titulo": "Procesos", "resumen": "Cuándo se crea."}
    respuesta = directora.post(ruta("concepto-correccion", concepto.pk), pedido, follow=True)
    assert dice(respuesta) == [f"La versión 2 del {concepto.numero} reemplazó a la anterior en el banco."]
    concepto.refresh_from_db()
    assert concepto.publicacion is not None
    assert "[dato suprimido], C.C." in concepto.publicacion.texto
    otra = {"resumen": "Lo de Ana Ruíz", "temas": [fabricas.tema().pk]}
    errores = directora.post(ruta("publicacion-ficha", concepto.publicacion.pk), otra).context["form"].errors
    assert errores == {"__all__": ["El resumen trae «Ana Ruíz», que no debe leerse: quítelo."]}
    assert navegador.get(ruta("concepto-publicacion", concepto.pk)).status_code == 403


def test_lo_que_falta_para_publicar_se_dice(directora: Client, concepto: Concepto) -> None:
    respuesta = publicar(directora, concepto)
    assert dice(respuesta) == ["Primero escriba cómo se mostrará: título, resumen y temas."]


def test_conservar_un_dato_pide_su_razon(directora: Client, concepto: Concepto) -> None:
    pedido = {"pasaje": "52.345.678", "accion": "conservar"}
    sin_razon = directora.post(ruta("concepto-dato", concepto.pk), pedido, follow=True)
    assert dice(sin_razon) == ["Para conservar «52.345.678», diga por qué."]
    directora.post(ruta("concepto-dato", concepto.pk), pedido | {"motivo": "No es un dato personal"})
    conservada = concepto.tachaduras.get()
    assert (conservada.tacha, conservada.motivo) == (False, "No es un dato personal")
    directora.post(ruta("concepto-tachadura-retiro", concepto.pk, conservada.pk))
    assert not concepto.tachaduras.exists()


def test_la_ficha_no_lleva_datos_personales(directora: Client, concepto: Concepto) -> None:
    ficha = {"titulo": "El caso 52.345.678", "resumen": "Escriba a ana@b.co", "temas": [fabricas.tema().pk]}
    errores = directora.post(ruta("concepto-ficha", concepto.pk), ficha).context["form"].errors
    assert errores == {
        "titulo": ["Trae lo que parece un dato personal: 52.345.678."],
        "resumen": ["Trae lo que parece un dato personal: ana@b.co."],
    }


def test_los_conceptos_que_nombra_se_ofrecen_para_relacionarlos(directora: Client, concepto: Concepto) -> None:
    citado = publicacion(numero="C-DDDI-2025-7", dependencia=fabricas.dependencia("stdi"))
    assert list(directora.get(ruta("concepto-publicacion", concepto.pk)).context["citados"]) == [citado]
    directora.post(ruta("concepto-relacion", concepto.pk), {"tipo": "reitera", "destino": "C-DDDI-2025-7"})
    despues = directora.get(ruta("concepto-publicacion", concepto.pk)).context
    assert ([una.destino for una in despues["previstas"]], list(despues["citados"])) == ([citado], [])
    directora.post(ruta("concepto-relacion-retiro", concepto.pk, despues["previstas"][0].pk))
    assert not concepto.relaciones_previstas.exists()


def test_el_pdf_se_ve_antes_de_publicar(directora: Client, concepto: Concepto) -> None:
    listo(concepto)
    respuesta = directora.get(ruta("concepto-publico", concepto.pk))
    palabras = palabras_de(BytesIO(respuesta.getvalue()))
    assert ("52.345.678" in palabras, "Versión pública" in palabras) == (False, True)


def test_se_reserva_con_motivo(directora: Client, concepto: Concepto) -> None:
    directora.post(ruta("concepto-reserva", concepto.pk), {"motivo": "Ley 1712, artículo 18"})
    concepto.refresh_from_db()
    assert (concepto.destino, concepto.reserva) == (Concepto.Destino.RESERVADO, "Ley 1712, artículo 18")


def test_quien_dirige_otra_direccion_no_lo_ve(concepto: Concepto) -> None:
    ajena = fabricas.sesion(fabricas.funcionario("ddab", rol=Rol.DIRECCION).usuario)
    assert ajena.get(ruta("concepto-publicacion", concepto.pk)).status_code == 404
