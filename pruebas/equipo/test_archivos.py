"""Files of a case: inert downloads, and programs that never leave."""

from django.test import Client
from django.urls import reverse

from asiste.directorio.models import Funcionario
from asiste.solicitudes.models import Anexo
from pruebas import fabricas


def url(asesora: Funcionario, nombre: str, contenido: bytes) -> str:
    """Address of a file of a case of hers."""
    caso = fabricas.solicitud(asesor=asesora, anexos=[fabricas.archivo(nombre, contenido)])
    return reverse("equipo:anexo", args=[caso.radicado, Anexo.objects.get(solicitud=caso).pk])


def test_el_archivo_se_entrega_como_descarga_inerte(navegador: Client, asesora: Funcionario) -> None:
    respuesta = navegador.get(url(asesora, "página.html", b"<script>1</script>"))
    assert respuesta.getvalue() == b"<script>1</script>"
    cabeceras = [respuesta.headers[cual] for cual in ("Content-Type", "X-Content-Type-Options", "Content-Disposition")]
    assert cabeceras == ["application/octet-stream", "nosniff", "attachment; filename*=utf-8''p%C3%A1gina.html"]


def test_un_programa_no_se_entrega_aunque_diga_ser_otra_cosa(navegador: Client, asesora: Funcionario) -> None:
    respuesta = navegador.get(url(asesora, "informe.pdf", b"MZ\x90\x00 programa"))
    assert (respuesta.status_code, respuesta.streaming) == (403, False)
    assert "«informe.pdf» es un programa" in respuesta.content.decode()


def test_en_el_expediente_el_programa_se_nombra_sin_enlace(navegador: Client, asesora: Funcionario) -> None:
    ruta = url(asesora, "informe.pdf", b"MZ\x90\x00 programa")
    pagina = navegador.get(ruta.split("anexos/")[0]).content.decode()
    assert "retenido: es un programa" in pagina
    assert ruta not in pagina


def test_el_archivo_de_otro_caso_no_sale_por_este(navegador: Client, asesora: Funcionario) -> None:
    ruta = url(asesora, "a.pdf", b"1")
    otro = fabricas.solicitud(asesor=asesora)
    numero = ruta.rstrip("/").split("/")[-1]
    assert navegador.get(reverse("equipo:anexo", args=[otro.radicado, numero])).status_code == 404
