"""`asiste avisos [--simular]`: the warnings and the digest of this moment, by hand."""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand
from django.db import transaction
from django.utils import timezone

from asiste.correo.avisos import resumir_el_dia
from asiste.notificaciones.models import Mensaje
from asiste.solicitudes.acciones.avisos import avisar
from asiste.solicitudes.avisos.horario import calendario_cercano, en_jornada

FUERA = "Fuera del horario de atención: a esta hora no se avisa a nadie."


class Command(BaseCommand):
    """Does what the worker does every fifteen minutes; repeating it changes nothing."""

    help = "Escribe los avisos de vencimiento y el resumen del día que falten. Repetirlo no cambia nada."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Only to look is an option."""
        parser.add_argument("--simular", action="store_true", help="muestra lo que se escribiría, sin enviarlo")

    def handle(self, *, simular: bool, **options: Any) -> str:
        """One line a mail, or its whole text when it is not going to leave."""
        ahora = timezone.now()
        if not en_jornada(ahora, calendario_cercano(ahora)):
            return FUERA
        with transaction.atomic():
            correos = [*avisar(ahora=ahora), *resumir_el_dia(ahora=ahora)]
            transaction.set_rollback(simular)
        renglones = [_entero(correo) if simular else f"{correo.para}: {correo.asunto}" for correo in correos]
        cuantos = f"{len(correos)} correos" if len(correos) != 1 else "1 correo"
        return "\n".join([*renglones, f"{cuantos} por enviar{', no se envió nada' if simular else ''}."])


def _entero(correo: Mensaje) -> str:
    return f"Para: {correo.para}\nAsunto: {correo.asunto}\n\n{correo.texto}\n{'-' * 60}"
