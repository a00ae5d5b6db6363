"""Addresses of the focalised plan, under `/entidad/archivo/`."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
