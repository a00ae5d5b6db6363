"""The versions of a document that were sent, and what changed from each to the next."""

from collections.abc import Callable, Iterable
from typing import Any

from asiste.escritura.models import VersionEnviada
from asiste.web.equipo.diferencias import Cambio

Contenido = dict[str, Any]


def historia_de(
    enviadas: Iterable[VersionEnviada],
    pedida: str | None,
    *,
    se_escribe: Callable[[], Contenido] | None,
    cambios_de: Callable[[Contenido, Contenido], list[Cambio]],
) -> dict[str, Any]:
    """What its page shows: the version that was asked for, or the last, beside the next or what is being written.

    Once it is not written, what the last one changed is more than the nothing that comes after it.
    """
    versiones = list(enviadas)
    elegida = next((una for una in versiones if str(una.numero) == pedida), None)
    anterior = elegida or next(iter(versiones if se_escribe else versiones[1:]), None)
    nueva = next((una for una in versiones if anterior and una.numero == anterior.numero + 1), None)
    ahora = nueva.contenido if nueva else se_escribe() if anterior and se_escribe else None
    return {
        "versiones": versiones,
        "anterior": anterior,
        "nueva": nueva,
        "cambios": cambios_de(anterior.contenido, ahora) if anterior and ahora else [],
        "se_escribe": se_escribe is not None,
    }
