"""What kind of message each one is, what it cites, and who signs it."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from asiste.correo.clasificacion import (
    Clase,
    Clasificacion,
    clasificar,
    entidad_en_firma,
    huella_de_contenido,
    radicado_citado,
    remitente_original,
)
from asiste.correo.lectura import Autenticacion, MensajeLeido, leer

Esperado = dict[str, Any]
LeerArchivo = Callable[[str], MensajeLeido]
CLASES = {"rebote": Clase.REBOTE, "automatico": Clase.AUTOMATICO, "cuarentena": Clase.SOSPECHOSO}
COMPARTIDAS = {
    "Secretaría Distrital de Gobierno": 1,
    "SDG": 1,
    "Alcaldía Local de Usme": 5,
    "Alcaldía Local de Bosa": 7,
    "Alcaldía Local de Suba": 11,
    "Instituto Distrital de la Participación y Acción Comunal": 30,
    "IDPAC": 30,
    "Fundación Gilberto Alzate Avendaño": 40,
    "FUGA": 40,
}


def carta(texto: str = "Solicitamos una mesa de trabajo.", **cabeceras: str) -> MensajeLeido:
    """A message read from headers (with _ for -) and text."""
    lineas = {"from": "Ana <ana@idu.gov.co>", "subject": "Apoyo"} | cabeceras
    cabecera = "".join(f"{nombre.replace('_', '-')}: {valor}\r\n" for nombre, valor in lineas.items())
    return leer(f"{cabecera}\r\n{texto}".encode())


def clase(mensaje: MensajeLeido, buzones: frozenset[str]) -> Clase:
    return clasificar(mensaje, correos_propios=buzones).clase


def test_cada_mensaje_es_de_la_clase_esperada(leido: MensajeLeido, esperado: Esperado, buzones: frozenset[str]) -> None:
    assert clase(leido, buzones) == CLASES.get(esperado["resultado"], Clase.PERSONA)


def test_solo_lo_de_una_persona_va_sin_motivo(leido: MensajeLeido, buzones: frozenset[str]) -> None:
    resultado = clasificar(leido, correos_propios=buzones)
    assert (resultado.motivo == "") == (resultado.clase == Clase.PERSONA)


def test_el_asunto_dice_que_radicado_se_cita(leido: MensajeLeido, esperado: Esperado) -> None:
    citado = esperado.get("radicado_citado") if "AT-" in esperado["asunto"] else None
    assert radicado_citado(leido.asunto) == citado


def test_quien_pide_es_el_autor_de_lo_reenviado(leido: MensajeLeido, esperado: Esperado) -> None:
    autor = remitente_original(leido)
    assert (autor.correo if autor else None) == esperado.get("solicitante")


@pytest.mark.parametrize(
    ("numero", "entidad"),
    [("014", 11), ("015", 5), ("041", 7), ("042", 7), ("047", 11), ("051", 30), ("058", 1), ("017", None)],
)
def test_la_firma_dice_cual_entidad_del_dominio_compartido(
    leer_archivo: LeerArchivo, numero: str, entidad: int | None
) -> None:
    assert entidad_en_firma(leer_archivo(numero).texto_nuevo, COMPARTIDAS) == entidad


@pytest.mark.parametrize(
    ("texto", "entidad"),
    [
        ("Señores SDG:\n\nCordialmente,\nPepe\nALCALDIA LOCAL DE USME", 5),
        ("Pepe\nAlcaldía Local de Suba\nSecretaría Distrital de Gobierno", 11),
        ("Pepe\nInstituto Distrital de la\nParticipación y Acción Comunal", 30),
        ("Necesitamos la matriz de fuga de conocimiento y tenemos sed.", None),
        ("Gracias.\n\nPepe - FUGA", 40),
        ("Pepe\nIDPAC\n\nCONFIDENCIALIDAD: este mensaje es de la SDG\ny de nadie más.", 30),
        ("La alcaldía local de Usme " + "pide apoyo para su archivo " * 6 + "\n\nPepe", 5),
        ("", None),
    ],
)
def test_manda_la_firma_y_en_ella_la_localidad_y_el_nombre_mas_largo(texto: str, entidad: int | None) -> None:
    assert entidad_en_firma(texto, COMPARTIDAS) == entidad


def test_sin_nombres_conocidos_no_hay_entidad() -> None:
    assert entidad_en_firma("Alcaldía Local de Suba", {}) is None


def test_el_mismo_mensaje_en_dos_buzones_tiene_una_sola_huella(leer_archivo: LeerArchivo) -> None:
    assert huella_de_contenido(leer_archivo("039")) == huella_de_contenido(leer_archivo("040"))


def test_dos_oficios_con_el_mismo_identificador_tienen_huellas_distintas(leer_archivo: LeerArchivo) -> None:
    uno, otro = leer_archivo("041"), leer_archivo("042")
    assert uno.message_id == otro.message_id
    assert huella_de_contenido(uno) != huella_de_contenido(otro)


def test_la_huella_cambia_con_lo_que_dice_el_mensaje_y_no_con_su_transporte(leer_archivo: LeerArchivo) -> None:
    mensaje = leer_archivo("039")
    huella = huella_de_contenido(mensaje)
    assert huella_de_contenido(replace(mensaje, message_id="<otro@x>", para=(), recibido_en=None)) == huella
    cambiados = [
        replace(mensaje, asunto="Otro"),
        replace(mensaje, texto="Otro"),
        replace(mensaje, de_correo="otro@idt.gov.co"),
        replace(mensaje, adjuntos=()),
    ]
    assert huella not in {huella_de_contenido(cambiado) for cambiado in cambiados}


@pytest.mark.parametrize(
    ("texto", "radicado"),
    [
        ("RE: Acuse de recibo: solicitud AT-2026-93", "AT-2026-93"),
        ("at-2026-093 y AT-2026-4", "AT-2026-93"),
        ("solicitud AT–2026–93.", "AT-2026-93"),
        ("AT - 2026 - 93", "AT-2026-93"),
        ("PAT-2026-93", None),
        ("AT-26-93", None),
        ("AT-2026-0", None),
        ("", None),
    ],
)
def test_el_radicado_se_reconoce_como_lo_escriba_la_gente(texto: str, radicado: str | None) -> None:
    assert radicado_citado(texto) == radicado


def test_nuestro_acuse_que_vuelve_es_un_bucle(leer_archivo: LeerArchivo, buzones: frozenset[str]) -> None:
    resultado = clasificar(leer_archivo("038"), correos_propios=buzones)
    assert resultado == Clasificacion(Clase.AUTOMATICO, "Es un mensaje nuestro que volvió.")


def test_el_bucle_se_reconoce_por_el_radicado_aunque_pierda_su_cabecera(buzones: frozenset[str]) -> None:
    acuse = carta(from_="", **{"from": "ddri@alcaldiabogota.gov.co", "subject": "Acuse de recibo AT-2026-9"})
    assert clase(acuse, buzones) == Clase.AUTOMATICO


def test_lo_que_dice_venir_de_un_buzon_propio_lo_mira_una_persona(buzones: frozenset[str]) -> None:
    assert clase(carta(**{"from": "DDRI@alcaldiabogota.gov.co"}), buzones) == Clase.SOSPECHOSO


def test_lo_que_un_buzon_propio_reenvia_es_de_una_persona(buzones: frozenset[str]) -> None:
    texto = "---------- Forwarded message ---------\nDe: Ana <ana@idu.gov.co>\nPara: ddri\n\nPedimos apoyo."
    reenvio = carta(texto, **{"from": "ddri@alcaldiabogota.gov.co", "subject": "RV: Apoyo"})
    assert clase(reenvio, buzones) == Clase.PERSONA


@pytest.mark.parametrize(
    "cabeceras",
    [
        {"auto_submitted": "auto-generated"},
        {"auto_submitted": "Auto-Replied (vacation)"},
        {"x_autoreply": "yes"},
        {"precedence": "auto_reply"},
        {"precedence": "Bulk"},
        {"list_id": "Gremio <gremio.listas.example>"},
        {"subject": "Automatic reply: Apoyo"},
        {"subject": "Fuera de oficina"},
        {"subject": "Out of the office: back on Monday"},
        {"subject": "=?utf-8?Q?Respuesta_autom=C3=A1tica=3A_Apoyo?="},
        {"content_type": "multipart/report; report-type=disposition-notification; boundary=x", "mime_version": "1.0"},
    ],
)
def test_lo_que_nadie_escribio_es_automatico(cabeceras: dict[str, str], buzones: frozenset[str]) -> None:
    assert clase(carta("--x\r\n\r\nVacaciones\r\n--x--", **cabeceras), buzones) == Clase.AUTOMATICO


@pytest.mark.parametrize(
    ("uid", "de_quien"),
    [
        ("UID:abc@asiste", Clase.CALENDARIO),
        ("SUMMARY:sin identificador", Clase.CALENDARIO),
        ("UID:040000008200E00074C5B7101A82E008", Clase.AUTOMATICO),
        ("UID:abc@asistencia.gov.co", Clase.AUTOMATICO),
    ],
)
@pytest.mark.parametrize("metodo", ["REPLY", "COUNTER"])
def test_solo_la_agenda_de_aqui_atiende_la_respuesta_de_un_calendario(
    uid: str, de_quien: Clase, metodo: str, buzones: frozenset[str]
) -> None:
    respuesta = carta(f"BEGIN:VEVENT\r\n{uid}\r\nEND:VEVENT", content_type=f"text/calendar; method={metodo}")
    assert clase(respuesta, buzones) == de_quien


def test_la_respuesta_de_calendario_de_un_suplantador_es_sospechosa(buzones: frozenset[str]) -> None:
    cabeceras = {
        "content_type": "text/calendar; method=REPLY",
        "auto_submitted": "auto-generated",
        "from": '"ddri@alcaldiabogota.gov.co" <otro@correo.example>',
    }
    assert clase(carta("UID:abc@asiste", **cabeceras), buzones) == Clase.SOSPECHOSO


@pytest.mark.parametrize(
    "cabeceras",
    [
        {"auto_submitted": "no"},
        {"x_autoreply": "no"},
        {"subject": "RE: Fuera de la oficina: Apoyo"},
        {"subject": "Respuesta sobre automatización"},
        {"list_id": "<mipgdistrito.alcaldiabogota.gov.co>", "precedence": "list"},
        {"content_type": "text/calendar; method=REQUEST"},
        {"x_auto_response_suppress": "All"},
        {"return_path": "<>"},
        {"content_type": "multipart/mixed; boundary=x"},
    ],
)
def test_lo_que_escribio_una_persona_no_se_pierde_por_parecer_automatico(
    cabeceras: dict[str, str], buzones: frozenset[str]
) -> None:
    texto = (
        "--x\r\n\r\nReviso este rebote\r\n--x\r\nContent-Type: message/delivery-status\r\n\r\nAction: failed\r\n--x--"
    )
    assert clase(carta(texto, **cabeceras), buzones) == Clase.PERSONA


@pytest.mark.parametrize(
    "cabeceras",
    [
        {"from": "MAILER-DAEMON@mx.example"},
        {"from": "postmaster@mx.example", "subject": "Undeliverable: Convocatoria"},
        {"return_path": "<>", "subject": "Mail delivery failed: returning message to sender"},
        {"content_type": "message/delivery-status"},
    ],
)
def test_lo_que_devuelve_el_servidor_de_correo_es_un_rebote(cabeceras: dict[str, str], buzones: frozenset[str]) -> None:
    assert clase(carta(**cabeceras), buzones) == Clase.REBOTE


def test_el_motivo_del_rebote_nombra_la_direccion(leer_archivo: LeerArchivo, buzones: frozenset[str]) -> None:
    motivo = "No se pudo entregar un mensaje nuestro a ccardenasm@participacionbogota.gov.co."
    assert clasificar(leer_archivo("034"), correos_propios=buzones) == Clasificacion(Clase.REBOTE, motivo)


def test_la_suplantacion_dice_por_que_se_sospecha(leer_archivo: LeerArchivo, buzones: frozenset[str]) -> None:
    assert clasificar(leer_archivo("055"), correos_propios=buzones).motivo == (
        "El nombre que muestra es de la Alcaldía, pero la dirección es notificaciones@alcaldiabogota-gov-co.example."
    )
    assert clasificar(leer_archivo("056"), correos_propios=buzones).motivo == (
        "No se pudo comprobar que lo envió oscar.penuela@habitatbogota.gov.co, "
        "y pide responder a enlace.habitat.bogota@correo-rapido.example."
    )


def test_quien_trabaja_en_la_alcaldia_puede_mostrar_su_direccion(buzones: frozenset[str]) -> None:
    propia = carta(**{"from": '"sonia@alcaldiabogota.gov.co" <sonia@alcaldiabogota.gov.co>'})
    assert clase(propia, buzones) == Clase.PERSONA


def test_la_firma_fallida_sola_no_basta_para_sospechar(buzones: frozenset[str]) -> None:
    fallida = replace(carta(), autenticacion=Autenticacion("fail", "fail", "fail"))
    assert clase(fallida, buzones) == Clase.PERSONA
    assert clase(replace(fallida, responder_a="otro@idu.gov.co"), buzones) == Clase.PERSONA
    assert clase(replace(fallida, responder_a="otro@ajeno.example"), buzones) == Clase.SOSPECHOSO


def test_lo_cifrado_lo_mira_una_persona(buzones: frozenset[str]) -> None:
    cifrado = carta("AAAA", content_type="application/pkcs7-mime; smime-type=enveloped-data; name=smime.p7m")
    assert clase(cifrado, buzones) == Clase.SOSPECHOSO


def test_una_respuesta_que_cita_a_otro_no_es_un_reenvio() -> None:
    texto = "Gracias.\n\nDe: Beto <beto@idt.gov.co>\nEnviado el: lunes\nAsunto: Apoyo\n\nHola."
    assert remitente_original(carta(texto, subject="RE: Apoyo")) is None


@pytest.mark.parametrize(
    "linea",
    [
        "De: Beto Ruiz <beto@idt.gov.co>",
        "De: Beto Ruiz [mailto:beto@idt.gov.co]",
        "*De:* Beto Ruiz <beto@idt.gov.co>",
        "> From: Beto Ruiz <BETO@idt.gov.co>",
    ],
)
def test_el_autor_de_lo_reenviado_se_lee_como_lo_escriba_cada_programa(linea: str) -> None:
    autor = remitente_original(carta(f"Va.\n\n{linea}\nPara: Ana\nAsunto: Apoyo\n\nHola.", subject="RV: Apoyo"))
    assert autor is not None
    assert (autor.nombre, autor.correo) == ("Beto Ruiz", "beto@idt.gov.co")
