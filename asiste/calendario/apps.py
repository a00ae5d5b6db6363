from django.apps import AppConfig


class CalendarioConfig(AppConfig):
    name = "asiste.calendario"
    verbose_name = "Calendario"
