"""Who attends what, contacts and non-working days."""

from datetime import date, timedelta

import pytest
from django.test import Client
from django.urls import reverse

from asiste.calendario.models import DiaNoHabil
from asiste.directorio.models import AsesorAsignado, Ausencia, Enlace, Funcionario, Sector
from pruebas import fabricas

HOY = fabricas.AHORA.date()
REPARTO, ASIGNACION = reverse("equipo:reparto"), reverse("equipo:asignacion")
AUSENCIA, ENLACES, ENLACE = reverse("equipo:ausencia"), reverse("equipo:enlaces"), reverse("equipo:enlace")


def asignar(directora: Client, asesora: Funcionario, **que: object) -> list[str]:
    """Errors of the form that gives something to the adviser from today."""
    datos = {"dependencia": asesora.dependencia_id, "asesor": asesora.pk, "desde": HOY.isoformat(), **que}
    respuesta = directora.post(ASIGNACION, datos)
    return respuesta.context["form"].non_field_errors() if respuesta.context else []


@pytest.mark.disposicion("6.2-asesor-sector")
def test_cada_sector_dice_su_asesor_o_que_no_tiene(directora: Client, asesora: Funcionario) -> None:
    hacienda = Sector.objects.get(nombre="Hacienda")
    assert asignar(directora, asesora, sector=hacienda.pk) == []
    sectores = dict(directora.get(REPARTO).context["sectores"])
    assert [str(una.asesor) for una in sectores.pop(hacienda)] == ["Laura Ortiz"]
    assert list(sectores.values()) == [[]] * 14


@pytest.mark.disposicion("6.2-asesor-sector")
def test_asignar_cierra_a_quien_lo_tenia(directora: Client, asesora: Funcionario) -> None:
    hacienda = Sector.objects.get(nombre="Hacienda")
    anterior = fabricas.funcionario("stdi", nombre="Jorge Méndez")
    AsesorAsignado.objects.create(
        dependencia=anterior.dependencia, asesor=anterior, sector=hacienda, desde=date(2026, 1, 1)
    )
    asignar(directora, asesora, sector=hacienda.pk)
    assert AsesorAsignado.objects.get(asesor=anterior).hasta == HOY - timedelta(days=1)


def test_se_asigna_una_sola_cosa(directora: Client, asesora: Funcionario) -> None:
    falta = ["Elija un sector, una entidad o un tema, y solo uno."]
    assert asignar(directora, asesora) == falta
    assert asignar(directora, asesora, sector=1, entidad=fabricas.entidad().pk) == falta


def test_las_entidades_sin_sector_se_advierten_hasta_que_alguien_las_tenga(
    directora: Client, asesora: Funcionario
) -> None:
    concejo = fabricas.entidad("concejo-de-bogota")
    assert concejo in directora.get(REPARTO).context["sin_sector"]
    asignar(directora, asesora, entidad=concejo.pk)
    assert concejo not in directora.get(REPARTO).context["sin_sector"]


def test_la_ausencia_queda_con_su_reemplazo(directora: Client, asesora: Funcionario) -> None:
    relevo = fabricas.funcionario("stdi", nombre="Jorge Méndez")
    dias = {"desde": "2026-12-01", "hasta": "2026-12-15", "motivo": "Vacaciones"}
    directora.post(AUSENCIA, {"asesor": asesora.pk, "sustituto": relevo.pk, **dias})
    assert Ausencia.objects.get().sustituto == relevo
    assert "del 1\xa0dic al 15\xa0dic: Vacaciones" in directora.get(REPARTO).content.decode()


def test_la_ausencia_mal_escrita_se_dice_en_su_campo(directora: Client, asesora: Funcionario) -> None:
    datos = {"asesor": asesora.pk, "sustituto": asesora.pk, "desde": "2026-12-02", "hasta": "2026-12-01", "motivo": "x"}
    assert directora.post(AUSENCIA, datos).context["form"].errors == {
        "hasta": ["El último día no puede ser anterior al primero."],
        "sustituto": ["Elija a otra persona."],
    }


def test_la_asesora_consulta_el_reparto_pero_no_lo_cambia(navegador: Client) -> None:
    assert ASIGNACION not in navegador.get(REPARTO).content.decode()
    assert navegador.get(ASIGNACION).status_code == 403


@pytest.mark.disposicion("6.3-cambio-enlace")
def test_un_enlace_nuevo_queda_vigente_desde_hoy(navegador: Client) -> None:
    idu = fabricas.entidad("idu")
    datos = {"entidad": idu.pk, "nombre": "Ana Ruiz", "cargo": "Jefe", "correo": "ANA@idu.gov.co"}
    assert navegador.post(ENLACE, datos).headers["Location"] == ENLACES
    contacto = Enlace.objects.get()
    assert (contacto.entidad, contacto.correo, contacto.desde) == (idu, "ana@idu.gov.co", HOY)


def test_el_enlace_incompleto_dice_que_falta_y_conserva_lo_escrito(navegador: Client) -> None:
    respuesta = navegador.post(ENLACE, {"nombre": "Ana Ruiz", "correo": "ana"})
    assert respuesta.context["form"].errors == {
        "entidad": ["Elija la entidad."],
        "cargo": ["Escriba el cargo."],
        "correo": ["Escriba un correo válido, con arroba."],
    }
    assert 'value="Ana Ruiz"' in respuesta.content.decode()


@pytest.mark.parametrize("buscado", ["peña", "pena", "hacienda", "SDH", "@shd.gov"])
def test_los_enlaces_se_buscan_por_nombre_correo_o_entidad(navegador: Client, buscado: str) -> None:
    contacto = fabricas.enlace("sdh", correo="carlos@shd.gov.co")
    fabricas.enlace("idu", nombre="Otra Persona", correo="otra@idu.gov.co")
    assert navegador.get(ENLACES, {"q": buscado}).context["pagina"].filas == [contacto]


def test_el_enlace_retirado_sale_del_directorio(navegador: Client) -> None:
    contacto = fabricas.enlace("sdh")
    navegador.post(reverse("equipo:retiro", args=[contacto.pk]))
    contacto.refresh_from_db()
    assert contacto.hasta == HOY


def test_el_calendario_muestra_festivos_y_dias_adicionales(navegador: Client) -> None:
    DiaNoHabil.objects.create(fecha=date(2026, 12, 24), motivo="Día cívico", acto="Decreto 1 de 2026")
    dias = navegador.get(reverse("equipo:calendario")).context["dias"]
    assert len(dias) == 20
    assert [dia["nombre"] for dia in dias[-2:]] == ["Día cívico", "Navidad"]


def test_un_anio_sin_festivos_lo_dice(navegador: Client) -> None:
    pagina = navegador.get(reverse("equipo:calendario-de", args=[2090])).content.decode()
    assert "Ese año aún no tiene festivos cargados" in pagina


def test_un_anio_imposible_no_existe(navegador: Client) -> None:
    assert navegador.get(reverse("equipo:calendario-de", args=[99999])).status_code == 404
