"""Texts with fields such as `{radicado}`: which there are, what is wrong with a text and how it is filled.

Only these names are replaced, one by one: a text is never a program.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from django.conf import settings
from django.utils import dateformat, timezone

from asiste.solicitudes.models import Solicitud

CAMPO = re.compile(r"\{([^{}]*)\}")


@dataclass(frozen=True, slots=True)
class Campo:
    """A field: what it is, in words, and its value in a request."""

    que_es: str
    valor: Callable[[Solicitud], str]


CAMPOS = {
    "radicado": Campo("número de radicado", lambda caso: caso.radicado),
    "asunto": Campo("asunto", lambda caso: caso.asunto),
    "entidad": Campo("entidad que pide", lambda caso: caso.entidad_nombre),
    "solicitante": Campo("nombre de quien pide", lambda caso: caso.solicitante_nombre),
    "cargo": Campo("cargo de quien pide", lambda caso: caso.solicitante_cargo),
    "asesor": Campo("asesor a cargo", lambda caso: str(caso.asesor or "")),
    "direccion": Campo("dirección que atiende", lambda caso: str(caso.direccion)),
    "dependencia": Campo("dependencia que atiende", lambda caso: str(caso.dependencia)),
    "recibida": Campo("día en que se recibió", lambda caso: en_letras(timezone.localdate(caso.recibida_en))),
    "vence": Campo("día en que vence el plazo", lambda caso: en_letras(caso.vence_el)),
    "hoy": Campo("día en que se escribe", lambda caso: en_letras(timezone.localdate())),
    "enlace": Campo(
        "dirección para consultar la solicitud",
        lambda caso: f"{settings.URL_PUBLICA}/consultar/?radicado={caso.radicado}",
    ),
}


def en_letras(dia: date) -> str:
    """«26 de noviembre de 2026»."""
    return dateformat.format(dia, r"j \d\e F \d\e Y").lower()


def faltas(texto: str) -> list[str]:
    """What keeps a text from being filled, in sentences; none when it is right."""
    desconocidos = dict.fromkeys(nombre for nombre in CAMPO.findall(texto) if nombre not in CAMPOS)
    malas = [f"El campo {{{nombre}}} no existe." for nombre in desconocidos]
    if re.search(r"[{}]", CAMPO.sub("", texto)):
        malas.append("Hay una llave sin pareja: cada campo va entre { y }.")
    return malas


def rellenar(texto: str, solicitud: Solicitud) -> str:
    """The text with the data of the request; where one lacks, it says so between brackets, to be completed."""

    def dato(hallado: re.Match[str]) -> str:
        campo = CAMPOS.get(hallado[1])
        if campo is None:
            return hallado[0]
        return campo.valor(solicitud) or f"[falta: {campo.que_es}]"

    return CAMPO.sub(dato, texto)
