"""Addresses of the bank, for anyone. Under `conocimiento/` there are only permanent addresses of publications."""

from django.contrib.sitemaps.views import index, sitemap
from django.urls import path
from django.views.decorators.http import conditional_page, require_safe

from asiste.web.publico.conocimiento.feeds import Novedades
from asiste.web.publico.conocimiento.mapa import MAPAS
from asiste.web.publico.conocimiento.views import (
    anteriores,
    autogestion,
    avisos,
    busqueda,
    publicacion,
    resolvio,
    robots,
)

urlpatterns = [
    path("conocimiento/", busqueda.conocimiento, name="conocimiento"),
    path("conocimiento.atom", require_safe(conditional_page(Novedades())), name="conocimiento-atom"),
    path("conocimiento/<slug:clave>/", publicacion.publicacion, name="publicacion"),
    path("conocimiento/<slug:clave>/resolvio/", resolvio.resolvio, name="publicacion-resolvio"),
    path("conocimiento/<slug:clave>/archivo/", publicacion.archivo, name="publicacion-archivo"),
    path("conocimiento/<slug:clave>/versiones/<int:cual>/", anteriores.anterior, name="publicacion-anterior"),
    path(
        "conocimiento/<slug:clave>/versiones/<int:cual>/archivo/",
        anteriores.archivo,
        name="publicacion-anterior-archivo",
    ),
    path("resuelva-su-duda/", autogestion.autogestion, name="autogestion"),
    # Mails on what is published
    path("avisos-del-banco/", avisos.avisos, name="banco-avisos"),
    path("avisos-del-banco/confirmar/<str:marca>/", avisos.confirmar, name="banco-aviso-confirmar"),
    path("avisos-del-banco/retirar/<str:marca>/", avisos.retirar, name="banco-aviso-retirar"),
    # Searchers of the web
    path("robots.txt", robots.robots, name="robots"),
    path("sitemap.xml", require_safe(index), {"sitemaps": MAPAS, "sitemap_url_name": "sitemap-de"}, name="sitemap"),
    path("sitemap-<slug:section>.xml", require_safe(sitemap), {"sitemaps": MAPAS}, name="sitemap-de"),
]
