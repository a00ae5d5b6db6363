"""A new line, guide or instrument, and another version of one."""

from typing import Any

from django.http import HttpResponse
from django.utils import timezone

from asiste.conocimiento.acciones.cuidado import Novedad, publicar_version
from asiste.conocimiento.acciones.publicaciones import Contenido, publicar
from asiste.web.equipo.acceso import Peticion, exigir, funcionario_de, solo_equipo
from asiste.web.equipo.conocimiento import permisos
from asiste.web.equipo.conocimiento.acceso import publicacion_de
from asiste.web.equipo.conocimiento.forms.publicacion import PublicacionForm, VersionForm
from asiste.web.equipo.envio import abrir_y_enviar, hecho, recibido, resolver


@abrir_y_enviar
@solo_equipo
def nueva(request: Peticion) -> HttpResponse:
    """Puts something in the bank."""
    exigir(permisos.puede_agregar(request.user))
    propio = funcionario_de(request.user)
    inicial = {"fecha": timezone.localdate(), "dependencia": propio.dependencia if propio else None}
    form = PublicacionForm(usuario=request.user, initial=inicial, **recibido(request))

    def guardar(datos: dict[str, Any]) -> HttpResponse:
        puesta = publicar(contenido=Contenido(**datos), autor=request.user, ahora=timezone.now())
        return hecho(request, f"«{puesta.titulo}» ya está en el banco.", "equipo:publicacion", str(puesta.pk))

    return resolver(request, form, guardar, "equipo/conocimiento/nueva.html")


@abrir_y_enviar
@solo_equipo
def version(request: Peticion, numero: int) -> HttpResponse:
    """Another version at the same address."""
    elegida = publicacion_de(request.user, numero)
    exigir(permisos.puede_editar(request.user, elegida))

    def guardar(datos: dict[str, Any]) -> HttpResponse:
        novedad = Novedad(**datos)
        nueva = publicar_version(publicacion=elegida, novedad=novedad, autor=request.user, ahora=timezone.now())
        return hecho(request, f"La versión {nueva.version} ya está en el banco.", "equipo:publicacion", str(numero))

    form = VersionForm(initial={"titulo": elegida.titulo, "enlace": elegida.enlace}, **recibido(request))
    return resolver(request, form, guardar, "equipo/conocimiento/version.html", publicacion=elegida)
