"""Addresses of the site for the mails."""

from asiste.notificaciones.direcciones import direccion

__all__ = ["direccion"]
