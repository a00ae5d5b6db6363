"""How often something may be asked, counted in the cache that all the machines share."""

import time

from django.core.cache import cache

VENTANA = 300  # seconds


def cabe(que: str, tope: int) -> bool:
    """Counts one more of `que` and says whether it is within `tope` in these five minutes."""
    clave = f"limite:{que}:{int(time.time()) // VENTANA}"
    if cache.add(clave, 1, VENTANA):
        return tope >= 1
    try:
        return cache.incr(clave) <= tope
    except ValueError:  # it expired in between
        return True
