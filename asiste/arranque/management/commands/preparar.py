"""`asiste preparar`."""

from typing import Any

from django.core.management import call_command
from django.core.management.base import BaseCommand

from asiste import entorno
from asiste.arranque.preparacion import preparar_base, preparar_estaticos


class Command(BaseCommand):
    """Leaves the installation ready to serve; running it again changes nothing that people changed."""

    help = (
        "Deja lista la instalación: tablas, catálogos, calendario, estáticos y, salvo ASISTE_DEMO=0, la demostración."
    )

    def handle(self, *args: Any, **options: Any) -> None:
        """Says each long step in a line."""
        preparar_base(self._decir)
        if entorno.booleano("ASISTE_DEMO", por_defecto=True):
            call_command("demo", stdout=self.stdout)
        preparar_estaticos(self._decir)

    def _decir(self, linea: str) -> None:
        self.stdout.write(linea)
        self.stdout.flush()
