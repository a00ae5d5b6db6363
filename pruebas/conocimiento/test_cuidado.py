"""What happens to a publication once it is in the bank."""

from typing import Any

import pytest

from asiste.auditoria.models import Hecho
from asiste.conocimiento.acciones.cuidado import Novedad, cambiar_vigencia, clasificar, publicar_version
from asiste.conocimiento.acciones.publicaciones import NoSePublica
from asiste.conocimiento.models import Publicacion
from asiste.cuentas.models import Rol
from pruebas import fabricas, fabricas_conceptos

pytestmark = pytest.mark.django_db
Clase, Estado = Publicacion.Clase, Publicacion.Estado


def linea(**cambios: Any) -> Publicacion:
    """A technical line with a file."""
    datos = {
        "clase": Clase.LINEA,
        "numero": "",
        "titulo": "Compra de escáneres",
        "archivo": fabricas.archivo().archivo,
    }
    return fabricas_conceptos.publicacion(**datos | cambios)


def otra_version(publicacion: Publicacion, **cambios: Any) -> Publicacion:
    """Its next version."""
    datos = {"titulo": "Compra de escáneres 2026", "cambio": "Se agregan los portátiles"}
    novedad = Novedad(**datos | cambios)
    autor = fabricas.usuario(rol=Rol.DIRECCION)
    return publicar_version(publicacion=publicacion, novedad=novedad, autor=autor, ahora=fabricas.AHORA)


@pytest.mark.disposicion("7.1.3-lineas-tecnicas")
def test_otra_version_queda_en_la_misma_direccion_y_la_anterior_en_la_historia() -> None:
    primera = linea()
    nuevo = fabricas.archivo("nueva.pdf", b"%PDF-1.7 nueva").archivo
    segunda = otra_version(primera, archivo=nuevo)
    historia = segunda.versiones.order_by("numero").values_list("numero", "titulo", "cambio", "archivo")
    assert (segunda.clave, segunda.version, segunda.archivo) == (primera.clave, 2, nuevo)
    assert list(historia) == [
        (1, "Compra de escáneres", "", primera.archivo_id),
        (2, "Compra de escáneres 2026", "Se agregan los portátiles", nuevo.pk),
    ]


@pytest.mark.disposicion("7.1.3-guia-proyectos")
def test_con_solo_un_enlace_el_archivo_y_el_texto_de_una_guia_quedan_en_la_historia() -> None:
    guia = linea(clase=Clase.GUIA, titulo="Guía para formular proyectos")
    nueva = otra_version(guia, enlace="https://archivobogota.gov.co/guia")
    nueva.refresh_from_db()
    assert (nueva.archivo, nueva.html, nueva.texto, nueva.enlace) == (None, "", "", "https://archivobogota.gov.co/guia")
    assert nueva.versiones.get(numero=1).archivo_id == guia.archivo_id


@pytest.mark.parametrize("texto", ["Se compran portátiles", ""])
def test_con_otro_archivo_se_leen_y_se_buscan_sus_palabras_y_no_las_de_antes(texto: str) -> None:
    vieja = linea(html="<p>La cédula 52.345.678</p>", texto="La cédula 52.345.678", enlace="https://ejemplo.gov.co")
    nuevo = fabricas.archivo("nueva.pdf", b"%PDF-1.7 nueva").archivo
    nueva = otra_version(vieja, archivo=nuevo, texto=texto)
    nueva.refresh_from_db()
    assert (nueva.archivo, nueva.html, nueva.texto, nueva.enlace) == (nuevo, "", texto, "")


def test_una_version_trae_algo_que_leer() -> None:
    with pytest.raises(NoSePublica, match="Suba un archivo o escriba un enlace"):
        otra_version(linea())


def test_una_version_dice_que_cambio() -> None:
    with pytest.raises(NoSePublica, match="Escriba qué cambió"):
        otra_version(linea(), cambio=" ")


def test_lo_retirado_no_se_cambia() -> None:
    retirada = cambiar_vigencia(publicacion=linea(), estado=Estado.RETIRADA, motivo="Se reemplazó")
    with pytest.raises(NoSePublica, match="Está retirada"):
        otra_version(retirada)


@pytest.mark.parametrize("estado", [Estado.NO_VIGENTE, Estado.RETIRADA])
def test_lo_que_no_rige_dice_por_que(estado: str) -> None:
    publicacion = linea()
    with pytest.raises(NoSePublica, match="Escriba por qué"):
        cambiar_vigencia(publicacion=publicacion, estado=estado, motivo=" ")
    quedo = cambiar_vigencia(publicacion=publicacion, estado=estado, motivo="Cambió la\nnorma")
    assert (quedo.estado, quedo.motivo) == (estado, "Cambió la norma")


def test_lo_retirado_vuelve_sin_motivo() -> None:
    publicacion = cambiar_vigencia(publicacion=linea(), estado=Estado.RETIRADA, motivo="Por error")
    vuelve = cambiar_vigencia(publicacion=publicacion, estado=Estado.VIGENTE)
    assert (vuelve.estado, vuelve.motivo) == (Estado.VIGENTE, "")


def test_no_se_pone_como_ya_esta() -> None:
    with pytest.raises(NoSePublica, match="Ya está como «vigente»"):
        cambiar_vigencia(publicacion=linea(), estado=Estado.VIGENTE)


def test_lo_que_otra_dejo_sin_efecto_no_vuelve_mientras_la_relacion_siga() -> None:
    vieja, nueva = fabricas_conceptos.publicacion(), fabricas_conceptos.publicacion()
    fabricas_conceptos.relacionar(origen=nueva, tipo="sin-efecto", destino=vieja)
    with pytest.raises(NoSePublica, match="quite primero esa relación"):
        cambiar_vigencia(publicacion=vieja, estado=Estado.VIGENTE)


def test_la_ficha_cambia_el_resumen_y_los_temas() -> None:
    publicacion = linea(temas=[fabricas.tema()])
    clasificar(
        publicacion=publicacion, resumen=" Qué escáner comprar ", temas=[fabricas.tema("planeacion-institucional")]
    )
    publicacion.refresh_from_db()
    assert publicacion.resumen == "Qué escáner comprar"
    assert list(publicacion.temas.values_list("clave", flat=True)) == ["planeacion-institucional"]


def test_cada_cambio_de_vigencia_queda_en_la_auditoria() -> None:
    publicacion = cambiar_vigencia(publicacion=linea(), estado=Estado.RETIRADA, motivo="Por error")
    hechos = Hecho.objects.filter(tabla="conocimiento_publicacion", fila=str(publicacion.pk), operacion="UPDATE")
    assert list(hechos.values_list("despues__estado", flat=True)) == ["retirada"]
