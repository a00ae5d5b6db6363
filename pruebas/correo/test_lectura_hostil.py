"""Whatever the bytes, reading gives a message or says why not, and in bounded time."""

import time
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from asiste.correo.clasificacion import (
    clasificar,
    entidad_en_firma,
    huella_de_contenido,
    radicado_citado,
    remitente_original,
)
from asiste.correo.lectura import MensajeIlegible, MensajeLeido, leer

MENSAJES = Path(__file__).parent / "mensajes"
CORTOS = [ruta.read_bytes() for ruta in sorted(MENSAJES.glob("*.eml")) if ruta.stat().st_size < 6_000]
QUIEN = b"From: a@b.co\r\n"
# Wide on purpose: a busy machine passes, anything quadratic does not.
SEGUNDOS = 30


def leer_y_clasificar(crudo: bytes) -> MensajeLeido | None:
    """All that is done with a message; None when it can't be read, and no other exception."""
    try:
        leido = leer(crudo)
    except MensajeIlegible:
        return None
    clasificar(leido, correos_propios=["ddri@alcaldiabogota.gov.co"])
    huella_de_contenido(leido)
    remitente_original(leido)
    radicado_citado(leido.texto)
    entidad_en_firma(leido.texto_nuevo, {"Alcaldía Local de Suba": 1, "SDG": 2})
    for texto in (leido.asunto, leido.texto, leido.texto_nuevo, leido.de_nombre, leido.message_id, *leido.avisos):
        assert "\x00" not in texto
        texto.encode("utf-8")
    for adjunto in leido.adjuntos:
        adjunto.nombre.encode("utf-8")
        assert 1 <= len(adjunto.nombre_seguro.encode("utf-8")) <= 180
    return leido


@given(st.binary(max_size=2_000))
@settings(deadline=None, max_examples=150)
def test_los_bytes_al_azar_no_rompen_la_lectura(crudo: bytes) -> None:
    leer_y_clasificar(crudo)


@given(
    st.lists(
        st.sampled_from(
            [
                b"From: ",
                b"Subject: ",
                b"=?utf-8?B?",
                b"=?x?Q?=C3?=",
                b"Content-Type: ",
                b"multipart/mixed; boundary=x",
                b"multipart/report; report-type=delivery-status; boundary=x",
                b"message/rfc822",
                b"text/html; charset=",
                b"application/pkcs7-mime",
                b"Content-Transfer-Encoding: base64\n",
                b"; name*0*=utf-8''%C3",
                b'; filename="',
                b"--x",
                b"--",
                b"\n",
                b"\r\n",
                b"a@b.co",
                b"<",
                b">",
                b"(",
                b"\\",
                b"\xf1",
                b"\x00",
                b"utf-16",
                b"De: ",
                b"<table><td>",
                b"+2AA-",
            ]
        ),
        max_size=60,
    )
)
@settings(deadline=None, max_examples=300)
def test_los_trozos_de_correo_en_cualquier_orden_no_rompen_la_lectura(trozos: list[bytes]) -> None:
    leer_y_clasificar(QUIEN + b"".join(trozos))


@given(st.sampled_from(CORTOS), st.integers(0, 6_000), st.integers(0, 400), st.binary(max_size=20))
@settings(deadline=None, max_examples=200)
def test_un_mensaje_verdadero_con_un_dano_no_rompe_la_lectura(
    crudo: bytes, donde: int, cuanto: int, otros: bytes
) -> None:
    leer_y_clasificar(crudo[:donde] + otros + crudo[donde + cuanto :])


@pytest.mark.parametrize(
    ("crudo", "motivo"),
    [
        (b"", "El archivo está vacío."),
        (b" \r\n\r\n", "El archivo está vacío."),
        (b"\x89PNG\r\n\x1a\n\x00\x00", "No parece un mensaje de correo: no trae cabeceras."),
        (b"Hola, pido una visita.", "No parece un mensaje de correo: no trae cabeceras."),
        (b"Subject: sin remitente\r\n\r\nHola", "El mensaje no trae un remitente con dirección de correo."),
        (b"From: Ana\r\n\r\nHola", "El mensaje no trae un remitente con dirección de correo."),
        (b"From: a@b.co\r\n\r\n \r\n", "El mensaje llegó sin asunto, sin texto y sin anexos."),
    ],
)
def test_lo_que_no_se_puede_leer_dice_por_que(crudo: bytes, motivo: str) -> None:
    with pytest.raises(MensajeIlegible) as caso:
        leer(crudo)
    assert caso.value.motivo == motivo


