"""Addresses of the interface itself."""

from django.urls import path

from asiste.web.interfaz import views

urlpatterns = [
    path("preferencias/", views.preferencias, name="preferencias"),
    path("componentes/", views.componentes, name="componentes"),
]
