from django.apps import AppConfig


class PortafolioConfig(AppConfig):
    name = "asiste.portafolio"
    verbose_name = "Portafolio"
