"""Addresses of the focalised assistance, under `/equipo/archivo/`."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
