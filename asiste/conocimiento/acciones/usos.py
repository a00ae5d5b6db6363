"""Counting what a publication was of use for."""

from datetime import datetime

from asiste.conocimiento.models import Publicacion, Uso
from asiste.directorio.models import Entidad


def anotar_uso(
    *, publicacion: Publicacion, clase: str, ahora: datetime, entidad: Entidad | None = None, referencia: str = ""
) -> bool:
    """Notes one use, once for each `referencia` (a filing number, a session); True when it is a new one.

    Disposición: 5-instrumentos, 7.1.3-ans-niveles.
    """
    de_antes = {"publicacion": publicacion, "clase": clase, "referencia": referencia}
    if not referencia:
        Uso.objects.create(**de_antes, entidad=entidad, momento=ahora)
        return True
    _, nuevo = Uso.objects.get_or_create(**de_antes, defaults={"entidad": entidad, "momento": ahora})
    return nuevo
