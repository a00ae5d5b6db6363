"""The bank, as those who keep it see it."""

from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from asiste.conocimiento.acciones.cuidado import cambiar_vigencia
from asiste.conocimiento.acciones.usos import anotar_uso
from asiste.conocimiento.models import Publicacion, Relacion, Sinonimo, Uso
from asiste.cuentas.models import Rol
from asiste.directorio.models import Funcionario
from asiste.documentos.pdf import componer
from pruebas import fabricas
from pruebas.conceptos import casos
from pruebas.documentos.oficina import docx, partes_de
from pruebas.fabricas_conceptos import publicacion, relacionar

pytestmark = pytest.mark.django_db
Clase, Estado = Publicacion.Clase, Publicacion.Estado


def ruta(cual: str, *argumentos: int) -> str:
    return reverse(f"equipo:{cual}", args=argumentos)


def instrumento(**cambios: Any) -> Publicacion:
    """A video of the STDI."""
    datos = {
        "clase": Clase.INSTRUMENTO,
        "formato": "video",
        "numero": "",
        "titulo": "Cómo armar el mapa de procesos",
        "dependencia": fabricas.dependencia("stdi"),
        "enlace": "https://www.ejemplo.gov.co/video",
    }
    return publicacion(**datos | cambios)


def concepto(**cambios: Any) -> Publicacion:
    """A concept of the STDI."""
    return publicacion(dependencia=fabricas.dependencia("stdi"), **cambios)


def enviado(**cambios: Any) -> dict[str, Any]:
    """The form of a publication, filled in by an adviser of the STDI."""
    return {
        "clase": "instrumento",
        "formato": "curso",
        "titulo": "Curso de archivos",
        "resumen": "Para quien empieza.",
        "enlace": "https://www.ejemplo.gov.co/curso",
        "dependencia": fabricas.dependencia("stdi").pk,
        "de_quien": "Archivo General de la Nación",
        "fecha": "2026-11-01",
        "temas": [fabricas.tema().pk],
    } | cambios


def con_errores(respuesta: Any) -> dict[str, list[str]]:
    return {campo: list(errores) for campo, errores in respuesta.context["form"].errors.items()}


@pytest.mark.disposicion("5-instrumentos")
def test_un_asesor_agrega_un_curso_de_otra_entidad(navegador: Client) -> None:
    respuesta = navegador.post(ruta("publicacion-nueva"), enviado())
    nueva = Publicacion.objects.get(titulo="Curso de archivos")
    assert respuesta.headers["Location"] == ruta("publicacion", nueva.pk)
    assert (nueva.formato, nueva.de_quien, nueva.enlace, list(nueva.temas.all())) == (
        "curso",
        "Archivo General de la Nación",
        "https://www.ejemplo.gov.co/curso",
        [fabricas.tema()],
    )


@pytest.mark.disposicion("7.1.3-lineas-tecnicas")
def test_una_linea_tecnica_la_publica_quien_dirige(navegador: Client, directora: Client) -> None:
    linea = enviado(clase="linea", formato="", titulo="Compra de escáneres")
    negado = navegador.post(ruta("publicacion-nueva"), linea)
    directora.post(ruta("publicacion-nueva"), linea)
    assert list(con_errores(negado)) == ["clase"]
    assert Publicacion.objects.get().clase == Clase.LINEA


@pytest.mark.disposicion("7.1.3-guia-proyectos")
def test_el_archivo_de_una_guia_queda_sin_metadatos(directora: Client) -> None:
    subido = SimpleUploadedFile("guia.docx", docx())
    directora.post(ruta("publicacion-nueva"), enviado(clase="guia", formato="", enlace="", archivo=subido))
    guardado = Publicacion.objects.get().archivo
    assert guardado is not None
    with guardado.abrir() as abierto:
        assert b"Ana Ruiz" not in b"".join(partes_de(abierto.read()).values())


