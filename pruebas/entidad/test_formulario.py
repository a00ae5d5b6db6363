"""The form «Solicitar asistencia técnica»: what it accepts and how it explains what it does not."""

from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils.html import escape

from asiste.cuentas.models import Usuario
from asiste.directorio.acciones import registrar_enlace
from asiste.directorio.models import Entidad
from asiste.notificaciones.models import Mensaje
from asiste.portafolio.models import Modalidad, Tema
from asiste.solicitudes.models import Anexo, Borrador, Solicitud
from pruebas import fabricas

URL = reverse("entidad:solicitar")
TEXTO = "Se creó una oficina y debemos ajustar el mapa de procesos."


def modalidad(clave: str) -> str:
    return str(Modalidad.objects.get(clave=clave).pk)


def datos(usuario: Usuario, **cambios: Any) -> dict[str, Any]:
    """A form that can be filed, over the draft of the person; changes by name, None leaves a field out."""
    propio = fabricas.entidad().pk if cambios.get("entidad") is None else cambios["entidad"]
    bien: dict[str, Any] = {
        "ficha": Borrador.objects.get(usuario=usuario).pk,
        "entidad": propio,
        "nombre": "Carlos Peña",
        "cargo": "Jefe de planeación",
        "asunto": "Mapa de procesos",
        "texto": TEXTO,
        "temas": [fabricas.tema("fortalecimiento-organizacional").pk],
    }
    return {campo: valor for campo, valor in (bien | cambios).items() if valor is not None}


def enviar(navegador: Client, usuario: Usuario, **cambios: Any) -> Any:
    """Opens the form, fills it and sends it."""
    navegador.get(URL)
    return navegador.post(URL, datos(usuario, **cambios))


def test_radica_y_lleva_a_la_constancia(navegador: Client, persona: Usuario) -> None:
    respuesta = enviar(
        navegador,
        persona,
        medio="virtual",
        logistica="Los jueves",
        terminos="Antes del comité",
        participantes=[fabricas.entidad("idu").pk],
        modalidad=modalidad("mesa"),
    )
    solicitud = Solicitud.objects.get()
    assert respuesta.headers["Location"] == reverse("entidad:recibo", args=[solicitud.radicado])
    assert (solicitud.canal, solicitud.entidad, solicitud.asunto, solicitud.texto) == (
        "formulario",
        fabricas.entidad(),
        "Mapa de procesos",
        TEXTO,
    )
    assert (solicitud.solicitante_nombre, solicitud.solicitante_cargo, solicitud.solicitante_correo) == (
        "Carlos Peña",
        "Jefe de planeación",
        persona.email,
    )
    assert (solicitud.medio, solicitud.logistica, solicitud.terminos) == ("virtual", "Los jueves", "Antes del comité")
    assert [una.clave for una in solicitud.participantes.all()] == ["idu"]
    assert str(solicitud.modalidad) == "Mesa de trabajo"
    assert Mensaje.objects.filter(para=persona.email, asunto__contains=solicitud.radicado).count() == 1


def test_el_borrador_se_va_con_la_radicacion(navegador: Client, persona: Usuario) -> None:
    enviar(navegador, persona)
    assert Borrador.objects.count() == 0


def test_llega_con_los_datos_del_directorio(navegador: Client) -> None:
    pagina = navegador.get(URL).content.decode()
    assert 'name="nombre" value="Carlos Peña"' in pagina
    assert 'name="cargo" value="Profesional"' in pagina
    assert f'<input type="hidden" name="entidad" value="{fabricas.entidad().pk}"' in pagina


def test_llega_con_el_tema_elegido_en_el_portal(navegador: Client) -> None:
    respuesta = navegador.get(URL, {"tema": "integridad"})
    assert respuesta.context["form"]["temas"].value() == [str(fabricas.tema("integridad").pk)]


@pytest.mark.parametrize(
    ("campo", "valor", "frase"),
    [
        ("nombre", "", "Escriba su nombre."),
        ("cargo", "", "Escriba su cargo."),
        ("asunto", "", "Escriba el asunto."),
        ("asunto", "x" * 121, "El asunto tiene 121 caracteres y caben 120. Deje el detalle para abajo."),
        ("texto", "", "Describa lo que necesita."),
        ("texto", "Ayuda", "Describa lo que necesita con al menos 40 caracteres; lleva 5."),
        ("texto", "x" * 20_001, "El texto tiene más de 20.000 caracteres. Acórtelo o adjúntelo como archivo."),
        ("temas", [], "Marque al menos un tema. Si no encuentra el suyo, elija la dirección."),
        ("temas", ["0"], "Una de las opciones ya no está en la lista. Revise lo marcado."),
        ("entidad", "0", "Elija una opción de la lista."),
        ("direccion", "0", "Elija una opción de la lista."),
        ("modalidad", "0", "Elija una opción de la lista."),
        ("medio", "paloma", "Elija una opción de la lista."),
        ("participantes", ["0"], "Una de las opciones ya no está en la lista. Revise lo marcado."),
    ],
)
def test_cada_error_se_dice_en_el_resumen(
    navegador: Client, persona: Usuario, campo: str, valor: Any, frase: str
) -> None:
    respuesta = enviar(navegador, persona, **{campo: valor})
    pagina = respuesta.content.decode()
    assert respuesta.context["form"].errors[campo] == [frase]
    assert pagina.index(frase) < pagina.index("<h1>")
    assert Solicitud.objects.count() == 0


