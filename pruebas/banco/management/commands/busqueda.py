"""`make bench-busqueda`: what each way of searching finds, and how long it takes with many publications."""

import statistics
import time
import tomllib
from argparse import ArgumentParser
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import Any

from django.core.management import call_command
from django.core.management.base import BaseCommand
from django.db import connection, transaction
from django.utils import timezone

from asiste import demo
from asiste.conocimiento.models import Publicacion
from asiste.conocimiento.sugerencias import sugeridas
from asiste.cuentas.acciones import guardar_usuario
from asiste.cuentas.models import Rol, Usuario
from asiste.demo.banco import llenar_banco
from pruebas.banco.intentos import intentos, nuestra
from pruebas.conocimiento.medida import JUICIOS, Juicio, juicios, medir

MUCHAS = 50_000


class Command(BaseCommand):
    """Works in an empty database of its own."""

    help = "Mide qué encuentra la búsqueda del banco y cuánto tarda; la segunda parte, con miles de publicaciones."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Declares how many."""
        parser.add_argument("publicaciones", type=int, nargs="?", default=MUCHAS, help="con cuántas se mide el tiempo")

    def handle(self, *args: Any, publicaciones: int, **options: Any) -> None:
        """First what it finds, over the bank of the demo city; then the time, over another one as big as asked."""
        call_command("preparar", stdout=self.stdout)
        with transaction.atomic():
            llenar_banco(autor=_autor(), ahora=timezone.now())
            self._calidad(juicios())
            transaction.set_rollback(True)
        self._llenar(publicaciones)
        self._tiempos()

    def _calidad(self, juzgadas: Sequence[Juicio]) -> None:
        reservadas = [una for una in juzgadas if una.reservado]
        for nombre, buscador in intentos():
            todas, aparte = medir(buscador, juzgadas), medir(buscador, reservadas)
            self.stdout.write(f"{nombre:<50} {todas}   held out: {aparte}")

    def _llenar(self, cuantas: int) -> None:
        """The same questions asked many more times; without the audit trail, which would be as big as all the rest."""
        with connection.cursor() as cursor:
            cursor.execute("SET session_replication_role = replica")
            llenar_banco(autor=_autor(), ahora=timezone.now(), cuantos=cuantas)
            cursor.execute("SET session_replication_role = origin")
            cursor.execute("VACUUM ANALYZE conocimiento_publicacion")
        self.stdout.write(f"{Publicacion.objects.count():,} publicaciones.")

    def _tiempos(self) -> None:
        with (Path(demo.__file__).parent / "asuntos.toml").open("rb") as archivo:
            pedidos = tomllib.load(archivo)["asunto"]
        vigentes = Publicacion.objects.filter(estado=Publicacion.Estado.VIGENTE)
        textos = [(pedido["asunto"], pedido["texto"]) for pedido in pedidos]
        self._decir("Suggestions of a request", [partial(sugeridas, *par, entre=vigentes) for par in textos])
        self._decir("Search, first ten", [partial(nuestra, consulta) for consulta in _consultas()])

    def _decir(self, nombre: str, actos: Sequence[Callable[[], object]]) -> None:
        for acto in actos:
            acto()
        tiempos = sorted(_milisegundos(acto) for _ in range(3) for acto in actos)
        p95 = tiempos[int(len(tiempos) * 0.95) - 1]
        mediana = statistics.median(tiempos)
        self.stdout.write(f"{nombre:<30} median {mediana:6.1f} ms, p95 {p95:6.1f} ms, worst {tiempos[-1]:6.1f} ms")


def _consultas() -> list[str]:
    with JUICIOS.open("rb") as archivo:
        return [fila["consulta"] for fila in tomllib.load(archivo)["juicio"]]


def _milisegundos(acto: Callable[[], object]) -> float:
    inicio = time.perf_counter()
    acto()
    return (time.perf_counter() - inicio) * 1000


def _autor() -> Usuario:
    """Somebody, to be the author of all of it."""
    alguien = Usuario.objects.order_by("id").first()
    return alguien or guardar_usuario(usuario=Usuario(email="banco@asiste.example", nombre="Banco", rol=Rol.SDFI))
