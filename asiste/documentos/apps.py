from django.apps import AppConfig


class DocumentosConfig(AppConfig):
    name = "asiste.documentos"
    verbose_name = "Documentos"
