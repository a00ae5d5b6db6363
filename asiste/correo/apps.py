from django.apps import AppConfig


class CorreoConfig(AppConfig):
    name = "asiste.correo"
    verbose_name = "Correo"
