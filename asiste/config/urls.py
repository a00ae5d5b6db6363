"""Addresses of every surface."""

from django.contrib import admin
from django.urls import include, path

urlpatterns = [
    path("", include("asiste.web.publico.urls")),
    path("", include("asiste.web.interfaz.urls")),
    path("mi-entidad/", include("asiste.web.entidad.urls")),
    path("equipo/", include("asiste.web.equipo.urls")),
    path("cuenta/", include("asiste.cuentas.urls")),
    path("administracion/", admin.site.urls),
]
