"""Subject, inquiry and terms of a concept, made precise by several people."""

import pytest

from asiste.conceptos.acciones.datos import OtrosDatos, cambiar_datos, partida_de
from asiste.conceptos.models import Concepto
from asiste.directorio.models import Funcionario
from pruebas import fabricas, fabricas_conceptos

pytestmark = pytest.mark.django_db


@pytest.fixture
def laura() -> Funcionario:
    """Who drafts."""
    return fabricas.funcionario("stdi")


@pytest.fixture
def diana() -> Funcionario:
    """Who writes with her."""
    return fabricas.funcionario("stdi", nombre="Diana Pérez")


def cambiar(concepto: Concepto, quien: Funcionario, partida: str, **cambios: str) -> Concepto:
    """Sends the form as it was at `partida`, with those changes."""
    datos = {"asunto": "Plan de mejora de integridad", "consulta": concepto.consulta, "terminos": ""} | cambios
    return cambiar_datos(concepto=concepto, datos=datos, partida=partida, autor=quien.usuario)


def test_los_datos_se_precisan(laura: Funcionario) -> None:
    concepto = fabricas_conceptos.concepto(autor=laura)
    nuevo = cambiar(concepto, laura, partida_de(concepto), asunto=" Integridad ", consulta="¿Cómo?")
    assert (nuevo.asunto, nuevo.consulta, nuevo.datos_por) == ("Integridad", "¿Cómo?", laura.usuario)


def test_lo_que_cada_quien_no_toco_queda_como_lo_dejo_la_otra(laura: Funcionario, diana: Funcionario) -> None:
    concepto = fabricas_conceptos.concepto(autor=laura)
    partida = partida_de(concepto)
    cambiar(concepto, diana, partida, asunto="De Diana")
    junto = cambiar(concepto, laura, partida, terminos="De Laura")
    assert (junto.asunto, junto.terminos) == ("De Diana", "De Laura")


def test_nadie_pisa_sin_saberlo_lo_que_otra_persona_cambio(laura: Funcionario, diana: Funcionario) -> None:
    concepto = fabricas_conceptos.concepto(autor=laura)
    partida = partida_de(concepto)
    cambiar(concepto, diana, partida, asunto="De Diana", terminos="Con ejemplos.")
    with pytest.raises(OtrosDatos, match=r"^Diana Pérez cambió el asunto mientras usted escribía\. ") as choque:
        cambiar(concepto, laura, partida, asunto="De Laura")
    concepto.refresh_from_db()
    assert (concepto.asunto, choque.value.actuales) == ("De Diana", {"asunto": "De Diana"})
    decidido = cambiar(concepto, laura, choque.value.partida, asunto="De Laura")
    assert (decidido.asunto, decidido.terminos) == ("De Laura", "Con ejemplos.")


def test_quien_no_dice_de_donde_parte_compara_lo_que_difiere(laura: Funcionario) -> None:
    concepto = fabricas_conceptos.concepto(autor=laura)
    with pytest.raises(OtrosDatos, match=r"^Otra persona cambió el asunto y los términos mientras "):
        cambiar(concepto, laura, "", asunto="Otro", terminos="Pronto.")
