"""Reading, piece by piece: headers, charsets, alternatives, HTML, attachments, signatures."""

from datetime import datetime

import pytest

from asiste.correo.lectura import Adjunto, Autenticacion, MensajeLeido, leer

QUIEN = b"From: Ana <ana@idu.gov.co>\r\n"


def carta(cuerpo: bytes | str = b"Hola.", *cabeceras: bytes | str) -> MensajeLeido:
    """A message from Ana with these header lines and this body."""
    lineas = [linea.encode() if isinstance(linea, str) else linea for linea in cabeceras]
    crudo = cuerpo.encode() if isinstance(cuerpo, str) else cuerpo
    return leer(QUIEN + b"".join(linea + b"\r\n" for linea in lineas) + b"\r\n" + crudo)


def mixto(*partes: bytes | str, tipo: str = "mixed") -> MensajeLeido:
    """A multipart message whose parts bring their own headers."""
    trozos = [parte.encode() if isinstance(parte, str) else parte for parte in partes]
    cuerpo = b"".join(b"--x\r\n" + trozo + b"\r\n" for trozo in trozos) + b"--x--\r\n"
    return carta(cuerpo, f"Content-Type: multipart/{tipo}; boundary=x")


def anexo(cabeceras: str) -> Adjunto:
    """The only attachment of a message whose part has these headers."""
    (unico,) = mixto(f"{cabeceras}\r\n\r\ndatos").adjuntos
    return unico


@pytest.mark.parametrize(
    ("valor", "nombre", "correo"),
    [
        (
            '"Mesa <soporte@alcaldiabogota.gov.co>" <x@malo.example>',
            "Mesa <soporte@alcaldiabogota.gov.co>",
            "x@malo.example",
        ),
        ("soporte@alcaldiabogota.gov.co <x@malo.example>", "soporte@alcaldiabogota.gov.co", "x@malo.example"),
        ("Pérez, Juan <J.Perez@IDU.gov.co>", "Pérez, Juan", "j.perez@idu.gov.co"),
        ("=?utf-8?Q?P=C3=A9rez=2C_Juan?= <j@idu.gov.co>", "Pérez, Juan", "j@idu.gov.co"),
        ("=?utf-8?Q?=3Cx=40malo.example=3E?= <j@idu.gov.co>", "<x@malo.example>", "j@idu.gov.co"),
        ("j@idu.gov.co (Juan Pérez)", "Juan Pérez", "j@idu.gov.co"),
        ("<j@idu.gov.co>", "", "j@idu.gov.co"),
        ("'Juan' <mailto:j@idu.gov.co>", "Juan", "j@idu.gov.co"),
        ('"Juan \\"JP\\" Pérez" <j@idu.gov.co>', "Juan JP Pérez", "j@idu.gov.co"),
    ],
)
def test_el_remitente_es_la_direccion_y_no_lo_que_diga_el_nombre(valor: str, nombre: str, correo: str) -> None:
    leido = leer(f"From: {valor}\r\n\r\nHola".encode())
    assert (leido.de_nombre, leido.de_correo) == (nombre, correo)


def test_sin_from_sirve_el_sobre() -> None:
    assert leer(b"From: Ana\r\nReturn-Path: <ana@idu.gov.co>\r\n\r\nHola").de_correo == "ana@idu.gov.co"


def test_los_destinatarios_van_primero_los_de_la_entrega() -> None:
    leido = carta("x", "To: a@b.co, Grupo: c@d.co;", "Cc: A@b.co", "X-Original-To: e@f.co", "Delivered-To: g@h.co")
    assert leido.para == ("g@h.co", "e@f.co", "a@b.co", "c@d.co")
    assert leido.entregado_a == "g@h.co"


def test_sin_cabecera_de_entrega_el_buzon_sale_de_received() -> None:
    assert (
        carta("x", "Received: from a by b for <ddri@x.co>; Mon, 1 Jun 2026 08:00:00 -0500").entregado_a == "ddri@x.co"
    )


