"""`asiste plazo FECHA DIAS`: the due date of a term and its day-by-day ledger."""

from argparse import ArgumentParser
from datetime import date

from django.core.management.base import BaseCommand, CommandError
from django.utils.dateformat import format as escribir

from asiste.calendario.dias import Calendario, FueraDelCalendario
from asiste.calendario.lectura import cargar
from asiste.calendario.libro import Libro, Renglon, abrir_libro

EJEMPLO = "Por ejemplo: asiste plazo 2026-06-25 10"


class Command(BaseCommand):
    """Prints the due date on its first line and then how each date was treated."""

    help = "Calcula cuándo vence un plazo de días hábiles y muestra la cuenta día por día."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Both are read as text, so that what is wrong is told in Spanish."""
        parser.add_argument("fecha", metavar="FECHA", nargs="?", default="", help="día de recepción, AAAA-MM-DD")
        parser.add_argument("dias", metavar="DIAS", nargs="?", default="", help="días hábiles del plazo")

    def handle(self, *, fecha: str, dias: str, **options: object) -> str:
        """Raises `CommandError` if the date, the days or the calendar do not allow an answer."""
        if not (fecha and dias):
            raise CommandError(f"Escriba la fecha de recepción y los días del plazo. {EJEMPLO}")
        recibida, plazo = _leer_fecha(fecha), _leer_dias(dias)
        try:
            calendario = cargar(recibida, date.max)
            libro = abrir_libro(calendario=calendario, recibida=recibida, dias=plazo, hoy=calendario.hasta)
        except FueraDelCalendario as error:
            raise CommandError(f"{error} Amplíe los festivos en la administración o con «asiste preparar».") from error
        return "\n".join([*_cuenta(libro), "", _suma(libro), *_aviso(libro, calendario)])


def _leer_fecha(texto: str) -> date:
    try:
        return date.fromisoformat(texto)
    except ValueError as error:
        raise CommandError(f"La fecha «{texto}» no es válida. Escríbala como AAAA-MM-DD. {EJEMPLO}") from error


def _leer_dias(texto: str) -> int:
    if not (texto.isascii() and texto.isdigit() and len(texto) <= 4 and int(texto) > 0):
        raise CommandError(f"Los días «{texto}» no son válidos: escriba un número entero de 1 a 9999. {EJEMPLO}")
    return int(texto)


def _larga(fecha: date) -> str:
    return escribir(fecha, r"l j \d\e F \d\e Y").lower()


def _cuenta(libro: Libro) -> list[str]:
    """Due date and table, one line for each date."""
    titulo = f"Plazo de {_cantidad(libro.dias, 'día hábil', 'días hábiles')} contados desde el día siguiente al "
    filas = [("Fecha", "Día", "Cuenta", "Motivo", "Fuente"), *(_fila(renglon) for renglon in libro.renglones)]
    anchos = [max(map(len, columna)) for columna in zip(*filas, strict=True)]
    return [
        str(libro.vence),
        "",
        f"{titulo}{_larga(libro.recibida)}.",
        "",
        *("  ".join(map(str.ljust, fila, anchos)).rstrip() for fila in filas),
    ]


def _fila(renglon: Renglon) -> tuple[str, str, str, str, str]:
    numero = "–" if renglon.numero is None else str(renglon.numero)
    nota = f"{renglon.nota} (trasladado al lunes)" if renglon.traslado else renglon.nota
    return escribir(renglon.fecha, "D d M Y").lower(), numero.rjust(3), renglon.trato.rotulo, nota, renglon.fuente


def _suma(libro: Libro) -> str:
    suma = libro.suma
    sumandos = [
        _cantidad(suma.habiles, "hábil", "hábiles"),
        f"{suma.fin_semana} de fin de semana",
        _cantidad(suma.festivo, "festivo", "festivos"),
    ]
    return f"{' + '.join(sumandos)} = {_cantidad(suma.calendario, 'día calendario', 'días calendario')}"


def _aviso(libro: Libro, calendario: Calendario) -> list[str]:
    """What changes when the request arrives on a day that is not worked."""
    habil = calendario.siguiente_habil(libro.recibida)
    if habil == libro.recibida:
        return []
    vence = calendario.sumar(habil, libro.dias)
    return [
        "",
        (
            f"El {_larga(libro.recibida)} no es hábil. Una solicitud que llegue ese día cuenta como recibida el "
            f"{_larga(habil)} y vence el {_larga(vence)}."
        ),
    ]


def _cantidad(numero: int, singular: str, plural: str) -> str:
    return f"{numero} {singular if numero == 1 else plural}"
