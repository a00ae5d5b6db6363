"""What a concept will leave without effect: only what the own office issued, or who heads the one that did."""

from datetime import date

import pytest

from asiste.conceptos.acciones.publicacion import guardar_ficha_publica, publicar_concepto
from asiste.conceptos.acciones.tachaduras import prever_relacion
from asiste.conceptos.models import Concepto
from asiste.conocimiento.acciones.publicaciones import NoSePublica
from asiste.conocimiento.models import Publicacion, Relacion
from asiste.conocimiento.permisos import puede_decidir
from asiste.cuentas.models import Rol, Usuario
from asiste.solicitudes.acciones import ReglaIncumplida
from pruebas import fabricas
from pruebas.conceptos import casos
from pruebas.fabricas import AHORA
from pruebas.fabricas_conceptos import publicacion, relacionar

pytestmark = [pytest.mark.django_db, pytest.mark.disposicion("7.1.3-banco-conceptos")]
SIN_EFECTO = Relacion.Tipo.SIN_EFECTO


def de(oficina: str) -> Publicacion:
    """A concept that an office issued a year ago."""
    return publicacion(numero="C-DDDI-2025-7", dependencia=fabricas.dependencia(oficina), fecha=date(2025, 1, 1))


def listo() -> Concepto:
    """A signed concept of the STDI, with its card."""
    concepto = Concepto.objects.get(pk=casos.firmado().pk)
    autor = concepto.proyecta.usuario
    guardar_ficha_publica(concepto=concepto, titulo="T", resumen="R", temas=[], autor=autor, ahora=AHORA)
    return concepto


def firmante(concepto: Concepto) -> Usuario:
    assert concepto.firma is not None
    return concepto.firma.usuario


@pytest.mark.parametrize("oficina", ["imprenta", "dddi", "ssda"])
def test_quien_escribe_no_preve_quitarle_el_efecto_a_lo_de_otra_oficina(oficina: str) -> None:
    concepto, ajena = listo(), de(oficina)
    sigla = ajena.dependencia.sigla
    with pytest.raises(ReglaIncumplida, match=f"lo expidió {sigla}: solo lo deja sin efecto quien dirige {sigla}"):
        prever_relacion(concepto=concepto, tipo=SIN_EFECTO, destino=ajena, autor=concepto.proyecta.usuario)


def test_las_demas_relaciones_con_lo_de_otra_oficina_se_preven() -> None:
    concepto, ajena = listo(), de("imprenta")
    prevista = prever_relacion(
        concepto=concepto, tipo=Relacion.Tipo.ACLARA, destino=ajena, autor=concepto.proyecta.usuario
    )
    assert prevista.destino == ajena


def test_lo_que_previo_la_directora_no_lo_cumple_quien_dirige_solo_su_oficina() -> None:
    concepto, ajena = listo(), de("imprenta")
    directora = fabricas.funcionario("dddi", rol=Rol.DIRECCION).usuario
    prever_relacion(concepto=concepto, tipo=SIN_EFECTO, destino=ajena, autor=directora)
    with pytest.raises(NoSePublica, match="lo expidió"):
        publicar_concepto(concepto=concepto, autor=firmante(concepto), ahora=AHORA)
    publicar_concepto(concepto=concepto, autor=directora, ahora=AHORA)
    ajena.refresh_from_db()
    assert not ajena.vigente


def test_en_el_banco_rige_la_misma_regla() -> None:
    ajena, propia = de("imprenta"), publicacion(dependencia=fabricas.dependencia("stdi"))
    subdirectora = fabricas.funcionario("stdi", rol=Rol.SUBDIRECCION).usuario
    with pytest.raises(NoSePublica, match="lo expidió"):
        relacionar(origen=propia, tipo=SIN_EFECTO, destino=ajena, autor=subdirectora)


def test_quien_esta_encargado_decide_lo_de_esa_oficina_y_nada_mas() -> None:
    laura = fabricas.funcionario("stdi")
    casos.encargar(laura, fabricas.dependencia("imprenta"), autor=fabricas.funcionario("dddi", rol=Rol.DIRECCION))
    suya, otra = de("imprenta"), publicacion(dependencia=fabricas.dependencia("stdi"))
    assert [puede_decidir(laura.usuario, una) for una in (suya, otra)] == [True, False]


def test_quien_no_es_del_equipo_no_decide_nada() -> None:
    assert not puede_decidir(fabricas.usuario(rol=Rol.ENLACE), de("stdi"))
