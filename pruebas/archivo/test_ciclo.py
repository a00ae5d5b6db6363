"""The way of a line round the cycle: planear, hacer, verificar, actuar."""

import pytest

from asiste.archivo import acciones
from asiste.archivo.avance import Avance, avance_de
from asiste.archivo.models import Fase, LineaAccion
from asiste.solicitudes.acciones import ReglaIncumplida
from pruebas import fabricas_archivo
from pruebas.fabricas import AHORA

pytestmark = pytest.mark.django_db


def avanzar(linea: LineaAccion, desde: Fase = Fase.PLANEAR, conclusion: str = "Se hizo.") -> LineaAccion:
    autor = linea.plan.asesor.usuario
    return acciones.avanzar(linea=linea, desde=desde, conclusion=conclusion, autor=autor, ahora=AHORA)


def regresar(linea: LineaAccion, desde: Fase, a: Fase, motivo: str = "Faltó una oficina.") -> LineaAccion:
    autor = linea.plan.asesor.usuario
    return acciones.regresar(linea=linea, desde=desde, a=a, motivo=motivo, autor=autor, ahora=AHORA)


@pytest.mark.disposicion("7.1.1-phva")
def test_la_linea_recorre_el_ciclo_completo() -> None:
    linea = fabricas_archivo.llevar(fabricas_archivo.en_curso(), Fase.TERMINADA)
    pasos = list(linea.pasos.order_by("id").values_list("de", "a"))
    assert pasos == [
        ("planear", "hacer"),
        ("hacer", "verificar"),
        ("verificar", "actuar"),
        ("actuar", "terminada"),
    ]
    fases = linea.evidencias.order_by("id").values_list("fase", flat=True)
    assert list(fases) == ["planear", "hacer", "verificar", "actuar"]


@pytest.mark.disposicion("7.1.1-phva")
def test_de_una_fase_no_se_sale_sin_evidencia_de_esa_fase() -> None:
    linea = fabricas_archivo.llevar(fabricas_archivo.en_curso(), Fase.HACER)
    with pytest.raises(ReglaIncumplida, match="Falta la evidencia de «Hacer»"):
        avanzar(linea, Fase.HACER)


@pytest.mark.disposicion("7.1.1-phva")
def test_de_una_fase_no_se_sale_sin_conclusion() -> None:
    linea = fabricas_archivo.en_curso()
    fabricas_archivo.evidencia(linea)
    with pytest.raises(ReglaIncumplida, match="Escriba qué se concluyó en «Planear»"):
        avanzar(linea, conclusion=" ")


def test_quien_vio_otra_fase_no_la_pasa() -> None:
    linea = fabricas_archivo.llevar(fabricas_archivo.en_curso(), Fase.HACER)
    fabricas_archivo.evidencia(linea)
    with pytest.raises(ReglaIncumplida, match="Alguien ya la pasó a «Hacer»"):
        avanzar(linea, Fase.PLANEAR)


def test_regresa_con_su_motivo_y_lo_hecho_se_conserva() -> None:
    linea = fabricas_archivo.llevar(fabricas_archivo.en_curso(), Fase.VERIFICAR)
    devuelta = regresar(linea, Fase.VERIFICAR, Fase.PLANEAR)
    ultimo = devuelta.pasos.order_by("-id")[0]
    assert (devuelta.fase, ultimo.regresa, ultimo.conclusion) == (Fase.PLANEAR, True, "Faltó una oficina.")
    assert devuelta.evidencias.count() == 2


def test_la_terminada_se_abre_otra_vez_con_su_motivo() -> None:
    linea = fabricas_archivo.llevar(fabricas_archivo.en_curso(), Fase.TERMINADA)
    assert regresar(linea, Fase.TERMINADA, Fase.ACTUAR).fase == Fase.ACTUAR


@pytest.mark.parametrize(
    ("a", "motivo", "dice"),
    [(Fase.VERIFICAR, "Porque sí.", "Elija una fase anterior"), (Fase.PLANEAR, "", "Escriba por qué regresa")],
)
def test_no_regresa_hacia_adelante_ni_sin_motivo(a: Fase, motivo: str, dice: str) -> None:
    linea = fabricas_archivo.llevar(fabricas_archivo.en_curso(), Fase.HACER)
    with pytest.raises(ReglaIncumplida, match=dice):
        regresar(linea, Fase.HACER, a, motivo)


def test_lo_que_no_se_ha_acordado_no_avanza() -> None:
    linea = fabricas_archivo.propuesto().lineas.get()
    with pytest.raises(ReglaIncumplida, match="El plan está propuesto a la entidad"):
        avanzar(linea)


def test_la_linea_nueva_espera_y_las_acordadas_siguen() -> None:
    plan = fabricas_archivo.acordado("Inventarios")
    nueva = fabricas_archivo.linea(plan, "Nueva")
    with pytest.raises(ReglaIncumplida, match="La línea está por acordar"):
        avanzar(nueva)
    assert fabricas_archivo.llevar(plan.lineas.get(nombre="Inventarios"), Fase.HACER).fase == Fase.HACER


@pytest.mark.disposicion("7.1.1-phva")
def test_el_avance_del_plan_suma_lo_recorrido_por_sus_lineas() -> None:
    plan = fabricas_archivo.acordado("Una", "Otra")
    fabricas_archivo.llevar(plan.lineas.get(nombre="Una"), Fase.TERMINADA)
    fabricas_archivo.llevar(plan.lineas.get(nombre="Otra"), Fase.HACER)
    fabricas_archivo.linea(plan, "Por acordar")
    assert avance_de(plan.lineas.order_by("id")) == Avance(lineas=2, terminadas=1, por_ciento=62)


def test_sin_lineas_acordadas_no_hay_avance() -> None:
    assert avance_de([]) == Avance(lineas=0, terminadas=0, por_ciento=0)
