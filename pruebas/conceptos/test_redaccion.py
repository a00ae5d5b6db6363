"""A concept is born from a request and written by several people: nothing is lost."""

import pytest

from asiste.conceptos import acciones
from asiste.conceptos.models import Concepto, SeccionConcepto
from asiste.conceptos.pendientes import lo_que_falta
from asiste.directorio.models import Funcionario
from asiste.escritura.acciones import OtraVersion, en_palabras
from asiste.solicitudes.acciones import ReglaIncumplida
from asiste.solicitudes.models import Actuacion, Solicitud
from pruebas import fabricas, fabricas_conceptos
from pruebas.fabricas import AHORA

pytestmark = pytest.mark.django_db


@pytest.fixture
def laura() -> Funcionario:
    """Who drafts."""
    return fabricas.funcionario("stdi")


@pytest.fixture
def diana() -> Funcionario:
    """Who writes with her."""
    return fabricas.funcionario("stdi", nombre="Diana Pérez")


def guardar(
    concepto: Concepto, quien: Funcionario, html: str, version: int, *, une: SeccionConcepto | None = None
) -> SeccionConcepto:
    return acciones.guardar_seccion(
        concepto=concepto, clave="analisis", texto=html, version=version, autor=quien.usuario, ahora=AHORA, une=une
    )


@pytest.mark.disposicion("6.3-conceptos")
def test_nace_de_la_solicitud_con_lo_que_se_consulta(laura: Funcionario) -> None:
    caso = fabricas.solicitud(asesor=laura, estado=Solicitud.Estado.EN_TRAMITE, terminos="En cuadro comparativo.")
    concepto = acciones.empezar_concepto(solicitud=caso, autor=laura.usuario, ahora=AHORA)
    assert (concepto.asunto, concepto.consulta, concepto.terminos) == (caso.asunto, caso.texto, caso.terminos)
    assert (concepto.proyecta, concepto.estado) == (laura, Concepto.Estado.PROYECTO)
    assert caso.actuaciones.filter(tipo=Actuacion.Tipo.CONCEPTO).get().texto == (
        "Laura Ortiz empezó a proyectar el concepto."
    )


def test_los_antecedentes_dicen_de_donde_viene(laura: Funcionario) -> None:
    concepto = fabricas_conceptos.concepto(autor=laura)
    assert concepto.secciones.get().texto == (
        f"<p>Con el radicado {concepto.solicitud.radicado}, recibido el jueves 19 de noviembre de 2026, "
        "Secretaría Distrital de Hacienda pidió concepto sobre «Plan de mejora de integridad».</p>"
    )


def test_empezarlo_dos_veces_da_el_mismo(laura: Funcionario, diana: Funcionario) -> None:
    concepto = fabricas_conceptos.concepto(autor=laura)
    otro = acciones.empezar_concepto(solicitud=concepto.solicitud, autor=diana.usuario, ahora=AHORA)
    assert (otro, otro.proyecta) == (concepto, laura)


@pytest.mark.parametrize("estado", [Solicitud.Estado.POR_TOMAR, Solicitud.Estado.ATENDIDA, Solicitud.Estado.ANULADA])
def test_de_una_solicitud_que_nadie_tramita_no_nace(laura: Funcionario, estado: Solicitud.Estado) -> None:
    caso = fabricas.solicitud(asesor=laura, estado=estado)
    with pytest.raises(ReglaIncumplida, match=r"^Solo se proyecta un concepto de una solicitud en trámite\.$"):
        acciones.empezar_concepto(solicitud=caso, autor=laura.usuario, ahora=AHORA)


def test_lo_que_se_guarda_queda_limpio(laura: Funcionario) -> None:
    concepto = fabricas_conceptos.concepto(autor=laura)
    assert guardar(concepto, laura, "<p onclick='x'>Uno</p><script>1</script>", 0).texto == "<p>Uno</p>"


def test_guardar_lo_mismo_no_cambia_nada(laura: Funcionario) -> None:
    concepto = fabricas_conceptos.concepto(autor=laura)
    guardar(concepto, laura, "<p>Uno</p>", 0)
    assert guardar(concepto, laura, "<p>Uno</p>\n", 0).version == 1


def test_quien_llega_tarde_no_pisa_y_lo_suyo_queda_aparte(laura: Funcionario, diana: Funcionario) -> None:
    concepto = fabricas_conceptos.concepto(autor=laura)
    guardar(concepto, laura, "<p>De Laura</p>", 0)
    with pytest.raises(OtraVersion, match=r"^Laura Ortiz cambió este texto mientras usted escribía\.\nLo que escribió"):
        guardar(concepto, diana, "<p>De Diana</p>", 0)
    suyas = concepto.secciones.filter(clave="analisis").order_by("id")
    assert list(suyas.values_list("texto", "aparte")) == [("<p>De Laura</p>", False), ("<p>De Diana</p>", True)]


