"""Who signs, what is signed and the number it takes."""

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
import time_machine
from django.core.files.storage import default_storage
from pytest_django import Settings

from asiste.conceptos.acciones.ejemplares import abrir_ejemplar, preparar_firma
from asiste.conceptos.acciones.firma import OtroEjemplar, firmar
from asiste.conceptos.acciones.revision import devolver
from asiste.conceptos.models import Concepto, ConsecutivoConcepto, EjemplarConcepto
from asiste.cuentas.models import Rol
from asiste.directorio.acciones import registrar_ausencia
from asiste.directorio.models import Funcionario
from asiste.documentos.certificados import fabricar
from asiste.documentos.models import Documento
from asiste.documentos.sello import SelloImposible
from asiste.notificaciones.models import Mensaje
from asiste.solicitudes import acciones as de_solicitudes
from asiste.solicitudes.acciones import ReglaIncumplida
from pruebas import fabricas, fabricas_conceptos
from pruebas.conceptos import casos
from pruebas.fabricas import AHORA

pytestmark = pytest.mark.django_db
HOY = AHORA.date()


def nada_hecho(concepto: Concepto) -> bool:
    """Neither number, nor document, nor mail, nor state."""
    concepto.refresh_from_db()
    sin_rastro = not Documento.objects.exists() and not ConsecutivoConcepto.objects.filter(ultimo__gt=0).exists()
    return sin_rastro and concepto.estado == "firma" and not Mensaje.objects.filter(texto__contains="concepto C-")


@pytest.mark.disposicion("6.3-conceptos")
def test_al_firmar_toma_su_numero_y_sella_los_bytes_que_se_vieron() -> None:
    concepto = casos.por_firmar()
    ejemplar = casos.abierto(concepto)
    firmado = casos.firmar(ejemplar)
    assert firmado.documento is not None
    with ejemplar.archivo.abrir() as visto, firmado.documento.archivo.abrir() as sellado:
        visto_entero = visto.read()
        assert sellado.read()[: len(visto_entero)] == visto_entero
    assert (firmado.numero, firmado.estado, firmado.firmado_en) == ("C-DDDI-2026-1", "firmado", AHORA)
    assert firmado.documento.codigo == ejemplar.version.codigo


def test_el_siguiente_de_la_direccion_toma_el_siguiente_numero() -> None:
    casos.firmado()
    assert casos.firmado(entidad=fabricas.entidad("sed")).numero == "C-DDDI-2026-2"


def test_cada_direccion_lleva_su_cuenta() -> None:
    casos.firmado()
    assert casos.firmado(oficina="ssda").numero == "C-DDAB-2026-1"


def test_los_que_ya_estaban_en_el_banco_no_se_numeran_otra_vez() -> None:
    fabricas_conceptos.publicacion(numero="C-DDAB-2026-88")
    assert casos.firmado(oficina="ssda").numero == "C-DDAB-2026-89"


def asesora(clave: str = "stdi") -> Funcionario:
    return fabricas.funcionario(clave, nombre="Sin competencia")


@pytest.mark.disposicion("6.3-conceptos")
@pytest.mark.parametrize(
    "quien",
    [
        asesora,
        lambda: casos.cabeza("imprenta"),
        lambda: casos.cabeza("ddab", rol=Rol.DIRECCION),
        lambda: casos.cabeza("sdfi", rol=Rol.SDFI),
        lambda: casos.cabeza("sdfi", rol=Rol.DIRECCION),
    ],
    ids=["una asesora", "otra subdirección", "otra dirección", "la Subsecretaría", "desde la Subsecretaría"],
)
def test_no_firma_quien_no_dirige_la_dependencia(quien: Callable[[], Funcionario]) -> None:
    concepto = casos.por_firmar()
    with pytest.raises(ReglaIncumplida, match="Hoy usted no dirige STDI"):
        preparar_firma(concepto=concepto, firmante=quien(), ahora=AHORA)


def test_firma_quien_dirige_la_direccion_de_la_que_hace_parte() -> None:
    directora = casos.cabeza("dddi", nombre="Diana Pérez", rol=Rol.DIRECCION)
    assert casos.firmar(casos.abierto(casos.por_firmar(), directora)).firma == directora


def test_quien_esta_ausente_no_firma_y_su_encargado_si() -> None:
    concepto = casos.por_firmar()
    titular, encargada = concepto.revisa, asesora()
    assert titular is not None
    registrar_ausencia(asesor=titular, sustituto=encargada, desde=HOY, hasta=HOY, motivo="Comisión")
    with pytest.raises(ReglaIncumplida, match="Hoy usted no dirige"):
        preparar_firma(concepto=concepto, firmante=titular, ahora=AHORA)
    casos.encargar(encargada, concepto.dependencia, autor=titular, hasta=HOY)
    firmado = casos.firmar(casos.abierto(concepto, encargada))
    assert firmado.documento is not None
    assert firmado.documento.firmantes[0]["cargo"] == f"{concepto.dependencia.titular} (E)"


def test_perdida_la_competencia_entre_ver_y_firmar_no_se_firma() -> None:
    concepto = casos.por_firmar()
    ejemplar = casos.abierto(concepto)
    registrar_ausencia(asesor=ejemplar.firmante, sustituto=asesora(), desde=HOY, hasta=HOY, motivo="Licencia")
    with pytest.raises(ReglaIncumplida, match="Hoy usted no dirige"):
        casos.firmar(ejemplar)
    assert nada_hecho(concepto)


