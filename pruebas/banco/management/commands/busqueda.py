"""`make bench-busqueda`: what each way of searching finds, and how long it takes with many publications."""

import statistics
import time
import tomllib
from argparse import ArgumentParser
from collections.abc import Callable, Sequence
from functools import cache, partial
from pathlib import Path
from typing import Any

from django.core.management import call_command
from django.core.management.base import BaseCommand
from django.db import connection, transaction
from django.test import Client
from django.utils import timezone
from django.utils.http import urlencode

from asiste import demo
from asiste.conocimiento.models import Publicacion
from asiste.conocimiento.sugerencias import sugeridas
from asiste.cuentas.acciones import guardar_usuario
from asiste.cuentas.models import Rol, Usuario
from asiste.demo.banco import llenar_banco
from pruebas.banco.intentos import intentos
from pruebas.banco.medidas import abrir
from pruebas.conocimiento.medida import JUICIOS, Juicio, juicios, medir

MUCHAS = 50_000  # with them all of it takes some three or four minutes


class Command(BaseCommand):
    """Works in an empty database of its own; what it prints are the tables of docs/busqueda.md."""

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
        self._fila("Tried", "nDCG@5", "recall@10", "held out: nDCG@5", "recall@10")
        self._fila(*["---"] * 5)
        for nombre, buscador in intentos():
            una_vez = cache(buscador)
            medidas = [medir(una_vez, juzgadas), medir(una_vez, reservadas)]
            cifras = [f"{cifra:.3f}" for medida in medidas for cifra in (medida.ndcg, medida.recuerdo)]
            self._fila(nombre, *cifras)

    def _llenar(self, cuantas: int) -> None:
        """The same questions asked many more times; without the audit trail, which would be as big as all the rest."""
        inicio = time.perf_counter()
        with connection.cursor() as cursor:
            cursor.execute("SET session_replication_role = replica")
            llenar_banco(autor=_autor(), ahora=timezone.now(), cuantos=cuantas)
            cursor.execute("SET session_replication_role = origin")
            cursor.execute("VACUUM ANALYZE conocimiento_publicacion")
        self.stdout.write(f"\nBanco lleno en {time.perf_counter() - inicio:.0f} segundos.\n")

    def _tiempos(self) -> None:
        with (Path(demo.__file__).parent / "asuntos.toml").open("rb") as archivo:
            pedidos = tomllib.load(archivo)["asunto"]
        vigentes = Publicacion.objects.filter(estado=Publicacion.Estado.VIGENTE)
        textos = [(pedido["asunto"], pedido["texto"]) for pedido in pedidos]
        self._fila(f"With {Publicacion.objects.count():,} publications", "median", "p95", "worst")
        self._fila(*["---"] * 4)
        self._cronometrar("Suggestions of a request", [partial(sugeridas, *par, entre=vigentes) for par in textos], 3)
        self._cronometrar("Page of a search", _paginas(), 1)

    def _cronometrar(self, nombre: str, actos: Sequence[Callable[[], object]], veces: int) -> None:
        """Each one so many times, after a first one that does not count."""
        for acto in actos:
            acto()
        tiempos = sorted(_milisegundos(acto) for _ in range(veces) for acto in actos)
        cifras = [statistics.median(tiempos), tiempos[int(len(tiempos) * 0.95) - 1], tiempos[-1]]
        self._fila(nombre, *(f"{cifra:.0f} ms" for cifra in cifras))

    def _fila(self, *celdas: str) -> None:
        self.stdout.write(f"| {' | '.join(celdas)} |")
        self.stdout.flush()


def _paginas() -> list[Callable[[], object]]:
    """Those that answer the judged queries, whole: what a person waits, less the network."""
    cliente = Client(SERVER_NAME="127.0.0.1")
    with JUICIOS.open("rb") as archivo:
        consultas = [fila["consulta"] for fila in tomllib.load(archivo)["juicio"]]
    return [partial(abrir(cliente, [f"/conocimiento/?{urlencode({'q': consulta})}"]), 0) for consulta in consultas]


def _milisegundos(acto: Callable[[], object]) -> float:
    inicio = time.perf_counter()
    acto()
    return (time.perf_counter() - inicio) * 1000


def _autor() -> Usuario:
    """Somebody, to be the author of all of it."""
    alguien = Usuario.objects.order_by("id").first()
    return alguien or guardar_usuario(usuario=Usuario(email="banco@asiste.example", nombre="Banco", rol=Rol.SDFI))
