from django.apps import AppConfig


class ConceptosConfig(AppConfig):
    name = "asiste.conceptos"
    verbose_name = "Conceptos"
