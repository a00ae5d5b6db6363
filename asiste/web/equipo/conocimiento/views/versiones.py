"""A new line, guide or instrument, and another version of one."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.utils import timezone

from asiste.conocimiento.acciones.cuidado import Novedad, publicar_version
from asiste.conocimiento.acciones.publicaciones import Contenido, publicar
from asiste.conocimiento.datos_personales import buscar
from asiste.documentos.models import Archivo
from asiste.documentos.palabras import palabras_de
from asiste.web.equipo.acceso import Peticion, exigir, funcionario_de, solo_equipo
from asiste.web.equipo.conocimiento import permisos
from asiste.web.equipo.conocimiento.acceso import publicacion_de
from asiste.web.equipo.conocimiento.forms.publicacion import PublicacionForm, VersionForm
from asiste.web.equipo.envio import abrir_y_enviar, hecho, recibido, resolver

ALGUNOS = 3  # findings that a warning names


@abrir_y_enviar
@solo_equipo
def nueva(request: Peticion) -> HttpResponse:
    """Puts something in the bank."""
    exigir(permisos.puede_agregar(request.user))
    propio = funcionario_de(request.user)
    inicial = {"fecha": timezone.localdate(), "dependencia": propio.dependencia if propio else None}
    form = PublicacionForm(usuario=request.user, initial=inicial, **recibido(request))

    def guardar(datos: dict[str, Any]) -> HttpResponse:
        contenido = Contenido(**datos, texto=_palabras(datos["archivo"]))
        puesta = publicar(contenido=contenido, autor=request.user, ahora=timezone.now())
        _advertir(request, contenido.texto)
        return hecho(request, f"«{puesta.titulo}» ya está en el banco.", "equipo:publicacion", str(puesta.pk))

    return resolver(request, form, guardar, "equipo/conocimiento/nueva.html")


@abrir_y_enviar
@solo_equipo
def version(request: Peticion, numero: int) -> HttpResponse:
    """Another version at the same address."""
    elegida = publicacion_de(request.user, numero)
    exigir(permisos.puede_editar(request.user, elegida))

    def guardar(datos: dict[str, Any]) -> HttpResponse:
        novedad = Novedad(**datos, texto=_palabras(datos["archivo"]))
        nueva = publicar_version(publicacion=elegida, novedad=novedad, autor=request.user, ahora=timezone.now())
        _advertir(request, novedad.texto)
        return hecho(request, f"La versión {nueva.version} ya está en el banco.", "equipo:publicacion", str(numero))

    form = VersionForm(initial={"titulo": elegida.titulo}, **recibido(request))
    return resolver(request, form, guardar, "equipo/conocimiento/version.html", publicacion=elegida)


def _palabras(archivo: Archivo | None) -> str:
    if archivo is None:
        return ""
    with archivo.abrir() as abierto:
        return palabras_de(abierto)


def _advertir(request: Peticion, texto: str) -> None:
    """Tells what the file says that looks like a personal datum: it is published, and somebody has to look."""
    if hallados := sorted({uno.texto for uno in buscar(texto)}):
        cuales = ", ".join(hallados[:ALGUNOS]) + ("…" if len(hallados) > ALGUNOS else "")
        messages.warning(request, f"El archivo trae lo que parecen datos personales ({cuales}). Revíselo.")
