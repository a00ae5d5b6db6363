"""Addresses of the bank, for anyone."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
