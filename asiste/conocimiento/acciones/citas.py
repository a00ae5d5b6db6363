"""What a text that went out leans on."""

import re
from datetime import datetime

from django.db.models import Q

from asiste.conocimiento.acciones.usos import anotar_uso
from asiste.conocimiento.models import Publicacion, Uso
from asiste.directorio.models import Entidad

DIRECCION = re.compile(r"/conocimiento/([a-z0-9-]{1,80})/")
NUMERO = re.compile(r"\bC-[A-Z]{2,10}-\d{4}-\d{1,6}\b")


def anotar_citas(*, texto: str, referencia: str, ahora: datetime, entidad: Entidad | None = None) -> list[Publicacion]:
    """Notes the use in an answer of what a text names by permanent address or number, once for each `referencia`.

    Gives back what it found, oldest first. No query when it names nothing.
    """
    claves, numeros = set(DIRECCION.findall(texto)), set(NUMERO.findall(texto))
    if not claves and not numeros:
        return []
    cuales = Q(clave__in=claves) | Q(clase=Publicacion.Clase.CONCEPTO, numero__in=numeros)
    citadas = list(Publicacion.objects.filter(cuales).order_by("fecha", "id"))
    for una in citadas:
        anotar_uso(publicacion=una, clase=Uso.Clase.RESPUESTA, ahora=ahora, entidad=entidad, referencia=referencia)
    return citadas
