"""Putting a text in the bank."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, datetime

from django.db import transaction
from django.utils.text import slugify

from asiste.conocimiento.consultas import NUMERO
from asiste.conocimiento.models import Publicacion, VersionPublicacion
from asiste.cuentas.models import Usuario
from asiste.directorio.models import Dependencia
from asiste.documentos.models import Archivo
from asiste.portafolio.models import Tema

CLAVE = 80  # characters of a permanent address


class NoSePublica(ValueError):
    """A rule of the bank does not allow it; its text is a Spanish sentence."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Contenido:
    """What is published: public, cleaned and free of personal data. `html` holds only what the bank shows."""

    clase: str
    titulo: str
    dependencia: Dependencia
    fecha: date
    numero: str = ""
    formato: str = ""
    resumen: str = ""
    html: str = ""
    texto: str = ""
    enlace: str = ""
    de_quien: str = ""
    archivo: Archivo | None = None
    temas: Iterable[Tema] = field(default_factory=tuple)


@transaction.atomic
def publicar(*, contenido: Contenido, autor: Usuario, ahora: datetime) -> Publicacion:
    """Puts it in the bank with an address that never changes, and its first version.

    Raises `NoSePublica` when that number is published already, or is that of a concept and this is not one.
    """
    if contenido.clase != Publicacion.Clase.CONCEPTO and NUMERO.fullmatch(contenido.numero.upper()):
        raise NoSePublica(f"{contenido.numero} es como se numeran los conceptos: use otro número.")
    if contenido.numero and Publicacion.objects.filter(clase=contenido.clase, numero=contenido.numero).exists():
        raise NoSePublica(f"Ya se publicó el {contenido.numero}.")
    datos = {campo: getattr(contenido, campo) for campo in contenido.__slots__ if campo != "temas"}
    nueva = Publicacion.objects.create(clave=_clave_libre(contenido), publicada_en=ahora, **datos)
    nueva.temas.set(contenido.temas)
    VersionPublicacion.objects.create(
        publicacion=nueva,
        numero=1,
        titulo=nueva.titulo,
        html=nueva.html,
        enlace=nueva.enlace,
        archivo=nueva.archivo,
        creada_por=autor,
        creada_en=ahora,
    )
    return nueva


def _clave_libre(contenido: Contenido) -> str:
    """Address made of the number, or of the title; a figure is added when it is taken."""
    base = slugify(contenido.numero or contenido.titulo)[: CLAVE - 5].strip("-") or contenido.clase
    tomadas = set(Publicacion.objects.filter(clave__startswith=base).values_list("clave", flat=True))
    return base if base not in tomadas else next(c for n in range(2, 9999) if (c := f"{base}-{n}") not in tomadas)