def test_unir_deja_un_solo_texto(laura: Funcionario, diana: Funcionario) -> None:
    concepto = fabricas_conceptos.concepto(autor=laura)
    guardar(concepto, laura, "<p>De Laura</p>", 0)
    with pytest.raises(OtraVersion):
        guardar(concepto, diana, "<p>De Diana</p>", 0)
    guardar(concepto, laura, "<p>De ambas</p>", 1, une=concepto.secciones.get(aparte=True))
    assert list(concepto.secciones.filter(clave="analisis").values_list("texto", "aparte")) == [
        ("<p>De ambas</p>", False)
    ]


def test_lo_que_cambio_mientras_otra_persona_lo_unia_sigue_aparte(laura: Funcionario, diana: Funcionario) -> None:
    concepto = fabricas_conceptos.concepto(autor=laura, analisis="<p>De Laura</p>")
    for texto in ("<p>Visto</p>", "<p>Después</p>"):
        with pytest.raises(OtraVersion):
            guardar(concepto, diana, texto, 0)
    vista = concepto.secciones.get(aparte=True)
    vista.texto = "<p>Visto</p>"
    guardar(concepto, laura, "<p>De ambas</p>", 1, une=vista)
    assert concepto.secciones.get(aparte=True).texto == "<p>Después</p>"


def test_lo_escrito_cuando_ya_se_envio_queda_aparte(laura: Funcionario) -> None:
    concepto = fabricas_conceptos.concepto(autor=laura)
    Concepto.objects.filter(pk=concepto.pk).update(estado=Concepto.Estado.REVISION)
    with pytest.raises(ReglaIncumplida) as freno:
        guardar(concepto, laura, "<p>Tarde</p>", 0)
    dicho = "Ya no se escribe en el concepto: está en revisión. Lo que escribió quedó aparte."
    assert en_palabras(freno.value) == dicho
    assert concepto.secciones.get(aparte=True).texto == "<p>Tarde</p>"


def test_empieza_con_el_formato_de_la_oficina_mas_cercana(laura: Funcionario) -> None:
    for clave, texto in (("sdfi", "<p>Lejos</p>"), ("dddi", "<p>Decreto 1499</p>")):
        acciones.guardar_formato(
            dependencia=fabricas.dependencia(clave), codigo=clave, version="01", textos={"marco": texto}
        )
    concepto = fabricas_conceptos.concepto(autor=laura)
    assert concepto.secciones.get(clave="marco").texto == "<p>Decreto 1499</p>"


@pytest.mark.disposicion("7.1.2-concepto")
def test_en_el_archivo_el_analisis_y_las_conclusiones_son_obligatorios() -> None:
    diana = fabricas.funcionario("ssda", nombre="Diana Pérez")
    concepto = fabricas_conceptos.concepto(autor=diana, analisis="<p>Se analizó.</p>")
    assert lo_que_falta(concepto) == ["Falta escribir «Conclusiones»."]


def test_en_las_demas_basta_uno_de_los_dos(laura: Funcionario) -> None:
    concepto = fabricas_conceptos.concepto(autor=laura)
    assert lo_que_falta(concepto) == ["Falta escribir el análisis técnico o las conclusiones."]
    fabricas_conceptos.escribir(concepto, laura, "conclusiones", "<p>Procede.</p>")
    assert lo_que_falta(concepto) == []


@pytest.mark.disposicion("7.1.2-concepto")
def test_lo_que_trae_el_formato_no_es_haberlo_escrito() -> None:
    diana, textos = fabricas.funcionario("ssda"), {"analisis": "<p>Describa.</p>", "conclusiones": "<p>Concluya.</p>"}
    acciones.guardar_formato(dependencia=diana.dependencia, codigo="FT-01", version="01", textos=textos)
    concepto = fabricas_conceptos.concepto(autor=diana, conclusiones="<p>Procede.</p>")
    assert lo_que_falta(concepto) == ["Falta escribir «Análisis técnico»."]
    acciones.guardar_formato(dependencia=diana.dependencia, codigo="FT-01", version="02", textos={})
    assert lo_que_falta(concepto) == ["Falta escribir «Análisis técnico»."]


def test_volver_al_texto_del_formato_es_no_haberlo_escrito(laura: Funcionario) -> None:
    textos = {"analisis": "<p>Describa.</p>"}
    acciones.guardar_formato(dependencia=laura.dependencia, codigo="FT-01", version="01", textos=textos)
    concepto = fabricas_conceptos.concepto(autor=laura, analisis="<p>Se analizó.</p>")
    assert lo_que_falta(concepto) == []
    fabricas_conceptos.escribir(concepto, laura, "analisis", "<p>Describa.</p>")
    assert lo_que_falta(concepto) == ["Falta escribir el análisis técnico o las conclusiones."]


def test_con_textos_sin_unir_no_esta_listo(laura: Funcionario, diana: Funcionario) -> None:
    concepto = fabricas_conceptos.concepto(autor=laura, analisis="<p>De Laura</p>")
    with pytest.raises(OtraVersion):
        guardar(concepto, diana, "<p>De Diana</p>", 0)
    assert lo_que_falta(concepto) == ["Falta unir lo que Diana Pérez escribió en «Análisis técnico»."]
