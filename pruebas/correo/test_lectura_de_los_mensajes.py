"""What each of the sixty acceptance messages reads as; the columns are those of mensajes/README.md."""

from collections.abc import Callable
from datetime import datetime
from typing import Any

import pytest

from asiste.correo.lectura import Adjunto, MensajeLeido

Esperado = dict[str, Any]
LeerArchivo = Callable[[str], MensajeLeido]


def seguido(texto: str) -> str:
    return " ".join(texto.split())


def sin_lo_de_dentro(leido: MensajeLeido, esperado: Esperado) -> list[Adjunto]:
    """The attachments but those that came packed in a winmail.dat."""
    dentro = [nombre for adjunto in esperado["adjuntos"] for nombre in adjunto.get("contiene", [])]
    return [adjunto for adjunto in leido.adjuntos if adjunto.nombre not in dentro]


def test_el_remitente_es_el_de_from(leido: MensajeLeido, esperado: Esperado) -> None:
    assert leido.de_correo == esperado["remitente"].lower()


def test_el_nombre_se_muestra_decodificado_y_sin_caracteres_invisibles(leido: MensajeLeido, esperado: Esperado) -> None:
    assert leido.de_nombre == esperado["remitente_nombre"]


def test_se_responde_a_reply_to_solo_si_lo_trae(leido: MensajeLeido, esperado: Esperado) -> None:
    assert leido.responder_a == esperado.get("responder_a", "")


def test_el_asunto_queda_decodificado_y_en_una_linea(leido: MensajeLeido, esperado: Esperado) -> None:
    assert leido.asunto == esperado["asunto"]


@pytest.mark.disposicion("5-fifo")
def test_el_orden_de_llegada_lo_da_el_servidor_y_no_el_remitente(leido: MensajeLeido, esperado: Esperado) -> None:
    assert leido.recibido_en == datetime.fromisoformat(esperado["recibido"])


@pytest.mark.disposicion("5-canales")
def test_se_sabe_a_que_buzon_llego(leido: MensajeLeido, esperado: Esperado) -> None:
    assert leido.entregado_a.replace("mipgdistrigo@", "mipgdistrito@") == esperado["buzon"]
    assert leido.para[0] == leido.entregado_a


def test_los_anexos_son_los_que_vienen_con_su_nombre_y_su_tamano(leido: MensajeLeido, esperado: Esperado) -> None:
    leidos = sorted((a.nombre, len(a.contenido), a.en_linea) for a in sin_lo_de_dentro(leido, esperado))
    assert leidos == sorted((a["nombre"], a["bytes"], a.get("en_linea", False)) for a in esperado["adjuntos"])


def test_se_marcan_los_anexos_vacios_incompletos_y_las_firmas(leido: MensajeLeido, esperado: Esperado) -> None:
    marcas = sorted((not a.contenido, a.incompleto, a.firma) for a in sin_lo_de_dentro(leido, esperado))
    tipos = [a.get("tipo") for a in esperado["adjuntos"]]
    assert marcas == sorted((tipo == "vacío", tipo == "incompleto", tipo == "firma") for tipo in tipos)


def test_hay_un_aviso_por_lo_que_llego_danado_y_solo_entonces(leido: MensajeLeido, esperado: Esperado) -> None:
    danado = any(a.get("tipo") in {"vacío", "incompleto"} for a in esperado["adjuntos"])
    assert bool(leido.avisos) == danado


def test_los_nombres_seguros_no_son_rutas_ni_se_repiten(leido: MensajeLeido) -> None:
    nombres = [a.nombre_seguro for a in leido.adjuntos]
    assert len({nombre.casefold() for nombre in nombres}) == len(nombres)
    assert all(nombre and not set(nombre) & set('/\\:*?"<>|') and len(nombre.encode()) <= 180 for nombre in nombres)


def test_el_texto_trae_lo_que_la_persona_escribio(leido: MensajeLeido, esperado: Esperado) -> None:
    buscados = [esperado["texto_contiene"], *([esperado["texto_tambien"]] if "texto_tambien" in esperado else [])]
    assert [frase for frase in buscados if seguido(frase) not in seguido(leido.texto)] == []


def test_el_texto_no_trae_lo_que_nadie_escribio(leido: MensajeLeido, esperado: Esperado) -> None:
    sobra = ["<script", "MsoNormal", "mso-", "Content-Type", *esperado.get("texto_no_contiene", [])]
    assert [frase for frase in sobra if frase in leido.texto] == []