@pytest.mark.parametrize(
    ("campo", "valor"),
    [("nombre", ""), ("cargo", ""), ("asunto", ""), ("texto", ""), ("temas", []), ("modalidad", "0"), ("medio", "x")],
)
def test_cada_error_tiene_su_frase_junto_al_campo_y_un_enlace_a_el(
    navegador: Client, persona: Usuario, campo: str, valor: Any
) -> None:
    pagina = enviar(navegador, persona, **{campo: valor}).content.decode()
    veces = [pagina.count(marca.format(campo)) for marca in ('id="id_{}_error"', 'href="#id_{}"', 'id="id_{}"')]
    assert veces == [1, 1, 1]


def test_con_error_sigue_todo_lo_escrito(navegador: Client, persona: Usuario) -> None:
    pagina = enviar(
        navegador,
        persona,
        asunto="",
        logistica="Los jueves",
        medio="virtual",
        participantes=[fabricas.entidad("idu").pk],
    ).content.decode()
    tema = fabricas.tema("fortalecimiento-organizacional").pk
    assert f">\n{TEXTO}</textarea>" in pagina
    assert ">\nLos jueves</textarea>" in pagina
    assert '<option value="virtual" selected>' in pagina
    assert f'name="temas" value="{tema}" id=' in pagina.replace('" checked id=', '" id=')
    assert pagina.count(" checked") == 3  # the topic, the entity that takes part and «lo que sugiera el asesor»


def test_con_error_el_archivo_ya_quedo_adjunto(navegador: Client, persona: Usuario) -> None:
    pagina = enviar(navegador, persona, asunto="", anexos=[SimpleUploadedFile("plan.pdf", b"%PDF-1.7 plan")])
    assert 'aria-label="Quitar plan.pdf"' in pagina.content.decode()
    navegador.post(URL, datos(persona))
    assert [anexo.nombre for anexo in Anexo.objects.order_by("id")] == ["plan.pdf"]


def test_los_anexos_van_con_la_solicitud_en_su_orden(navegador: Client, persona: Usuario) -> None:
    archivos = [SimpleUploadedFile(nombre, nombre.encode()) for nombre in ("b.txt", "a.txt", "vacío.txt")]
    enviar(navegador, persona, anexos=archivos)
    assert [anexo.nombre for anexo in Anexo.objects.order_by("id")] == ["b.txt", "a.txt", "vacío.txt"]


def test_los_anexos_tienen_un_tope_entre_todos(navegador: Client, persona: Usuario) -> None:
    mitad = b"x" * 11 * 1024**2
    enviar(navegador, persona, asunto="", anexos=[SimpleUploadedFile("uno.pdf", mitad)])
    respuesta = navegador.post(URL, datos(persona, anexos=[SimpleUploadedFile("dos.pdf", mitad)]))
    assert respuesta.context["form"].errors["anexos"] == ["No se agregó el archivo: suma 11\xa0MB y caben 9\xa0MB."]
    assert f'data-tamano-maximo="{9 * 1024**2}"' in respuesta.content.decode()
    assert Solicitud.objects.count() == 0


@pytest.mark.disposicion("4-modalidades")
def test_una_modalidad_que_la_direccion_no_ofrece_se_explica(navegador: Client, persona: Usuario) -> None:
    respuesta = enviar(
        navegador,
        persona,
        temas=[fabricas.tema("gestion-documental").pk],
        postura="no",
        modalidad=modalidad("taller"),
    )
    assert respuesta.context["form"].errors["modalidad"] == [
        "La Dirección Distrital de Archivo de Bogotá no ofrece «Taller». Elija otra o lo que sugiera el asesor."
    ]


@pytest.mark.disposicion("5-articulacion")
def test_varios_temas_los_atiende_la_direccion_del_primero_y_articula_a_las_demas(
    navegador: Client, persona: Usuario
) -> None:
    temas = [fabricas.tema(clave) for clave in ("gestion-documental", "integridad")]
    enviar(navegador, persona, temas=[tema.pk for tema in temas])
    solicitud = Solicitud.objects.select_related("direccion").get()
    repartidos = solicitud.temas_a_cargo.order_by("tema__clave").values_list("tema__clave", "dependencia__clave")
    assert solicitud.direccion.clave == "dddi"
    assert list(repartidos) == [("gestion-documental", "ddab"), ("integridad", "dddi")]


