"""The list of the concepts and the formats of the offices."""

from datetime import datetime, timedelta

import pytest
from django.test import Client

from asiste.conceptos.models import Concepto, FormatoConcepto
from asiste.directorio.models import Funcionario
from asiste.solicitudes.models import Solicitud
from pruebas import fabricas, fabricas_conceptos
from pruebas.fabricas import AHORA


def asuntos(cliente: Client, consulta: str = "") -> list[str]:
    contexto = cliente.get(f"/equipo/conceptos/{consulta}").context
    return [concepto.asunto for concepto, _ in contexto["filas"]]


def concepto(
    quien: Funcionario, asunto: str, estado: str = Concepto.Estado.PROYECTO, ahora: datetime = AHORA
) -> Concepto:
    caso = fabricas.solicitud(asesor=quien, estado=Solicitud.Estado.EN_TRAMITE, asunto=asunto, ahora=ahora)
    nuevo = fabricas_conceptos.concepto(autor=quien, solicitud=caso)
    Concepto.objects.filter(pk=nuevo.pk).update(estado=estado, motivo="x" if estado == "sin-efecto" else "")
    return nuevo


@pytest.fixture
def diana() -> Funcionario:
    """Another adviser of the office."""
    return fabricas.funcionario("stdi", nombre="Diana Pérez")


def test_se_ven_los_que_estan_en_curso(navegador: Client, asesora: Funcionario) -> None:
    concepto(asesora, "En curso")
    concepto(asesora, "Dejado", "sin-efecto")
    assert (asuntos(navegador), asuntos(navegador, "?estado=sin-efecto")) == (["En curso"], ["Dejado"])
    assert sorted(asuntos(navegador, "?estado=todos")) == ["Dejado", "En curso"]


def test_los_mios_son_los_que_proyecto_reviso_o_firmo(
    navegador: Client, asesora: Funcionario, diana: Funcionario
) -> None:
    concepto(asesora, "De Laura")
    concepto(diana, "De Diana")
    revisado = concepto(diana, "Revisa Laura")
    Concepto.objects.filter(pk=revisado.pk).update(revisa=asesora)
    assert sorted(asuntos(navegador, "?de=mios")) == ["De Laura", "Revisa Laura"]


def test_se_buscan_por_palabras_sin_tildes(navegador: Client, asesora: Funcionario) -> None:
    concepto(asesora, "Eliminación de archivos")
    concepto(asesora, "Manual de funciones")
    assert asuntos(navegador, "?q=eliminacion+hacienda") == ["Eliminación de archivos"]


def test_las_marcas_vencidas_se_filtran(navegador: Client, asesora: Funcionario) -> None:
    concepto(asesora, "A tiempo")
    concepto(asesora, "Atrasado", ahora=AHORA - timedelta(days=12))
    assert asuntos(navegador, "?marca=vencida") == ["Atrasado"]


def test_lo_de_otra_direccion_no_se_ve(asesora: Funcionario) -> None:
    concepto(asesora, "De la STDI")
    ajeno = fabricas.sesion(fabricas.funcionario("ddri", nombre="Natalia Rojas").usuario)
    assert asuntos(ajeno) == []


def test_la_jefa_fija_el_formato_de_su_oficina(directora: Client) -> None:
    datos = {"codigo": "CT-01", "version": "02", "marco": "Uno\n\n- a"}
    directora.post("/equipo/conceptos/formatos/stdi/", datos)
    formato = FormatoConcepto.objects.get()
    assert (str(formato), formato.textos) == (
        "CT-01 · versión 02",
        {"marco": "<p>Uno</p>\n<ul><li><p>a</p></li></ul>"},
    )
    lista = directora.get("/equipo/conceptos/formatos/").content.decode()
    assert "CT-01 · versión 02" in lista
    assert "- a</textarea>" in directora.get("/equipo/conceptos/formatos/stdi/").content.decode()