@pytest.mark.parametrize("valor", ["", "from a by b", "a; ayer", "a; Mon, 1 Jun 1901 08:00:00 +0000", "a; 99999999"])
def test_sin_received_que_se_entienda_no_hay_hora_de_recibo(valor: str) -> None:
    leido = carta("x", f"Received: {valor}", "Date: Mon, 1 Jun 2026 08:00:00 -0500")
    assert leido.recibido_en is None


def test_la_hora_de_recibo_siempre_lleva_zona() -> None:
    leido = carta("x", "Received: a; Mon, 1 Jun 2026 08:00:00 -0000")
    assert leido.recibido_en == datetime.fromisoformat("2026-06-01T08:00:00+00:00")


def test_sin_resultado_de_autenticacion_no_se_supone_ninguno() -> None:
    assert carta().autenticacion == Autenticacion("", "", "")


def test_lo_que_dice_un_comentario_no_es_un_resultado() -> None:
    leido = carta("x", "Authentication-Results: mx; spf=fail (dice spf=pass); dkim=fail; dkim=pass; dmarc=fail")
    assert leido.autenticacion == Autenticacion("fail", "pass", "fail")


@pytest.mark.parametrize(
    ("cabecera", "asunto"),
    [
        ("Subject: =?utf-8?B?w4E=?=\r\n =?utf-8?B?bg==?=gel", "Ángel"),
        ("Subject: =?utf-8?Q?=C3?= =?UTF-8*es?B?sQ==?=", "ñ"),
        ("Subject: Año: =?iso-8859-1?Q?a=F1o?= nuevo", "Año: año nuevo"),
        ("Subject: =?inventado?Q?a=C3=B1o?=", "año"),
        ("Subject: =?utf-8?B?no cierra", "=?utf-8?B?no cierra"),
        ("Subject: Uno\r\nSubject: Dos", "Uno"),
        ("Subject: a\u202e\u200bb\u00adc", "abc"),
        ("SUBJECT : con espacio", "con espacio"),
    ],
)
def test_el_asunto_se_decodifica_como_venga(cabecera: str, asunto: str) -> None:
    assert carta("x", cabecera).asunto == asunto


def test_el_asunto_en_bytes_de_windows_se_lee() -> None:
    assert carta("x", b"Subject: Resoluci\xf3n \x93248\x94").asunto == "Resolución “248”"


def test_tras_una_linea_suelta_siguen_las_cabeceras() -> None:
    leido = leer(b"X-A: 1\nlinea suelta\n y su pliegue\n" + QUIEN + b"Subject: Apoyo\n\nHola")
    assert (leido.asunto, leido.texto) == ("Apoyo", "Hola")


def test_sin_linea_en_blanco_el_texto_empieza_donde_acaban_las_cabeceras() -> None:
    assert (
        leer(QUIEN + b"Subject: Apoyo\nPedimos una visita\ny nada m\xc3\xa1s").texto == "Pedimos una visita\ny nada más"
    )


@pytest.mark.parametrize("prefijo", [b"\xef\xbb\xbf", b"\r\n\r\n", b"From ana@idu.gov.co Mon Jun  1 08:00:00 2026\n"])
def test_lo_que_estorba_antes_de_las_cabeceras_se_salta(prefijo: bytes) -> None:
    assert leer(prefijo + QUIEN + b"\nHola").texto == "Hola"


def test_los_saltos_de_linea_pueden_ser_de_cualquier_sistema() -> None:
    crudo = QUIEN + b"Content-Type: multipart/mixed; boundary=x\r\n\r\n--x\r\n\r\nHola\r\n--x--\r\n"
    for salto in (b"\r\n", b"\n", b"\r", b"\r\r\n"):
        assert leer(crudo.replace(b"\r\n", salto)).texto == "Hola"


@pytest.mark.parametrize(
    ("datos", "juego"),
    [
        ("“Año” – 5 €".encode("cp1252"), "iso-8859-1"),
        ("“Año” – 5 €".encode(), "us-ascii"),
        ("“Año” – 5 €".encode(), "iso-8859-1"),
        ("“Año” – 5 €".encode(), ""),
        ("“Año” – 5 €".encode("cp1252"), "utf-8"),
        ("“Año” – 5 €".encode("utf-16"), "utf-16"),
        ("“Año” – 5 €".encode(), "punycode"),
        ("“Año” – 5 €".encode(), "x\x00"),
    ],
)
def test_el_texto_se_lee_aunque_declare_mal_su_codificacion(datos: bytes, juego: str) -> None:
    assert carta(datos, f'Content-Type: text/plain; charset="{juego}"').texto == "“Año” – 5 €"


