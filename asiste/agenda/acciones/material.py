"""The instruments used in a session."""

from django.db import transaction

from asiste.agenda.acciones.sesiones import bloquear_sesion
from asiste.agenda.models import Material, Sesion
from asiste.documentos.models import Archivo
from asiste.solicitudes.acciones import ReglaIncumplida


@transaction.atomic
def agregar_material(
    *, sesion: Sesion, nombre: str, archivo: Archivo | None = None, url: str = "", para_todos: bool = True
) -> Material:
    """A file or a link, before or after the session. Raises `ReglaIncumplida`. Disposición: 5-instrumentos."""
    if bool(archivo) == bool(url):
        raise ReglaIncumplida("Suba un archivo o escriba un enlace, y solo uno.")
    sesion = _viva(sesion)
    return Material.objects.create(sesion=sesion, nombre=nombre[:250], archivo=archivo, url=url, para_todos=para_todos)


@transaction.atomic
def quitar_material(*, material: Material) -> None:
    """Takes it out of the session; the file stays kept. Raises `ReglaIncumplida`."""
    _viva(material.sesion)
    material.delete()


def _viva(sesion: Sesion) -> Sesion:
    bloqueada = bloquear_sesion(sesion)
    if bloqueada.estado == Sesion.Estado.CANCELADA:
        raise ReglaIncumplida("La sesión está cancelada.")
    return bloqueada
