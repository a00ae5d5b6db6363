"""Acceptance: the sixty messages, imported twice by the command, become what a careful person expects.

The import runs once, over a database of its own; each test looks at what it left.
"""

import re
import tomllib
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
import time_machine
from django.apps import apps
from django.test import override_settings
from pytest_django import DjangoDbBlocker

from asiste.correo.contenido import contenido_de
from asiste.correo.models import MensajeEntrante
from asiste.notificaciones.models import Mensaje
from asiste.solicitudes.models import Actuacion, Anexo, Consecutivo, Solicitud
from pruebas import fabricas
from pruebas.arnes import clones as bases
from pruebas.correo.redaccion import importar

MENSAJES = Path(__file__).parent / "mensajes"
DATOS = tomllib.loads((MENSAJES / "esperado.toml").read_text(encoding="utf-8"))
PREVIOS = DATOS["previo"]
ESPERADO = {correo["archivo"]: correo for correo in DATOS["correo"]}
COMO_RADICADO = {"enlace", "registro"}  # until their own modules exist they end as requests
ACUSADOS = {"radicado"} | COMO_RADICADO
NADIE = ".example"  # a domain of no entity: who the text says it is, a person confirms
AVISADOS = {"vacío", "incompleto", "ejecutable"}
ANTES = fabricas.AHORA - timedelta(days=300)


@dataclass(frozen=True)
class Importacion:
    """What two imports printed and left; `filas` counts every table after each one."""

    salidas: tuple[list[list[str]], list[list[str]]]
    filas: tuple[Counter[str], Counter[str]]
    mensajes: dict[str, MensajeEntrante]
    crudos: dict[str, bytes]
    anexos: dict[str, list[Anexo]]
    textos: dict[str, str]
    dentro: dict[int, list[str]]
    tambien_en: dict[str, set[str]]
    enviados: list[Mensaje]

    def caso(self, archivo: str) -> Solicitud:
        """The request a file went to."""
        solicitud = self.mensajes[archivo].solicitud
        assert solicitud is not None
        return solicitud

    def resultado(self, archivo: str) -> str:
        """What the import says it became."""
        return next(linea[1] for linea in self.salidas[0] if linea[0] == archivo)


def radicar_previos() -> None:
    """The requests that the messages cite, with their numbers and the identifiers of their acknowledgements."""
    for previo in sorted(PREVIOS, key=lambda previo: int(previo["radicado"].rpartition("-")[2])):
        numero = int(previo["radicado"].rpartition("-")[2])
        Consecutivo.objects.update_or_create(id=2026, defaults={"ultimo": numero - 1})
        caso = fabricas.solicitud(
            estado=Solicitud.Estado.EN_TRAMITE,
            asesor=fabricas.funcionario(previo["direccion"].lower()),
            ahora=ANTES,
            asunto=previo["asunto"],
            entidad=fabricas.entidad(previo["entidad"].lower()),
            solicitante_correo=previo["solicitante"],
        )
        assert caso.radicado == previo["radicado"]
        Mensaje.objects.filter(clave=f"acuse-{caso.radicado}").update(message_id=previo["acuse_message_id"])


def contar_filas() -> Counter[str]:
    """Rows of each table, the audit trail included."""
    return Counter({modelo._meta.label: modelo._default_manager.count() for modelo in apps.get_models()})


def leer_lo_importado() -> dict[str, Any]:
    """Everything the tests ask for, so that the database may go."""
    mensajes = MensajeEntrante.objects.select_related(
        "crudo",
        "buzon__alias_de",
        "buzon__dependencia__padre",
        "solicitud__entidad",
        "solicitud__dependencia",
        "solicitud__asesor__usuario",
    )
    por_archivo = {mensaje.nombre: mensaje for mensaje in mensajes.order_by("id")}
    anexos: dict[str, list[Anexo]] = {}
    textos: dict[str, str] = {}
    for archivo, mensaje in por_archivo.items():
        hecho = _hecho(mensaje)
        anexos[archivo] = list(hecho.anexos.select_related("archivo").order_by("id")) if hecho else []
        textos[archivo] = hecho.texto if hecho else ""
    con_otros = [anexo for de_uno in anexos.values() for anexo in de_uno if anexo.trae_otros]
    return {
        "dentro": {anexo.pk: _por_dentro(anexo) for anexo in con_otros},
        "tambien_en": {
            archivo: {oficina.sigla for oficina in mensaje.solicitud.tambien_en.order_by("id")}
            for archivo, mensaje in por_archivo.items()
            if mensaje.resultado == "radicado" and mensaje.solicitud and mensaje.solicitud.tambien_en.exists()
        },
        "mensajes": por_archivo,
        "crudos": {archivo: _contenido(mensaje) for archivo, mensaje in por_archivo.items()},
        "anexos": anexos,
        "textos": textos,
        "enviados": list(Mensaje.objects.exclude(creado_en=ANTES).order_by("id")),
    }


