"""Addresses of the agenda of the entities, under `/mi-entidad/agenda/`."""

from django.urls import path

from asiste.web.entidad.agenda.views import compromisos, sesiones, suscripcion

COMPROMISO = "compromisos/<int:numero>/"

urlpatterns = [
    path("", sesiones.lista, name="sesiones"),
    path("<int:numero>/", sesiones.sesion, name="sesion"),
    path("<int:numero>/material/<int:material>/", sesiones.material, name="material"),
    path("<int:numero>/actas/<int:version>/", sesiones.acta, name="acta"),
    path("compromisos/", compromisos.lista, name="compromisos"),
    path(COMPROMISO, compromisos.compromiso, name="compromiso"),
    path(COMPROMISO + "evidencias/<int:evidencia>/", compromisos.evidencia, name="compromiso-evidencia"),
    path("suscripcion/", suscripcion.suscripcion, name="suscripcion"),
]
