from django.apps import AppConfig


class AgendaConfig(AppConfig):
    name = "asiste.agenda"
    verbose_name = "Agenda"
