"""To whom a plan is proposed, and who answers it: the contacts of an entity on document management."""

from datetime import date

from django.db.models import QuerySet

from asiste.archivo.alcance import oficinas_del_archivo
from asiste.directorio.models import Enlace, Entidad


def enlaces_de(entidad: Entidad, hoy: date) -> list[Enlace]:
    """Those of a topic of the archive; without any, those of no topic in particular; else all of them."""
    return list(_del_tema(entidad, hoy)) or list(_vigentes(entidad, hoy).filter(temas=None)) or _todos(entidad, hoy)


def responden(entidad: Entidad, hoy: date) -> list[Enlace]:
    """Who may accept a plan or ask for changes: those of a topic of the archive; without any, all of them."""
    return list(_del_tema(entidad, hoy)) or _todos(entidad, hoy)


def _vigentes(entidad: Entidad, hoy: date) -> QuerySet[Enlace]:
    return Enlace.objects.vigentes(hoy).filter(entidad=entidad).order_by("nombre", "id")


def _del_tema(entidad: Entidad, hoy: date) -> QuerySet[Enlace]:
    del_tema = Enlace.temas.through.objects.filter(tema__dependencia__in=oficinas_del_archivo())
    return _vigentes(entidad, hoy).filter(pk__in=del_tema.values("enlace"))


def _todos(entidad: Entidad, hoy: date) -> list[Enlace]:
    return list(_vigentes(entidad, hoy))
