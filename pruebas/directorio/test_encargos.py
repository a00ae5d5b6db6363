"""Who heads an office for a while, by an act."""

from datetime import date, timedelta

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from asiste.cuentas.models import Rol, Usuario
from asiste.directorio.acciones import AsignacionInvalida, encargar_oficina, registrar_ausencia, terminar_encargo
from asiste.directorio.consultas import cabezas_de, oficinas_a_cargo
from asiste.directorio.models import Dependencia, Encargo, Funcionario
from asiste.notificaciones.models import Mensaje
from pruebas import fabricas

pytestmark = pytest.mark.django_db
HOY = fabricas.AHORA.date()
VIERNES = HOY + timedelta(days=1)


def encargo(
    quien: Funcionario,
    desde: date = HOY,
    hasta: date | None = None,
    oficina: str = "stdi",
    autor: Usuario | None = None,
) -> Encargo:
    return encargar_oficina(
        dependencia=fabricas.dependencia(oficina),
        funcionario=quien,
        desde=desde,
        hasta=hasta,
        acto="Resolución 1",
        autor=autor or fabricas.usuario(),
        ahora=fabricas.AHORA,
    )


def test_el_encargado_firma_mientras_dura_y_ni_un_dia_mas() -> None:
    laura, stdi = fabricas.funcionario("stdi"), fabricas.dependencia("stdi")
    encargo(laura, HOY, VIERNES)
    dias = [HOY - timedelta(days=1), HOY, VIERNES, VIERNES + timedelta(days=1)]
    assert [cabezas_de(dependencia=stdi, hoy=dia) for dia in dias] == [[], [laura], [laura], []]


def test_dos_encargos_de_la_misma_dependencia_no_se_cruzan() -> None:
    encargo(fabricas.funcionario("stdi", nombre="Laura Ortiz"), HOY, VIERNES)
    with pytest.raises(AsignacionInvalida, match="STDI ya está a cargo de Laura Ortiz del 19/11/2026 al 20/11/2026"):
        encargo(fabricas.funcionario("stdi"), VIERNES)


def test_uno_sin_fin_se_cruza_con_todo_lo_que_sigue() -> None:
    encargo(fabricas.funcionario("stdi", nombre="Laura Ortiz"))
    with pytest.raises(AsignacionInvalida, match="Laura Ortiz desde el 19/11/2026"):
        encargo(fabricas.funcionario("stdi"), HOY + timedelta(days=90), HOY + timedelta(days=91))


def test_uno_tras_otro_se_dejan() -> None:
    encargo(fabricas.funcionario("stdi"), HOY, VIERNES)
    assert encargo(fabricas.funcionario("stdi"), VIERNES + timedelta(days=1)).hasta is None


def test_la_base_tampoco_deja_que_se_crucen() -> None:
    puesto = encargo(fabricas.funcionario("stdi"))
    with pytest.raises(IntegrityError, match="un_encargo_a_la_vez"), transaction.atomic():
        Encargo.objects.create(
            dependencia=puesto.dependencia, funcionario=puesto.funcionario, desde=VIERNES, acto="Otro"
        )


def test_la_administracion_dice_que_se_cruzan() -> None:
    puesto = encargo(fabricas.funcionario("stdi"))
    otro = Encargo(dependencia=puesto.dependencia, funcionario=puesto.funcionario, desde=VIERNES, acto="Otro")
    with pytest.raises(ValidationError, match="ya está encargada a alguien en esos días"):
        otro.full_clean()


def test_al_terminarlo_queda_libre_el_dia_siguiente() -> None:
    puesto = encargo(fabricas.funcionario("stdi"))
    terminar_encargo(encargo=puesto, hasta=HOY)
    assert encargo(fabricas.funcionario("stdi"), VIERNES).desde == VIERNES


def test_no_termina_antes_de_empezar_ni_se_alarga_lo_terminado() -> None:
    puesto = encargo(fabricas.funcionario("stdi"))
    with pytest.raises(AsignacionInvalida, match="no puede ser anterior"):
        terminar_encargo(encargo=puesto, hasta=HOY - timedelta(days=1))
    terminar_encargo(encargo=puesto, hasta=HOY)
    with pytest.raises(AsignacionInvalida, match="ya terminó, el 19/11/2026"):
        terminar_encargo(encargo=puesto, hasta=VIERNES)


@pytest.mark.disposicion("6.3-conceptos")
def test_lo_que_cada_quien_firma_es_lo_que_dicen_las_cabezas_de_cada_dependencia() -> None:
    directora = fabricas.funcionario("dddi", rol=Rol.DIRECCION)
    ausente = fabricas.funcionario("stdi", rol=Rol.SUBDIRECCION)
    laura, sdfi = fabricas.funcionario("stdi"), fabricas.funcionario("sdfi", rol=Rol.SDFI)
    registrar_ausencia(asesor=ausente, sustituto=laura, desde=HOY, hasta=HOY, motivo="Licencia")
    encargo(laura, oficina="ssda")
    encargo(ausente, oficina="imprenta")
    for oficina in Dependencia.objects.order_by("id"):
        cabezas = set(cabezas_de(dependencia=oficina, hoy=HOY))
        suyas = {
            uno
            for uno in (directora, ausente, laura, sdfi)
            if oficinas_a_cargo(funcionario=uno, hoy=HOY).filter(pk=oficina.pk).exists()
        }
        assert suyas == cabezas


def test_quien_se_fue_no_firma_nada() -> None:
    directora = fabricas.funcionario("dddi", rol=Rol.DIRECCION)
    directora.usuario.is_active = False
    assert not oficinas_a_cargo(funcionario=directora, hoy=HOY).exists()


def test_nadie_se_encarga_a_si_mismo() -> None:
    subdirectora = fabricas.funcionario("stdi", rol=Rol.SUBDIRECCION)
    with pytest.raises(AsignacionInvalida, match="lo anota otra persona"):
        encargo(subdirectora, autor=subdirectora.usuario)


def test_quien_dirige_la_direccion_de_arriba_si_puede_tomarla() -> None:
    directora = fabricas.funcionario("dddi", rol=Rol.DIRECCION)
    assert encargo(directora, autor=directora.usuario).funcionario == directora


def test_a_quienes_tienen_el_cargo_se_les_dice_quien_lo_anoto() -> None:
    directora = fabricas.funcionario("dddi", rol=Rol.DIRECCION)
    titular = fabricas.funcionario("stdi", nombre="Andrés Molina", rol=Rol.SUBDIRECCION)
    encargo(fabricas.funcionario("stdi", nombre="Laura Ortiz"), autor=directora.usuario)
    carta = Mensaje.objects.get()
    assert (carta.para, carta.asunto) == (titular.usuario.email, "Laura Ortiz queda a cargo de STDI")
    assert f"{directora} anotó que Laura Ortiz dirige" in carta.texto
