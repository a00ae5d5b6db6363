"""`asiste auditoria verificar`."""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from asiste.auditoria.acciones import verificar


class Command(BaseCommand):
    """Checks the audit chain."""

    help = "Verifica que nadie haya alterado el registro de auditoría."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Declares the only verb."""
        parser.add_argument("accion", choices=["verificar"])

    def handle(self, *args: Any, **options: Any) -> None:
        """Prints OK with the last hash, or fails naming the first broken link."""
        resultado = verificar()
        if resultado.rota is not None:
            raise CommandError(f"Registro alterado: el primer eslabón roto es el {resultado.rota}.")
        self.stdout.write(f"OK {resultado.eslabones} hechos encadenados; última huella {resultado.ultima_huella}")
