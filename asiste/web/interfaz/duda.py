"""«Esto resolvió mi duda»: level-1 attention, which needs no request."""

from datetime import datetime

from django.http import HttpRequest

from asiste.conocimiento.acciones.usos import anotar_uso
from asiste.conocimiento.models import Publicacion, Uso
from asiste.cuentas.models import Usuario
from asiste.directorio.models import Entidad
from asiste.solicitudes.alcance import entidades_de

YA = "resueltas"  # key of the session
TOPE = 200  # that a session remembers


def contar_resuelta(
    request: HttpRequest, publicacion: Publicacion, ahora: datetime, *, entidad: Entidad | None = None, vez: str = ""
) -> bool:
    """Counts that it solved a doubt, once in a session (or for each `vez` in it); True when it was counted now.

    Of a contact, for the entity when it is only one. Disposición: 7.1.3-ans-niveles.
    """
    cual = f"{publicacion.pk}:{vez}"
    ya: list[str] = request.session.get(YA, [])
    if cual in ya:
        return False
    suya = entidad or _entidad_de(request)
    anotar_uso(publicacion=publicacion, clase=Uso.Clase.RESOLVIO, ahora=ahora, entidad=suya)
    request.session[YA] = [*ya, cual][-TOPE:]
    return True


def _entidad_de(request: HttpRequest) -> Entidad | None:
    if not isinstance(request.user, Usuario) or request.user.es_equipo:
        return None
    suyas = list(entidades_de(request.user)[:2])
    return suyas[0] if len(suyas) == 1 else None
