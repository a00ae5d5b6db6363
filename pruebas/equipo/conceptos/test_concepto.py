"""The page of a concept and what is done in it."""

from http import HTTPStatus

import pytest
from django.contrib.messages import get_messages
from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import FileResponse
from django.test import Client

from asiste.conceptos.acciones import guardar_seccion
from asiste.conceptos.acciones.datos import cambiar_datos, partida_de
from asiste.conceptos.contenido import contenido_de
from asiste.conceptos.models import Concepto, SeccionConcepto, VersionConcepto
from asiste.directorio.models import Funcionario
from asiste.escritura.acciones import OtraVersion
from asiste.solicitudes.models import Solicitud
from asiste.web.equipo.conceptos.cambios import cambios_de
from pruebas import fabricas, fabricas_conceptos
from pruebas.conceptos import casos
from pruebas.fabricas import AHORA

VERSIONES = "secciones/analisis/versiones/"
NO_CABE = "x" * 200_001


@pytest.fixture
def concepto(asesora: Funcionario) -> Concepto:
    """A draft of Laura."""
    return fabricas_conceptos.concepto(autor=asesora, analisis="<p>Va <strong>bien</strong>.</p>")


def pagina(cliente: Client, concepto: Concepto, resto: str = "") -> str:
    return cliente.get(f"/equipo/conceptos/{concepto.pk}/{resto}").content.decode()


def guardar(cliente: Client, concepto: Concepto, *, htmx: bool = False, version: int = 1, **campos: str) -> str:
    ruta = f"/equipo/conceptos/{concepto.pk}/secciones/analisis/"
    datos = {f"analisis-{campo}": valor for campo, valor in campos.items()} | {"analisis-version": str(version)}
    cabeceras = {"HX-Request": "true"} if htmx else {}
    return cliente.post(ruta, datos, headers=cabeceras, follow=True).content.decode()


def marca(dice: str) -> str:
    """What the page where two versions are united says of the one it shows."""
    return dice.split('name="aparte" value="')[1].split('"', maxsplit=1)[0]


def html(concepto: Concepto) -> str:
    return str(SeccionConcepto.objects.juntas().get(concepto=concepto, clave="analisis").texto)


def test_la_solicitud_ofrece_proyectarlo_y_despues_lleva_a_el(navegador: Client, asesora: Funcionario) -> None:
    caso = fabricas.solicitud(asesor=asesora, estado=Solicitud.Estado.EN_TRAMITE)
    ruta = f"/equipo/solicitudes/{caso.radicado}/"
    assert "Proyectar el concepto" in navegador.get(ruta).content.decode()
    respuesta = navegador.post(f"/equipo/conceptos/inicio/{caso.radicado}/")
    concepto = Concepto.objects.get()
    assert respuesta.headers["Location"] == f"/equipo/conceptos/{concepto.pk}/"
    despues = navegador.get(ruta).content.decode()
    assert (f'href="/equipo/conceptos/{concepto.pk}/"' in despues, "Proyectar el" in despues) == (True, False)


def test_quien_escribe_ve_el_texto_en_un_area_y_con_formato_para_el_editor(
    navegador: Client, concepto: Concepto
) -> None:
    dice = pagina(navegador, concepto)
    assert "Va bien.</textarea>" in dice
    assert 'value="&lt;p&gt;Va &lt;strong&gt;bien&lt;/strong&gt;.&lt;/p&gt;"' in dice
    assert 'data-editor="/static/django_prose_editor/editor' in dice


def test_el_esquema_dice_que_secciones_faltan(navegador: Client, concepto: Concepto) -> None:
    esquema = pagina(navegador, concepto).split('aria-label="Secciones del concepto"')[1].split("</nav>")[0]
    sin_escribir = [una.split('"')[0] for una in esquema.split('href="#s-')[1:] if "sin escribir" in una]
    assert sin_escribir == ["marco", "conclusiones", "recomendaciones"]


def test_quien_solo_mira_lo_lee_con_formato(concepto: Concepto) -> None:
    companero = fabricas.sesion(fabricas.funcionario("stdi", nombre="Compañero").usuario)
    dice = pagina(companero, concepto)
    assert ("<p>Va <strong>bien</strong>.</p>" in dice, "<textarea" in dice) == (True, False)


def test_lo_que_se_escribe_se_guarda_solo_y_dice_su_version(navegador: Client, concepto: Concepto) -> None:
    linea = guardar(navegador, concepto, htmx=True, html="<p>Otro</p>")
    assert ('value="2"' in linea, html(concepto)) == (True, "<p>Otro</p>")