def test_las_palabras_de_un_pdf_se_pueden_buscar_y_sus_datos_personales_se_confirman(directora: Client) -> None:
    datos = {"titulo": "Guía", "direccion": "Escriba a ana@b.co", "corte": "", "temas": [], "filas": []}
    pdf = componer("cobertura", {**datos, "sin_asistencia": []}, fecha=fabricas.AHORA.date())
    negado = directora.post(ruta("publicacion-nueva"), enviado(archivo=SimpleUploadedFile("guia.pdf", pdf)))
    aviso = "Trae lo que parecen datos personales: ana@b.co. Quítelos, o diga que los revisó."
    assert con_errores(negado) == {"revisado": [f"{aviso} Elija de nuevo el archivo."]}
    assert ("Lo revisé: no son datos personales" in negado.content.decode(), Publicacion.objects.count()) == (True, 0)
    directora.post(ruta("publicacion-nueva"), enviado(archivo=SimpleUploadedFile("guia.pdf", pdf), revisado="on"))
    assert "ana@b.co" in Publicacion.objects.get().texto


@pytest.mark.parametrize("campo", ["titulo", "resumen"])
def test_lo_que_se_escribe_de_una_publicacion_tambien_se_revisa_antes(navegador: Client, campo: str) -> None:
    respuesta = navegador.post(ruta("publicacion-nueva"), enviado(**{campo: "Llame al 310 555 1234"}))
    aviso = "Trae lo que parecen datos personales: 310 555 1234. Quítelos, o diga que los revisó."
    assert (con_errores(respuesta), Publicacion.objects.count()) == ({"revisado": [aviso]}, 0)


def test_otra_version_tambien_se_revisa_antes_y_lo_que_no_se_lee_se_dice(navegador: Client) -> None:
    video = instrumento()
    word = docx(word__document_p_xml="<w:document><w:p>C.C. 52.345.678</w:p></w:document>")
    pedido = {"titulo": "Mapa", "cambio": "Más corto", "archivo": SimpleUploadedFile("mapa.docx", word)}
    assert list(con_errores(navegador.post(ruta("publicacion-version", video.pk), pedido))) == ["revisado"]
    mudo = SimpleUploadedFile("mapa.docx", docx(word__document_p_xml="<w:document/>"))
    pagina = navegador.post(ruta("publicacion-version", video.pk), pedido | {"archivo": mudo}, follow=True)
    assert "No se pudo leer su texto" in pagina.content.decode()


@pytest.mark.parametrize(
    ("cambios", "campo", "error"),
    [
        ({"formato": ""}, "formato", "Elija de qué clase es el instrumento."),
        ({"enlace": ""}, "archivo", "Suba un archivo o escriba un enlace."),
        ({"enlace": "ftp://ejemplo.gov.co"}, "enlace", "Escriba la dirección completa, con https://."),
        ({"temas": []}, "temas", "Elija al menos un tema: por ellos se encuentra."),
        ({"dependencia": "0"}, "dependencia", "Escoja una opción válida. Esa opción no está entre las disponibles."),
    ],
)
def test_lo_que_falta_se_dice_junto_al_campo(
    navegador: Client, cambios: dict[str, Any], campo: str, error: str
) -> None:
    assert con_errores(navegador.post(ruta("publicacion-nueva"), enviado(**cambios)))[campo] == [error]


@pytest.mark.parametrize(
    ("nombre", "contenido", "porque"),
    [
        ("virus.exe", b"MZ programa", "no es de una clase que se pueda publicar"),
        ("guia.docx", docx(word__comments_p_xml='<w:comment w:id="0">'), "trae comentarios: bórrelos antes."),
    ],
)
def test_un_archivo_que_no_se_publica_dice_por_que(
    navegador: Client, nombre: str, contenido: bytes, porque: str
) -> None:
    respuesta = navegador.post(ruta("publicacion-nueva"), enviado(archivo=SimpleUploadedFile(nombre, contenido)))
    (error,) = con_errores(respuesta)["archivo"]
    assert error.startswith(f"«{nombre}» {porque}")


def test_otra_version_dice_que_cambio(navegador: Client) -> None:
    video = instrumento()
    datos = {"titulo": "Mapa de procesos, otra vez", "cambio": "Más corto", "enlace": "https://www.ejemplo.gov.co/2"}
    navegador.post(ruta("publicacion-version", video.pk), datos)
    video.refresh_from_db()
    assert (video.version, video.titulo, video.enlace) == (2, datos["titulo"], datos["enlace"])


