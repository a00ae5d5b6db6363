from datetime import timedelta
from functools import partial

import pytest
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext

from asiste.directorio.acciones import registrar_ausencia
from asiste.directorio.models import Funcionario
from asiste.solicitudes import acciones
from asiste.solicitudes.models import Actuacion, Solicitud, Toma
from pruebas import fabricas
from pruebas.arnes.hilos import a_la_vez

pytestmark = pytest.mark.disposicion("5-fifo")
AHORA = fabricas.AHORA
HOY = AHORA.date()
MINUTO = timedelta(minutes=1)


def tomar(asesor: Funcionario) -> Solicitud:
    return acciones.tomar_siguiente(asesor=asesor, ahora=AHORA)


def tomar_todas(asesor: Funcionario) -> list[str]:
    """What the adviser gets, one after the other, until nobody waits."""
    tomadas = []
    try:
        while True:
            tomadas.append(tomar(asesor).radicado)
    except acciones.FilaVacia:
        return tomadas


def fuera_de_turno(solicitud: Solicitud, asesor: Funcionario, motivo: str = "", explicacion: str = "") -> Solicitud:
    return acciones.tomar_fuera_de_turno(
        solicitud=solicitud, asesor=asesor, motivo=motivo, explicacion=explicacion, ahora=AHORA
    )


@pytest.mark.django_db
def test_la_fila_va_por_hora_de_llegada_y_no_por_numero() -> None:
    asesor = fabricas.funcionario()
    segunda = fabricas.solicitud(asesor=asesor)
    primera = fabricas.solicitud(asesor=asesor, recibida_en=AHORA - MINUTO)
    assert tomar_todas(asesor) == [primera.radicado, segunda.radicado]


@pytest.mark.django_db
def test_si_llegaron_a_la_misma_hora_decide_el_numero() -> None:
    asesor = fabricas.funcionario()
    dadas = [fabricas.solicitud(asesor=asesor).radicado for _ in range(3)]
    assert tomar_todas(asesor) == dadas


@pytest.mark.django_db
def test_la_fila_trae_lo_que_nadie_tiene_en_la_oficina() -> None:
    asesor = fabricas.funcionario()
    suelta = fabricas.solicitud(entidad=None, recibida_en=AHORA - MINUTO)
    suya = fabricas.solicitud(asesor=asesor)
    assert tomar_todas(asesor) == [suelta.radicado, suya.radicado]


@pytest.mark.django_db
def test_la_fila_no_trae_lo_suelto_de_otra_oficina() -> None:
    fabricas.solicitud(dependencia=fabricas.dependencia("ddri"), temas=[])
    assert tomar_todas(fabricas.funcionario()) == []


@pytest.mark.django_db
def test_la_fila_no_trae_lo_de_un_companero() -> None:
    fabricas.solicitud(asesor=fabricas.funcionario())
    assert tomar_todas(fabricas.funcionario()) == []


@pytest.mark.django_db
def test_quien_reemplaza_recibe_tambien_la_fila_del_ausente() -> None:
    ausente, sustituto = fabricas.funcionario(), fabricas.funcionario()
    solicitud = fabricas.solicitud(asesor=ausente)
    registrar_ausencia(asesor=ausente, sustituto=sustituto, desde=HOY, hasta=HOY, motivo="Vacaciones")
    assert tomar_todas(sustituto) == [solicitud.radicado]


@pytest.mark.django_db
def test_terminada_la_ausencia_la_fila_vuelve_a_su_asesor() -> None:
    ausente, sustituto = fabricas.funcionario(), fabricas.funcionario()
    fabricas.solicitud(asesor=ausente)
    ayer = HOY - timedelta(days=1)
    registrar_ausencia(asesor=ausente, sustituto=sustituto, desde=ayer, hasta=ayer, motivo="Cita médica")
    assert tomar_todas(sustituto) == []


@pytest.mark.django_db
def test_con_la_fila_vacia_lo_dice() -> None:
    with pytest.raises(acciones.FilaVacia, match=r"No hay solicitudes en espera\."):
        tomar(fabricas.funcionario())


@pytest.mark.django_db
def test_tomar_en_turno_deja_a_cargo_y_a_la_vista() -> None:
    asesor = fabricas.funcionario()
    fabricas.solicitud(asesor=asesor)
    tomada = tomar(asesor)
    tomada.refresh_from_db()
    ultima = Actuacion.objects.filter(solicitud=tomada).order_by("-id")[0]
    assert (tomada.estado, tomada.asesor, tomada.toma.en_turno) == (Solicitud.Estado.EN_TRAMITE, asesor, True)
    assert (ultima.tipo, ultima.autor, ultima.visible_entidad) == (Actuacion.Tipo.TOMADA, asesor.usuario, True)


def test_mientras_uno_toma_la_primera_otro_recibe_la_segunda_sin_esperar(base_real: str) -> None:
    uno, otro = fabricas.funcionario(), fabricas.funcionario()
    primera, segunda = (fabricas.solicitud(entidad=None) for _ in range(2))
    with transaction.atomic():
        assert tomar(uno) == primera
        assert a_la_vez([partial(tomar, otro)]) == [segunda]


