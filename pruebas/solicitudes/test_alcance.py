from datetime import timedelta
from typing import Any

import pytest

from asiste.cuentas.models import Rol, Usuario
from asiste.directorio.acciones import registrar_ausencia
from asiste.solicitudes import acciones, alcance, permisos
from asiste.solicitudes.models import Solicitud
from pruebas import fabricas

pytestmark = pytest.mark.django_db
HOY = fabricas.AHORA.date()

CASOS = {"stdi": "stdi", "imprenta": "imprenta", "archivo": "ssda", "patrimonio": "sgpd", "exterior": "ddri"}


@pytest.fixture
def casos() -> dict[str, Solicitud]:
    """One request in each office; that of the DDRI also asks about a topic of the archive."""
    hechos = {
        nombre: fabricas.solicitud(dependencia=fabricas.dependencia(clave), temas=[]) for nombre, clave in CASOS.items()
    }
    temas = [fabricas.tema("ddab-tecnologico")]
    acciones.poner_temas(solicitud=hechos["exterior"], temas=temas, autor=fabricas.usuario(), ahora=fabricas.AHORA)
    return hechos


def ve(usuario: Usuario) -> set[str]:
    """Names of the cases that a member of the team sees."""
    dependencias = {clave: nombre for nombre, clave in CASOS.items()}
    return {dependencias[caso.dependencia.clave] for caso in alcance.solicitudes_del_equipo(usuario)}


TODOS = set(CASOS)


@pytest.mark.usefixtures("casos")
@pytest.mark.parametrize(
    ("rol", "oficina", "esperadas"),
    [
        (Rol.ASESOR, "stdi", {"stdi"}),
        (Rol.ASESOR, "imprenta", {"imprenta"}),
        (Rol.ASESOR, "ssda", {"archivo", "exterior"}),
        (Rol.ASESOR, "sgpd", {"patrimonio"}),
        (Rol.ASESOR, "ddri", {"exterior"}),
        (Rol.RADICADOR, "dddi", {"stdi", "imprenta"}),
        (Rol.SUBDIRECCION, "imprenta", {"imprenta"}),
        (Rol.DIRECCION, "dddi", {"stdi", "imprenta"}),
        (Rol.DIRECCION, "ddab", {"archivo", "patrimonio", "exterior"}),
        (Rol.SDFI, "sdfi", TODOS),
        (Rol.ADMINISTRACION, "sdfi", TODOS),
    ],
)
def test_cada_quien_ve_lo_de_su_arbol_y_los_temas_que_articula(rol: Rol, oficina: str, esperadas: set[str]) -> None:
    assert ve(fabricas.funcionario(oficina, rol=rol).usuario) == esperadas


@pytest.mark.usefixtures("casos")
def test_quien_no_esta_en_ninguna_oficina_no_ve_nada() -> None:
    assert ve(fabricas.usuario(rol=Rol.ASESOR)) == set()


def test_un_enlace_no_entra_en_lo_del_equipo(casos: dict[str, Solicitud]) -> None:
    assert ve(fabricas.cuenta(fabricas.enlace())) == set()


@pytest.mark.disposicion("5-articulacion")
def test_quien_responde_por_un_tema_ve_el_caso_de_otra_direccion(casos: dict[str, Solicitud]) -> None:
    historiadora = fabricas.funcionario("sgpd")
    fila = casos["exterior"].temas_a_cargo.get()
    acciones.encargar_tema(
        tema_solicitud=fila, responsable=historiadora, autor=fabricas.usuario(), ahora=fabricas.AHORA
    )
    assert ve(historiadora.usuario) == {"patrimonio", "exterior"}


@pytest.mark.usefixtures("casos")
def test_quien_reemplaza_a_alguien_de_otra_oficina_ve_lo_que_le_dieron() -> None:
    ausente, sustituto = fabricas.funcionario("ssda"), fabricas.funcionario("sgpd")
    fabricas.solicitud(asesor=ausente, temas=[])
    registrar_ausencia(
        asesor=ausente,
        sustituto=sustituto,
        desde=HOY - timedelta(days=900),
        hasta=HOY + timedelta(days=9000),
        motivo="Comisión",
    )
    assert ve(sustituto.usuario) == {"patrimonio", "archivo"}


def test_lo_trasladado_deja_de_verse_en_la_oficina_anterior() -> None:
    quien_se_va = fabricas.funcionario("ssda")
    solicitud = fabricas.solicitud(asesor=quien_se_va, temas=[fabricas.tema("ddab-tecnologico")])
    nuevo = fabricas.funcionario("sgpd")
    acciones.reasignar(
        solicitud=solicitud, asesor=nuevo, motivo="Es de patrimonio", autor=nuevo.usuario, ahora=fabricas.AHORA
    )
    assert (ve(quien_se_va.usuario), ve(nuevo.usuario)) == (set(), {"patrimonio"})


def de_entidad(usuario: Usuario) -> set[str]:
    return set(alcance.solicitudes_de_entidad(usuario).values_list("radicado", flat=True))


@pytest.fixture
def pedidas() -> dict[str, str]:
    """Filing numbers of what different people asked."""
    datos: dict[str, dict[str, Any]] = {
        "de Hacienda": {"entidad": fabricas.entidad("sdh"), "solicitante_correo": "otra@shd.gov.co"},
        "del IDU": {"entidad": fabricas.entidad("idu"), "solicitante_correo": "nora@idu.gov.co"},
        "de nadie": {"entidad": None, "solicitante_correo": "Ana@correo.example"},
    }
    return {nombre: fabricas.solicitud(**cambios).radicado for nombre, cambios in datos.items()}