def _por_dentro(anexo: Anexo) -> list[str]:
    with anexo.archivo.abrir() as archivo:
        return [entrada.nombre for entrada in contenido_de(archivo.read(), anexo.archivo.tipo).entradas]


def _contenido(mensaje: MensajeEntrante) -> bytes:
    with mensaje.crudo.abrir() as archivo:
        return bytes(archivo.read())


def _hecho(mensaje: MensajeEntrante) -> Actuacion | None:
    """The proceeding that a message left in its case."""
    if mensaje.resultado == "radicado":
        return Actuacion.objects.get(solicitud=mensaje.solicitud, tipo="radicada")
    if mensaje.resultado == "agregado":
        return Actuacion.objects.get(solicitud=mensaje.solicitud, tipo="recibida", message_id=mensaje.message_id)
    return None


@contextmanager
def base_propia(clones: bases.Clones, blocker: DjangoDbBlocker) -> Iterator[None]:
    """A database of this file, where commits are real."""
    nombre = clones.crear()
    with blocker.unblock():
        anterior = bases.usar(nombre)
        yield
        bases.usar(anterior)
    clones.borrar(nombre)


@pytest.fixture(scope="module")
def importacion(
    django_db_setup: None,
    clones: bases.Clones,
    django_db_blocker: DjangoDbBlocker,
    tmp_path_factory: pytest.TempPathFactory,
) -> Importacion:
    """The requests cited, and then the folder imported twice in the order of its files."""
    archivos = tmp_path_factory.mktemp("aceptacion")
    with (
        base_propia(clones, django_db_blocker),
        override_settings(MEDIA_ROOT=archivos),
        time_machine.travel(fabricas.AHORA, tick=False),
    ):
        radicar_previos()
        primera = importar(MENSAJES)
        filas = contar_filas()
        segunda = importar(MENSAJES)
        return Importacion(salidas=(primera, segunda), filas=(filas, contar_filas()), **leer_lo_importado())


def en_una_linea(texto: str) -> str:
    """With its white space collapsed."""
    return re.sub(r"\s+", " ", texto).strip()


def test_cada_mensaje_queda_en_lo_que_debe(esperado: dict[str, Any], importacion: Importacion) -> None:
    validos = {esperado["resultado"], *esperado.get("aceptable", [])}
    assert importacion.resultado(esperado["archivo"]) in {"radicado" if r in ACUSADOS else r for r in validos}


def test_los_bytes_quedan_como_llegaron(esperado: dict[str, Any], importacion: Importacion) -> None:
    assert importacion.crudos[esperado["archivo"]] == (MENSAJES / esperado["archivo"]).read_bytes()


def test_se_sabe_a_que_buzon_llego(esperado: dict[str, Any], importacion: Importacion) -> None:
    buzon = importacion.mensajes[esperado["archivo"]].buzon
    assert buzon is not None
    assert (buzon.alias_de or buzon).valor == esperado["buzon"]


def test_lo_recibe_quien_atiende_el_buzon(esperado: dict[str, Any], importacion: Importacion) -> None:
    mensaje = importacion.mensajes[esperado["archivo"]]
    assert mensaje.buzon is not None
    atiende = mensaje.buzon.dependencia
    if mensaje.resultado == "radicado" and mensaje.solicitud:
        assert mensaje.solicitud.direccion_id == atiende.direccion.pk
        atiende = mensaje.solicitud.dependencia if esperado["direccion"] == "Imprenta" else atiende
    assert {atiende.sigla, atiende.clave.title()} & {esperado["direccion"]}


def test_el_remitente_queda_limpio(esperado: dict[str, Any], importacion: Importacion) -> None:
    mensaje = importacion.mensajes[esperado["archivo"]]
    quien = (mensaje.de_correo, mensaje.de_nombre, mensaje.responder_a)
    assert quien == (esperado["remitente"].lower(), esperado["remitente_nombre"], esperado.get("responder_a", ""))