def test_seis_asesores_a_la_vez_nunca_reciben_la_misma(base_real: str) -> None:
    equipo = [fabricas.funcionario() for _ in range(6)]
    dadas = [fabricas.solicitud(entidad=None).radicado for _ in range(24)]
    por_asesor = a_la_vez([partial(tomar_todas, uno) for uno in equipo])
    assert sorted(radicado for tomadas in por_asesor for radicado in tomadas) == sorted(dadas)


def test_dos_que_quieren_la_misma_fuera_de_turno_uno_llega_tarde(base_real: str) -> None:
    equipo = [fabricas.funcionario() for _ in range(2)]
    fabricas.solicitud(entidad=None)
    segunda = fabricas.solicitud(entidad=None)

    def intentar(asesor: Funcionario) -> str:
        try:
            fuera_de_turno(segunda, asesor, Toma.Motivo.RIESGO, "Se inundó el depósito.")
        except acciones.YaTomada as regla:
            return str(regla)
        return "tomada"

    respuestas = a_la_vez([partial(intentar, uno) for uno in equipo])
    assert sorted(respuestas) == ["Otra persona ya tomó esta solicitud.", "tomada"]


@pytest.mark.django_db
@pytest.mark.parametrize(("motivo", "explicacion"), [("", "Urge"), ("riesgo", "  "), ("porque-si", "Urge")])
def test_fuera_de_turno_exige_motivo_de_la_lista_y_explicacion(motivo: str, explicacion: str) -> None:
    asesor = fabricas.funcionario()
    fabricas.solicitud(asesor=asesor)
    segunda = fabricas.solicitud(asesor=asesor)
    with pytest.raises(acciones.MotivoRequerido, match="Elija el motivo y explíquelo"):
        fuera_de_turno(segunda, asesor, motivo, explicacion)


@pytest.mark.django_db
def test_el_motivo_de_saltarse_el_turno_lo_ve_la_entidad() -> None:
    asesor = fabricas.funcionario()
    fabricas.solicitud(asesor=asesor)
    segunda = fuera_de_turno(fabricas.solicitud(asesor=asesor), asesor, Toma.Motivo.RIESGO, "Se inundó el depósito.")
    ultima = Actuacion.objects.para_la_entidad().filter(solicitud=segunda).order_by("-id")[0]
    assert (ultima.tipo, ultima.texto) == (
        Actuacion.Tipo.FUERA_DE_TURNO,
        "Riesgo para personas, bienes o documentos: Se inundó el depósito.",
    )


@pytest.mark.django_db
def test_la_primera_de_la_propia_fila_no_necesita_motivo() -> None:
    asesor = fabricas.funcionario()
    assert fuera_de_turno(fabricas.solicitud(asesor=asesor), asesor).toma.en_turno is True


@pytest.mark.django_db
def test_la_primera_de_un_companero_no_es_la_primera_de_uno() -> None:
    asesor = fabricas.funcionario()
    fabricas.solicitud(asesor=asesor)
    ajena = fabricas.solicitud(asesor=fabricas.funcionario(), entidad=fabricas.entidad("idu"))
    with pytest.raises(acciones.MotivoRequerido):
        fuera_de_turno(ajena, asesor)


@pytest.mark.django_db
def test_la_primera_de_las_sueltas_no_se_adelanta_a_lo_propio_mas_antiguo() -> None:
    asesor = fabricas.funcionario()
    fabricas.solicitud(asesor=asesor)
    suelta = fabricas.solicitud(entidad=None)
    with pytest.raises(acciones.MotivoRequerido):
        fuera_de_turno(suelta, asesor)


@pytest.mark.django_db
def test_el_lugar_cuenta_a_quienes_llegaron_antes() -> None:
    asesor = fabricas.funcionario()
    lugares = [fabricas.solicitud(asesor=asesor) for _ in range(3)]
    assert [una.lugar_en_la_fila() for una in lugares] == [1, 2, 3]


@pytest.mark.django_db
def test_el_lugar_cuenta_lo_que_nadie_tiene_en_la_oficina() -> None:
    fabricas.solicitud(entidad=None)
    assert fabricas.solicitud(asesor=fabricas.funcionario()).lugar_en_la_fila() == 2


@pytest.mark.django_db
def test_el_lugar_no_cuenta_lo_de_otro_asesor() -> None:
    fabricas.solicitud(asesor=fabricas.funcionario())
    otra = fabricas.solicitud(asesor=fabricas.funcionario(), entidad=fabricas.entidad("idu"))
    assert otra.lugar_en_la_fila() == 1


@pytest.mark.django_db
def test_ya_tomada_no_tiene_lugar() -> None:
    assert fabricas.solicitud(estado=Solicitud.Estado.EN_TRAMITE).lugar_en_la_fila() is None


@pytest.mark.django_db
def test_tomar_hace_siempre_las_mismas_consultas() -> None:
    asesor = fabricas.funcionario()
    cuentas = []
    for cuantas in (1, 5):
        for _ in range(cuantas):
            fabricas.solicitud(asesor=asesor)
        with CaptureQueriesContext(connection) as consultas:
            tomar(asesor)
        cuentas.append(len(consultas))
    assert cuentas[0] == cuentas[1]
