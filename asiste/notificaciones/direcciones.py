"""Addresses of the site for the mails, and for whoever reads it from outside."""

from django.conf import settings
from django.urls import reverse


def direccion(vista: str, *argumentos: str) -> str:
    """Whole address of a page."""
    return f"{settings.URL_PUBLICA}{reverse(vista, args=argumentos)}"
