from django.apps import AppConfig


class DirectorioConfig(AppConfig):
    name = "asiste.directorio"
    verbose_name = "Directorio"
