"""Writing on a case: it saves itself, says where it is kept, and loses nothing when two write."""

import re
from datetime import timedelta

import pytest
import time_machine
from django.test import Client
from django.urls import reverse

from asiste.cuentas.models import Rol
from asiste.directorio.models import Funcionario
from asiste.solicitudes import acciones
from asiste.solicitudes.models import Actuacion, Redaccion, Solicitud
from asiste.web.equipo.escritos.dos_versiones import marca_de
from pruebas import fabricas

HTMX = {"HX-Request": "true"}
ESTADO = Solicitud.Estado
NO_CABE = "x" * 50_001


@pytest.fixture
def caso(asesora: Funcionario) -> Solicitud:
    """One that Laura Ortiz works on."""
    return fabricas.solicitud(asesor=asesora, estado=ESTADO.EN_TRAMITE)


@pytest.fixture
def jefa(db: None) -> Client:
    """The browser of Diana Pérez, who heads the office."""
    return fabricas.sesion(fabricas.funcionario("stdi", nombre="Diana Pérez", rol=Rol.SUBDIRECCION).usuario)


def url(vista: str, caso: Solicitud, clase: str = "respuesta") -> str:
    de_una_clase = {"redaccion", "redaccion-descarte", "versiones"}
    return reverse(f"equipo:{vista}", args=[caso.radicado, *([clase] if vista in de_una_clase else [])])


def guardar(navegador: Client, caso: Solicitud, texto: str, version: int = 0, clase: str = "respuesta") -> str:
    """What the page gets when it saves by itself, in plain words."""
    respuesta = navegador.post(url("redaccion", caso, clase), {"texto": texto, "version": version}, headers=HTMX)
    return respuesta.content.decode()


def palabras(fragmento: str) -> str:
    """Text of a fragment, without what is hidden."""
    sin_fallo = re.sub(r"<div data-fallo hidden>.*?</div>", "", fragmento, flags=re.DOTALL)
    return " ".join(re.sub(r"<[^>]*>", " ", sin_fallo).split()).replace("\xa0", " ")


def trozo(pagina: str, id_: str) -> str:
    """The element with that id of a page, whose div closes at the same indentation as the next one of its kind."""
    return pagina[pagina.index(f'id="{id_}"') :]


def borrador(caso: Solicitud) -> tuple[str, int]:
    return Redaccion.objects.values_list("texto", "version").get(solicitud=caso, usuario=None)


def eleccion(cual: str) -> dict[str, object]:
    """What is sent from the page of the two versions."""
    aparte = marca_de(Redaccion.objects.get(aparte=True))
    return {"cual": cual, "unida-texto": "Lo de ambas", "unida-version": 1, "aparte": aparte}


def test_se_guarda_mientras_se_escribe_y_lo_dice(navegador: Client, caso: Solicitud) -> None:
    assert palabras(guardar(navegador, caso, "Buen día")) == "Guardado a las 10:00 a. m."
    assert borrador(caso) == ("Buen día", 1)


@pytest.mark.parametrize("clase", ["respuesta", "nota"])
def test_al_volver_esta_el_borrador_y_el_fragmento_es_lo_mismo_que_la_pagina(
    navegador: Client, caso: Solicitud, clase: str
) -> None:
    fragmento = guardar(navegador, caso, "Buen día", clase=clase)
    respuesta = navegador.get(url(clase, caso))
    assert respuesta.context["form"]["texto"].value() == "Buen día"
    assert fragmento.strip() in respuesta.content.decode()


def test_la_pagina_pide_el_guardado_sin_sus_archivos(navegador: Client, caso: Solicitud) -> None:
    pagina = navegador.get(url("respuesta", caso)).content.decode()
    assert f'hx-post="{url("redaccion", caso)}"' in pagina
    assert 'hx-params="not anexos,plantilla"' in pagina


