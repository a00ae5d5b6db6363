"""The codes of the door of a session, as drawings and as people type them."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from urllib.parse import urlencode

from django.conf import settings
from django.urls import reverse

from asiste.agenda.ingreso import Puerta, abre_en, cierra_en, codigo_en, codigo_fijo, puerta_de
from asiste.agenda.models import Sesion
from asiste.documentos.codigos import Dibujo, qr


@dataclass(frozen=True, slots=True)
class Codigo:
    """A code of the door, as a drawing and as people type it, and the address it stands for."""

    dibujo: Dibujo
    texto: str
    direccion: str


def puerta(sesion: Sesion, ahora: datetime) -> dict[str, Any]:
    """How the door is, and its hours."""
    situacion = puerta_de(sesion, ahora)
    return {
        "puerta": situacion.value,
        "con_codigo": situacion in {Puerta.ABIERTA, Puerta.PRONTO},
        "abre": abre_en(sesion),
        "cierra": cierra_en(sesion),
        "enlace": _codigo(sesion, codigo_fijo(sesion)).direccion,
    }


def de_pantalla(sesion: Sesion, ahora: datetime) -> dict[str, Any]:
    """The code that rotates, and where to type it."""
    return {"codigo": _codigo(sesion, codigo_en(sesion, ahora)), "donde_escribirlo": _donde_escribirlo()}


def de_papel(sesion: Sesion) -> dict[str, Any]:
    """The code that does not rotate, and where to type it."""
    return {"codigo": _codigo(sesion, codigo_fijo(sesion)), "donde_escribirlo": _donde_escribirlo()}


def _codigo(sesion: Sesion, texto: str) -> Codigo:
    ruta = reverse("asistencia", args=[sesion.clave])
    direccion = f"{settings.URL_PUBLICA}{ruta}?{urlencode({'c': texto})}"
    return Codigo(qr(direccion), " ".join(texto[i : i + 3] for i in range(0, len(texto), 3)).upper(), direccion)


def _donde_escribirlo() -> str:
    """«asiste.bogota.gov.co/a», without what nobody types."""
    return settings.URL_PUBLICA.split("://")[-1] + reverse("codigo-ingreso").rstrip("/")