def test_un_concepto_no_se_reescribe(directora: Client) -> None:
    assert directora.get(ruta("publicacion-version", concepto().pk)).status_code == 403


def test_la_ficha_se_cambia(navegador: Client) -> None:
    video = instrumento()
    navegador.post(ruta("publicacion-ficha", video.pk), {"resumen": "Paso a paso", "temas": [fabricas.tema().pk]})
    video.refresh_from_db()
    assert (video.resumen, list(video.temas.all())) == ("Paso a paso", [fabricas.tema()])


def test_el_resumen_de_lo_publicado_no_lleva_datos_personales(navegador: Client) -> None:
    pedido = {"resumen": "Escriba a ana@b.co", "temas": [fabricas.tema().pk]}
    respuesta = navegador.post(ruta("publicacion-ficha", instrumento().pk), pedido)
    assert con_errores(respuesta) == {"resumen": ["Trae lo que parece un dato personal: ana@b.co."]}


@pytest.mark.parametrize(
    ("vista", "campo", "largo"),
    [("publicacion-nueva", "numero", 40), ("sinonimo-nuevo", "palabra", 80), ("sinonimo-nuevo", "equivale", 120)],
)
def test_lo_que_no_cabe_se_dice_junto_al_campo(directora: Client, vista: str, campo: str, largo: int) -> None:
    pedido = enviado(palabra="botar", equivale="eliminar") | {campo: "x" * (largo + 1)}
    errores = con_errores(directora.post(ruta(vista), pedido))
    assert [str(largo) in error for error in errores[campo]] == [True]


def test_quien_dirige_retira_con_motivo_y_devuelve(directora: Client) -> None:
    video = instrumento()
    sin_motivo = directora.post(ruta("publicacion-vigencia", video.pk), {"estado": "retirada"})
    assert con_errores(sin_motivo) == {"motivo": ["Escriba por qué."]}
    directora.post(ruta("publicacion-vigencia", video.pk), {"estado": "retirada", "motivo": "El enlace se cayó"})
    video.refresh_from_db()
    assert (video.estado, video.motivo) == (Estado.RETIRADA, "El enlace se cayó")
    directora.post(ruta("publicacion-vigencia", video.pk), {"estado": "vigente"})
    video.refresh_from_db()
    assert video.estado == Estado.VIGENTE


def test_relacionar_por_numero_deja_sin_efecto_la_otra(directora: Client) -> None:
    vieja, nueva = concepto(numero="C-DDDI-2025-7"), concepto()
    directora.post(ruta("relacion-nueva", nueva.pk), {"tipo": "sin-efecto", "destino": " c-dddi-2025-7 "})
    vieja.refresh_from_db()
    assert vieja.estado == Estado.NO_VIGENTE
    directora.post(ruta("relacion-retiro", nueva.pk, nueva.relaciones.get().pk))
    vieja.refresh_from_db()
    assert (vieja.estado, Relacion.objects.count()) == (Estado.VIGENTE, 0)


@pytest.mark.parametrize(
    ("destino", "error"),
    [
        ("", "Diga a cuál."),
        ("C-DDDI-1999-1", "No está en el banco: revise el número, o pegue la dirección de su página."),
        ("proceso", "Hay más de una: escriba el número. n-2 (Proceso dos); n-1 (Proceso uno)."),
    ],
)
def test_lo_que_no_se_halla_en_el_banco_se_explica(directora: Client, destino: str, error: str) -> None:
    uno = concepto(numero="n-1", titulo="Proceso uno")
    concepto(numero="n-2", titulo="Proceso dos")
    respuesta = directora.post(ruta("relacion-nueva", uno.pk), {"tipo": "reitera", "destino": destino})
    assert con_errores(respuesta) == {"destino": [error]}


@pytest.mark.parametrize("destino", ["https://asiste.gov.co/conocimiento/n-1/", "n-1", "PROCESÓ uno", "eso un"])
def test_una_publicacion_se_elige_como_se_sepa(directora: Client, destino: str) -> None:
    concepto(numero="n-1", titulo="Proceso uno")
    nueva = concepto()
    directora.post(ruta("relacion-nueva", nueva.pk), {"tipo": "reitera", "destino": destino})
    assert nueva.relaciones.get().destino.numero == "n-1"


