from django.apps import AppConfig


class EntidadConfig(AppConfig):
    name = "asiste.web.entidad"