def test_lo_que_escribio_otra_persona_se_dice(navegador: Client, jefa: Client, caso: Solicitud) -> None:
    guardar(jefa, caso, "Buen día")
    with time_machine.travel(fabricas.AHORA + timedelta(minutes=5), tick=False):
        pagina = navegador.get(url("respuesta", caso)).content.decode()
    assert "Diana Pérez escribió esto hace 5 minutos, a las 10:00 a. m." in palabras(trozo(pagina, "estado-redaccion"))


def test_guardar_sin_javascript_vuelve_a_la_misma_pagina(navegador: Client, caso: Solicitud) -> None:
    respuesta = navegador.post(url("redaccion", caso), {"texto": "Buen día\r\nLaura", "version": 0}, follow=True)
    assert respuesta.redirect_chain == [(url("respuesta", caso), 302)]
    assert "Borrador guardado." in respuesta.content.decode()
    assert borrador(caso) == ("Buen día\nLaura", 1)


def test_un_texto_demasiado_largo_se_dice_y_no_reemplaza_nada(navegador: Client, caso: Solicitud) -> None:
    guardar(navegador, caso, "Buen día")
    assert palabras(guardar(navegador, caso, NO_CABE, 1)) == "No se pudo guardar: caben 50.000 caracteres."
    assert borrador(caso) == ("Buen día", 1)


@pytest.mark.parametrize("version", ["", "x", "-1", "9" * 40, "²"])
def test_una_version_que_no_es_un_numero_es_la_de_quien_empieza(
    navegador: Client, caso: Solicitud, version: str
) -> None:
    navegador.post(url("redaccion", caso), {"texto": "Buen día", "version": version}, headers=HTMX)
    assert borrador(caso) == ("Buen día", 1)


def test_sin_sesion_el_guardado_no_trae_la_pagina_de_ingreso(caso: Solicitud) -> None:
    respuesta = Client().post(url("redaccion", caso), {"texto": "Buen día"}, headers=HTMX)
    assert (respuesta.status_code, respuesta.content) == (401, b"")


def test_un_guardado_que_choca_lo_dice_y_sigue_en_su_version(navegador: Client, jefa: Client, caso: Solicitud) -> None:
    guardar(jefa, caso, "Lo de Diana")
    fragmento = guardar(navegador, caso, "Lo de Laura")
    assert palabras(fragmento) == (
        "Diana Pérez guardó otro texto a las 10:00 a. m.; lo suyo quedó aparte. Comparar las dos versiones"
    )
    assert '<input type="hidden" name="version" value="0">' in fragmento
    pagina = navegador.get(url("respuesta", caso)).content.decode()
    assert "Hay dos versiones de este texto" in pagina


def test_enviar_sobre_una_version_vieja_no_envia_y_muestra_ambas_con_sus_diferencias(
    navegador: Client, jefa: Client, caso: Solicitud
) -> None:
    guardar(jefa, caso, "Va la guía corregida.")
    respuesta = navegador.post(url("respuesta", caso), {"texto": "Va la guía nueva.", "version": 0}, follow=True)
    pagina = respuesta.content.decode()
    assert respuesta.redirect_chain == [(url("versiones", caso), 302)]
    assert "Diana Pérez cambió este texto mientras usted escribía. No se envió nada" in pagina
    assert re.findall(r"<(?:ins|del)>(?!Tach|Subr)[^<]*</(?:ins|del)>", pagina) == [
        "<del>corregida</del>",
        "<ins>nueva</ins>",
    ]
    assert not caso.actuaciones.filter(tipo="respuesta").exists()


@pytest.mark.parametrize(
    ("cual", "queda"), [("propia", "Lo de Laura"), ("otra", "Lo de Diana"), ("unida", "Lo de ambas")]
)
def test_se_queda_con_una_con_la_otra_o_con_un_texto_de_ambas(
    navegador: Client, jefa: Client, caso: Solicitud, cual: str, queda: str
) -> None:
    guardar(jefa, caso, "Lo de Diana")
    guardar(navegador, caso, "Lo de Laura")
    navegador.post(url("versiones", caso), eleccion(cual))
    assert (borrador(caso)[0], Redaccion.objects.filter(aparte=True).exists()) == (queda, False)


