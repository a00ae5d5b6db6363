"""Addresses of the bank for the team, under `/equipo/conocimiento/`."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
