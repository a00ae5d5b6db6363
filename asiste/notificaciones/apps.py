from django.apps import AppConfig


class NotificacionesConfig(AppConfig):
    name = "asiste.notificaciones"
    verbose_name = "Notificaciones"