def test_se_quitan_los_caracteres_que_la_base_no_admite_o_nadie_ve() -> None:
    assert carta("a\x00b\x1bc\u200bd\ufeffe\u2028f").texto == "abcde\nf"


def test_los_emoji_compuestos_quedan_enteros() -> None:
    assert carta("👩\u200d🔬 🏃\u200d♀️ ho\u200dla").texto == "👩\u200d🔬 🏃\u200d♀️ hola"


def test_los_renglones_partidos_se_unen_sin_mezclar_citas_ni_firma() -> None:
    texto = "Uno \r\ndos\r\n> tres \r\n> cuatro\r\ncinco \r\n-- \r\nAna"
    leido = carta(texto, "Content-Type: text/plain; format=flowed")
    assert leido.texto == "Uno dos\n> tres cuatro\ncinco\n--\nAna"


def test_los_renglones_partidos_sin_espacio_se_unen_sin_el() -> None:
    assert carta("Bo \r\ngotá", "Content-Type: text/plain; format=flowed; delsp=yes").texto == "Bogotá"


def test_se_prefiere_el_texto_llano_y_si_no_dice_nada_el_html() -> None:
    html = "Content-Type: text/html\r\n\r\n<p>Pedimos una visita al archivo central en mayo</p>"
    llano = "Content-Type: text/plain\r\n\r\n"
    assert mixto(f"{llano}Pedimos una visita al archivo central", html, tipo="alternative").texto == (
        "Pedimos una visita al archivo central"
    )
    for nada in ("", "Su programa no muestra HTML."):
        assert mixto(llano + nada, html, tipo="alternative").texto == "Pedimos una visita al archivo central en mayo"


def test_los_textos_sueltos_se_leen_uno_tras_otro() -> None:
    assert mixto("\r\nUno", "Content-Type: text/html\r\n\r\n<b>Dos</b>").texto == "Uno\n\nDos"


@pytest.mark.parametrize(
    ("html", "texto"),
    [
        ("<p>a<?xml:namespace prefix = o ns = 'x' />b</p>", "ab"),
        ("<p>uno</p><!--[if mso]><p>nunca</p><![endif]--><p>dos</p>", "uno\n\ndos"),
        ("<script>malo()</script><style>p{}</style><iframe>marco</iframe>bien", "bien"),
        ("<div style='margin-top:90000em'>a</div><div style='display: none'>oculto</div>b", "a\nb"),
        (
            "<table><tr><td>IDU</td><td> </td><td>77</td></tr><tr><td>SDA</td><td>5</td></tr></table>",
            "IDU | 77\nSDA | 5",
        ),
        ("<ul><li>uno</li><li>dos</li></ul>", "* uno\n* dos"),
        ("<p>A &amp;lt; B &lt;b&gt;</p>", "A &lt; B <b>"),
        ("<span>m</span><span>esa</span>", "mesa"),
        ("sin marcas", "sin marcas"),
        ("<div>" * 500 + "en el fondo" + "</div>" * 500, "en el fondo"),
        ("<x>" * 500 + "a &amp; b<script>no</script><!-- ni esto -->" + "<p>c", "a & b\nc"),
    ],
)
def test_el_html_se_lee_sin_sus_marcas(html: str, texto: str) -> None:
    assert carta(html, "Content-Type: text/html; charset=utf-8").texto == texto


def test_las_celdas_que_maquetan_la_pagina_se_leen_una_bajo_otra() -> None:
    celda = "<td>" + "".join(f"<p>renglón {n}</p>" for n in range(4)) + "</td>"
    leido = carta(f"<table><tr>{celda}<td>al lado</td></tr></table>", "Content-Type: text/html; charset=utf-8")
    assert leido.texto.split("\n")[-3:] == ["renglón 3", "", "al lado"]


