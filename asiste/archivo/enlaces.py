"""To whom a plan is proposed: the contacts of an entity on document management."""

from datetime import date

from asiste.archivo.alcance import oficinas_del_archivo
from asiste.directorio.models import Enlace, Entidad


def enlaces_de(entidad: Entidad, hoy: date) -> list[Enlace]:
    """Those of a topic of the archive; without any, those of no topic in particular; else all of them."""
    vigentes = Enlace.objects.vigentes(hoy).filter(entidad=entidad).order_by("nombre", "id")
    del_tema = Enlace.temas.through.objects.filter(tema__dependencia__in=oficinas_del_archivo())
    return (
        list(vigentes.filter(pk__in=del_tema.values("enlace"))) or list(vigentes.filter(temas=None)) or list(vigentes)
    )
