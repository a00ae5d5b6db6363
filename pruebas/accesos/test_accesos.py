"""Every address × everybody who may knock: what is of others answers 404, 403 or the sign-in page.

A new address fails until it is in the table.
"""

from collections.abc import Iterator
from http import HTTPStatus

import pytest
from django.contrib import admin
from django.http import StreamingHttpResponse
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver, reverse

from asiste.auditoria.models import Hecho
from asiste.cuentas.models import Usuario
from asiste.solicitudes.models import BorradorAnexo
from pruebas import fabricas
from pruebas.accesos.tabla_agenda import DE_LA_AGENDA
from pruebas.accesos.tabla_conceptos import DE_CONCEPTOS
from pruebas.arnes.elenco import ENLACES, EQUIPO, TODOS, Elenco, persona, reunir

# Who may come in
CUALQUIERA = set(TODOS)
DEL_EQUIPO = set(EQUIPO)
DE_ENTIDAD = set(ENLACES)
ENLACE = {"enlace propio"}
DIRIGEN = {"subdirector", "directora", "subsecretaria", "administradora"}
TRAMITAN = DIRIGEN | {"asesora del caso"}
DEL_ARBOL = TRAMITAN | {"compañero", "radicadora"}
REPARTEN = DIRIGEN | {"subdirectora de la Imprenta", "director del Archivo"}
IDENTIFICAN = REPARTEN | {"radicadora", "radicador del Archivo"}
RETENIDOS = {"directora", "radicadora", "subsecretaria", "administradora"}
ASESORES = {quien for quien, (rol, _) in EQUIPO.items() if rol == "asesor"}
ENVIAN = {"anónimo", "enlace propio", "asesora del caso", "administradora"}