@pytest.mark.parametrize(
    ("cabeceras", "nombre"),
    [
        ("Content-Disposition: attachment; filename*=utf-8''A%C3%B1o.pdf", "Año.pdf"),
        ("Content-Disposition: attachment; filename*0*=utf-8''A%C3; filename*1*=%B1o; filename*2=.pdf", "Año.pdf"),
        ('Content-Disposition: attachment; filename*1="o.pdf"; filename*0="Añ"', "Año.pdf"),
        ('Content-Disposition: attachment; filename="=?utf-8?Q?A=C3=B1o?=\r\n =?utf-8?Q?=2Epdf?="', "Año.pdf"),
        ("Content-Type: application/pdf; name=Año.pdf", "Año.pdf"),
        ('Content-Disposition: attachment; filename="C:\\docs\\x.pdf"', "C:\\docs\\x.pdf"),
        ('Content-Disposition: attachment; filename="x\u202efdp.exe"', "xfdp.exe"),
        ("Content-Disposition: attachment; filename*=raro", "raro"),
        ("Content-Disposition: attachment", ""),
    ],
)
def test_el_nombre_del_anexo_se_decodifica_como_venga(cabeceras: str, nombre: str) -> None:
    assert anexo(cabeceras).nombre == nombre


@pytest.mark.parametrize(
    ("nombre", "seguro"),
    [
        ("../../etc/x.pdf", "x.pdf"),
        ("C:\\docs\\x.pdf", "x.pdf"),
        ("..", "anexo-1.txt"),
        ("/", "anexo-1.txt"),
        (".bashrc", "bashrc"),
        ('a<b>c"d|e?f*.pdf', "a-b-c-d-e-f-.pdf"),
        ("CON.txt", "anexo-CON.txt"),
        ("ñ" * 300 + ".pdf", "ñ" * 82 + ".pdf"),
    ],
)
def test_el_nombre_seguro_nunca_es_una_ruta_ni_queda_vacio(nombre: str, seguro: str) -> None:
    escapado = nombre.replace("\\", "\\\\").replace('"', '\\"')
    assert anexo(f'Content-Disposition: attachment; filename="{escapado}"').nombre_seguro == seguro


def test_los_nombres_seguros_no_se_pisan_ni_cambiando_mayusculas() -> None:
    cabecera = "Content-Disposition: attachment; filename="
    leido = mixto(*(f"{cabecera}{nombre}\r\n\r\nx" for nombre in ("a.pdf", "A.PDF", '"a (2).pdf"', "a.pdf")))
    assert [a.nombre_seguro for a in leido.adjuntos] == ["a.pdf", "A (2).PDF", "a (2) (2).pdf", "a (3).pdf"]


@pytest.mark.parametrize("datos", [b"SG9s\r\nYQ==", b"SG9s*YQ", b"SG9sYQ=", b"SG9sYQ==\r\n", b"SG8=bGE="])
def test_el_base64_danado_se_lee_hasta_donde_se_puede(datos: bytes) -> None:
    parte = b"Content-Disposition: attachment\r\nContent-Transfer-Encoding: BASE64 \r\n\r\n" + datos
    assert mixto(parte).adjuntos[0].contenido == b"Hola"


def test_solo_la_imagen_que_el_texto_muestra_va_en_linea() -> None:
    html = 'Content-Type: text/html\r\n\r\n<p>Hola <img src="cid:uno@x"></p>'
    imagen = "Content-Type: image/png\r\nContent-ID: <{}@x>\r\nContent-Disposition: inline\r\n\r\npng"
    leido = mixto(html, imagen.format("uno"), imagen.format("dos"), tipo="related")
    assert [a.en_linea for a in leido.adjuntos] == [True, False]


def test_el_final_que_falta_solo_marca_lo_ultimo() -> None:
    parte = b"--x\r\nContent-Disposition: attachment; filename=a\r\n\r\ndatos\r\n"
    leido = carta(parte + parte, "Content-Type: multipart/mixed; boundary=x")
    assert [a.incompleto for a in leido.adjuntos] == [False, True]


def test_una_caja_interior_sin_cerrar_no_corta_el_mensaje() -> None:
    leido = mixto("Content-Type: multipart/mixed; boundary=y\r\n\r\n--y\r\n\r\nHola")
    assert (leido.texto, leido.avisos) == ("Hola", ())


