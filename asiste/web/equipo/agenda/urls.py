"""Addresses of the agenda, under `/equipo/agenda/`."""

from django.urls import path

from asiste.web.equipo.agenda.views import sesiones

SESION = "<int:numero>/"

urlpatterns = [
    # The session
    path(SESION, sesiones.sesion, name="sesion"),
    # Who is invited
    # Who came
    # Minutes and report
    # Commitments
    # Availability
]