# Name of the address: kind of record it shows, and who comes in
TABLA: dict[str, tuple[str, set[str]]] = {
    "inicio": ("", CUALQUIERA),
    "solicitar": ("", CUALQUIERA),
    "consultar": ("", CUALQUIERA),
    "ayuda": ("", CUALQUIERA),
    "privacidad": ("", CUALQUIERA),
    "accesibilidad": ("", CUALQUIERA),
    "preferencias": ("", CUALQUIERA),
    "componentes": ("", DEL_EQUIPO),
    "entidad:solicitudes": ("", DE_ENTIDAD),
    "entidad:solicitar": ("", DE_ENTIDAD),
    "entidad:borrador": ("", DE_ENTIDAD),
    "entidad:borrador-descartar": ("", DE_ENTIDAD),
    "entidad:borrador-quitar": ("anexo del borrador", DE_ENTIDAD),  # each one, from the own draft
    "entidad:borrador-agregar": ("solicitud", ENLACE),
    "entidad:solicitud": ("solicitud", ENLACE),
    "entidad:recibo": ("solicitud", ENLACE),
    "entidad:copia": ("solicitud", ENLACE),
    "entidad:mensaje": ("solicitud", ENLACE),
    "entidad:anexo": ("anexo de la entidad", ENLACE),
    "equipo:bandeja": ("", DEL_EQUIPO),
    "equipo:fila": ("", DEL_EQUIPO),
    "equipo:turno": ("", ASESORES),
    "equipo:radicar": ("", DEL_EQUIPO),
    "equipo:radicar-borrador": ("", DEL_EQUIPO),
    "equipo:radicar-descarte": ("", DEL_EQUIPO),
    "equipo:radicar-quitar": ("retenido", DEL_EQUIPO),  # each one, from the own draft
    "equipo:radicar-agregar": ("solicitud", DEL_ARBOL),
    "equipo:por-identificar": ("", IDENTIFICAN),
    "equipo:cuarentena": ("", IDENTIFICAN),
    "equipo:mensaje-retenido": ("retenido", RETENIDOS),
    "equipo:original-retenido": ("retenido", RETENIDOS),
    "equipo:formato-retenido": ("retenido", RETENIDOS),
    "equipo:imagen-retenida": ("imagen retenida", RETENIDOS),
    "equipo:radicacion": ("retenido", RETENIDOS),
    "equipo:descarte": ("retenido", RETENIDOS),
    "equipo:buzones": ("", REPARTEN),
    "equipo:lectura": ("buzón", {"directora", "subsecretaria", "administradora"}),
    "equipo:correo-saliente": ("", REPARTEN),
    "equipo:reintento-de-todos": ("", REPARTEN),
    "equipo:mensaje-saliente": ("saliente", DIRIGEN),
    "equipo:reintento": ("saliente", DIRIGEN),
    "equipo:perdida": ("saliente", DIRIGEN),
    "equipo:avisos": ("", DEL_EQUIPO),
    "equipo:base": ("", DEL_EQUIPO),
    "equipo:excel": ("", DEL_EQUIPO),
    "equipo:csv": ("", DEL_EQUIPO),
    "equipo:lote-nota": ("", DEL_EQUIPO),
    "equipo:lote-reasignacion": ("", REPARTEN),
    "equipo:lote-excel": ("", DEL_EQUIPO),
    "equipo:vistas": ("", DEL_EQUIPO),
    "equipo:vista-nueva": ("", DEL_EQUIPO),
    "equipo:vista": ("vista", {"directora"}),
    "equipo:vista-borrado": ("vista", {"directora"}),
    "equipo:solicitud": ("solicitud", DEL_ARBOL),
    "equipo:copia": ("solicitud", DEL_ARBOL),
    "equipo:comprobante": ("solicitud", DEL_ARBOL),
    "equipo:rotulo": ("solicitud", DEL_ARBOL),
    "equipo:comparacion": ("solicitud y otra", DEL_ARBOL),
    "equipo:toma": ("en espera", {"asesora del caso", "compañero", "subdirector", "directora"}),
    "equipo:nota": ("solicitud", DEL_ARBOL),
    "equipo:respuesta": ("solicitud", TRAMITAN),
    "equipo:insertar": ("solicitud", TRAMITAN),
    "equipo:redaccion": ("respuesta", TRAMITAN),
    "equipo:redaccion-descarte": ("respuesta", TRAMITAN),
    "equipo:versiones": ("respuesta", TRAMITAN),
    "equipo:presentes": ("solicitud", DEL_ARBOL),
    "equipo:evidencia": ("solicitud", TRAMITAN),
    "equipo:atencion": ("solicitud", TRAMITAN),
    "equipo:cierre": ("solicitud", TRAMITAN),
    "equipo:reasignacion": ("solicitud", DIRIGEN),
    **{
        f"equipo:{desvio}": ("solicitud", TRAMITAN)
        for desvio in (
            *("suspension", "reanudacion", "desistimiento", "prorroga", "traslado", "remision", "reapertura"),
            *("vinculo", "union", "separacion", "division"),
        )
    },
    "equipo:anulacion": ("solicitud", DIRIGEN),
    "equipo:respuesta-tema": ("tema", TRAMITAN),
    "equipo:temas": ("solicitud", TRAMITAN),
    "equipo:encargo": ("tema", TRAMITAN),
    "equipo:identificacion": ("solicitud", DIRIGEN | {"radicadora"}),
    "equipo:solicitante": ("solicitud", DIRIGEN | {"radicadora"}),
    "equipo:anexo": ("anexo", DEL_ARBOL),
    "equipo:contenido": ("anexo", DEL_ARBOL),
    "equipo:mensaje": ("correo", DEL_ARBOL),
    "equipo:formato": ("correo", DEL_ARBOL),
    "equipo:imagen": ("imagen", DEL_ARBOL),
    "equipo:reparto": ("", DEL_EQUIPO),
    "equipo:asignacion": ("", REPARTEN),
    "equipo:ausencia": ("", REPARTEN),
    "equipo:plantillas": ("", REPARTEN),
    "equipo:plantilla-nueva": ("", REPARTEN),
    "equipo:plantilla": ("plantilla", DIRIGEN),
    "equipo:plantilla-retiro": ("plantilla", DIRIGEN),
    "equipo:enlaces": ("", DEL_EQUIPO),
    "equipo:enlace": ("", DEL_EQUIPO),
    "equipo:retiro": ("enlace", DEL_EQUIPO),
    "equipo:importaciones": ("", REPARTEN),
    "equipo:importacion-nueva": ("", REPARTEN),
    "equipo:importacion": ("libro", DIRIGEN),
    "equipo:importacion-columnas": ("libro", DIRIGEN),
    "equipo:importacion-revision": ("libro", DIRIGEN),
    "equipo:importacion-palabras": ("libro", DIRIGEN),
    "equipo:importacion-aplicacion": ("libro", DIRIGEN),
    "equipo:importacion-anulacion": ("libro", DIRIGEN),
    "equipo:importacion-informe": ("libro", DIRIGEN),
    "equipo:importacion-original": ("libro", DIRIGEN),
    "equipo:importacion-descarte": ("libro", DIRIGEN),  # the last one: it takes the book away
    "equipo:calendario": ("", DEL_EQUIPO),
    "equipo:calendario-de": ("año", DEL_EQUIPO),
    "equipo:cambio-calendario": ("", {"subsecretaria", "administradora"}),
    "equipo:cambios-calendario": ("", DEL_EQUIPO),
    "equipo:cambio-aplicado": ("cambio", DEL_EQUIPO),
    "equipo:cambio-deshecho": ("cambio", {"subsecretaria", "administradora"}),
    **DE_LA_AGENDA,
    **DE_CONCEPTOS,
}
DE_INGRESO = ("account_", "mfa_", "socialaccount_", "openid_connect_")  # pages of the sign-in: no record behind
INGRESO = ("/cuenta/", "/administracion/login/")
NO_EXISTE = {HTTPStatus.FORBIDDEN, HTTPStatus.NOT_FOUND, HTTPStatus.METHOD_NOT_ALLOWED}