def test_sin_editor_se_guarda_el_texto_llano(navegador: Client, concepto: Concepto) -> None:
    assert "Guardamos «Análisis técnico»." in guardar(navegador, concepto, texto="Uno\r\n\r\n- a\r\n- b")
    assert html(concepto) == "<p>Uno</p>\n<ul><li><p>a</p></li><li><p>b</p></li></ul>"


def test_sin_editor_guardar_sin_cambios_no_quita_el_formato(navegador: Client, concepto: Concepto) -> None:
    guardar(navegador, concepto, texto="Va bien.")
    assert html(concepto) == "<p>Va <strong>bien</strong>.</p>"


def test_un_guardado_tardio_muestra_las_dos_versiones_y_deja_unirlas(
    navegador: Client, concepto: Concepto, asesora: Funcionario
) -> None:
    diana = fabricas.funcionario("stdi", nombre="Diana Pérez")
    fabricas_conceptos.escribir(concepto, diana, "analisis", "<p>Común.</p><p>Lo de Diana.</p>")
    choque = guardar(navegador, concepto, html="<p>Común.</p><p>Lo de Laura.</p>")
    assert "<del>Diana</del>" in choque
    assert "Diana Pérez cambió este texto mientras usted escribía. Compare las dos versiones." in choque
    unido = "<p>Común.</p>\n<p>Lo de Diana.</p>\n<p>Lo de Laura.</p>"
    assert f'value="{unido.replace("<", "&lt;").replace(">", "&gt;")}"' in choque
    ruta = f"/equipo/conceptos/{concepto.pk}/secciones/analisis/versiones/"
    navegador.post(ruta, {"cual": "unida", "unida-html": unido, "unida-version": 2, "aparte": marca(choque)})
    assert list(concepto.secciones.filter(clave="analisis").values_list("texto", "aparte")) == [(unido, False)]


@pytest.mark.parametrize(("cual", "queda"), [("otra", "<p>De Diana.</p>"), ("propia", "<p>De Laura.</p>")])
def test_quedarse_con_una_olvida_la_otra(navegador: Client, concepto: Concepto, cual: str, queda: str) -> None:
    diana = fabricas.funcionario("stdi", nombre="Diana Pérez")
    fabricas_conceptos.escribir(concepto, diana, "analisis", "<p>De Diana.</p>")
    visto = marca(guardar(navegador, concepto, html="<p>De Laura.</p>"))
    ruta = f"/equipo/conceptos/{concepto.pk}/secciones/analisis/versiones/"
    navegador.post(ruta, {"cual": cual, "unida-version": 2, "aparte": visto})
    assert list(concepto.secciones.filter(clave="analisis").values_list("texto", "aparte")) == [(queda, False)]


@pytest.mark.parametrize(("cual", "queda"), [("otra", "<p>De Laura.</p>"), ("propia", "<p>De Diana.</p>")])
def test_lo_que_otra_persona_dejo_aparte_se_ve_y_se_decide(
    navegador: Client, concepto: Concepto, asesora: Funcionario, cual: str, queda: str
) -> None:
    aparte_de_diana(concepto, asesora)
    dice = pagina(navegador, concepto)
    assert "Lo que Diana Pérez escribió" in dice
    assert "Falta unir lo que Diana Pérez escribió en «Análisis técnico»." in dice
    comparadas = pagina(navegador, concepto, "secciones/analisis/versiones/")
    assert "Lo que escribió Diana Pérez</h2>" in comparadas
    ruta = f"/equipo/conceptos/{concepto.pk}/secciones/analisis/versiones/"
    navegador.post(ruta, {"cual": cual, "unida-version": 2, "aparte": marca(comparadas)})
    assert list(concepto.secciones.filter(clave="analisis").values_list("texto", "aparte")) == [(queda, False)]


def test_lo_que_cambio_mientras_se_comparaba_no_se_descarta(
    navegador: Client, concepto: Concepto, asesora: Funcionario
) -> None:
    aparte_de_diana(concepto, asesora)
    ruta = f"/equipo/conceptos/{concepto.pk}/secciones/analisis/versiones/"
    dice = navegador.post(ruta, {"cual": "otra", "unida-version": 2, "aparte": "otra"}, follow=True).content.decode()
    assert "Los textos cambiaron mientras usted comparaba. Compare de nuevo." in dice
    assert concepto.secciones.filter(aparte=True).count() == 1


