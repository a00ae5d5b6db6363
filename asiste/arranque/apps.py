from django.apps import AppConfig


class ArranqueConfig(AppConfig):
    name = "asiste.arranque"
    verbose_name = "Arranque"
