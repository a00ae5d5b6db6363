"""Addresses of the concepts, under `/equipo/conceptos/`."""

from django.urls import URLPattern, path

from asiste.web.equipo.conceptos.views import (
    anexos,
    concepto,
    conceptos,
    documentos,
    formatos,
    secciones,
    versiones,
)

CONCEPTO = "<int:numero>/"
SECCION = CONCEPTO + "secciones/<slug:clave>/"
ANEXOS = CONCEPTO + "anexos/"

urlpatterns: list[URLPattern] = [
    path("", conceptos.conceptos, name="conceptos"),
    # Writing one
    path("inicio/<radicado:radicado>/", concepto.inicio, name="concepto-inicio"),
    path(CONCEPTO, concepto.concepto, name="concepto"),
    path(CONCEPTO + "presentes/", concepto.presentes, name="concepto-presentes"),
    path(CONCEPTO + "datos/", concepto.datos, name="concepto-datos"),
    path(SECCION, secciones.guardar, name="concepto-seccion"),
    path(SECCION + "versiones/", versiones.versiones, name="concepto-versiones"),
    path(ANEXOS, anexos.anexos, name="concepto-anexos"),
    path(ANEXOS + "<int:cual>/", anexos.anexo, name="concepto-anexo"),
    path(ANEXOS + "<int:cual>/retiro/", anexos.retiro, name="concepto-anexo-retiro"),
    path(CONCEPTO + "proyecto.pdf", documentos.borrador, name="concepto-borrador"),
    path(CONCEPTO + "historia/", documentos.historia, name="concepto-historia"),
    # Formats of the offices
    path("formatos/", formatos.formatos, name="formatos-concepto"),
    path("formatos/<slug:clave>/", formatos.formato, name="formato-concepto"),
]
