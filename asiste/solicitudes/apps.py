from django.apps import AppConfig


class SolicitudesConfig(AppConfig):
    name = "asiste.solicitudes"
    verbose_name = "Solicitudes"
