"""Every address of the site, and those of the floor, which no installation has."""

from django.urls import include, path

from pruebas.banco import suelo, suelo_radicacion

urlpatterns = [
    path("", include("asiste.config.urls")),
    path("suelo/caso/<str:radicado>/", suelo.caso),
    path("suelo/fila/", suelo.fila),
    path("suelo/bandeja/", suelo.bandeja),
    path("suelo/base/", suelo.base),
    path("suelo/radicar/", suelo_radicacion.radicar),
]
