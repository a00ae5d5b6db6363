"""`asiste servir`, which is what `make run` runs."""

import sys
from typing import Any

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError
from django.db import connections

from asiste import entorno
from asiste.arranque.ingresos import ingresos
from asiste.arranque.servicio import puerto_libre, servir


class Command(BaseCommand):
    """Prepares the installation and serves it until it is stopped."""

    help = "Prepara la instalación y la sirve en http://127.0.0.1:8000 (PORT la cambia) hasta Ctrl-C."

    def handle(self, *args: Any, **options: Any) -> None:
        """Prints the address and a sign-in for each role, and serves. Fails if the port is taken."""
        puerto = int(entorno.texto("PORT", "8000"))
        if not puerto_libre(puerto):
            raise CommandError(f"El puerto {puerto} está ocupado. Pruebe con otro: PORT={puerto + 1} make run")
        call_command("preparar", stdout=self.stdout)
        self.stdout.write(f"\nAsiste está en {settings.URL_PUBLICA} (Ctrl-C la detiene)\n")
        for linea in ingresos():
            self.stdout.write(linea)
        self.stdout.flush()
        connections.close_all()
        sys.exit(servir(puerto))
