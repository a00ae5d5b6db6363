from datetime import date, timedelta
from typing import Any

import pytest
from pytest_django import DjangoAssertNumQueries

from asiste.directorio.acciones import asignar_asesor, registrar_ausencia
from asiste.directorio.consultas import Eleccion, a_quienes_cubre, elegir_asesor, presente
from asiste.directorio.models import AsesorAsignado, Funcionario
from asiste.portafolio.models import Tema
from pruebas import fabricas

pytestmark = [pytest.mark.django_db, pytest.mark.disposicion("6.2-asesor-sector")]
HOY = date(2026, 11, 19)
UN_DIA = timedelta(days=1)


def asigna(nombre: str, oficina: str = "stdi", en: str = "", desde: date = fabricas.SIEMPRE, **que: Any) -> Funcionario:
    """A new adviser, with one thing given in an office (by default, his or hers)."""
    asesor = fabricas.funcionario(oficina, nombre=nombre)
    asignar_asesor(dependencia=fabricas.dependencia(en or oficina), asesor=asesor, desde=desde, **que)
    return asesor


def elige(oficina: str = "dddi", *temas: str, entidad: str | None = "sdh", hoy: date = HOY) -> Eleccion:
    quien = fabricas.entidad(entidad) if entidad else None
    return elegir_asesor(
        dependencia=fabricas.dependencia(oficina),
        entidad=quien,
        sector=quien.sector if quien else None,
        temas=list(Tema.objects.filter(clave__in=temas).select_related("dependencia", "padre")),
        hoy=hoy,
    )


def hacienda() -> dict[str, Any]:
    return {"sector": fabricas.entidad("sdh").sector}


def test_el_del_sector() -> None:
    asesor = asigna("Laura", **hacienda())
    assert elige() == Eleccion(asesor, fabricas.dependencia("stdi"), "por el sector")


def test_el_de_otro_sector_no() -> None:
    asigna("Laura", sector=fabricas.entidad("idu").sector)
    assert elige() == Eleccion(None, fabricas.dependencia("dddi"), "sin asesor asignado")


def test_la_excepcion_de_la_entidad_va_antes_que_el_sector() -> None:
    asigna("Laura", **hacienda())
    otra = asigna("Diana", entidad=fabricas.entidad("sdh"))
    assert elige() == Eleccion(otra, fabricas.dependencia("stdi"), "por excepción de la entidad")


def test_el_tema_va_antes_que_la_entidad() -> None:
    asigna("Laura", entidad=fabricas.entidad("sdh"))
    experta = asigna("Diana", tema=fabricas.tema("integridad"))
    assert elige("dddi", "integridad") == Eleccion(experta, fabricas.dependencia("stdi"), "por el tema")


def test_el_componente_del_archivo_lleva_a_sus_subcomponentes() -> None:
    asigna("Ana", "ssda", **hacienda())
    experto = asigna("Ramiro", "ssda", tema=fabricas.tema("ddab-tecnologico"))
    assert elige("ddab", "ddab-interoperabilidad") == Eleccion(
        experto, fabricas.dependencia("ssda"), "por el componente"
    )


def test_el_subcomponente_va_antes_que_su_componente() -> None:
    preciso = asigna("Diana", "ssda", tema=fabricas.tema("ddab-interoperabilidad"))
    asigna("Ramiro", "ssda", desde=HOY, tema=fabricas.tema("ddab-tecnologico"))
    assert elige("ddab", "ddab-interoperabilidad").asesor == preciso


@pytest.mark.parametrize(("tema", "oficina"), [("ddab-interoperabilidad", "ssda"), ("ddab-patrimonio", "sgpd")])
def test_el_archivo_reparte_por_subdireccion_segun_el_tema(tema: str, oficina: str) -> None:
    asesores = {clave: asigna(clave, clave, **hacienda()) for clave in ("ssda", "sgpd")}
    assert elige("ddab", tema) == Eleccion(asesores[oficina], fabricas.dependencia(oficina), "por el sector")


def test_sin_asesor_queda_en_la_subdireccion_del_tema() -> None:
    assert elige("ddab", "ddab-patrimonio").dependencia == fabricas.dependencia("sgpd")


def test_lo_que_llega_a_la_direccion_lo_atiende_su_primera_subdireccion() -> None:
    tecnica = asigna("Laura", "stdi", **hacienda())
    asigna("Édgar", "imprenta", desde=HOY, **hacienda())
    assert elige("dddi", "integridad").asesor == tecnica