def test_sin_tema_basta_la_direccion(navegador: Client, persona: Usuario) -> None:
    enviar(navegador, persona, temas=[], direccion=fabricas.dependencia("ddri").pk)
    assert Solicitud.objects.select_related("direccion").get().direccion.clave == "ddri"


def test_quien_no_es_enlace_elige_su_entidad_y_queda_por_confirmar(db: None) -> None:
    nueva = fabricas.usuario("nueva@shd.gov.co")
    enviar(fabricas.sesion(nueva), nueva, entidad=fabricas.entidad("idu").pk)
    solicitud = Solicitud.objects.get()
    assert (solicitud.entidad, solicitud.entidad_nombre) == (None, fabricas.entidad("idu").nombre)
    assert [una.pk for una in Solicitud.objects.sin_entidad()] == [solicitud.pk]


def test_quien_no_es_enlace_no_ve_lo_de_la_entidad_que_dice(db: None) -> None:
    de_idu = fabricas.solicitud(entidad=fabricas.entidad("idu"))
    nueva = fabricas.usuario("nueva@shd.gov.co")
    navegador = fabricas.sesion(nueva)
    enviar(navegador, nueva, entidad=fabricas.entidad("idu").pk)
    assert navegador.get(reverse("entidad:solicitud", args=[de_idu.radicado])).status_code == 404


def test_quien_no_halla_su_entidad_la_escribe(db: None) -> None:
    nueva = fabricas.usuario("nueva@ejemplo.com")
    navegador = fabricas.sesion(nueva)
    sin_nombre = enviar(navegador, nueva, entidad="otra")
    enviar(navegador, nueva, entidad="otra", entidad_nombre="Fondo Local")
    solicitud = Solicitud.objects.get()
    assert sin_nombre.context["form"].errors["entidad_nombre"] == ["Escriba el nombre de su entidad."]
    assert (solicitud.entidad, solicitud.entidad_nombre) == (None, "Fondo Local")


def test_un_enlace_no_pide_a_nombre_de_otra_entidad(navegador: Client, persona: Usuario) -> None:
    respuesta = enviar(navegador, persona, entidad=fabricas.entidad("idu").pk)
    assert respuesta.context["form"].errors["entidad"] == ["Elija una opción de la lista."]


def test_quien_es_enlace_de_dos_entidades_elige_una(persona: Usuario, navegador: Client) -> None:
    registrar_enlace(
        entidad=fabricas.entidad("idu"), nombre="Carlos Peña", cargo="Jefe", correo=persona.email, hoy=fabricas.SIEMPRE
    )
    enviar(navegador, persona, entidad=fabricas.entidad("idu").pk)
    assert Solicitud.objects.get().entidad == fabricas.entidad("idu")


def test_la_lista_de_entidades_va_por_sectores(db: None) -> None:
    pagina = fabricas.sesion(fabricas.usuario()).get(URL).content.decode()
    sectores = {entidad.sector.nombre for entidad in Entidad.objects.select_related("sector") if entidad.sector}
    assert [sector for sector in sectores if f'<optgroup label="{escape(sector)}">' not in pagina] == []


@pytest.mark.disposicion("2-temas-dddi", "2-temas-ddab", "2-temas-ddri")
def test_ofrece_todos_los_temas_que_se_pueden_pedir(navegador: Client) -> None:
    facetas = navegador.get(URL).context["form"].facetas
    ofrecidos = {
        str(opcion.data["value"]) for faceta in facetas for grupo in faceta.grupos for opcion in grupo.opciones
    }
    assert ofrecidos == {str(tema.pk) for tema in Tema.objects.solicitables()}
    assert [faceta.clave for faceta in facetas] == ["dddi", "ddab", "ddri"]


def test_cuesta_lo_mismo_con_mas_temas_y_mas_entidades(navegador: Client) -> None:
    navegador.get(URL)
    with CaptureQueriesContext(connection) as antes:
        navegador.get(URL)
    for numero in range(3):
        otro = fabricas.dependencia("ddri")
        Tema.objects.create(clave=f"otro-{numero}", nombre="Otro", tipo=Tema.Tipo.TEMA, dependencia=otro)
        Entidad.objects.create(clave=f"nueva-{numero}", nombre=f"Nueva {numero}", naturaleza="central")
    with CaptureQueriesContext(connection) as despues:
        navegador.get(URL)
    assert len(despues) == len(antes)
