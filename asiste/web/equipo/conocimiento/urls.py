"""Addresses of the bank for the team, under `/equipo/conocimiento/`."""

from django.urls import path

from asiste.web.equipo.conocimiento.views import anteriores, banco, publicacion, relaciones, sinonimos, versiones

UNA = "<int:numero>/"

urlpatterns = [
    path("", banco.banco, name="banco"),
    path("nueva/", versiones.nueva, name="publicacion-nueva"),
    path("sinonimos/", sinonimos.sinonimos, name="sinonimos"),
    path("sinonimos/nuevo/", sinonimos.nuevo, name="sinonimo-nuevo"),
    path("sinonimos/<int:numero>/", sinonimos.sinonimo, name="sinonimo"),
    path("sinonimos/<int:numero>/retiro/", sinonimos.quitar, name="sinonimo-retiro"),
    path(UNA, publicacion.publicacion, name="publicacion"),
    path(UNA + "archivo/", publicacion.archivo, name="publicacion-archivo"),
    path(UNA + "ficha/", publicacion.ficha, name="publicacion-ficha"),
    path(UNA + "vigencia/", publicacion.vigencia, name="publicacion-vigencia"),
    path(UNA + "version/", versiones.version, name="publicacion-version"),
    path(UNA + "versiones/<int:cual>/", anteriores.anterior, name="publicacion-version-anterior"),
    path(UNA + "versiones/<int:cual>/archivo/", anteriores.archivo, name="publicacion-version-archivo"),
    path(UNA + "relaciones/nueva/", relaciones.nueva, name="relacion-nueva"),
    path(UNA + "relaciones/<int:relacion>/retiro/", relaciones.quitar, name="relacion-retiro"),
]
