"""Addresses of the offer, under `/equipo/oferta/`."""

from django.urls import path

from asiste.web.equipo.oferta.views import (
    actividades,
    afinidad,
    cobertura,
    demanda,
    descargas,
    estrategias,
    planes,
    programacion,
    vida,
)

PLAN, ACTIVIDAD = "planes/<int:numero>/", "planes/actividades/<int:numero>/"

urlpatterns = [
    path("planes/", planes.planes, name="planes"),
    path("planes/nuevo/", planes.nuevo, name="plan-nuevo"),
    path(PLAN, planes.plan, name="plan"),
    path(PLAN + "aprobacion/", vida.aprobacion, name="plan-aprobacion"),
    path(PLAN + "cierre/", vida.cierre, name="plan-cierre"),
    path(PLAN + "cambios/", vida.cambios, name="plan-cambios"),
    path(PLAN + "plan.xlsx", descargas.plan_excel, name="plan-excel"),
    path(PLAN + "plan.pdf", descargas.plan_pdf, name="plan-pdf"),
    path(PLAN + "actividades/nueva/", actividades.nueva, name="actividad-nueva"),
    path(ACTIVIDAD, actividades.actividad, name="actividad"),
    path(ACTIVIDAD + "cambio/", actividades.cambio, name="actividad-cambio"),
    path(ACTIVIDAD + "retiro/", actividades.retiro, name="actividad-retiro"),
    path(ACTIVIDAD + "sesiones/", programacion.programacion, name="actividad-sesiones"),
    path(ACTIVIDAD + "vinculo/", programacion.vinculo, name="actividad-vinculo"),
    path(ACTIVIDAD + "faltantes/", programacion.faltantes, name="actividad-faltantes"),
    path("planes/estrategias/", estrategias.estrategias, name="estrategias"),
    path("planes/estrategias/nueva/", estrategias.nueva, name="estrategia-nueva"),
    path("planes/estrategias/<int:numero>/", estrategias.estrategia, name="estrategia"),
    path("afinidad/", afinidad.afinidad, name="afinidad"),
    path("afinidad/<slug:clave>/", afinidad.grupo, name="grupo"),
    path("cobertura/", cobertura.cobertura, name="cobertura"),
    path("cobertura.xlsx", descargas.cobertura_excel, name="cobertura-excel"),
    path("cobertura.pdf", descargas.cobertura_pdf, name="cobertura-pdf"),
    path("cobertura/demanda/", demanda.demanda, name="demanda"),
    path("cobertura/demanda/<slug:clave>/", demanda.agregar, name="demanda-agregar"),
    path("cobertura/<slug:entidad>/<slug:tema>/", cobertura.celda, name="cobertura-celda"),
]
