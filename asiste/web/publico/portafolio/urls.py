"""Addresses of the portfolio and of the service agreements."""

from django.urls import path

from asiste.web.publico.portafolio import views

urlpatterns = [
    path("portafolio/", views.portafolio, name="portafolio"),
    path("portafolio.pdf", views.portafolio_pdf, name="portafolio-pdf"),
    path("acuerdos/", views.acuerdos, name="acuerdos"),
    path("acuerdos.pdf", views.acuerdos_pdf, name="acuerdos-pdf"),
]
