from django.apps import AppConfig


class ArchivoConfig(AppConfig):
    name = "asiste.archivo"
    verbose_name = "Asistencia focalizada"
