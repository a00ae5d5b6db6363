"""Addresses of the concepts, under `/equipo/conceptos/`."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
