"""Anyone checks a document that was issued."""

from collections.abc import Iterator
from datetime import date
from http import HTTPStatus

import pytest
import time_machine
from django.core.cache import cache
from django.core.files.storage import default_storage
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from asiste.documentos.acciones import expedir
from asiste.documentos.models import Documento, Firmante
from asiste.documentos.pdf import componer
from asiste.documentos.verificacion import LETRAS, normalizar, nuevo_codigo
from asiste.web.publico.verificacion.forms import CABE
from asiste.web.publico.verificacion.medida import SOBRE
from pruebas.fabricas import AHORA

pytestmark = pytest.mark.django_db

CODIGO = "K7QM-2XVB-9RTD"
IGUAL = "Es el mismo documento, byte por byte"


@pytest.fixture(autouse=True)
def reloj() -> Iterator[None]:
    """The clock stopped, and nobody has asked anything yet."""
    cache.clear()
    with time_machine.travel(AHORA, tick=False):
        yield


def expedido(*, reserva: str = "", codigo: str = CODIGO) -> Documento:
    vacio = {"asunto": "Asunto secreto", "quien": "", "corte": "", "piezas": [], "faltan": [], "notas": []}
    return expedir(
        codigo=codigo,
        titulo="Acta de la mesa de procesos",
        emisor="Dirección Distrital de Desarrollo Institucional",
        contenido=componer("indice", {"titulo": "Acta", **vacio}, fecha=date(2026, 11, 19)),
        firmantes=[Firmante("Laura Ortiz", "Asesora", AHORA)],
        reserva=reserva,
        ahora=AHORA,
    )


def contenido(documento: Documento) -> bytes:
    with documento.archivo.abrir() as abierto:
        return bytes(abierto.read())


def subir(cliente: Client, ruta: str, archivo: bytes, nombre: str = "acta.pdf") -> str:
    return cliente.post(ruta, {"archivo": SimpleUploadedFile(nombre, archivo)}).content.decode()


def test_el_codigo_escrito_de_cualquier_manera_lleva_al_documento(client: Client) -> None:
    documento = expedido()
    respuesta = client.get("/verificar/", {"codigo": " k7qm 2xvb9rtd "})
    assert (respuesta.status_code, respuesta["Location"]) == (HTTPStatus.FOUND, f"/verificar/{documento.codigo}/")


def test_muestra_quien_lo_expide_cuando_su_huella_quien_lo_aprobo_y_su_sello(client: Client) -> None:
    documento = expedido()
    pagina = client.get(f"/verificar/{CODIGO}/").content.decode()
    esperado = (
        "Acta de la mesa de procesos",
        "Dirección Distrital de Desarrollo Institucional",
        "jueves 19\xa0nov 2026, 10:00\xa0a.\xa0m.",
        documento.huella,
        "Laura Ortiz",
        "Sello válido",
        "Es un certificado de prueba",
    )
    assert [dato for dato in esperado if dato not in pagina] == []


def test_el_archivo_expedido_es_el_mismo_byte_por_byte(client: Client) -> None:
    documento = expedido()
    assert IGUAL in subir(client, f"/verificar/{CODIGO}/", contenido(documento))


def test_un_byte_de_mas_ya_no_coincide(client: Client) -> None:
    documento = expedido()
    pagina = subir(client, f"/verificar/{CODIGO}/", contenido(documento) + b"\n")
    assert ("<strong>No coincide</strong>" in pagina, IGUAL in pagina) == (True, False)


def test_con_el_archivo_y_sin_el_codigo_tambien_se_encuentra(client: Client) -> None:
    pagina = subir(client, "/verificar/", contenido(expedido()))
    assert (IGUAL in pagina, CODIGO in pagina) == (True, True)


@pytest.mark.parametrize("archivo", [b"", b"%PDF-1.7\nroto", b"\0" * 100_000, b"<script>"])
def test_un_archivo_cualquiera_no_coincide_con_nada(client: Client, archivo: bytes) -> None:
    expedido()
    nombre = "../../<b>acta</b>.pdf"
    assert "<strong>No coincide</strong>" in subir(client, "/verificar/", archivo, nombre)


def test_lo_que_se_sube_no_se_guarda(client: Client) -> None:
    expedido()
    antes = default_storage.listdir("")
    subir(client, "/verificar/", b"%PDF-1.7 privado")
    assert default_storage.listdir("") == antes


