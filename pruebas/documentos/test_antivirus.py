"""Files scanned by a real ClamAV, and what happens while there is none."""

import io
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.test import Client
from pytest_django import Settings

from asiste.documentos import tareas
from asiste.documentos.acciones import examinar_pendientes, guardar_archivo
from asiste.documentos.models import Archivo
from asiste.solicitudes.acciones import ArchivoNombrado, ReglaIncumplida, responder
from asiste.solicitudes.models import Solicitud
from pruebas import fabricas
from pruebas.arnes import antivirus

pytestmark = pytest.mark.django_db
Examen = Archivo.Examen


@pytest.fixture(scope="module")
def socket(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A server for all the tests of this file."""
    if antivirus.PROGRAMA is None:
        pytest.skip("No hay clamd: instálelo con apt-get install clamav-daemon")
    with antivirus.servidor(tmp_path_factory.mktemp("clamav")) as donde:
        yield donde


@pytest.fixture
def vigila(socket: Path, settings: Settings) -> Path:
    """The server, configured."""
    settings.CLAMAV_SERVIDOR = str(socket)
    return socket


@pytest.fixture
def no_contesta(settings: Settings, tmp_path: Path) -> None:
    """A server that is configured and is not there."""
    settings.CLAMAV_SERVIDOR = str(tmp_path / "nadie")


def veredicto(contenido: bytes) -> tuple[str, str]:
    archivo = guardar_archivo(contenido=contenido)
    return archivo.examen, archivo.virus


def comprimido(contenido: bytes) -> bytes:
    memoria = io.BytesIO()
    with zipfile.ZipFile(memoria, "w", zipfile.ZIP_DEFLATED) as carpeta:
        carpeta.writestr("acta.txt", contenido)
    return memoria.getvalue()


def test_lo_limpio_queda_limpio(vigila: Path) -> None:
    assert veredicto(b"acta de reunion") == (Examen.LIMPIO, "")


@pytest.mark.parametrize(
    "contenido",
    [
        antivirus.EICAR,
        comprimido(antivirus.EICAR),
        b"From: a@b.co\nContent-Type: text/plain\n\n" + antivirus.EICAR + b"\n",
    ],
    ids=["suelto", "dentro-de-un-zip", "en-un-correo"],
)
def test_un_virus_se_guarda_y_no_se_entrega(vigila: Path, contenido: bytes) -> None:
    archivo = guardar_archivo(contenido=contenido)
    assert (archivo.examen, archivo.virus) == (Examen.INFECTADO, "Eicar.Prueba.UNOFFICIAL")
    assert archivo.retenido == "tiene un virus (Eicar.Prueba.UNOFFICIAL)"
    with archivo.abrir() as guardado:
        assert guardado.read() == contenido


def test_lo_que_no_cabe_en_el_antivirus_se_dice_y_no_se_repite(vigila: Path) -> None:
    archivo = guardar_archivo(contenido=b"0" * (antivirus.MAXIMO + 1))
    assert (archivo.examen, archivo.sin_revisar) == (Examen.IMPOSIBLE, "el antivirus no lo pudo revisar")
    assert examinar_pendientes() == 0


def test_sin_antivirus_no_se_avisa_nada() -> None:
    archivo = guardar_archivo(contenido=antivirus.EICAR)
    assert (archivo.examen, archivo.sin_revisar, archivo.retenido) == (Examen.PENDIENTE, "", "")


def test_si_no_contesta_se_guarda_y_se_entrega_con_aviso(no_contesta: None) -> None:
    archivo = guardar_archivo(contenido=b"acta")
    assert (archivo.examen, archivo.sin_revisar) == (Examen.PENDIENTE, "el antivirus aún no lo revisa")


@pytest.mark.parametrize("donde", ["127.0.0.1:1", "localhost:1"])
def test_un_servidor_por_red_que_no_contesta_tampoco_detiene_nada(settings: Settings, donde: str) -> None:
    settings.CLAMAV_SERVIDOR = donde
    assert veredicto(b"acta") == (Examen.PENDIENTE, "")


def test_lo_pendiente_se_examina_despues(socket: Path, settings: Settings, no_contesta: None) -> None:
    for contenido in (antivirus.EICAR, b"acta"):
        guardar_archivo(contenido=contenido)
    tareas.examinar(0)
    assert set(Archivo.objects.values_list("examen", flat=True)) == {Examen.PENDIENTE}
    settings.CLAMAV_SERVIDOR = str(socket)
    tareas.examinar(0)
    assert list(Archivo.objects.order_by("id").values_list("examen", flat=True)) == [Examen.INFECTADO, Examen.LIMPIO]


def test_un_archivo_que_falta_en_el_disco_no_detiene_a_los_demas(socket: Path, settings: Settings) -> None:
    perdido, otro = guardar_archivo(contenido=b"perdido"), guardar_archivo(contenido=b"otro")
    (Path(settings.MEDIA_ROOT) / perdido.ruta).unlink()
    settings.CLAMAV_SERVIDOR = str(socket)
    assert examinar_pendientes() == 1
    otro.refresh_from_db()
    assert otro.examen == Examen.LIMPIO


def test_la_tarea_no_hace_nada_sin_antivirus() -> None:
    guardar_archivo(contenido=b"acta")
    tareas.examinar(0)
    assert Archivo.objects.get().examen == Examen.PENDIENTE


def test_el_anexo_con_virus_no_se_descarga_y_dice_cual(vigila: Path) -> None:
    caso = fabricas.solicitud(anexos=[fabricas.archivo("acta.pdf", antivirus.EICAR)])
    equipo: Client = fabricas.sesion(fabricas.funcionario("dddi").usuario)
    respuesta = equipo.get(f"/equipo/solicitudes/{caso.radicado}/anexos/{caso.anexos.get().pk}/")
    assert respuesta.status_code == 403
    assert "tiene un virus (Eicar.Prueba.UNOFFICIAL)" in respuesta.content.decode()
    expediente = equipo.get(f"/equipo/solicitudes/{caso.radicado}/").content.decode()
    assert "retenido: tiene un virus (Eicar.Prueba.UNOFFICIAL)" in expediente


def test_no_se_le_envia_un_virus_a_la_entidad(vigila: Path) -> None:
    caso = fabricas.solicitud(estado=Solicitud.Estado.EN_TRAMITE)
    assert caso.asesor is not None
    anexo: ArchivoNombrado = fabricas.archivo("guia.pdf", antivirus.EICAR)
    with pytest.raises(ReglaIncumplida, match=r"«guia\.pdf» tiene un virus"):
        responder(solicitud=caso, texto="Va la guía.", anexos=[anexo], autor=caso.asesor.usuario, ahora=fabricas.AHORA)
