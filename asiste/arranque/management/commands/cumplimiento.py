"""`asiste cumplimiento`."""

import textwrap
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand

from asiste import entorno
from asiste.arranque.disposiciones import Disposicion, cargar
from asiste.arranque.pruebas import pruebas_por_disposicion


class Command(BaseCommand):
    """What the lineamiento demands and what proves it."""

    help = "Muestra cada disposición del lineamiento con las pruebas que la demuestran, y las que aún no tienen."
    requires_system_checks = ()

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Declares where the tests are."""
        parser.add_argument("--pruebas", type=Path, default=entorno.RAIZ / "pruebas", help="carpeta de las pruebas")

    def handle(self, *args: Any, **options: Any) -> None:
        """Prints first the dispositions with tests, then those without, then the count."""
        pruebas = pruebas_por_disposicion(options["pruebas"])
        disposiciones = cargar()
        sin_prueba = [disposicion for disposicion in disposiciones if disposicion.id not in pruebas]
        for disposicion in disposiciones:
            if disposicion.id in pruebas:
                self._titulo(disposicion)
                self.stdout.writelines(f"    {prueba}\n" for prueba in pruebas[disposicion.id])
        self.stdout.write("\nSin prueba:\n")
        for disposicion in sin_prueba:
            self._titulo(disposicion)
        con = len(disposiciones) - len(sin_prueba)
        self.stdout.write(f"\n{len(disposiciones)} disposiciones: {con} con prueba, {len(sin_prueba)} sin prueba.")

    def _titulo(self, disposicion: Disposicion) -> None:
        texto = textwrap.shorten(disposicion.texto, 90, placeholder="…")
        self.stdout.write(f"{disposicion.id}  ({disposicion.modulo}) {texto}")
