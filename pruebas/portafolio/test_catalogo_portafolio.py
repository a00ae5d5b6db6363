from collections import Counter

import pytest

from asiste.arranque.management.commands.catalogos import Command
from asiste.directorio.models import Dependencia
from asiste.portafolio.carga import cargar_portafolio
from asiste.portafolio.models import ANS, Canal, Medio, Modalidad, Nivel, Tema
from pruebas import fabricas

pytestmark = pytest.mark.django_db
Tipo, Papel = Tema.Tipo, Tema.Papel


def cargar() -> int:
    return cargar_portafolio(dict(Dependencia.objects.values_list("clave", "pk")))


def nombres(**condiciones: object) -> list[str]:
    return list(Tema.objects.filter(**condiciones).order_by("orden").values_list("nombre", flat=True))


@pytest.mark.disposicion("2-temas-dddi", "6.1-politicas")
def test_las_diecinueve_politicas_y_el_papel_de_cada_direccion() -> None:
    politicas = Tema.objects.filter(tipo=Tipo.POLITICA)
    assert Counter(politicas.values_list("dependencia__clave", "papel")) == {
        ("dddi", "articula"): 9,
        ("dddi", "lider"): 6,
        ("dddi", "apoyo"): 3,
        ("ddab", "lider"): 1,
    }


@pytest.mark.disposicion("6.1-politicas")
def test_las_seis_politicas_que_lidera_desarrollo_institucional() -> None:
    assert nombres(papel=Papel.LIDER, dependencia__clave="dddi") == [
        "Integridad",
        "Fortalecimiento organizacional y simplificación de procesos",
        "Racionalización de trámites",
        "Transparencia, acceso a la información pública y lucha contra la corrupción",
        "Gestión del conocimiento y la innovación",
        "Control interno",
    ]


@pytest.mark.disposicion("6.1-politicas")
def test_las_tres_politicas_que_apoya() -> None:
    assert sorted(nombres(papel=Papel.APOYO)) == [
        "Participación ciudadana en la gestión pública",
        "Planeación institucional",
        "Seguimiento y evaluación del desempeño institucional",
    ]


@pytest.mark.disposicion("6.3-otras-politicas")
def test_quien_lidera_las_demas_esta_por_verificar() -> None:
    ajenas = Tema.objects.filter(tipo=Tipo.POLITICA).exclude(papel=Papel.LIDER)
    assert set(ajenas.values_list("lider_verificado", flat=True)) == {False}
    assert ajenas.filter(lider="").count() == 0


@pytest.mark.disposicion("2-temas-dddi")
def test_los_demas_temas_de_desarrollo_institucional() -> None:
    textos = " ".join(nombres(dependencia__clave__in=["dddi", "imprenta"])).lower()
    palabras = ["teletrabajo", "transparencia", "laboral", "instancias", "entidades", "registro distrital", "impresos"]
    assert [palabra for palabra in palabras if palabra not in textos] == []


@pytest.mark.disposicion("6.3-frentes-dddi")
def test_los_cinco_frentes_de_desarrollo_institucional() -> None:
    assert len(nombres(tipo=Tipo.FRENTE, dependencia__clave="dddi")) == 5


@pytest.mark.disposicion("8.1.1-frentes-ddri")
def test_los_cuatro_frentes_de_relaciones_internacionales() -> None:
    assert len(nombres(tipo=Tipo.FRENTE, dependencia__clave="ddri")) == 4


@pytest.mark.disposicion("2-temas-ddri")
def test_los_temas_de_relaciones_internacionales() -> None:
    textos = " ".join(nombres(dependencia__clave="ddri")).lower()
    assert [uno for uno in ("relacionamiento", "cooperación", "posicionamiento") if uno not in textos] == []


@pytest.mark.disposicion("7.1.1-componentes", "2-temas-ddab")
def test_los_cuatro_componentes_del_archivo_y_sus_veinticuatro_subcomponentes() -> None:
    subcomponentes = Tema.objects.filter(tipo=Tipo.SUBCOMPONENTE)
    assert Counter(subcomponentes.values_list("padre__clave", flat=True)) == {
        "ddab-estrategico": 4,
        "ddab-documental": 8,
        "ddab-tecnologico": 7,
        "ddab-cultura": 5,
    }
    assert len(nombres(tipo=Tipo.COMPONENTE)) == 4


@pytest.mark.disposicion("7.1.1-revisiones", "2-temas-ddab")
def test_los_aspectos_generales_y_las_siete_revisiones_tecnicas() -> None:
    assert (len(nombres(tipo=Tipo.ASPECTO)), len(nombres(tipo=Tipo.REVISION))) == (3, 7)


@pytest.mark.disposicion("2-temas-ddab")
def test_todo_lo_del_archivo_es_de_su_direccion_o_de_sus_subdirecciones() -> None:
    assert set(Tema.objects.filter(clave__startswith="ddab-").values_list("dependencia__clave", flat=True)) <= {
        "ddab",
        "ssda",
        "sgpd",
    }