def test_un_enlace_ve_lo_de_su_entidad(pedidas: dict[str, str]) -> None:
    assert de_entidad(fabricas.cuenta(fabricas.enlace("sdh"))) == {pedidas["de Hacienda"]}


def test_quien_es_enlace_de_dos_entidades_ve_lo_de_ambas(pedidas: dict[str, str]) -> None:
    persona = fabricas.cuenta(fabricas.enlace("sdh", correo="dos@ejemplo.gov.co"))
    acciones.identificar_entidad(
        solicitud=fabricas.solicitud(entidad=None, solicitante_correo="dos@ejemplo.gov.co"),
        entidad=fabricas.entidad("idu"),
        autor=persona,
        ahora=fabricas.AHORA,
        registrar_enlace=True,
    )
    assert {pedidas["de Hacienda"], pedidas["del IDU"]} < de_entidad(persona)


def test_un_enlace_retirado_no_ve_nada_de_la_entidad(pedidas: dict[str, str]) -> None:
    assert de_entidad(fabricas.cuenta(fabricas.enlace("sdh", hasta=fabricas.SIEMPRE))) == set()


def test_quien_no_es_enlace_ve_solo_lo_que_pidio_su_correo(pedidas: dict[str, str]) -> None:
    assert de_entidad(fabricas.usuario("ana@correo.example")) == {pedidas["de nadie"]}


def test_quien_pidio_por_una_entidad_sin_ser_su_enlace_no_ve_lo_demas(pedidas: dict[str, str]) -> None:
    fabricas.solicitud(solicitante_correo="tercera@shd.gov.co")
    assert len(de_entidad(fabricas.usuario("tercera@shd.gov.co"))) == 1


def test_el_equipo_no_entra_por_la_puerta_de_las_entidades(pedidas: dict[str, str]) -> None:
    assert de_entidad(fabricas.usuario("nora@idu.gov.co", rol=Rol.ASESOR)) == set()


PERMISOS = ("puede_tomar", "puede_tramitar", "puede_anotar", "puede_reasignar")


@pytest.mark.parametrize(
    ("rol", "oficina", "puede"),
    [
        (Rol.ASESOR, "stdi", {"puede_tomar", "puede_anotar"}),
        (Rol.ASESOR, "ssda", {"puede_anotar"}),
        (Rol.RADICADOR, "stdi", {"puede_anotar"}),
        (Rol.SUBDIRECCION, "stdi", set(PERMISOS)),
        (Rol.SUBDIRECCION, "imprenta", {"puede_anotar"}),
        (Rol.DIRECCION, "dddi", set(PERMISOS)),
        (Rol.DIRECCION, "ddab", {"puede_anotar"}),
        (Rol.SDFI, "sdfi", {"puede_tramitar", "puede_anotar", "puede_reasignar"}),
        (Rol.ADMINISTRACION, "sdfi", {"puede_tramitar", "puede_anotar", "puede_reasignar"}),
    ],
)
def test_lo_que_cada_quien_puede_hacer_con_lo_que_espera_en_stdi(rol: Rol, oficina: str, puede: set[str]) -> None:
    solicitud = fabricas.solicitud(dependencia=fabricas.dependencia("stdi"))
    persona = fabricas.funcionario(oficina, rol=rol).usuario
    assert {cual for cual in PERMISOS if getattr(permisos, cual)(persona, solicitud)} == puede


def test_su_asesor_la_tramita_y_no_la_reasigna() -> None:
    asesor = fabricas.funcionario("stdi")
    solicitud = fabricas.solicitud(asesor=asesor, estado=Solicitud.Estado.EN_TRAMITE)
    assert {cual for cual in PERMISOS if getattr(permisos, cual)(asesor.usuario, solicitud)} == {
        "puede_tramitar",
        "puede_anotar",
    }


def test_un_enlace_no_puede_nada() -> None:
    persona = fabricas.cuenta(fabricas.enlace())
    solicitud = fabricas.solicitud()
    assert [cual for cual in PERMISOS if getattr(permisos, cual)(persona, solicitud)] == []


def test_lo_atendido_no_se_puede_reasignar() -> None:
    jefe = fabricas.funcionario(rol=Rol.DIRECCION)
    assert permisos.puede_reasignar(jefe.usuario, fabricas.solicitud(estado=Solicitud.Estado.ATENDIDA)) is False


@pytest.mark.parametrize(
    ("rol", "puede"),
    [
        (Rol.ADMINISTRACION, (True, True, True)),
        (Rol.SDFI, (True, True, True)),
        (Rol.DIRECCION, (True, True, True)),
        (Rol.SUBDIRECCION, (True, True, True)),
        (Rol.ASESOR, (False, False, True)),
        (Rol.RADICADOR, (True, False, True)),
        (Rol.ENLACE, (False, False, False)),
    ],
)
def test_quien_identifica_reparte_y_ve_la_base(rol: Rol, puede: tuple[bool, bool, bool]) -> None:
    persona = fabricas.usuario(rol=rol)
    assert (
        permisos.puede_identificar(persona),
        permisos.puede_repartir(persona),
        permisos.puede_ver_base(persona),
    ) == puede