@pytest.mark.disposicion("5-base-trazabilidad")
def test_la_recepcion_es_la_del_primer_servidor(esperado: dict[str, Any], importacion: Importacion) -> None:
    mensaje = importacion.mensajes[esperado["archivo"]]
    momentos = {mensaje.recibido_en}
    if mensaje.resultado == "radicado" and mensaje.solicitud:
        momentos.add(mensaje.solicitud.recibida_en)
    assert momentos == {datetime.fromisoformat(esperado["recibido"])}


@pytest.mark.disposicion("5-base-trazabilidad", "2-alcance-entidades")
def test_se_sabe_que_entidad_pide(esperado: dict[str, Any], importacion: Importacion) -> None:
    caso = importacion.mensajes[esperado["archivo"]].solicitud
    sin_identificar = esperado["entidad"] in {"", "por identificar"} or esperado["remitente"].endswith(NADIE)
    sin_caso = esperado["resultado"] == "automatico" and caso is None
    entidad = caso.entidad.corto if caso and caso.entidad else None
    assert entidad == (None if sin_identificar or sin_caso else esperado["entidad"])


def test_el_asunto_titula_y_ninguno_se_pierde(esperado: dict[str, Any], importacion: Importacion) -> None:
    mensaje = importacion.mensajes[esperado["archivo"]]
    assert mensaje.asunto == esperado["asunto"]
    if mensaje.resultado == "radicado" and mensaje.solicitud:
        assert mensaje.solicitud.asunto == esperado["asunto"][:250]
        assert len(esperado["asunto"]) <= 250 or esperado["asunto"] in mensaje.solicitud.texto


def test_el_caso_dice_lo_que_decia_el_mensaje(esperado: dict[str, Any], importacion: Importacion) -> None:
    texto = en_una_linea(importacion.textos[esperado["archivo"]])
    if importacion.resultado(esperado["archivo"]) in {"radicado", "agregado"}:
        assert esperado["texto_contiene"] in texto
        assert esperado.get("texto_tambien", "") in texto
    else:
        assert texto == ""


def test_lo_que_responde_o_repite_va_al_mismo_caso(esperado: dict[str, Any], importacion: Importacion) -> None:
    if previo := esperado.get("responde_a"):
        assert importacion.caso(esperado["archivo"]) == importacion.caso(previo)
    elif esperado.get("radicado_citado", "AT") in esperado["asunto"] and "radicado_citado" in esperado:
        assert importacion.caso(esperado["archivo"]).radicado == esperado["radicado_citado"]
    else:
        propios = [m.nombre for m in importacion.mensajes.values() if m.solicitud_id == propio(esperado, importacion)]
        assert propios[:1] in ([], [esperado["archivo"]])


def propio(esperado: dict[str, Any], importacion: Importacion) -> int | None:
    """Id of the request of a message, -1 for none."""
    return importacion.mensajes[esperado["archivo"]].solicitud_id or -1


def test_los_anexos_quedan_todos_y_enteros(esperado: dict[str, Any], importacion: Importacion) -> None:
    if importacion.resultado(esperado["archivo"]) not in {"radicado", "agregado"}:
        assert importacion.anexos[esperado["archivo"]] == []
        return
    debidos = [adjunto for adjunto in esperado["adjuntos"] if adjunto.get("tipo") != "firma"]
    guardados = [a for a in importacion.anexos[esperado["archivo"]] if a.nombre not in de_outlook(esperado)]
    assert [(a.archivo.tamano, a.en_linea) for a in guardados] == [
        (d["bytes"], d.get("en_linea", False)) for d in debidos
    ]
    assert [a.archivo.ejecutable for a in guardados] == [d.get("retenido", False) for d in debidos]
    assert [bool(a.aviso) for a in guardados] == [d.get("tipo") in AVISADOS for d in debidos]
    assert len({a.nombre for a in guardados}) == len(guardados)
    for anexo, debido in zip(guardados, debidos, strict=True):
        seguro = debido.get("seguro", debido["nombre"])
        assert anexo.nombre.endswith(seguro[-4:] if len(seguro) > 100 or "(" in anexo.nombre else seguro)


def de_outlook(esperado: dict[str, Any]) -> set[str]:
    """Names of what a winmail.dat brings, which is kept beside it."""
    return {dentro for a in esperado["adjuntos"] if a["nombre"] == "winmail.dat" for dentro in a["contiene"]}


