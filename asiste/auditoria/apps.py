from django.apps import AppConfig


class AuditoriaConfig(AppConfig):
    name = "asiste.auditoria"
    verbose_name = "Auditoría"
