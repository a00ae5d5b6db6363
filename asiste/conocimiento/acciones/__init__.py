"""Publishing, changing what is published and noting its use."""

from asiste.conocimiento.acciones.publicaciones import NoSePublica, publicar

__all__ = ["NoSePublica", "publicar"]
