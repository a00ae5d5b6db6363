"""Addresses of the focalised assistance and of the indicators of the entities, under `/mi-entidad/archivo/`."""

from django.urls import path

from asiste.web.entidad.archivo.views import indicadores, lineas, planes

PLAN, LINEA = "planes/<int:numero>/", "lineas/<int:numero>/"

urlpatterns = [
    path("planes/", planes.lista, name="planes-focalizados"),
    path(PLAN, planes.plan, name="plan-focalizado"),
    path(PLAN + "plan.pdf", planes.pdf, name="plan-focalizado-pdf"),
    path(LINEA, lineas.linea, name="linea"),
    path(LINEA + "archivos/<int:evidencia>/", lineas.archivo, name="linea-archivo"),
    # Indicators
    path("indicadores/", indicadores.indicadores, name="indicadores"),
    path(
        "indicadores/<slug:entidad>/<int:vigencia>/",
        indicadores.autoevaluacion,
        name="autoevaluacion",
    ),
]
