"""The bank of the demo city: invented concepts, technical lines, guides and instruments."""

from asiste.demo.banco.ciudad import llenar_banco

__all__ = ["llenar_banco"]