@pytest.mark.parametrize("cual", ["otra", "propia"])
def test_quedarse_con_una_no_exige_que_quepa_el_texto_de_ambas(
    navegador: Client, concepto: Concepto, asesora: Funcionario, cual: str
) -> None:
    aparte_de_diana(concepto, asesora)
    visto = marca(pagina(navegador, concepto, VERSIONES))
    datos = {"cual": cual, "unida-version": 2, "unida-texto": NO_CABE, "aparte": visto}
    navegador.post(f"/equipo/conceptos/{concepto.pk}/{VERSIONES}", datos)
    assert not concepto.secciones.filter(aparte=True).exists()


@pytest.mark.parametrize("cual", ["otra", "propia"])
def test_de_lo_que_ya_se_envio_no_se_olvida_lo_que_alguien_dejo_aparte(
    navegador: Client, concepto: Concepto, asesora: Funcionario, cual: str
) -> None:
    aparte_de_diana(concepto, asesora)
    datos = {"cual": cual, "unida-version": 2, "aparte": marca(pagina(navegador, concepto, VERSIONES))}
    Concepto.objects.filter(pk=concepto.pk).update(estado=Concepto.Estado.REVISION)
    respuesta = navegador.post(f"/equipo/conceptos/{concepto.pk}/{VERSIONES}", datos)
    dicho = [str(aviso) for aviso in get_messages(respuesta.wsgi_request)]
    assert dicho == ["«Análisis técnico» ya no se escribe: las dos versiones siguen como estaban."]
    assert [una.texto for una in concepto.secciones.apartes()] == ["<p>De Diana.</p>"]


@pytest.mark.parametrize(("campo", "texto"), [("texto", NO_CABE), ("html", NO_CABE * 4)], ids=["llano", "editor"])
def test_un_texto_de_ambas_que_no_cabe_no_se_pierde_aunque_ya_no_haya_otra(
    navegador: Client, concepto: Concepto, campo: str, texto: str
) -> None:
    datos = {"cual": "unida", f"unida-{campo}": texto, "unida-version": 1}
    dice = navegador.post(f"/equipo/conceptos/{concepto.pk}/{VERSIONES}", datos).content.decode()
    assert ("caben 200.000 caracteres" in dice, "Ya no hay otra versión" in dice, texto in dice) == (True, True, True)


def test_de_lo_que_no_cabe_no_se_dice_que_quedo_aparte(navegador: Client, concepto: Concepto) -> None:
    Concepto.objects.filter(pk=concepto.pk).update(estado=Concepto.Estado.REVISION)
    linea = guardar(navegador, concepto, htmx=True, html=f"<p>{NO_CABE}</p>")
    assert ("la sección pasa de 200.000 caracteres." in linea, "quedó aparte" in linea) == (True, False)


def test_lo_unido_se_guarda_aunque_otra_persona_haya_decidido_antes(navegador: Client, concepto: Concepto) -> None:
    ruta = f"/equipo/conceptos/{concepto.pk}/secciones/analisis/versiones/"
    navegador.post(ruta, {"cual": "unida", "unida-html": "<p>De ambas.</p>", "unida-version": 1, "aparte": "1-x"})
    assert html(concepto) == "<p>De ambas.</p>"


def test_dice_quien_mas_lo_tiene_abierto(navegador: Client, concepto: Concepto) -> None:
    diana = fabricas.funcionario("stdi", nombre="Diana Pérez")
    concepto.presencias.create(usuario=diana.usuario, vista_en=AHORA)
    assert "<strong>Diana Pérez</strong> también lo tiene abierto" in pagina(navegador, concepto)
    ruta = f"/equipo/conceptos/{concepto.pk}/presentes/?hay={diana.usuario_id}"
    assert navegador.get(ruta).status_code == HTTPStatus.NO_CONTENT


def test_una_seccion_que_no_existe_no_tiene_pagina(navegador: Client, concepto: Concepto) -> None:
    ruta = f"/equipo/conceptos/{concepto.pk}/secciones/hallazgos/"
    assert navegador.post(ruta).status_code == HTTPStatus.NOT_FOUND


def aparte_de_diana(concepto: Concepto, asesora: Funcionario) -> None:
    """Diana saved late what she wrote, and Laura's stayed."""
    diana = fabricas.funcionario("stdi", nombre="Diana Pérez")
    fabricas_conceptos.escribir(concepto, asesora, "analisis", "<p>De Laura.</p>")
    with pytest.raises(OtraVersion):
        guardar_seccion(
            concepto=concepto, clave="analisis", texto="<p>De Diana.</p>", version=1, autor=diana.usuario, ahora=AHORA
        )


def test_el_asunto_y_la_consulta_se_precisan(navegador: Client, concepto: Concepto) -> None:
    datos = {"asunto": "Otro asunto", "consulta": "¿Procede?", "terminos": "", "partida": partida_de(concepto)}
    respuesta = navegador.post(f"/equipo/conceptos/{concepto.pk}/datos/", datos, follow=True).content.decode()
    assert "<h1>Otro asunto</h1>" in respuesta


