"""Measuring: the same act many times, and next to each time its floor, so that both meet the same noise."""

import http.client
import statistics
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from django.test import Client

CALENTAR = 5


@dataclass(frozen=True, slots=True)
class Medida:
    """Milliseconds of each time, and bytes of the answer."""

    tiempos: list[float]
    peso: int = 0

    @property
    def mediana(self) -> float:
        """Half of the times took less."""
        return statistics.median(self.tiempos)

    @property
    def p95(self) -> float:
        """Nineteen of twenty took less."""
        return sorted(self.tiempos)[int(len(self.tiempos) * 0.95) - 1]


@dataclass(frozen=True, slots=True)
class Renglon:
    """What was measured with so many requests, and its floor."""

    acto: str
    solicitudes: int
    real: Medida
    suelo: Medida

    @property
    def razon(self) -> float:
        """How many times the floor."""
        return self.real.mediana / self.suelo.mediana


Acto = Callable[[int], int]


def comparar(
    acto: str, solicitudes: int, real: Acto, suelo: Acto, veces: int, antes: Callable[[], object] = bool
) -> Renglon:
    """Runs both in turns. An act gets the number of the time and returns the bytes of its answer.

    `antes` is done before each real one, and is not measured.
    """
    reales, suelos, pesos = [], [], (0, 0)
    for numero in range(-CALENTAR, veces):
        antes()
        tiempo, peso = _cronometrar(real, numero)
        tiempo_suelo, peso_suelo = _cronometrar(suelo, numero)
        if numero >= 0:
            reales.append(tiempo)
            suelos.append(tiempo_suelo)
            pesos = (peso, peso_suelo)
    return Renglon(acto, solicitudes, Medida(reales, pesos[0]), Medida(suelos, pesos[1]))


def abrir(cliente: Client, rutas: Sequence[str]) -> Acto:
    """The act of opening one page after another. Fails if one does not open."""

    def acto(numero: int) -> int:
        respuesta = cliente.get(rutas[numero % len(rutas)])
        if respuesta.status_code != 200:
            raise RuntimeError(f"{rutas[numero % len(rutas)]}: {respuesta.status_code}")
        return len(respuesta.content)

    return acto


def pedir(conexion: http.client.HTTPConnection, galleta: str, rutas: Sequence[str]) -> Acto:
    """The same through a web server, over one connection kept open."""

    def acto(numero: int) -> int:
        conexion.request("GET", rutas[numero % len(rutas)], headers={"Cookie": f"sessionid={galleta}"})
        respuesta = conexion.getresponse()
        contenido = respuesta.read()
        if respuesta.status != 200:
            raise RuntimeError(f"{rutas[numero % len(rutas)]}: {respuesta.status}")
        return len(contenido)

    return acto


def _cronometrar(acto: Acto, numero: int) -> tuple[float, int]:
    inicio = time.perf_counter()
    peso = acto(numero)
    return (time.perf_counter() - inicio) * 1000, peso
