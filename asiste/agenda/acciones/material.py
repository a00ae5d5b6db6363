"""The instruments used in a session."""

from datetime import datetime

from django.db import transaction

from asiste.agenda.acciones.sesiones import bloquear_sesion
from asiste.agenda.models import Material, Sesion
from asiste.conocimiento.acciones.usos import anotar_uso
from asiste.conocimiento.models import Publicacion, Uso
from asiste.documentos.models import Archivo
from asiste.solicitudes.acciones import ReglaIncumplida
from asiste.solicitudes.direcciones import direccion


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
def agregar_del_banco(
    *, sesion: Sesion, publicacion: Publicacion, ahora: datetime, para_todos: bool = True
) -> Material:
    """Something of the bank, by its permanent address; it counts as one use. Raises `ReglaIncumplida`.

    Disposición: 5-instrumentos.
    """
    url = direccion("publicacion", publicacion.clave)
    if Material.objects.filter(sesion=sesion, url=url).exists():
        raise ReglaIncumplida(f"«{publicacion}» ya está en la sesión.")
    material = agregar_material(sesion=sesion, nombre=str(publicacion), url=url, para_todos=para_todos)
    _anotar(publicacion, sesion, ahora)
    return material


@transaction.atomic
def copiar_material(*, material: Material, sesion: Sesion, ahora: datetime) -> Material:
    """The same in another session; what is of the bank counts there as one use more. Raises `ReglaIncumplida`."""
    copia = agregar_material(
        sesion=sesion,
        nombre=material.nombre,
        archivo=material.archivo,
        url=material.url,
        para_todos=material.para_todos,
    )
    if publicacion := _del_banco(material.url):
        _anotar(publicacion, sesion, ahora)
    return copia


@transaction.atomic
def quitar_material(*, material: Material) -> None:
    """Takes it out of the session; the file stays kept, and its use stays counted, once. Raises `ReglaIncumplida`."""
    _viva(material.sesion)
    material.delete()


def _anotar(publicacion: Publicacion, sesion: Sesion, ahora: datetime) -> None:
    anotar_uso(publicacion=publicacion, clase=Uso.Clase.SESION, referencia=f"sesion-{sesion.pk}", ahora=ahora)


def _del_banco(url: str) -> Publicacion | None:
    """The publication whose permanent address that is."""
    clave = url.rstrip("/").rpartition("/")[2]
    suya = Publicacion.objects.filter(clave=clave).defer("buscable", "html", "texto").first()
    return suya if suya and direccion("publicacion", suya.clave) == url else None


def _viva(sesion: Sesion) -> Sesion:
    bloqueada = bloquear_sesion(sesion)
    if bloqueada.estado == Sesion.Estado.CANCELADA:
        raise ReglaIncumplida("La sesión está cancelada.")
    return bloqueada
