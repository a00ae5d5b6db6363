from django.apps import AppConfig


class OfertaConfig(AppConfig):
    name = "asiste.oferta"
    verbose_name = "Oferta"
