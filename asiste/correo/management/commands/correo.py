"""`asiste correo importar RUTA… [--buzon DIRECCIÓN]`."""

from argparse import ArgumentParser
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pghistory
from django.core.management.base import BaseCommand, CommandError
from django.db import InterfaceError, OperationalError
from django.utils import timezone

from asiste.correo.acciones import Llegado, recibir_lote
from asiste.correo.fuentes import archivos_en, mensajes_de
from asiste.correo.lotes import en_lotes
from asiste.correo.models import MensajeEntrante
from asiste.portafolio.models import Canal

Resultado = MensajeEntrante.Resultado
SIN_GUARDAR = "Se perdió la base de datos o el disco. Repita después la misma orden: nada se pierde ni se duplica."


class Command(BaseCommand):
    """Imports raw messages from disk."""

    help = "Importa correos en bruto: archivos, carpetas o mbox. Repetirlo no cambia nada."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Declares the verb, the paths and the mailbox."""
        parser.add_argument("accion", choices=["importar"])
        parser.add_argument("rutas", nargs="+", type=Path, metavar="RUTA")
        parser.add_argument("--buzon", help="Buzón al que llegaron, si el servidor no lo escribió en el mensaje.")

    def handle(self, *args: Any, rutas: list[Path], buzon: str | None, **options: Any) -> None:
        """One line a message, and the count at the end. Fails if a file could not be read."""
        for ruta in rutas:
            if not ruta.exists():
                raise CommandError(f"No existe {ruta}.")
        self.perdidos: list[str] = []
        cuenta: Counter[str] = Counter()
        with pghistory.context(usuario=None, origen="asiste correo importar"):
            for nombre, resultado, detalle in self._importar(rutas, self._canal(buzon)):
                cuenta[resultado] += 1
                self.stdout.write(f"{nombre}\t{resultado}\t{detalle}")
                self.stdout.flush()
        self.stdout.write(self._resumen(cuenta))
        if self.perdidos:
            raise CommandError(f"No se pudieron leer: {', '.join(self.perdidos)}. Corríjalo y repita la orden.")

    def _canal(self, buzon: str | None) -> Canal | None:
        if buzon is None:
            return None
        buzones = {canal.valor.lower(): canal for canal in Canal.objects.buzones()}
        canal = buzones.get(buzon.strip().lower())
        if canal is None:
            raise CommandError(f"{buzon} no es un buzón oficial. Son: {', '.join(sorted(buzones))}.")
        return canal

    def _importar(self, rutas: list[Path], canal: Canal | None) -> Iterator[tuple[str, str, str]]:
        """Name, result and detail of each message; the very same bytes a second time are a duplicate."""
        vistos: set[int] = set()
        for lote in en_lotes(self._mensajes(rutas), lambda llegado: len(llegado.crudo)):
            try:
                mensajes = recibir_lote(lote=lote, ahora=timezone.now(), buzon=canal)
            except (OperationalError, InterfaceError, OSError) as error:
                raise CommandError(SIN_GUARDAR) from error
            for llegado, mensaje in zip(lote, mensajes, strict=True):
                repetido = mensaje.pk in vistos
                vistos.add(mensaje.pk)
                resultado = Resultado.DUPLICADO if repetido else _como_llego(mensaje)
                yield llegado.nombre, str(resultado), _detalle(mensaje, resultado)

    def _mensajes(self, rutas: list[Path]) -> Iterator[Llegado]:
        for ruta in rutas:
            for archivo in archivos_en(ruta):
                try:
                    for nombre, crudo in mensajes_de(archivo):
                        yield Llegado(crudo, nombre)
                except OSError:
                    self.perdidos.append(archivo.name)

    def _resumen(self, cuenta: Counter[str]) -> str:
        return (
            f"{cuenta.total() + len(self.perdidos)} recibidos: {cuenta['radicado']} radicados, "
            f"{cuenta['agregado']} agregados, {cuenta['duplicado']} duplicados, "
            f"{cuenta['automatico']} automáticos, {cuenta['rebote']} rebotes, "
            f"{cuenta['cuarentena']} en cuarentena, {len(self.perdidos)} perdidos"
        )


def _como_llego(mensaje: MensajeEntrante) -> Resultado:
    """What the import made of it: what a person discarded later was in quarantine."""
    resultado = Resultado(mensaje.resultado)
    return Resultado.CUARENTENA if resultado == Resultado.DESCARTADO else resultado


def _detalle(mensaje: MensajeEntrante, resultado: Resultado) -> str:
    """The radicado, or the reason in one line."""
    if mensaje.solicitud and resultado != Resultado.CUARENTENA:
        return mensaje.solicitud.radicado
    return " ".join(mensaje.motivo.split()) or f"Igual a {mensaje}"