@pytest.mark.disposicion("6.3-conceptos")
def test_nadie_firma_lo_que_no_abrio() -> None:
    concepto = casos.por_firmar()
    assert concepto.revisa is not None
    cerrado = preparar_firma(concepto=concepto, firmante=concepto.revisa, ahora=AHORA)
    with pytest.raises(ReglaIncumplida, match="Abra primero el PDF"):
        casos.firmar(cerrado)
    assert nada_hecho(concepto)


def test_la_huella_que_se_envia_es_la_de_lo_que_se_vio() -> None:
    concepto = casos.por_firmar()
    ejemplar = casos.abierto(concepto)
    with pytest.raises(OtroEjemplar, match="no es lo que se firmaría"):
        firmar(ejemplar=ejemplar, huella="0" * 64, ahora=AHORA)
    assert nada_hecho(concepto)


def test_si_otro_tomo_el_numero_hay_que_ver_los_bytes_nuevos() -> None:
    concepto = casos.por_firmar()
    ejemplar = casos.abierto(concepto)
    casos.firmado(entidad=fabricas.entidad("sed"))
    with pytest.raises(OtroEjemplar, match="a este le toca el C-DDDI-2026-2"):
        casos.firmar(ejemplar)
    assert casos.firmar(casos.abierto(concepto)).numero == "C-DDDI-2026-2"
    assert ConsecutivoConcepto.objects.get().ultimo == 2


def test_lo_visto_ayer_no_se_firma_hoy() -> None:
    ejemplar = casos.abierto(casos.por_firmar())
    manana = AHORA + timedelta(days=1)
    with pytest.raises(OtroEjemplar, match="lleva la fecha de otro día"):
        firmar(ejemplar=ejemplar, huella=ejemplar.archivo.huella, ahora=manana)


def test_lo_que_se_volvio_a_escribir_hay_que_verlo_de_nuevo() -> None:
    concepto = casos.por_firmar()
    viejo, quien = casos.abierto(concepto), concepto.revisa
    assert quien is not None
    devolver(concepto=concepto, motivo="Falta el marco.", autor=quien.usuario, ahora=AHORA)
    casos.escribir(concepto, "marco", "Decreto 221.")
    casos.por_firmar(concepto, revisa=quien)
    with pytest.raises(OtroEjemplar, match="se volvió a escribir"):
        casos.firmar(viejo)


def test_el_ejemplar_que_se_vio_sigue_sirviendo_al_volver_a_abrir() -> None:
    concepto = casos.por_firmar()
    assert casos.abierto(concepto) == casos.abierto(concepto)
    assert EjemplarConcepto.objects.count() == 1


def test_lo_firmado_no_se_firma_otra_vez() -> None:
    ejemplar = casos.abierto(casos.por_firmar())
    casos.firmar(ejemplar)
    with pytest.raises(ReglaIncumplida, match="ahora está firmado, con el número C-DDDI-2026-1"):
        casos.firmar(ejemplar)


def test_con_el_certificado_vencido_no_se_hace_nada(tmp_path: Path, settings: Settings) -> None:
    concepto = casos.por_firmar()
    ejemplar = casos.abierto(concepto)
    desde, hasta = datetime(2024, 1, 1, tzinfo=UTC), datetime(2026, 1, 2, tzinfo=UTC)
    contenido, _ = fabricar(titular="Secretaría General", clave=b"clave", desde=desde, hasta=hasta)
    (tmp_path / "sello.p12").write_bytes(contenido)
    settings.SELLO_CERTIFICADO, settings.SELLO_CLAVE = str(tmp_path / "sello.p12"), "clave"
    with pytest.raises(SelloImposible, match="venció el 02/01/2026"):
        casos.firmar(ejemplar)
    assert nada_hecho(concepto)


def test_instalado_el_certificado_se_firma_lo_mismo_que_se_vio(settings: Settings) -> None:
    ejemplar = casos.abierto(casos.por_firmar())
    settings.SELLO_DE_PRUEBA = False
    with pytest.raises(SelloImposible, match="No hay certificado"):
        casos.firmar(ejemplar)
    settings.SELLO_DE_PRUEBA = True
    assert casos.firmar(ejemplar).numero == "C-DDDI-2026-1"


def test_si_el_archivo_por_firmar_se_perdio_se_dice() -> None:
    ejemplar = casos.abierto(casos.por_firmar())
    default_storage.delete(ejemplar.archivo.ruta)
    with pytest.raises(ReglaIncumplida, match="no está en el almacén"):
        abrir_ejemplar(ejemplar=ejemplar, ahora=AHORA)


def test_si_la_solicitud_se_anulo_no_se_firma() -> None:
    concepto = casos.por_firmar()
    ejemplar = casos.abierto(concepto)
    autor = ejemplar.firmante.usuario
    de_solicitudes.anular(solicitud=concepto.solicitud, motivo="Repetida.", autor=autor, ahora=AHORA)
    with pytest.raises(ReglaIncumplida, match="La solicitud se anuló"):
        casos.firmar(ejemplar)
    assert nada_hecho(concepto)


def test_el_numero_es_del_ano_de_la_firma_en_bogota() -> None:
    fin_de_ano = datetime(2026, 12, 31, 22, 0, tzinfo=fabricas.BOGOTA)
    concepto = casos.por_firmar()
    assert concepto.revisa is not None
    with time_machine.travel(fin_de_ano, tick=False):
        ejemplar = preparar_firma(concepto=concepto, firmante=concepto.revisa, ahora=fin_de_ano)
    assert (ejemplar.numero, fin_de_ano.astimezone(UTC).date()) == ("C-DDDI-2026-1", date(2027, 1, 1))