@pytest.mark.parametrize(("cual", "queda"), [("propia", "Lo de Laura"), ("otra", "Lo de Diana")])
def test_quedarse_con_una_no_exige_que_quepa_el_texto_de_ambas(
    navegador: Client, jefa: Client, caso: Solicitud, cual: str, queda: str
) -> None:
    guardar(jefa, caso, "Lo de Diana")
    guardar(navegador, caso, "Lo de Laura")
    navegador.post(url("versiones", caso), eleccion(cual) | {"unida-texto": NO_CABE})
    assert (borrador(caso)[0], Redaccion.objects.filter(aparte=True).exists()) == (queda, False)


def test_un_texto_de_ambas_que_no_cabe_no_se_pierde_aunque_ya_no_haya_otra(navegador: Client, caso: Solicitud) -> None:
    datos = {"cual": "unida", "unida-texto": NO_CABE, "unida-version": 0}
    dice = navegador.post(url("versiones", caso), datos).content.decode()
    assert ("caben 50.000 caracteres" in dice, "Ya no hay otra versión" in dice, NO_CABE in dice) == (True, True, True)


@pytest.mark.parametrize("cual", ["propia", "otra", "unida"])
def test_elegir_sobre_lo_que_volvio_a_cambiar_compara_de_nuevo(
    navegador: Client, jefa: Client, caso: Solicitud, cual: str
) -> None:
    guardar(jefa, caso, "Lo de Diana")
    guardar(navegador, caso, "Lo de Laura")
    guardar(jefa, caso, "Lo de Diana, con más", 1)
    respuesta = navegador.post(url("versiones", caso), eleccion(cual))
    assert respuesta.headers["Location"] == url("versiones", caso)
    aparte = Redaccion.objects.get(aparte=True).texto
    assert (borrador(caso)[0], aparte) == ("Lo de Diana, con más", "Lo de ambas" if cual == "unida" else "Lo de Laura")


def test_sin_otra_version_no_hay_nada_que_comparar(navegador: Client, caso: Solicitud) -> None:
    assert navegador.get(url("versiones", caso)).headers["Location"] == url("respuesta", caso)


def test_enviar_dos_veces_envia_una_y_dice_lo_mismo(navegador: Client, caso: Solicitud) -> None:
    envio = {"texto": "Va la guía.", "version": 0}
    destinos = [navegador.post(url("respuesta", caso), envio).headers["Location"] for _ in range(2)]
    assert destinos == [url("solicitud", caso)] * 2
    assert caso.actuaciones.filter(tipo="respuesta").count() == 1
    assert borrador(caso)[0] == ""


def test_si_la_otra_ya_envio_se_ve_lo_que_envio_y_lo_propio_queda_como_borrador(
    navegador: Client, jefa: Client, caso: Solicitud
) -> None:
    jefa.post(url("respuesta", caso), {"texto": "Va la guía de Diana.", "version": 0})
    respuesta = navegador.post(url("respuesta", caso), {"texto": "Va la mía.", "version": 0}, follow=True)
    pagina = palabras(respuesta.content.decode())
    assert "Diana Pérez ya envió la respuesta a las 10:00 a. m.: su texto quedó como borrador." in pagina
    assert "Va la guía de Diana." in pagina
    assert respuesta.context["form"]["texto"].value() == "Va la mía."
    assert caso.actuaciones.filter(tipo="respuesta").count() == 1


def test_el_guardado_tambien_avisa_que_la_otra_ya_envio(navegador: Client, jefa: Client, caso: Solicitud) -> None:
    jefa.post(url("respuesta", caso), {"texto": "Va la guía de Diana.", "version": 0})
    assert palabras(guardar(navegador, caso, "Va la mía.")) == (
        "Diana Pérez ya envió la respuesta a las 10:00 a. m.: su texto quedó como borrador. "
        "Ver lo que se envió Va la guía de Diana."
    )
    assert borrador(caso)[0] == "Va la mía."


