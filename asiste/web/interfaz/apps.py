from django.apps import AppConfig


class InterfazConfig(AppConfig):
    name = "asiste.web.interfaz"
