"""`make bench`: measures with each number of requests and writes the report."""

import os
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from asiste import entorno
from asiste.solicitudes.models import Solicitud
from pruebas.banco.actos import Banco
from pruebas.banco.informe import escribir
from pruebas.banco.medidas import Renglon

TAMANOS = [100_000, 1_000_000]


class Command(BaseCommand):
    """Prepares an empty database, loads it, measures and reports."""

    help = "Mide las páginas, el formulario y el correo junto a su suelo, con cada cantidad de solicitudes."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Declares with how many requests, how many times and where the report goes."""
        parser.add_argument("solicitudes", type=int, nargs="*", default=TAMANOS, help="con cuántas solicitudes se mide")
        parser.add_argument("--veces", type=int, default=100, help="cuántas veces se mide cada cosa")
        parser.add_argument("--informe", type=Path, default=entorno.RAIZ / "docs" / "rendimiento.md")

    def handle(self, *args: Any, solicitudes: list[int], veces: int, informe: Path, **options: Any) -> None:
        """From the smallest database to the biggest, which grows from it."""
        call_command("preparar", stdout=self.stdout)
        if Solicitud.objects.count() > min(solicitudes):
            raise CommandError("La base ya tiene más solicitudes que las que se van a medir: empiece con una vacía.")
        banco = Banco(veces)
        renglones: list[Renglon] = []
        correos: dict[int, list[float]] = {}
        for cantidad in sorted(solicitudes):
            if faltan := cantidad - Solicitud.objects.count():
                call_command("carga", faltan, stdout=self.stdout)
            for paginas in (banco.medir(cantidad), banco.por_gunicorn(cantidad)):
                for renglon in paginas:
                    renglones.append(renglon)
                    self._decir(renglon)
            correos[cantidad] = banco.correos(cantidad)
            cada = ", ".join(f"{una:.0f}" for una in correos[cantidad])
            self.stdout.write(f"{cantidad:>9,}  {cada} messages a second")
        pagina = escribir(renglones, correos, hoy=timezone.localdate(), procesadores=os.cpu_count() or 1)
        informe.write_text(pagina, encoding="utf-8")

    def _decir(self, uno: Renglon) -> None:
        self.stdout.write(
            f"{uno.solicitudes:>9,}  {uno.acto:<38} {uno.real.mediana:8.1f} ms, p95 {uno.real.p95:8.1f}"
            f"   floor {uno.suelo.mediana:7.1f}   ratio {uno.razon:5.2f}"
        )
        self.stdout.flush()
