"""A concept whose request goes to another office while it is written, reviewed or waits for a signature."""

import pytest

from asiste.conceptos.acciones.ejemplares import preparar_firma
from asiste.conceptos.acciones.revision import devolver, enviar_a_revision, pasar_a_firma
from asiste.conceptos.models import Concepto
from asiste.conceptos.pendientes import lo_que_falta
from asiste.directorio.models import Funcionario
from asiste.solicitudes.acciones import ReglaIncumplida, reasignar
from pruebas import fabricas
from pruebas.conceptos import casos
from pruebas.fabricas import AHORA

pytestmark = pytest.mark.django_db
DEVUELVALO = (
    r"^La solicitud pasó a SSDA y el concepto se envió desde STDI: devuélvalo a redacción, y queda en SSDA, "
    r"con su formato y su numeración\.$"
)


@pytest.fixture
def archivista() -> Funcionario:
    """Adviser of the archive."""
    return fabricas.funcionario("ssda", nombre="Diana Pérez")


def pasar(concepto: Concepto, a: Funcionario) -> Concepto:
    """Its request is given to somebody else."""
    autor = concepto.proyecta.usuario
    reasignar(solicitud=concepto.solicitud, asesor=a, motivo="Es de su oficina.", autor=autor, ahora=AHORA)
    return Concepto.objects.completos().get(pk=concepto.pk)


def revisor(concepto: Concepto) -> Funcionario:
    assert concepto.revisa is not None
    return concepto.revisa


def test_al_escribir_el_proyecto_pasa_a_la_oficina_que_atiende(archivista: Funcionario) -> None:
    concepto = pasar(casos.escrito(), archivista)
    casos.escribir(concepto, "marco", "Ley 594 de 2000.")
    concepto.refresh_from_db()
    assert concepto.dependencia == archivista.dependencia


@pytest.mark.disposicion("7.1.2-concepto")
def test_lo_obligatorio_es_lo_de_la_oficina_que_atiende(archivista: Funcionario) -> None:
    escrito = casos.escrito()
    casos.escribir(escrito, "analisis", "")
    assert lo_que_falta(escrito) == []
    concepto = pasar(escrito, archivista)
    assert lo_que_falta(concepto) == ["Falta escribir «Análisis técnico»."]
    with pytest.raises(ReglaIncumplida, match="Falta escribir «Análisis técnico»"):
        casos.en_revision(concepto, revisa=casos.cabeza("ssda"))


def test_se_envia_desde_la_oficina_que_atiende(archivista: Funcionario) -> None:
    concepto = pasar(casos.escrito(), archivista)
    version = enviar_a_revision(
        concepto=concepto, revisa=casos.cabeza("ssda"), autor=concepto.proyecta.usuario, ahora=AHORA
    )
    concepto.refresh_from_db()
    assert (concepto.dependencia, version.contenido["dependencia"]) == (
        archivista.dependencia,
        archivista.dependencia.nombre,
    )


def test_no_pasa_a_firma_el_de_una_solicitud_que_es_de_otra_direccion(archivista: Funcionario) -> None:
    concepto = pasar(casos.en_revision(), archivista)
    with pytest.raises(ReglaIncumplida, match=DEVUELVALO):
        pasar_a_firma(concepto=concepto, autor=revisor(concepto).usuario, ahora=AHORA)


def test_no_se_prepara_ni_se_firma_con_la_serie_de_la_otra_direccion(archivista: Funcionario) -> None:
    concepto = casos.por_firmar()
    ejemplar = casos.abierto(concepto)
    pasar(concepto, archivista)
    with pytest.raises(ReglaIncumplida, match=DEVUELVALO):
        preparar_firma(concepto=concepto, firmante=ejemplar.firmante, ahora=AHORA)
    with pytest.raises(ReglaIncumplida, match=DEVUELVALO):
        casos.firmar(ejemplar)


def test_devuelto_sigue_en_la_otra_direccion_con_su_numero(archivista: Funcionario) -> None:
    concepto = pasar(casos.por_firmar(), archivista)
    devuelto = devolver(concepto=concepto, motivo="Es del Archivo.", autor=archivista.usuario, ahora=AHORA)
    assert devuelto.dependencia == archivista.dependencia
    assert casos.firmado(casos.por_firmar(devuelto, revisa=casos.cabeza("ssda"))).numero == "C-DDAB-2026-1"


def test_dentro_de_la_misma_direccion_tampoco_lo_firma_quien_ya_no_atiende() -> None:
    ejemplar = casos.abierto(casos.por_firmar())
    pasar(ejemplar.version.concepto, fabricas.funcionario("imprenta"))
    with pytest.raises(ReglaIncumplida, match="queda en Imprenta, con su formato y la firma de quien la dirige"):
        casos.firmar(ejemplar)


def test_devuelto_lo_firma_quien_dirige_la_que_atiende_con_la_numeracion_de_la_direccion() -> None:
    concepto, impresora = casos.por_firmar(), fabricas.funcionario("imprenta")
    devuelto = devolver(
        concepto=pasar(concepto, impresora), motivo="Es de la Imprenta.", autor=impresora.usuario, ahora=AHORA
    )
    firmado = casos.firmado(casos.por_firmar(devuelto, revisa=casos.cabeza("imprenta")))
    assert (firmado.numero, firmado.dependencia) == ("C-DDDI-2026-1", impresora.dependencia)