def niveles(cuantos: int) -> bytes:
    """Multiparts one inside another, and a text at the bottom."""
    cajas = (b"Content-Type: multipart/mixed; boundary=b%d\r\n\r\n--b%d\r\n" % (n, n) for n in range(cuantos))
    return QUIEN + b"Subject: s\r\n" + b"".join(cajas) + b"\r\nen el fondo"


def html(cuerpo: bytes) -> bytes:
    return QUIEN + b"Subject: s\r\nContent-Type: text/html\r\n\r\n" + cuerpo


HOSTILES: dict[str, Callable[[], bytes]] = {
    "10000 cajas": lambda: niveles(10_000),
    "5000 mensajes": lambda: QUIEN + b"Content-Type: message/rfc822\r\n\r\n" * 5_000 + b"fin",
    "50000 partes": lambda: QUIEN + b"Content-Type: multipart/mixed; boundary=x\r\n\r\n" + b"--x\r\n\r\na\r\n" * 50_000,
    "cabecera de 2 MB": lambda: QUIEN + b"Subject: " + b"x" * 2_000_000 + b"\r\n\r\nHola",
    "100000 cabeceras": lambda: QUIEN + b"a:\r\n" * 100_000 + b"\r\nHola",
    "palabras sin cerrar": lambda: QUIEN + b"Subject: " + b"=?utf-8?Q?" * 200_000 + b"\r\n\r\nHola",
    "comillas sin cerrar": lambda: QUIEN + b"To: " + b'"\\' * 500_000 + b"\r\n\r\nHola",
    "parentesis sin cerrar": lambda: QUIEN + b"To: " + b"(\\" * 500_000 + b"\r\n\r\nHola",
    "parametros sin cerrar": lambda: QUIEN + b"Content-Type: text/plain" + b';a="' * 100_000 + b"\r\n\r\nHola",
    "instrucciones sin cerrar": lambda: html(b"<?" * 500_000 + b"Hola"),
    "comentarios sin cerrar": lambda: html(b"Hola" + b"<!--" * 500_000),
    "letras sueltas": lambda: html(b"<b>x</b>" * 120_000),
    "listas dentro de listas": lambda: html(b"<ul>" * 150 + b"<li>x" * 50_000),
    "celda enorme y mil filas": lambda: html(b"<table><tr><td>" + b"y" * 200_000 + b"<tr><td>a" * 20_000),
    "margen enorme": lambda: html(b'<p style="margin-top:99999em">x</p>' * 5_000),
    "renglones de una raya": lambda: QUIEN + b"\r\n" + b"-\n" * 100_000,
    "dos millones de espacios": lambda: QUIEN + b"\r\nx" + b" " * 2_000_000 + b"aviso",
    "todos escribieron": lambda: QUIEN + b"\r\n" + b"El lunes 3, x escribio:\n" * 50_000 + b"> x",
}


@pytest.mark.parametrize("crudo", HOSTILES.values(), ids=HOSTILES.keys())
def test_lo_hecho_para_agotar_la_maquina_no_la_agota(crudo: Callable[[], bytes]) -> None:
    datos = crudo()
    empezo = time.process_time()
    leido = leer_y_clasificar(datos)
    assert time.process_time() - empezo < SEGUNDOS
    assert leido is not None
    assert len(leido.texto) <= 2_000_000


def test_hasta_sesenta_niveles_se_leen_y_los_demas_se_avisan() -> None:
    assert leer(niveles(50)).texto == "en el fondo"
    assert leer(niveles(70)).avisos == (
        "El mensaje llegó incompleto: se corta antes de terminar.",
        "El mensaje tiene demasiadas partes: algunas no se leyeron.",
    )


def test_lo_que_no_se_alcanza_a_leer_no_se_toma_por_vacio() -> None:
    with pytest.raises(MensajeIlegible, match="demasiadas partes"):
        leer(niveles(70).replace(b"Subject: s\r\n", b""))


def test_el_texto_demasiado_largo_se_recorta_y_se_avisa() -> None:
    leido = leer(QUIEN + b"\r\n" + b"palabra " * 300_000)
    assert leido.avisos == ("El texto del mensaje es demasiado largo: solo se muestra su comienzo.",)


def test_dos_megas_de_html_y_tres_de_anexo_se_leen_pronto() -> None:
    empezo = time.process_time()
    for nombre in ("058-html-de-dos-megas.eml", "059-anexo-de-tres-megas.eml"):
        leer((MENSAJES / nombre).read_bytes())
    assert time.process_time() - empezo < SEGUNDOS