def test_un_multipart_sin_frontera_se_lee_como_texto() -> None:
    assert carta("Hola", "Content-Type: multipart/mixed").texto == "Hola"


def test_el_mensaje_adjunto_en_base64_tambien_se_lee() -> None:
    parte = b"Content-Type: message/rfc822\r\nContent-Transfer-Encoding: base64\r\n\r\nRnJvbTogYkBjLmNvCgpEZW50cm8="
    leido = mixto("\r\nFuera", parte)
    assert leido.texto.startswith("Fuera\n\n---------- Mensaje adjunto")
    assert leido.texto.endswith("Dentro")
    assert leido.adjuntos[0].contenido == b"From: b@c.co\n\nDentro"


def test_la_firma_opaca_con_largos_indefinidos_se_abre() -> None:
    interior = b"Content-Type: text/plain\r\n\r\nPedimos una visita"
    trozos = b"".join(b"\x04" + bytes([len(t)]) + t for t in (interior[:20], interior[20:]))
    firmado = bytes.fromhex("06092a864886f70d010702a0803080020101310030800609") + bytes.fromhex("2a864886f70d010701")
    leido = carta(
        b"\x30\x80" + firmado + b"\xa0\x80\x24\x80" + trozos + b"\x00" * 12,
        "Content-Type: application/pkcs7-mime; name=smime.p7m",
    )
    assert (leido.texto, leido.cifrado, leido.adjuntos[0].firma) == ("Pedimos una visita", False, True)


@pytest.mark.parametrize("cuerpo", [b"", b"0", b"\x30\x82\xff\xff\x06", b"\x30\x80" * 1000, b"no es CMS"])
def test_lo_sellado_que_no_se_abre_se_dice_y_se_conserva(cuerpo: bytes) -> None:
    leido = carta(cuerpo, "Content-Type: application/pkcs7-mime")
    assert (leido.cifrado, leido.texto, leido.adjuntos[0].firma) == (True, "", False)
    assert leido.avisos[0].startswith("El mensaje viene cifrado")


def test_un_documento_firmado_es_un_anexo_como_otro() -> None:
    parte = "Content-Type: application/pkcs7-mime; name=contrato.pdf.p7m\r\n\r\ndatos"
    leido = mixto("\r\nHola", parte)
    assert (leido.texto, leido.cifrado, leido.avisos) == ("Hola", False, ())


def test_la_invitacion_sin_texto_queda_como_anexo() -> None:
    leido = mixto("Content-Type: text/calendar\r\n\r\nBEGIN:VCALENDAR\nMETHOD:REQUEST", tipo="alternative")
    assert (leido.calendario_metodo, leido.adjuntos[0].nombre_seguro) == ("REQUEST", "anexo-1.ics")


@pytest.mark.parametrize(
    ("texto", "nuevo"),
    [
        ("Gracias.\n\nEl lun, 22 jun 2026 a las 8:00, DDDI escribió:\n> Hola\n> Ana", "Gracias."),
        (
            "El lun, 22 jun 2026, DDDI <d@x.co>\nescribió:\n> ¿Cuándo?\nEl jueves.\n> ¿Dónde?\nAquí.",
            "El jueves.\nAquí.",
        ),
        ("Gracias.\n\nOn Mon, Jun 22, 2026 DDDI wrote:\n\nHola sin marcas", "Gracias."),
        ("Gracias.\n\n-----Mensaje original-----\nDe: DDDI", "Gracias."),
        ("Gracias.\n\nDe: DDDI\nEnviado: lunes\nAsunto: x\n\nHola", "Gracias."),
        ("De: enero a marzo\nno hubo sesiones.", "De: enero a marzo\nno hubo sesiones."),
        ("> solo cita", "> solo cita"),
    ],
)
def test_el_hilo_citado_se_separa_como_lo_escriba_cada_programa(texto: str, nuevo: str) -> None:
    assert carta(texto, "Subject: RE: Apoyo", "Content-Type: text/plain; charset=utf-8").texto_nuevo == nuevo
