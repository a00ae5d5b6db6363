from django.apps import AppConfig


class PublicoConfig(AppConfig):
    name = "asiste.web.publico"