def test_una_regla_rota_se_dice_sobre_el_formulario(directora: Client) -> None:
    una = concepto()
    respuesta = directora.post(ruta("relacion-nueva", una.pk), {"tipo": "reitera", "destino": una.numero})
    assert con_errores(respuesta) == {"__all__": ["Elija otra publicación: una no se relaciona consigo misma."]}


def test_lo_de_otra_oficina_lo_deja_sin_efecto_quien_la_dirige() -> None:
    subdirector = fabricas.sesion(fabricas.funcionario("stdi", rol=Rol.SUBDIRECCION).usuario)
    ajena, propia = publicacion(numero="C-DDDI-2025-7", dependencia=fabricas.dependencia("imprenta")), concepto()
    pedida = {"tipo": "sin-efecto", "destino": ajena.numero}
    respuesta = subdirector.post(ruta("relacion-nueva", propia.pk), pedida)
    assert con_errores(respuesta) == {
        "__all__": [f"«{ajena}» lo expidió Imprenta: solo lo deja sin efecto quien dirige Imprenta o la dirección."]
    }


def otra_la_relaciona(tipo: str) -> tuple[Publicacion, str]:
    """One of the Imprenta, what one of the STDI does to it, and where that is taken away from its page."""
    ajena = publicacion(numero="C-DDDI-2025-7", dependencia=fabricas.dependencia("imprenta"))
    relacion = relacionar(origen=concepto(), tipo=tipo, destino=ajena)
    return ajena, ruta("relacion-retiro", ajena.pk, relacion.pk)


@pytest.mark.parametrize(("tipo", "quedan"), [("sin-efecto", 0), ("aclara", 1)])
def test_quien_dirige_la_que_la_expidio_le_devuelve_el_efecto_y_no_quita_lo_que_otra_dice(
    tipo: str, quedan: int
) -> None:
    (ajena, retiro), jefa = otra_la_relaciona(tipo), fabricas.funcionario("imprenta", rol=Rol.SUBDIRECCION)
    subdirectora = fabricas.sesion(jefa.usuario)
    pagina = subdirectora.get(ruta("publicacion", ajena.pk)).content.decode()
    subdirectora.post(retiro)
    ajena.refresh_from_db()
    assert (retiro in pagina, Relacion.objects.count(), ajena.vigente) == (not quedan, quedan, True)


def test_quien_esta_encargado_decide_en_el_banco_lo_de_esa_oficina(asesora: Funcionario, navegador: Client) -> None:
    (ajena, retiro), propia = otra_la_relaciona("sin-efecto"), concepto()
    casos.encargar(asesora, ajena.dependencia, autor=fabricas.funcionario("dddi", rol=Rol.DIRECCION))
    abre = [navegador.get(ruta("relacion-nueva", una.pk)).status_code for una in (ajena, propia)]
    navegador.post(retiro)
    assert (abre, Relacion.objects.count()) == ([200, 403], 0)


def test_solo_un_concepto_lleva_numero_de_concepto(directora: Client) -> None:
    respuesta = directora.post(ruta("publicacion-nueva"), enviado(numero="C-DDDI-2026-99"))
    assert con_errores(respuesta) == {"__all__": ["C-DDDI-2026-99 es como se numeran los conceptos: use otro número."]}


def test_lo_que_se_apoya_en_algo_que_no_rige_queda_senalado(directora: Client) -> None:
    base, apoyada = concepto(), concepto()
    relacionar(origen=apoyada, tipo="reitera", destino=base)
    cambiar_vigencia(publicacion=base, estado=Estado.RETIRADA, motivo="Traía datos personales")
    lista = directora.get(ruta("banco"), {"estado": "citan"})
    pagina = directora.get(ruta("publicacion", apoyada.pk)).content.decode()
    assert [(una.pk, apoyo) for una, _, apoyo in lista.context["filas"]] == [(apoyada.pk, True)]
    assert "Se apoya en algo que ya no rige" in pagina