def test_sin_archivo_se_pide(client: Client) -> None:
    expedido()
    pagina = client.post(f"/verificar/{CODIGO}/").content.decode()
    assert pagina.count("Elija el archivo que quiere comprobar.") == 2


def test_lo_reservado_se_verifica_pero_no_se_descarga(client: Client) -> None:
    documento = expedido(reserva="Trae la lista de asistencia")
    pagina = client.get(f"/verificar/{CODIGO}/").content.decode()
    assert ("Contenido reservado" in pagina, "Descargar" in pagina, "Asunto secreto" in pagina) == (True, False, False)
    assert IGUAL in subir(client, f"/verificar/{CODIGO}/", contenido(documento))
    assert client.get(f"/verificar/{CODIGO}/documento/").status_code == HTTPStatus.NOT_FOUND


def test_lo_publico_se_descarga_como_se_expidio(client: Client) -> None:
    documento = expedido()
    respuesta = client.get(f"/verificar/{CODIGO}/documento/")
    bajado = respuesta.getvalue()
    assert (bajado, respuesta["Content-Disposition"]) == (contenido(documento), f'attachment; filename="{CODIGO}.pdf"')


@pytest.mark.parametrize(
    "ruta", ["/verificar/AAAA-BBBB-CCCC/", "/verificar/x/", "/verificar/AAAA-BBBB-CCCC/documento/"]
)
def test_un_codigo_que_no_existe_no_tiene_pagina(client: Client, ruta: str) -> None:
    expedido()
    assert client.get(ruta).status_code == HTTPStatus.NOT_FOUND


@pytest.mark.parametrize(
    ("escrito", "frase"),
    [
        ("", "Escriba el código."),
        ("K7QM", "Escriba las doce letras y cifras del código; los guiones no hacen falta."),
        ("K7QM-2XVB-9RT0", "Escriba las doce letras y cifras del código; los guiones no hacen falta."),
        ("A" * 70, "El código es más largo que uno de verificación."),
        ("AAAA-BBBB-CCCC", "Ningún documento expedido tiene el código AAAA-BBBB-CCCC."),
    ],
)
def test_un_codigo_mal_escrito_se_explica(client: Client, escrito: str, frase: str) -> None:
    assert frase in client.get("/verificar/", {"codigo": escrito}).content.decode()


def test_si_el_archivo_guardado_cambio_no_se_da_por_bueno(client: Client) -> None:
    documento = expedido()
    ruta = documento.archivo.ruta
    with default_storage.open(ruta, "r+b") as abierto:
        abierto.seek(200)
        abierto.write(b"X")
    pagina = client.get(f"/verificar/{CODIGO}/").content.decode()
    assert ("No se pudo comprobar el sello" in pagina, "Sello válido" in pagina) == (True, False)


def test_un_archivo_enorme_se_rechaza_sin_leerlo(client: Client) -> None:
    expedido()
    enorme = str(CABE + SOBRE + 1)
    respuesta = client.post("/verificar/", {"archivo": SimpleUploadedFile("a.pdf", b"x")}, CONTENT_LENGTH=enorme)
    assert respuesta.status_code == HTTPStatus.REQUEST_ENTITY_TOO_LARGE


def test_quien_prueba_codigos_sin_parar_espera(client: Client) -> None:
    estados = [client.get("/verificar/", {"codigo": nuevo_codigo()}).status_code for _ in range(61)]
    assert (set(estados[:60]), estados[60]) == ({HTTPStatus.OK}, HTTPStatus.TOO_MANY_REQUESTS)


def test_los_archivos_llevan_la_marca_contra_formularios_ajenos() -> None:
    ajeno = Client(enforce_csrf_checks=True)
    archivo = {"archivo": SimpleUploadedFile("a.pdf", b"x")}
    assert ajeno.post("/verificar/", archivo).status_code == HTTPStatus.FORBIDDEN


def test_los_codigos_no_traen_letras_que_se_confunden() -> None:
    codigo = nuevo_codigo()
    assert (normalizar(codigo), len(codigo), set("01OIL") & set(LETRAS)) == (codigo, 14, set())


def test_dos_codigos_son_distintos() -> None:
    assert len({nuevo_codigo() for _ in range(1000)}) == 1000
