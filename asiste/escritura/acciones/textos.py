"""Writing a text among several: nothing typed is lost, and nobody writes over another's words unawares."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from typing import TypeVar

from django.db import transaction

from asiste.cuentas.models import Usuario
from asiste.escritura.models import TextoDeVarios

T = TypeVar("T", bound=TextoDeVarios)


class OtraVersion(Exception):
    """Somebody saved after the version one started from: `actual` has the text, who and when."""

    def __init__(self, actual: TextoDeVarios) -> None:
        super().__init__(f"{actual.escrita_por} cambió este texto mientras usted escribía.")
        self.actual = actual


@contextmanager
def sin_perder(suyo: TextoDeVarios) -> Iterator[None]:
    """A transaction to save in; whatever stops it, what one typed is kept apart until it is united with the other."""
    try:
        with transaction.atomic():
            yield
    except Exception:
        _apartar(suyo)
        raise


def guardar_texto(suyo: T, *, version: int, une: T | None = None) -> T:
    """Saves what one typed over the version one started from; `une` was apart, and is settled so.

    Raises `OtraVersion` when another text was saved since then.
    """
    filas = type(suyo)._default_manager.filter(**suyo.cual, aparte=False).select_related("escrita_por")
    if actual := filas.first():
        fila = sobrescribir(actual, suyo, version)
    else:
        fila = sobrescribir(type(suyo)(**suyo.cual), suyo, 0)
    if une:
        descartar_aparte(aparte=une)
    return fila


def sobrescribir(actual: T, suyo: T, version: int) -> T:
    """What one typed, over what is there; the same words change nothing. Raises `OtraVersion`."""
    if actual.texto == suyo.texto:
        return actual
    if actual.version != version:
        raise OtraVersion(actual)
    return escribir(actual, suyo.texto, suyo.escrita_por, suyo.escrita_en)


def escribir(fila: T, texto: str, autor: Usuario, ahora: datetime) -> T:
    """The next version of a text."""
    fila.texto, fila.escrita_por, fila.escrita_en = texto, autor, ahora
    fila.version += 1
    fila.save()
    return fila


def descartar_aparte(*, aparte: TextoDeVarios) -> None:
    """Forgets what somebody had apart, unless it changed since it was seen. It remains in the audit trail."""
    type(aparte)._default_manager.filter(pk=aparte.pk, aparte=True, texto=aparte.texto).delete()


def _apartar(suyo: TextoDeVarios) -> None:
    """In the one row that each person has for it; not what all read already."""
    filas = type(suyo)._default_manager.filter(**suyo.cual)
    if not filas.filter(aparte=False, texto=suyo.texto).exists():
        lo_suyo = {"texto": suyo.texto, "escrita_en": suyo.escrita_en}
        filas.update_or_create(**suyo.cual, escrita_por=suyo.escrita_por, aparte=True, defaults=lo_suyo)
