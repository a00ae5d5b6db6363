"""Addresses of the model of the archive, for anyone."""

from django.urls import path

from asiste.web.publico.archivo.views import esquema

urlpatterns = [
    path("esquema/", esquema.esquema, name="esquema"),
]
