"""A mail with its format, clean: the HTML of a stranger made fit to be shown."""

from asiste.correo.presentacion.limpieza import MAXIMO_MARCAS, Presentable, presentar

__all__ = ["MAXIMO_MARCAS", "Presentable", "presentar"]
