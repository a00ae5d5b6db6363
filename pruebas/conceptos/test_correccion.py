"""Correcting the public version of a concept that is in the bank."""

from typing import Any

import pytest

from asiste.conceptos.acciones.correccion import corregir_version_publica
from asiste.conceptos.acciones.publicacion import guardar_ficha_publica, publicar_concepto
from asiste.conceptos.acciones.tachaduras import suprimir_pasaje
from asiste.conceptos.models import Concepto
from asiste.conocimiento.acciones.cuidado import cambiar_vigencia
from asiste.conocimiento.acciones.publicaciones import NoSePublica
from asiste.conocimiento.models import Publicacion
from asiste.documentos.palabras import palabras_de
from asiste.solicitudes.acciones import ReglaIncumplida
from pruebas import fabricas
from pruebas.conceptos import casos
from pruebas.fabricas import AHORA

pytestmark = [pytest.mark.django_db, pytest.mark.disposicion("7.1.3-banco-conceptos")]


def publicado() -> Concepto:
    """One whose text names a person that nobody took out."""
    borrador = casos.escrito()
    casos.escribir(borrador, "analisis", "Luz Paz preguntó. Procede crear un proceso.")
    concepto = casos.firmado(casos.por_firmar(borrador))
    autor, temas = concepto.proyecta.usuario, [fabricas.tema()]
    guardar_ficha_publica(concepto=concepto, titulo="T", resumen="R", temas=temas, autor=autor, ahora=AHORA)
    publicar_concepto(concepto=concepto, autor=autor, ahora=AHORA)
    return Concepto.objects.get(pk=concepto.pk)


def corregir(concepto: Concepto, **cambios: Any) -> Publicacion:
    datos = {"titulo": "Procesos", "resumen": "Cuándo se crea", "cambio": "Se quita un nombre"} | cambios
    return corregir_version_publica(concepto=concepto, **datos, autor=concepto.proyecta.usuario, ahora=AHORA)


def suprimir(concepto: Concepto) -> None:
    suprimir_pasaje(concepto=concepto, pasaje="Luz Paz", autor=concepto.proyecta.usuario, ahora=AHORA)


def test_la_correccion_queda_en_la_misma_direccion_sin_lo_suprimido_y_con_otro_pdf() -> None:
    concepto = publicado()
    antes = concepto.publicacion
    assert antes is not None
    suprimir(concepto)
    antes.refresh_from_db()
    assert "Luz Paz" in antes.texto  # until it is published again
    despues = corregir(concepto)
    assert despues.archivo is not None
    with despues.archivo.abrir() as abierto:
        palabras = palabras_de(abierto)
    leido = despues.html + despues.texto + palabras
    assert ("Luz Paz" in leido, "[dato suprimido] preguntó" in despues.texto) == (False, True)
    assert (despues.clave, despues.version, despues.titulo, despues.resumen) == (
        *(antes.clave, 2, "Procesos", "Cuándo se crea"),
    )
    assert (list(despues.temas.all()), despues.archivo == antes.archivo) == ([fabricas.tema()], False)
    assert list(despues.versiones.order_by("numero").values_list("cambio", flat=True)) == ["", "Se quita un nombre"]


@pytest.mark.parametrize(
    ("cambios", "error"),
    [
        ({"cambio": " "}, "Escriba qué se corrigió"),
        ({"cambio": "Se quita a LUZ PAZ"}, "Lo que se corrigió trae «LUZ PAZ»"),
        ({"titulo": "Lo de Luz Paz"}, "El título trae «Luz Paz»"),
    ],
)
def test_lo_que_se_escribe_de_la_correccion_no_dice_lo_suprimido(cambios: dict[str, str], error: str) -> None:
    concepto = publicado()
    suprimir(concepto)
    with pytest.raises(ReglaIncumplida, match=error):
        corregir(concepto, **cambios)


def test_sin_publicar_no_hay_que_corregir() -> None:
    concepto = casos.firmado()
    with pytest.raises(ReglaIncumplida, match="No está publicado"):
        corregir(concepto)


def test_lo_retirado_no_se_corrige() -> None:
    concepto = publicado()
    assert concepto.publicacion is not None
    cambiar_vigencia(publicacion=concepto.publicacion, estado=Publicacion.Estado.RETIRADA, motivo="Por error")
    with pytest.raises(NoSePublica, match="Está retirada"):
        corregir(concepto)
