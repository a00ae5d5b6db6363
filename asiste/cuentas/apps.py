from django.apps import AppConfig


class CuentasConfig(AppConfig):
    name = "asiste.cuentas"
    verbose_name = "Cuentas"
