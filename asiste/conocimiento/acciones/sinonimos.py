"""Plain words, and those of the documents."""

from django.db import transaction

from asiste.conocimiento.acciones.publicaciones import NoSePublica
from asiste.conocimiento.models import Sinonimo


@transaction.atomic
def guardar_sinonimo(*, palabra: str, equivale: str, sinonimo: Sinonimo | None = None) -> Sinonimo:
    """A word that people write and what the documents say, new or changed.

    Raises `NoSePublica` when the word has another row, or says the same on both sides.
    """
    guardado = sinonimo or Sinonimo()
    guardado.palabra, guardado.equivale = _llano(palabra), _llano(equivale)
    if guardado.palabra == guardado.equivale:
        raise NoSePublica("Escriba dos palabras distintas.")
    otro = Sinonimo.objects.filter(palabra=guardado.palabra).exclude(pk=guardado.pk).first()
    if otro:
        raise NoSePublica(f"«{otro.palabra}» ya equivale a «{otro.equivale}»: cambie esa.")
    guardado.save()
    return guardado


@transaction.atomic
def quitar_sinonimo(*, sinonimo: Sinonimo) -> None:
    """Searches do not use it any more."""
    sinonimo.delete()


def _llano(texto: str) -> str:
    return " ".join(texto.lower().split())
