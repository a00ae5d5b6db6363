"""Addresses of the model of the archive, for anyone."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
