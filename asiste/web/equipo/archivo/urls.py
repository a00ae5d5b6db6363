"""Addresses of the focalised assistance, under `/equipo/archivo/`."""

from django.urls import path

from asiste.web.equipo.archivo.views import (
    acuerdo,
    descargas,
    esquema,
    evidencias,
    fases,
    indicadores,
    indicadores_anotar,
    indicadores_catalogo,
    indicadores_importar,
    linea,
    lineas,
    panorama,
    planes,
)

PLAN, LINEA = "planes/<int:numero>/", "lineas/<int:numero>/"
INDICADORES = "indicadores/"
CATALOGO = INDICADORES + "catalogo/"
DE_ENTIDAD = INDICADORES + "<slug:entidad>/"

urlpatterns = [
    path("planes/", panorama.panorama, name="planes-focalizados"),
    path("planes.xlsx", descargas.excel, name="planes-focalizados-excel"),
    path("planes/nuevo/", planes.nuevo, name="plan-focalizado-nuevo"),
    path(PLAN, planes.plan, name="plan-focalizado"),
    path(PLAN + "datos/", planes.datos, name="plan-focalizado-datos"),
    path(PLAN + "plan.pdf", descargas.pdf, name="plan-focalizado-pdf"),
    path(PLAN + "propuesta/", acuerdo.propuesta, name="plan-focalizado-propuesta"),
    path(PLAN + "retoma/", acuerdo.retoma, name="plan-focalizado-retoma"),
    path(PLAN + "cierre/", acuerdo.cierre, name="plan-focalizado-cierre"),
    path(PLAN + "descarte/", acuerdo.descarte, name="plan-focalizado-descarte"),
    path(PLAN + "lineas/nueva/", lineas.nueva, name="linea-nueva"),
    path(LINEA, linea.linea, name="linea"),
    path(LINEA + "cambio/", lineas.cambio, name="linea-cambio"),
    path(LINEA + "retiro/", lineas.retiro, name="linea-retiro"),
    path(LINEA + "permanencia/", lineas.permanencia, name="linea-permanencia"),
    path(LINEA + "fase/", fases.avance, name="linea-fase"),
    path(LINEA + "regreso/", fases.regreso, name="linea-regreso"),
    path(LINEA + "evidencia/", evidencias.evidencia, name="linea-evidencia"),
    path(LINEA + "comentario/", evidencias.comentario, name="linea-comentario"),
    path(LINEA + "evidencias/<int:evidencia>/retiro/", evidencias.retiro, name="linea-evidencia-retiro"),
    path(LINEA + "archivos/<int:evidencia>/", evidencias.archivo, name="linea-archivo"),
    # Scheme and indicators
    path("esquema/", esquema.esquema, name="esquema"),
    path(INDICADORES, indicadores.indicadores, name="indicadores"),
    path("indicadores.xlsx", indicadores.excel, name="indicadores-excel"),
    path(CATALOGO, indicadores_catalogo.catalogo, name="indicadores-catalogo"),
    path(CATALOGO + "nuevo/", indicadores_catalogo.nuevo, name="indicador-nuevo"),
    path(CATALOGO + "<int:numero>/", indicadores_catalogo.indicador, name="indicador"),
    path("indicadores-importar/", indicadores_importar.importar, name="indicadores-importar"),
    path("indicadores-importar/aplicacion/", indicadores_importar.aplicar, name="indicadores-aplicar"),
    path(DE_ENTIDAD, indicadores.de_entidad, name="indicadores-de"),
    path(DE_ENTIDAD + "<int:vigencia>/", indicadores_anotar.valores, name="indicadores-valores"),
    path(DE_ENTIDAD + "<int:vigencia>/interpretacion/", indicadores_anotar.interpretacion, name="interpretacion"),
]