def test_lo_que_otra_persona_preciso_mientras_tanto_se_compara(navegador: Client, concepto: Concepto) -> None:
    partida, diana = partida_de(concepto), fabricas.funcionario("stdi", nombre="Diana Pérez")
    de_ella = {"asunto": "Asunto de Diana", "consulta": concepto.consulta, "terminos": ""}
    cambiar_datos(concepto=concepto, datos=de_ella, partida=partida, autor=diana.usuario)
    ruta, de_laura = f"/equipo/conceptos/{concepto.pk}/datos/", {**de_ella, "asunto": "Asunto de Laura"}
    dice = navegador.post(ruta, {**de_laura, "partida": partida}).content.decode()
    assert "Diana Pérez cambió el asunto mientras usted escribía." in dice
    assert ("Asunto de <del>Diana</del>" in dice, 'value="Asunto de Laura"' in dice) == (True, True)
    sigue = dice.split('name="partida" value="')[1].split('"')[0]
    assert "Guardamos los datos" in navegador.post(ruta, {**de_laura, "partida": sigue}, follow=True).content.decode()
    concepto.refresh_from_db()
    assert concepto.asunto == "Asunto de Laura"


def test_los_anexos_se_agregan_se_bajan_y_se_quitan(navegador: Client, concepto: Concepto) -> None:
    ruta = f"/equipo/conceptos/{concepto.pk}/anexos/"
    subido = SimpleUploadedFile("cuadro.pdf", b"%PDF-1.7 x")
    assert "Agregamos el anexo." in navegador.post(ruta, {"archivos": subido}, follow=True).content.decode()
    anexo = concepto.anexos.get()
    bajado = navegador.get(f"{ruta}{anexo.pk}/")
    assert bajado.headers["Content-Disposition"] == 'attachment; filename="cuadro.pdf"'
    assert isinstance(bajado, FileResponse)
    assert bajado.getvalue() == b"%PDF-1.7 x"
    navegador.post(f"{ruta}{anexo.pk}/retiro/")
    assert concepto.anexos.count() == 0


def test_el_proyecto_se_ve_en_pdf(navegador: Client, concepto: Concepto) -> None:
    respuesta = navegador.get(f"/equipo/conceptos/{concepto.pk}/proyecto.pdf")
    assert isinstance(respuesta, FileResponse)
    assert respuesta.getvalue().startswith(b"%PDF-")


def test_la_historia_dice_que_cambio_desde_lo_enviado(
    navegador: Client, concepto: Concepto, asesora: Funcionario
) -> None:
    VersionConcepto.objects.create(
        concepto=concepto,
        numero=1,
        contenido=contenido_de(concepto),
        archivo=fabricas.archivo().archivo,
        creada_por=asesora.usuario,
        creada_en=AHORA,
    )
    fabricas_conceptos.escribir(concepto, asesora, "analisis", "<p>Va mal.</p>")
    dice = pagina(navegador, concepto, "historia/")
    assert ("Va <del>bien</del>." in dice, "Va <ins>mal</ins>." in dice) == (True, True)


def test_la_historia_de_una_sola_version_enviada_no_compara_con_nada(directora: Client) -> None:
    dice = pagina(directora, casos.en_revision(), "historia/")
    assert ("Se envió una sola versión" in dice, "PDF de la versión 1" in dice, "Nada cambió" in dice) == (
        True,
        True,
        False,
    )


def test_la_historia_dice_si_cambiaron_los_terminos_o_los_anexos(concepto: Concepto) -> None:
    antes = contenido_de(concepto)
    Concepto.objects.filter(pk=concepto.pk).update(terminos="En cuadro comparativo.")
    fabricas_conceptos.anexar(concepto, fabricas.archivo("cuadro.csv"))
    ahora = contenido_de(Concepto.objects.completos().get(pk=concepto.pk))
    cambios = [(rotulo, "".join(trozo.texto for trozo in nuevo)) for rotulo, _, nuevo in cambios_de(antes, ahora)]
    assert cambios == [
        ("Términos en que se pide la respuesta", "En cuadro comparativo."),
        ("Anexos", f"cuadro.csv · huella {ahora['anexos'][0][2][:12]}"),
    ]


def test_dice_lo_que_falta_para_enviarlo(navegador: Client, asesora: Funcionario) -> None:
    vacio = fabricas_conceptos.concepto(autor=asesora)
    assert "Falta escribir el análisis técnico o las conclusiones." in pagina(navegador, vacio)
