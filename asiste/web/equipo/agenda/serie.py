"""The sessions of a series, as the page of one of them shows them."""

from typing import Any

from asiste.agenda.alcance import sesiones_del_equipo
from asiste.agenda.models import Sesion
from asiste.cuentas.models import Usuario


def ficha(usuario: Usuario, sesion: Sesion) -> dict[str, Any]:
    """The one before and the one after in its series, of those the person sees; cancelled ones are passed over."""
    if sesion.serie_id is None:
        return {"anterior": None, "siguiente": None}
    otras = sesiones_del_equipo(usuario).vigentes().filter(serie=sesion.serie_id).exclude(pk=sesion.pk)
    return {
        "anterior": otras.filter(inicia__lte=sesion.inicia).order_by("-inicia", "-id").first(),
        "siguiente": otras.filter(inicia__gt=sesion.inicia).order_by("inicia", "id").first(),
    }