def test_se_ve_que_trae_cada_anexo_por_dentro(esperado: dict[str, Any], importacion: Importacion) -> None:
    guardados = importacion.anexos[esperado["archivo"]]
    dentro = [importacion.dentro[a.pk] for a in guardados if a.trae_otros]
    assert [nombres for nombres in dentro if nombres] == [
        adjunto["contiene"] for adjunto in esperado["adjuntos"] if "contiene" in adjunto
    ]
    assert de_outlook(esperado) <= {anexo.nombre for anexo in guardados}


@pytest.mark.disposicion("5-base-trazabilidad")
def test_se_sabe_quien_pide(esperado: dict[str, Any], importacion: Importacion) -> None:
    mensaje = importacion.mensajes[esperado["archivo"]]
    if mensaje.resultado == "radicado" and mensaje.solicitud:
        assert mensaje.solicitud.solicitante_correo == esperado.get("solicitante", esperado["remitente"])


def test_lo_que_nadie_escribio_no_se_guarda(esperado: dict[str, Any], importacion: Importacion) -> None:
    textos = (importacion.textos[esperado["archivo"]], importacion.mensajes[esperado["archivo"]].texto)
    assert [frase for frase in esperado.get("texto_no_contiene", []) if frase in "".join(textos)] == []


@pytest.mark.disposicion("5-articulacion")
def test_lo_que_llega_a_dos_buzones_lo_saben_las_dos_dependencias(importacion: Importacion) -> None:
    assert importacion.tambien_en == {"039-dos-buzones-ventanilla.eml": {"DDRI"}}


def test_se_advierte_de_quien_no_se_pudo_comprobar_y_de_nadie_mas(
    esperado: dict[str, Any], importacion: Importacion
) -> None:
    danado = {"vacío", "incompleto"} & {adjunto.get("tipo") for adjunto in esperado["adjuntos"]}
    sospechoso = esperado["archivo"][:3] in {"055", "056"}
    assert bool(importacion.mensajes[esperado["archivo"]].avisos) == bool(danado or sospechoso)


@pytest.mark.disposicion("5-canales")
def test_a_cada_solicitud_nueva_se_le_acusa_recibo_una_vez(importacion: Importacion) -> None:
    nuevas = {
        importacion.caso(archivo).radicado: correo["remitente"]
        for archivo, correo in ESPERADO.items()
        if importacion.resultado(archivo) == "radicado"
    }
    acuses = [mensaje for mensaje in importacion.enviados if mensaje.clave.startswith("acuse-")]
    assert {mensaje.clave.removeprefix("acuse-"): mensaje.para for mensaje in acuses} == nuevas
    assert len(acuses) == len(nuevas)


def test_a_nadie_mas_de_fuera_se_le_escribe(importacion: Importacion) -> None:
    otros = [mensaje for mensaje in importacion.enviados if not mensaje.clave.startswith("acuse-")]
    asesores = {importacion.caso(archivo).asesor for archivo in ESPERADO if "043" in archivo}
    assert [mensaje.para for mensaje in otros] == [asesor.usuario.email for asesor in asesores if asesor]


def test_los_radicados_siguen_a_los_que_habia_sin_hueco_ni_repeticion(importacion: Importacion) -> None:
    radicados = [linea[2] for linea in importacion.salidas[0][:-1] if linea[1] == "radicado"]
    assert radicados == [f"AT-2026-{113 + numero}" for numero in range(len(radicados))]


def test_hay_un_renglon_por_archivo_y_en_su_orden(importacion: Importacion) -> None:
    renglones = importacion.salidas[0][:-1]
    assert [linea[0] for linea in renglones] == list(ESPERADO)
    assert {len(linea) for linea in renglones} == {3}
    assert "" not in {linea[2] for linea in renglones}


def test_el_ultimo_renglon_cuenta_y_nada_se_pierde(importacion: Importacion) -> None:
    assert importacion.salidas[0][-1] == [
        "60 recibidos: 48 radicados, 3 agregados, 1 duplicados, 5 automáticos, 1 rebotes, 2 en cuarentena, 0 perdidos"
    ]


def test_importar_otra_vez_dice_lo_mismo_y_no_agrega_nada(importacion: Importacion) -> None:
    assert importacion.salidas[1] == importacion.salidas[0]
    assert importacion.filas[1] - importacion.filas[0] == Counter()
    assert importacion.filas[0] - importacion.filas[1] == Counter()