def test_el_mensaje_se_puede_guardar(leido: MensajeLeido) -> None:
    for texto in (leido.texto, leido.texto_nuevo, leido.asunto, leido.de_nombre, *(a.nombre for a in leido.adjuntos)):
        assert "\x00" not in texto
        assert texto.encode("utf-8").decode("utf-8") == texto


def test_el_rebote_dice_que_direccion_ya_no_sirve(leido: MensajeLeido, esperado: Esperado) -> None:
    assert list(leido.direcciones_rebotadas) == ([esperado["rebota"]] if "rebota" in esperado else [])


def test_la_respuesta_nueva_va_sin_el_hilo_citado(leer_archivo: LeerArchivo) -> None:
    assert leer_archivo("011").texto_nuevo.endswith("Gracias,\n\nMarcela Quiroga\n\nOAP - IDU")
    assert leer_archivo("043").texto_nuevo.endswith("La envío el lunes.\n\nGermán Rincón")
    assert leer_archivo("047").texto_nuevo.endswith("Edilma Cuesta\nAlcaldia Local de Suba")


@pytest.mark.parametrize("numero", ["001", "012", "013", "020", "029"])
def test_lo_que_no_es_respuesta_no_se_recorta(leer_archivo: LeerArchivo, numero: str) -> None:
    assert leer_archivo(numero).texto_nuevo == leer_archivo(numero).texto


def test_el_hilo_se_sigue_por_los_identificadores(leer_archivo: LeerArchivo) -> None:
    respuesta = leer_archivo("011")
    assert respuesta.in_reply_to == "<acuse-9d01f2@asistencia.alcaldiabogota.gov.co>"
    assert respuesta.referencias == (leer_archivo("001").message_id, respuesta.in_reply_to)
    assert leer_archivo("043").message_id == ""


def test_los_nombres_de_anexo_que_se_repiten_o_traen_ruta_se_vuelven_seguros(leer_archivo: LeerArchivo) -> None:
    largo, *cortos = [a.nombre_seguro for a in leer_archivo("025").adjuntos]
    assert largo.startswith("Informe consolidado de las instancias")
    assert largo.endswith(" compromisos cumplid.docx")
    assert cortos == ["Anexo.pdf", "Anexo (2).pdf", "Anexo (3).pdf"]
    assert [a.nombre_seguro for a in leer_archivo("024").adjuntos] == ["x.pdf"]
    assert [a.nombre_seguro for a in leer_archivo("023").adjuntos] == ["anexo-1.pdf", "anexo-2.jpg"]


def test_los_avisos_son_frases_para_quien_abre_el_caso(leer_archivo: LeerArchivo) -> None:
    assert leer_archivo("027").avisos == ("El anexo «Hoja de vida del tramite.pdf» llegó vacío.",)
    assert leer_archivo("049").avisos == (
        "El mensaje llegó incompleto: se corta antes de terminar.",
        "El anexo «Inventario de eliminacion.xlsx» llegó incompleto.",
    )


def test_el_mensaje_adjunto_se_lee_y_se_conserva_entero(leer_archivo: LeerArchivo) -> None:
    mensaje = leer_archivo("029")
    assert "De: Iván Camilo Bejarano Soto <ivan.bejarano@agenciaatenea.gov.co>" in mensaje.texto
    assert [a.nombre_seguro for a in mensaje.adjuntos] == ["anexo-1.eml"]
    assert mensaje.adjuntos[0].contenido.startswith(b"From: =?utf-8?B?")


def test_se_sabe_que_pide_el_calendario(leer_archivo: LeerArchivo) -> None:
    assert leer_archivo("030").calendario_metodo == "REQUEST"
    assert leer_archivo("031").calendario_metodo == "REPLY"
    assert leer_archivo("001").calendario_metodo is None


def test_se_conserva_lo_que_el_servidor_comprobo(leer_archivo: LeerArchivo) -> None:
    resultados = {n: leer_archivo(n).autenticacion for n in ("001", "055", "056")}
    assert [(r.spf, r.dkim, r.dmarc) for r in resultados.values()] == [
        ("pass", "pass", "pass"),
        ("pass", "none", "none"),
        ("fail", "fail", "fail"),
    ]
