"""Writing a text among several: nothing typed is lost, and nobody writes over another's words unawares."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from typing import TypeVar

from django.db import OperationalError, transaction

from asiste.cuentas.models import Usuario
from asiste.escritura.models import TextoDeVarios

T = TypeVar("T", bound=TextoDeVarios)
QUEDO_APARTE = "Lo que escribió quedó aparte."


class OtraVersion(Exception):
    """Somebody saved after the version one started from: `actual` has the text, who and when."""

    def __init__(self, actual: TextoDeVarios) -> None:
        super().__init__(f"{actual.escrita_por} cambió este texto mientras usted escribía.")
        self.actual = actual


@contextmanager
def sin_perder(suyo: TextoDeVarios) -> Iterator[None]:
    """A transaction to save in; whatever stops it, what one typed is kept apart until it is united with the other.

    What stopped it carries a note when it was: see `en_palabras`. A failure of the database that passes is no other
    text: the page still has the words and tries again, so nothing is set apart that somebody would have to unite.
    """
    try:
        with transaction.atomic():
            yield
            _olvidar_repetido(suyo)
    except OperationalError:
        raise
    except Exception as error:
        if _apartar(suyo):
            error.add_note(QUEDO_APARTE)
        raise


def en_palabras(error: Exception) -> str:
    """What stopped it and, only if it is so, that what one typed was kept apart."""
    return " ".join([str(error), *getattr(error, "__notes__", [])])


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


def _olvidar_repetido(suyo: TextoDeVarios) -> None:
    """What one had apart and says the same as what was saved now: there is nothing to unite."""
    apartes = type(suyo)._default_manager.filter(**suyo.cual, escrita_por=suyo.escrita_por, aparte=True)
    apartes.filter(texto=suyo.texto).delete()


def _apartar(suyo: TextoDeVarios) -> bool:
    """In the one row that each person has for it; whether it was: what all read already is not."""
    filas = type(suyo)._default_manager.all()
    if filas.filter(**suyo.cual_de_todos, aparte=False, texto=suyo.texto).exists():
        return False
    lo_suyo = {"texto": suyo.texto, "escrita_en": suyo.escrita_en}
    filas.update_or_create(**suyo.cual, escrita_por=suyo.escrita_por, aparte=True, defaults=lo_suyo)
    return True