def test_descartar_olvida_el_borrador(navegador: Client, caso: Solicitud) -> None:
    guardar(navegador, caso, "A medias")
    respuesta = navegador.post(url("redaccion-descarte", caso), {"version": 1}, follow=True)
    assert "Descartamos el borrador." in respuesta.content.decode()
    assert borrador(caso) == ("", 2)


def test_no_se_descarta_lo_que_otra_cambio(navegador: Client, jefa: Client, caso: Solicitud) -> None:
    guardar(jefa, caso, "Lo de Diana")
    respuesta = navegador.post(url("redaccion-descarte", caso), {"version": 0}, follow=True)
    assert "No se descartó nada." in respuesta.content.decode()
    assert borrador(caso) == ("Lo de Diana", 1)


def test_la_nota_consume_su_borrador(navegador: Client, caso: Solicitud) -> None:
    guardar(navegador, caso, "Llamar", clase="nota")
    navegador.post(url("nota", caso), {"texto": "Llamar mañana", "version": 1})
    assert caso.actuaciones.latest("pk").tipo == Actuacion.Tipo.NOTA
    assert Redaccion.objects.get(clase="nota").texto == ""


def test_la_nota_de_una_persona_no_se_ve_en_la_de_otra(navegador: Client, jefa: Client, caso: Solicitud) -> None:
    guardar(jefa, caso, "Es reservado", clase="nota")
    assert "Es reservado" not in navegador.get(url("nota", caso)).content.decode()


@pytest.mark.parametrize(
    ("clase", "ajena", "marcadas"), [("respuesta", True, 1), ("nota", True, 0), ("nota", False, 1)]
)
def test_la_bandeja_marca_lo_que_espera_ser_enviado(
    navegador: Client, jefa: Client, caso: Solicitud, clase: str, ajena: bool, marcadas: int
) -> None:
    guardar(jefa if ajena else navegador, caso, "A medias", clase=clase)
    assert navegador.get(reverse("equipo:bandeja")).content.decode().count("Borrador sin enviar") == marcadas


def plantilla(nombre: str = "Saludo", texto: str = "Señor {solicitante}:") -> None:
    acciones.guardar_plantilla(dependencia=fabricas.dependencia("dddi"), nombre=nombre, texto=texto)


def test_insertar_agrega_al_final_llena_los_campos_y_guarda(navegador: Client, caso: Solicitud) -> None:
    plantilla()
    datos = {"texto": "Buen día.", "version": 0, "plantilla": "Saludo"}
    fragmento = navegador.post(url("insertar", caso), datos, headers=HTMX).content.decode()
    assert borrador(caso) == ("Buen día.\n\nSeñor Carlos Peña:", 1)
    assert fragmento.strip() in navegador.get(url("respuesta", caso)).content.decode()


def test_insertar_sin_javascript_vuelve_a_la_pagina(navegador: Client, caso: Solicitud) -> None:
    plantilla()
    respuesta = navegador.post(url("insertar", caso), {"version": 0, "plantilla": "Saludo"}, follow=True)
    assert respuesta.context["form"]["texto"].value() == "Señor Carlos Peña:"


def test_insertar_lo_que_no_se_ofrece_lo_dice_y_guarda_lo_escrito(navegador: Client, caso: Solicitud) -> None:
    respuesta = navegador.post(url("insertar", caso), {"texto": "Buen día.", "plantilla": "No hay"}, headers=HTMX)
    assert "Elija un texto de la lista." in palabras(respuesta.content.decode())
    assert borrador(caso) == ("Buen día.", 1)


@pytest.mark.parametrize(("cuantas", "control"), [(0, None), (8, "<select"), (9, "<datalist")])
def test_la_lista_se_puede_buscar_cuando_son_muchas(
    navegador: Client, caso: Solicitud, cuantas: int, control: str | None
) -> None:
    for numero in range(cuantas):
        plantilla(f"Texto {numero}")
    pagina = navegador.get(url("respuesta", caso)).content.decode()
    assert [marca for marca in ("<select", "<datalist") if marca in pagina] == ([control] if control else [])