def test_donde_se_uso_se_ve_con_su_pagina(navegador: Client, asesora: Funcionario) -> None:
    video, caso = instrumento(), fabricas.solicitud(asesor=asesora)
    for referencia in (caso.radicado, "AT-2026-9999"):
        anotar_uso(publicacion=video, clase=Uso.Clase.RESPUESTA, referencia=referencia, ahora=fabricas.AHORA)
    citas = navegador.get(ruta("publicacion", video.pk)).context["citas"]
    assert [(cita.donde, cita.url) for cita in citas] == [
        ("AT-2026-9999", ""),
        (caso.radicado, ruta_de(caso.radicado)),
    ]


def ruta_de(radicado: str) -> str:
    return reverse("equipo:solicitud", args=[radicado])


@pytest.mark.parametrize(
    ("filtro", "titulos"),
    [
        ({}, ["C", "B", "A"]),
        ({"orden": "titulo"}, ["A", "B", "C"]),
        ({"orden": "usos"}, ["B", "C", "A"]),
        ({"q": "á"}, ["A"]),
        ({"clase": "instrumento"}, ["C"]),
        ({"estado": "no-vigente"}, ["A"]),
        ({"tema": "integridad"}, ["B"]),
        ({"clase": "nada", "dependencia": "x"}, ["C", "B", "A"]),
    ],
)
def test_la_lista_filtra_y_ordena(navegador: Client, filtro: dict[str, str], titulos: list[str]) -> None:
    vieja, usada = concepto(titulo="A"), concepto(titulo="B", temas=[fabricas.tema()], resumen="Otro")
    instrumento(titulo="C", resumen="Otro")
    publicacion(titulo="Del Archivo")
    cambiar_vigencia(publicacion=vieja, estado=Estado.NO_VIGENTE, motivo="Cambió")
    Publicacion.objects.filter(pk=vieja.pk).update(resumen="Más")
    anotar_uso(publicacion=usada, clase=Uso.Clase.RESOLVIO, ahora=fabricas.AHORA)
    pedido = {campo: str(fabricas.tema(valor).pk) if campo == "tema" else valor for campo, valor in filtro.items()}
    filas = navegador.get(ruta("banco"), pedido).context["filas"]
    assert [una.titulo for una, *_ in filas] == titulos


def test_la_lista_cuesta_lo_mismo_con_una_que_con_tres(navegador: Client) -> None:
    def coste() -> int:
        with CaptureQueriesContext(connection) as consultas:
            navegador.get(ruta("banco"))
        return len(consultas)

    instrumento()
    con_una = coste()
    for numero in range(2):
        relacionar(origen=instrumento(), tipo="reitera", destino=instrumento(titulo=f"Otro {numero}"))
    assert coste() == con_una <= 20


def test_los_sinonimos_los_cuida_quien_dirige(directora: Client) -> None:
    directora.post(ruta("sinonimo-nuevo"), {"palabra": "Guardar en la nube", "equivale": "almacenamiento"})
    guardado = Sinonimo.objects.get(palabra="guardar en la nube")
    directora.post(ruta("sinonimo", guardado.pk), {"palabra": "poner en la nube", "equivale": "almacenamiento"})
    guardado.refresh_from_db()
    assert guardado.palabra == "poner en la nube"
    directora.post(ruta("sinonimo-retiro", guardado.pk))
    assert not Sinonimo.objects.filter(pk=guardado.pk).exists()


def test_el_archivo_se_descarga_con_su_extension(navegador: Client) -> None:
    video = instrumento(archivo=fabricas.archivo("guia.pdf").archivo)
    respuesta = navegador.get(ruta("publicacion-archivo", video.pk))
    cuerpo = respuesta.getvalue()
    assert (respuesta.headers["Content-Disposition"], cuerpo) == (
        f'attachment; filename="{video.clave}.pdf"',
        b"%PDF-1.7 informe",
    )


def test_lo_de_otra_direccion_no_se_cuida(navegador: Client) -> None:
    ajena = publicacion()
    assert navegador.get(ruta("publicacion", ajena.pk)).status_code == 404


def test_la_administradora_lo_ve_todo() -> None:
    publicacion()
    instrumento()
    navegador = fabricas.sesion(fabricas.funcionario("sdfi", rol=Rol.ADMINISTRACION).usuario)
    assert len(navegador.get(ruta("banco")).context["filas"]) == 2