def test_un_frente_no_se_pide() -> None:
    assert Tema.objects.solicitables().filter(tipo=Tipo.FRENTE).count() == 0


def test_un_tema_retirado_no_se_pide() -> None:
    Tema.objects.filter(clave="integridad").update(activo=False)
    assert "integridad" not in set(Tema.objects.solicitables().values_list("clave", flat=True))


@pytest.mark.disposicion("4-modalidades")
@pytest.mark.parametrize("direccion", ["dddi", "ddab", "ddri"])
def test_las_modalidades_comunes_estan_en_cada_direccion(direccion: str) -> None:
    suyas = set(Modalidad.objects.filter(dependencias__clave=direccion).values_list("clave", flat=True))
    assert {"concepto", "visita", "jornada"} <= suyas


@pytest.mark.disposicion("4-modalidades")
def test_las_cuatro_modalidades_del_archivo() -> None:
    suyas = Modalidad.objects.filter(dependencias__clave="ddab").order_by("orden")
    assert list(suyas.values_list("clave", flat=True)) == ["concepto", "visita", "jornada", "mesa"]


@pytest.mark.disposicion("5-medios")
def test_los_tres_medios() -> None:
    assert Medio.labels == ["Presencial", "Telefónica", "Virtual"]


@pytest.mark.disposicion("5-medios")
def test_las_formas_de_prestar_la_asistencia() -> None:
    assert set(Modalidad.objects.values_list("clave", flat=True)) == {
        "concepto",
        "visita",
        "jornada",
        "mesa",
        "asesoria",
        "taller",
        "seminario",
        "apoyo-externo",
    }


@pytest.mark.disposicion("7.1.3-ans-niveles")
def test_los_tres_niveles_y_cuales_se_radican() -> None:
    assert list(Nivel.objects.order_by("numero").values_list("numero", "nombre", "radica")) == [
        (1, "Básico", False),
        (2, "Medio", True),
        (3, "Especializado", True),
    ]


@pytest.mark.disposicion("5-canales")
def test_los_buzones_oficiales_y_de_quien_son() -> None:
    assert dict(Canal.objects.filter(tipo=Canal.Tipo.CORREO).values_list("valor", "dependencia__clave")) == {
        "mipgdistrito@alcaldiabogota.gov.co": "dddi",
        "mipgdistrigo@alcaldiabogota.gov.co": "dddi",
        "registrodistrital@alcaldiabogota.gov.co": "imprenta",
        "imprentadistrital@alcaldiabogota.gov.co": "imprenta",
        "ventanillaelectronica@alcaldiabogota.gov.co": "ddab",
        "ddri@alcaldiabogota.gov.co": "ddri",
    }


@pytest.mark.disposicion("5-canales")
def test_las_dos_formas_de_escribir_el_buzon_son_uno_solo() -> None:
    alias = Canal.objects.get(valor="mipgdistrigo@alcaldiabogota.gov.co")
    assert (alias.alias_de.valor if alias.alias_de else "") == "mipgdistrito@alcaldiabogota.gov.co"


@pytest.mark.disposicion("7.1.3-canales")
def test_los_dos_canales_del_archivo() -> None:
    suyos = Canal.objects.filter(dependencia__clave="ddab").order_by("tipo").values_list("tipo", "valor")
    assert list(suyos) == [
        ("correo", "ventanillaelectronica@alcaldiabogota.gov.co"),
        ("ventanilla", "Edificio Liévano, Carrera 8 No. 10-65"),
    ]


def test_cargar_de_nuevo_no_agrega_nada() -> None:
    assert cargar() == 0


def test_el_comando_dice_cuantas_filas_agrego(capsys: pytest.CaptureFixture[str]) -> None:
    Command().run_from_argv(["asiste", "catalogos"])
    assert capsys.readouterr().out == "Catálogos: 0 filas nuevas.\n"


def test_lo_que_corrigio_la_administracion_se_queda() -> None:
    Tema.objects.filter(clave="defensa-juridica").update(lider="Otra", lider_verificado=True)
    ANS.objects.update(dias=7)
    Modalidad.objects.get(clave="taller").dependencias.set([fabricas.dependencia("ddab")])
    cargar()
    tema = fabricas.tema("defensa-juridica")
    assert (tema.lider, tema.lider_verificado) == ("Otra", True)
    assert set(ANS.objects.values_list("dias", flat=True)) == {7}
    assert [una.clave for una in Modalidad.objects.get(clave="taller").dependencias.all()] == ["ddab"]


def test_un_buzon_cambiado_a_mano_no_vuelve() -> None:
    Canal.objects.filter(valor="ddri@alcaldiabogota.gov.co").update(valor="internacional@alcaldiabogota.gov.co")
    assert cargar() == 0
    assert Canal.objects.get(dependencia__clave="ddri", predeterminado=True).valor.startswith("internacional@")


def test_un_buzon_retirado_a_mano_no_vuelve() -> None:
    Canal.objects.filter(alias_de__isnull=False).delete()
    cargar()
    assert Canal.objects.filter(valor="mipgdistrigo@alcaldiabogota.gov.co").count() == 0
