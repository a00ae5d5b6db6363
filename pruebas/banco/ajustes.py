"""Settings of the bench: those of an installation, and the addresses of the floor beside the real ones."""

from asiste.config.settings import *

INSTALLED_APPS = [*INSTALLED_APPS, "pruebas.banco"]
ROOT_URLCONF = "pruebas.banco.urls"
