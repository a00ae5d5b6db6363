"""`asiste codigo`."""

from typing import Any

from django.core.management.base import BaseCommand
from django.utils import timezone

from asiste.cuentas.acciones import codigo_totp
from asiste.demo.personas import SECRETO


class Command(BaseCommand):
    """The second step of the people of the demo city, whose secret is public."""

    help = "Muestra las seis cifras que pide ahora el segundo paso de las personas de la demostración."

    def handle(self, *args: Any, **options: Any) -> None:
        """Prints the six digits, valid for at most thirty seconds."""
        self.stdout.write(codigo_totp(SECRETO, timezone.now()))