def test_lo_que_llega_a_la_imprenta_es_de_la_imprenta() -> None:
    asigna("Laura", "stdi", **hacienda())
    suyo = asigna("Édgar", "imprenta", **hacienda())
    assert elige("imprenta").asesor == suyo


def test_el_de_otra_direccion_no() -> None:
    asigna("Natalia", "ddri", **hacienda())
    assert elige().asesor is None


@pytest.mark.disposicion("8.1.1-enlaces")
def test_un_servidor_de_relaciones_internacionales_por_sector() -> None:
    servidora = asigna("Natalia", "ddri", **hacienda())
    assert elige("ddri", "ddri-cooperacion").asesor == servidora


def test_repartido_en_la_direccion_queda_en_la_oficina_del_asesor() -> None:
    asesor = asigna("Laura", "stdi", en="dddi", **hacienda())
    assert elige() == Eleccion(asesor, fabricas.dependencia("stdi"), "por el sector")


def test_una_entidad_sin_sector_se_reparte_por_excepcion() -> None:
    asesor = asigna("Laura", entidad=fabricas.entidad("concejo-de-bogota"))
    assert elige(entidad="concejo-de-bogota").asesor == asesor


def test_una_entidad_por_identificar_no_tiene_asesor() -> None:
    asigna("Laura", **hacienda())
    assert elige(entidad=None).asesor is None


def test_quien_ya_no_tiene_cuenta_activa_no_recibe() -> None:
    asesor = asigna("Laura", **hacienda())
    asesor.usuario.is_active = False
    asesor.usuario.save()
    assert elige().asesor is None


@pytest.mark.parametrize(("hoy", "nombre"), [(HOY - UN_DIA, "Laura"), (HOY, "Diana")])
def test_el_asesor_nuevo_rige_desde_su_fecha(hoy: date, nombre: str) -> None:
    asigna("Laura", **hacienda())
    asigna("Diana", desde=HOY, **hacienda())
    assert str(elige(hoy=hoy).asesor) == nombre


@pytest.mark.parametrize(
    ("hoy", "nombre", "motivo"),
    [
        (HOY - UN_DIA, "Laura", "por el sector"),
        (HOY, "Diana", "por el sector, en reemplazo de Laura"),
        (HOY + UN_DIA, "Diana", "por el sector, en reemplazo de Laura"),
        (HOY + 2 * UN_DIA, "Laura", "por el sector"),
    ],
)
def test_durante_la_ausencia_recibe_quien_reemplaza(hoy: date, nombre: str, motivo: str) -> None:
    ausente, sustituta = asigna("Laura", **hacienda()), fabricas.funcionario("stdi", nombre="Diana")
    registrar_ausencia(asesor=ausente, sustituto=sustituta, desde=HOY, hasta=HOY + UN_DIA, motivo="Vacaciones")
    eleccion = elige(hoy=hoy)
    assert (str(eleccion.asesor), eleccion.motivo) == (nombre, motivo)


def test_quien_reemplaza_y_tambien_falta_se_queda_con_lo_recibido() -> None:
    uno, dos, tres = (fabricas.funcionario() for _ in range(3))
    for quien, por in ((uno, dos), (dos, tres)):
        registrar_ausencia(asesor=quien, sustituto=por, desde=HOY, hasta=HOY, motivo="Permiso")
    assert presente(asesor=uno, hoy=HOY) == dos


def test_se_cubre_a_quien_falta_solo_mientras_falta() -> None:
    ausente, sustituta = fabricas.funcionario(), fabricas.funcionario()
    registrar_ausencia(asesor=ausente, sustituto=sustituta, desde=HOY, hasta=HOY, motivo="Permiso")
    assert [a_quienes_cubre(asesor=sustituta, hoy=dia) for dia in (HOY, HOY + UN_DIA)] == [
        {sustituta.pk, ausente.pk},
        {sustituta.pk},
    ]


def test_elegir_hace_dos_consultas_por_muchas_asignaciones_que_haya(
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    for clave in ("sdh", "idu", "sdm"):
        asigna(clave, sector=fabricas.entidad(clave).sector)
        asigna(clave, entidad=fabricas.entidad(clave))
    dependencia, entidad, tema = fabricas.dependencia(), fabricas.entidad("sdh"), fabricas.tema()
    sector, _ = entidad.sector, tema.dependencia
    with django_assert_num_queries(2):
        elegir_asesor(dependencia=dependencia, entidad=entidad, sector=sector, temas=[tema], hoy=HOY)
    assert AsesorAsignado.objects.vigentes(HOY).count() == 5
