"""Every page of the table of accesses, in a browser: no barrier, and no sideways scroll on a phone."""

from collections.abc import Callable

import pytest
from django.urls import reverse
from playwright.sync_api import Page

from asiste.cuentas.models import Usuario
from pruebas.accesos.test_accesos import TABLA
from pruebas.arnes.elenco import reunir
from pruebas.arnes.paginas import faltas_de_accesibilidad, sobra_a_lo_ancho

DESCARGAS = {
    "equipo:excel",
    "equipo:csv",
    "equipo:lote-excel",
    "equipo:copia",
    "equipo:importacion-informe",
    "equipo:importacion-original",
    "entidad:copia",
    "equipo:anexo",
    "equipo:mensaje",
    "equipo:imagen",
    "equipo:imagen-retenida",
    "equipo:original-retenido",
    "entidad:anexo",
    "equipo:material",
    "equipo:compromisos-excel",
    "equipo:compromiso-evidencia",
    "entidad:material",
    "entidad:acta",
    "entidad:compromiso-evidencia",
    "convocatoria-archivo",
    "suscripcion",
    "equipo:plan-excel",
    "equipo:plan-pdf",
    "equipo:cobertura-excel",
    "equipo:cobertura-pdf",
    "equipo:asistencia-pdf",
    "equipo:asistencia-excel",
    *("equipo:planes-focalizados-excel", "equipo:plan-focalizado-pdf", "equipo:linea-archivo"),
    *("entidad:plan-focalizado-pdf", "entidad:linea-archivo"),
    *("portafolio-pdf", "acuerdos-pdf", "equipo:indicadores-excel"),
    *("equipo:acta-borrador", "equipo:acta-version", "equipo:acta-documento", "equipo:acta-foto"),
    *("equipo:concepto-borrador", "equipo:concepto-anexo"),
    *("equipo:publicacion-archivo", "equipo:publicacion-version-archivo", "equipo:concepto-publico"),
    *("conocimiento-atom", "publicacion-archivo", "publicacion-anterior-archivo", "robots", "sitemap", "sitemap-de"),
    *("equipo:concepto-enviada", "equipo:concepto-ejemplar", "equipo:concepto-firmado"),
    *("equipo:aprobacion-documento", "acta-aprobar-documento", "acta-leer-documento", "documento-publico"),
}
SOLO_ENVIO = {
    *("publicacion-resolvio", "entidad:borrador-resuelve", "equipo:radicar-resuelve", "equipo:citar"),
    "equipo:indicadores-aplicar",
    "asistencia-quien",
    "equipo:codigo-de-sesion",  # a fragment
    "equipo:radicar-borrador",
    "equipo:radicar-descarte",
    "equipo:radicar-quitar",
    "equipo:radicar-agregar",
    "entidad:borrador-agregar",
    "equipo:importacion-revision",
    "equipo:turno",
    "equipo:lectura",
    "equipo:reintento",
    "equipo:reintento-de-todos",
    "equipo:insertar",
    "equipo:redaccion",
    "equipo:redaccion-descarte",
    "equipo:presentes",  # a fragment
    "entidad:borrador",
    "entidad:borrador-descartar",
    "entidad:borrador-quitar",
    "entidad:mensaje",
    "equipo:sesion-apertura",
    "equipo:punto-lugar",
    "equipo:punto-tratado",
    "equipo:punto-quitar",
    "equipo:material-quitar",
    "horas-otras",
    "equipo:invitado-decision",
    "equipo:acta-inicio",
    "equipo:acta-presentes",  # a fragment
    "equipo:acta-sello",
    "equipo:acta-seccion",
    "equipo:acta-foto-retiro",
    "acta-otro-enlace",
    *("equipo:concepto-inicio", "equipo:concepto-seccion", "equipo:concepto-anexo-retiro"),
    *("equipo:relacion-retiro", "equipo:sinonimo-retiro"),
    *("equipo:concepto-dato", "equipo:concepto-pasaje", "equipo:concepto-tachadura-retiro"),
    *("equipo:concepto-relacion-retiro", "equipo:concepto-publicar"),
    "equipo:concepto-presentes",  # a fragment
}
DE_QUIEN_ATIENDE = {"equipo:bandeja", "equipo:fila", "equipo:solicitud", "equipo:sesion"}  # the rest are as another's
INGRESO = ("account_request_login_code", "account_login", "account_reset_password")


@pytest.mark.parametrize("quien", ["anónimo", "enlace propio", "administradora", "asesora del caso"])
def test_sus_paginas_no_tienen_barreras_y_caben_en_un_telefono(
    pagina: Page, entrar: Callable[[Usuario], Page], quien: str
) -> None:
    elenco = reunir(quien)
    if elenco.persona:
        entrar(elenco.persona)
    rutas = [
        reverse(cual, kwargs=elenco.registros[tipo])
        for cual, (tipo, entran) in TABLA.items()
        if quien in entran
        and cual not in DESCARGAS | SOLO_ENVIO
        and (quien != "asesora del caso" or cual in DE_QUIEN_ATIENDE)
    ]
    rutas += [] if elenco.persona else [reverse(cual) for cual in INGRESO]
    faltas = {}
    for ruta in rutas:
        pagina.goto(ruta)
        if encontradas := [*faltas_de_accesibilidad(pagina), *["se sale"] * bool(sobra_a_lo_ancho(pagina))]:
            faltas[ruta] = encontradas
    assert faltas == {}
