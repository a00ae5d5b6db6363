"""`asiste correo importar RUTA… [--buzon DIRECCIÓN]`."""

from argparse import ArgumentParser
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pghistory
from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from asiste.correo.acciones import recibir
from asiste.correo.fuentes import mensajes_en
from asiste.correo.models import MensajeEntrante
from asiste.portafolio.models import Canal

Resultado = MensajeEntrante.Resultado
SIN_PERDIDA = {Resultado.DESCARTADO: Resultado.CUARENTENA}


class Command(BaseCommand):
    """Imports raw messages from disk."""

    help = "Importa correos en bruto: archivos, carpetas o mbox. Repetirlo no cambia nada."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Declares the verb, the paths and the mailbox."""
        parser.add_argument("accion", choices=["importar"])
        parser.add_argument("rutas", nargs="+", type=Path, metavar="RUTA")
        parser.add_argument("--buzon", help="Buzón al que llegaron, si el mensaje no lo dice.")

    def handle(self, *args: Any, rutas: list[Path], buzon: str | None, **options: Any) -> None:
        """One line a message, and the count at the end."""
        canal = self._canal(buzon)
        cuenta: Counter[str] = Counter()
        recibidos = 0
        with pghistory.context(usuario=None, origen="asiste correo importar"):
            for nombre, crudo in self._mensajes(rutas):
                recibidos += 1
                mensaje = recibir(crudo=crudo, nombre=nombre, ahora=timezone.now(), buzon=canal)
                resultado = SIN_PERDIDA.get(Resultado(mensaje.resultado), Resultado(mensaje.resultado))
                cuenta[resultado] += 1
                self.stdout.write(f"{nombre}\t{resultado}\t{self._detalle(mensaje)}")
        self.stdout.write(self._resumen(recibidos, cuenta))

    def _canal(self, buzon: str | None) -> Canal | None:
        if buzon is None:
            return None
        canal = Canal.objects.buzones().filter(valor__iexact=buzon).first()
        if canal is None:
            raise CommandError(f"{buzon} no es un buzón oficial: revise los canales.")
        return canal

    def _mensajes(self, rutas: list[Path]) -> Iterator[tuple[str, bytes]]:
        for ruta in rutas:
            if not ruta.exists():
                raise CommandError(f"No existe {ruta}.")
        for ruta in rutas:
            yield from mensajes_en(ruta)

    def _detalle(self, mensaje: MensajeEntrante) -> str:
        if mensaje.solicitud and mensaje.resultado != Resultado.CUARENTENA:
            return mensaje.solicitud.radicado
        return " ".join(mensaje.motivo.split())

    def _resumen(self, recibidos: int, cuenta: Counter[str]) -> str:
        return (
            f"{recibidos} recibidos: {cuenta['radicado']} radicados, {cuenta['agregado']} agregados, "
            f"{cuenta['duplicado']} duplicados, {cuenta['automatico']} automáticos, {cuenta['rebote']} rebotes, "
            f"{cuenta['cuarentena']} en cuarentena, {recibidos - cuenta.total()} perdidos"
        )
