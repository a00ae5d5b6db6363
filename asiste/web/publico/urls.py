"""Addresses that anyone may open."""

from django.urls import include, path
from django.views.generic import TemplateView

from asiste.web.publico import views
from asiste.web.publico.verificacion import views as verificacion

urlpatterns = [
    path("", views.inicio, name="inicio"),
    path("", include("asiste.web.publico.agenda.urls")),
    path("", include("asiste.web.publico.conocimiento.urls")),
    path("", include("asiste.web.publico.archivo.urls")),
    path("", include("asiste.web.publico.portafolio.urls")),
    path("solicitar/", views.solicitar, name="solicitar"),
    path("consultar/", views.consultar, name="consultar"),
    path("verificar/", verificacion.verificar, name="verificar"),
    path("verificar/<str:codigo>/", verificacion.verificacion, name="verificacion"),
    path("verificar/<str:codigo>/documento/", verificacion.documento_publico, name="documento-publico"),
    path("ayuda/", views.ayuda, name="ayuda"),
    path("privacidad/", TemplateView.as_view(template_name="publico/privacidad.html"), name="privacidad"),
    path("accesibilidad/", TemplateView.as_view(template_name="publico/accesibilidad.html"), name="accesibilidad"),
]
