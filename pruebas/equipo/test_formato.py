"""The page of a mail with its format, its pictures, and what is inside an attachment."""

import io
import zipfile

import pytest
from django.test import Client
from django.urls import reverse

from asiste.correo.models import MensajeEntrante
from asiste.solicitudes.models import Solicitud
from pruebas import fabricas

PNG = b"\x89PNG\r\n\x1a\n" + bytes(20)


def crudo(
    imagen: bytes = PNG, html: str = "<p>Hola</p><img src='cid:logo'><img src='http://a.example/p.gif'>"
) -> bytes:
    return (
        b"From: a@b.co\nContent-Type: multipart/related; boundary=x\n\n--x\nContent-Type: text/html; charset=utf-8\n\n"
        + html.encode()
        + b"\n--x\nContent-Type: image/png\nContent-ID: <logo>\n\n"
        + imagen
        + b"\n--x--"
    )


def mensaje(solicitud: Solicitud | None, contenido: bytes) -> MensajeEntrante:
    resultado = MensajeEntrante.Resultado
    return MensajeEntrante.objects.create(
        crudo=fabricas.archivo(contenido=contenido).archivo,
        guardado_en=fabricas.AHORA,
        resultado=resultado.RADICADO if solicitud else resultado.CUARENTENA,
        solicitud=solicitud,
        asunto="Acta",
        texto="Texto del correo",
        avisos=["No se pudo comprobar."],
    )


@pytest.fixture
def caso(db: None) -> Solicitud:
    return fabricas.solicitud()


def ver(navegador: Client, caso: Solicitud, contenido: bytes) -> str:
    recibido = mensaje(caso, contenido)
    return navegador.get(reverse("equipo:formato", args=[caso.radicado, recibido.pk])).content.decode()


def imagen(navegador: Client, caso: Solicitud, contenido: bytes, indice: int = 0) -> tuple[int, dict[str, str], bytes]:
    """Status, headers and body of a picture of a mail of the case."""
    recibido = mensaje(caso, contenido)
    respuesta = navegador.get(reverse("equipo:imagen", args=[caso.radicado, recibido.pk, indice]))
    return respuesta.status_code, dict(respuesta.headers), respuesta.content


def test_se_ve_limpio_con_sus_imagenes_y_sin_las_ajenas(radicadora: Client, caso: Solicitud) -> None:
    pagina = ver(radicadora, caso, crudo())
    assert "<p>Hola</p>" in pagina
    assert f"/equipo/solicitudes/{caso.radicado}/mensajes/" in pagina
    assert "Se ocultó 1 imagen de otro sitio" in pagina
    assert "a.example" not in pagina


def test_se_cuentan_las_imagenes_ocultas(radicadora: Client, caso: Solicitud) -> None:
    tres = "".join(f"<img src='http://a.example/{n}.gif'>" for n in range(3))
    assert "Se ocultaron 3 imágenes de otros sitios" in ver(radicadora, caso, crudo(html=tres + "Hola"))


def test_muestra_las_advertencias(radicadora: Client, caso: Solicitud) -> None:
    assert "No se pudo comprobar." in ver(radicadora, caso, crudo())


def test_sin_html_muestra_el_texto_y_lo_dice(radicadora: Client, caso: Solicitud) -> None:
    pagina = ver(radicadora, caso, b"From: a@b.co\n\nHola")
    assert "Texto del correo" in pagina
    assert "Este correo no trae formato: es solo texto." in pagina


def test_lo_excesivo_se_dice(radicadora: Client, caso: Solicitud) -> None:
    assert "es demasiado grande para mostrarlo" in ver(radicadora, caso, crudo(html="<b>" * 100_001))


def test_la_imagen_llega_tal_cual_y_encerrada(radicadora: Client, caso: Solicitud) -> None:
    estado, cabeceras, cuerpo = imagen(radicadora, caso, crudo())
    assert (estado, cuerpo) == (200, PNG)
    assert {
        nombre: cabeceras[nombre] for nombre in ("Content-Type", "Content-Disposition", "X-Content-Type-Options")
    } == {
        "Content-Type": "image/png",
        "Content-Disposition": "inline",
        "X-Content-Type-Options": "nosniff",
    }
    assert cabeceras["Content-Security-Policy"] == "default-src 'none'; sandbox; frame-ancestors 'none'"


@pytest.mark.parametrize("falsa", [b"<svg onload=alert(1)>", b"<html><script>x</script>", b"%PDF-1.7", b""])
def test_lo_que_no_es_una_imagen_no_se_sirve_ni_se_muestra(radicadora: Client, caso: Solicitud, falsa: bytes) -> None:
    assert imagen(radicadora, caso, crudo(falsa))[0] == 404
    assert "<img" not in ver(radicadora, caso, crudo(falsa, "Hola<img src='cid:logo'>")).partition("Como lo envió")[2]


def test_una_imagen_que_no_esta_no_existe(radicadora: Client, caso: Solicitud) -> None:
    assert imagen(radicadora, caso, crudo(), indice=1)[0] == 404


def test_el_retenido_se_ve_con_formato_y_sin_enlaces_vivos(radicadora: Client, db: None) -> None:
    retenido = mensaje(None, crudo(html="<a href='http://malo.example'>Pulse</a><img src='cid:logo'>"))
    pagina = radicadora.get(reverse("equipo:formato-retenido", args=[retenido.pk])).content.decode()
    assert "Pulse <small>(http://malo.example)</small>" in pagina
    assert 'href="http://malo.example"' not in pagina
    direccion = reverse("equipo:imagen-retenida", args=[retenido.pk, 0])
    assert f'src="{direccion}"' in pagina
    assert radicadora.get(direccion).content == PNG


def test_se_ve_que_trae_un_comprimido(radicadora: Client) -> None:
    memoria = io.BytesIO()
    with zipfile.ZipFile(memoria, "w") as carpeta:
        carpeta.writestr("Fotos/<estante> 03.jpg", b"hola")
    caso = fabricas.solicitud(anexos=[fabricas.archivo("fotos.zip", memoria.getvalue())])
    anexo = caso.anexos.get()
    direccion = reverse("equipo:contenido", args=[caso.radicado, anexo.pk])
    assert direccion in radicadora.get(reverse("equipo:solicitud", args=[caso.radicado])).content.decode()
    assert "Fotos/&lt;estante&gt; 03.jpg" in radicadora.get(direccion).content.decode()


def test_lo_que_no_trae_otros_no_se_abre(radicadora: Client) -> None:
    caso = fabricas.solicitud(anexos=[fabricas.archivo()])
    assert radicadora.get(reverse("equipo:contenido", args=[caso.radicado, caso.anexos.get().pk])).status_code == 404
