from django.apps import AppConfig
from django.contrib.admin import apps as administracion


class CuentasConfig(AppConfig):
    name = "asiste.cuentas"
    verbose_name = "Cuentas"


class AdministracionConfig(administracion.AdminConfig):
    default = False
    default_site = "asiste.cuentas.administracion.Sitio"
