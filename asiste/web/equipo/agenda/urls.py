"""Addresses of the agenda, under `/equipo/agenda/`."""

from django.urls import path

from asiste.web.equipo.agenda.views import material, orden, programacion, sesiones

SESION = "<int:numero>/"
PUNTO = SESION + "orden/<int:punto>/"
MATERIAL = SESION + "material/"

urlpatterns = [
    # The session
    path("nueva/", programacion.nueva, name="sesion-nueva"),
    path(SESION, sesiones.sesion, name="sesion"),
    path(SESION + "cambio/", programacion.cambio, name="sesion-cambio"),
    path(SESION + "cancelacion/", programacion.cancelacion, name="sesion-cancelacion"),
    path(SESION + "apertura/", programacion.apertura, name="sesion-apertura"),
    path(SESION + "orden/", orden.orden, name="orden"),
    path(PUNTO, orden.punto, name="punto"),
    path(PUNTO + "lugar/", orden.lugar, name="punto-lugar"),
    path(PUNTO + "tratado/", orden.tratado, name="punto-tratado"),
    path(PUNTO + "quitar/", orden.quitar, name="punto-quitar"),
    path(MATERIAL, material.nuevo, name="material-nuevo"),
    path(MATERIAL + "<int:material>/", material.material, name="material"),
    path(MATERIAL + "<int:material>/quitar/", material.quitar, name="material-quitar"),
    # Who is invited
    # Who came
    # Minutes and report
    # Commitments
    # Availability
]