def direcciones(raiz: URLResolver | None = None, espacio: str = "") -> Iterator[str]:
    """Names of all the addresses of the site, but those of Django's administration and of the sign-in."""
    for patron in (raiz or get_resolver()).url_patterns:
        if isinstance(patron, URLResolver) and patron.namespace != "admin":
            yield from direcciones(patron, f"{patron.namespace}:" if patron.namespace else espacio)
        elif isinstance(patron, URLPattern):
            assert patron.name, f"dirección sin nombre: {patron.pattern}"
            if not patron.name.startswith(DE_INGRESO):
                yield espacio + patron.name


def entra(cliente: Client, ruta: str, metodos: tuple[str, ...] = ("get", "post")) -> bool:
    """True when the page is given, by GET or, if it only takes something, by POST. Anything odd fails."""
    estados = []
    for metodo in metodos:
        respuesta = getattr(cliente, metodo)(ruta)
        al_ingreso = respuesta.headers.get("Location", "").startswith(INGRESO)
        estados.append(HTTPStatus.NOT_FOUND if al_ingreso else HTTPStatus(respuesta.status_code))
        if isinstance(respuesta, StreamingHttpResponse):
            respuesta.getvalue()
    assert max(estados) < HTTPStatus.INTERNAL_SERVER_ERROR, ruta
    dados = [estado for estado in estados if estado not in NO_EXISTE]
    assert all(estado < HTTPStatus.BAD_REQUEST for estado in dados), (ruta, estados)
    return bool(dados)


def abre(cliente: Client, ruta: str, quien: str) -> bool:
    """As `entra`; who is like another of the cast sends no empty form to a page that opens: nothing new is told."""
    return (
        entra(cliente, ruta) if quien in ENVIAN else entra(cliente, ruta, ("get",)) or entra(cliente, ruta, ("post",))
    )


def test_todas_las_direcciones_estan_en_la_tabla() -> None:
    assert sorted(direcciones()) == sorted(TABLA)


@pytest.mark.django_db
@pytest.mark.parametrize("quien", TODOS)
def test_cada_quien_entra_solo_donde_le_corresponde(quien: str) -> None:
    elenco = reunir(quien)
    cliente = _cliente(elenco.persona)
    ajenas = [cual for cual, (_, entran) in TABLA.items() if quien not in entran]
    antes = Hecho.objects.count()
    abiertas = [cual for cual in ajenas if entra(cliente, _ruta(cual, elenco))]
    assert (abiertas, Hecho.objects.count() - antes) == ([], 0)
    propias = [cual for cual in TABLA if cual not in ajenas]
    assert [cual for cual in propias if not abre(cliente, _ruta(cual, elenco), quien)] == []


@pytest.mark.django_db
@pytest.mark.parametrize("quien", TODOS)
def test_la_administracion_es_solo_de_la_administradora(quien: str) -> None:
    cliente = _cliente(persona(quien))
    assert {entra(cliente, ruta) for ruta in _listas_de_administracion()} == {quien == "administradora"}


@pytest.mark.django_db
def test_nadie_quita_un_anexo_del_borrador_de_otro() -> None:
    elenco = reunir("enlace ajeno")
    _cliente(elenco.persona).post(_ruta("entidad:borrador-quitar", elenco))
    assert BorradorAnexo.objects.filter(pk=elenco.registros["anexo del borrador"]["anexo_id"]).exists()


def _listas_de_administracion() -> list[str]:
    """Addresses of the lists of Django's administration."""
    return [reverse(f"admin:{m._meta.app_label}_{m._meta.model_name}_changelist") for m in admin.site._registry]


def _cliente(quien: Usuario | None) -> Client:
    return fabricas.sesion(quien) if quien else Client()


def _ruta(cual: str, elenco: Elenco) -> str:
    return reverse(cual, kwargs=elenco.registros[TABLA[cual][0]])
