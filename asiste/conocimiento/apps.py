from django.apps import AppConfig


class ConocimientoConfig(AppConfig):
    name = "asiste.conocimiento"
    verbose_name = "Conocimiento"
