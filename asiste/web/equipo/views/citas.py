"""What the bank says on a case, to be cited in the answer."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST, require_safe

from asiste.conocimiento.models import Publicacion
from asiste.conocimiento.sugerencias import sugeridas
from asiste.escritura.acciones import OtraVersion
from asiste.solicitudes import permisos
from asiste.solicitudes.models import Redaccion
from asiste.web.equipo import insercion
from asiste.web.equipo.acceso import Peticion, solicitud_de, solo_equipo
from asiste.web.equipo.citas import cita_de
from asiste.web.equipo.marco import mostrar
from asiste.web.equipo.redaccion import CLASE, Escrito, escrito_de


@require_safe
@solo_equipo
def del_banco(request: Peticion, radicado: str) -> HttpResponse:
    """Concepts and guides on what a case asks; a fragment for its page, or a page by itself."""
    caso = solicitud_de(request.user, radicado)
    contexto = {
        "solicitud": caso,
        "sugeridas": sugeridas(caso.asunto, caso.texto, entre=Publicacion.objects.visibles()),
        "cita": permisos.puede_tramitar(request.user, caso) and caso.abierta and bool(caso.solicitante_correo),
        "escribe": "escribe" in request.GET,
    }
    if request.htmx:
        return render(request, "equipo/banco/sugeridas.html", contexto)
    return mostrar(request, "equipo/banco/del_caso.html", contexto)


@require_POST
@solo_equipo
def citar(request: Peticion, radicado: str, clave: str) -> HttpResponse:
    """Adds the reference at the end of the answer: of what the page brings or, from the case, of the draft as it is."""
    escrito = escrito_de(request, radicado, CLASE.RESPUESTA)
    publicacion = get_object_or_404(Publicacion.objects.visibles().select_related("dependencia__padre"), clave=clave)
    if "version" in request.POST:
        return insercion.insertar(request, escrito, cita_de(publicacion))
    try:
        _al_borrador(escrito, escrito.fila, cita_de(publicacion))
    except OtraVersion as choque:
        return insercion.a_comparar(request, escrito, choque)
    messages.success(request, f"«{publicacion}» quedó citado al final del borrador.")
    return redirect(escrito.url)


def _al_borrador(escrito: Escrito, fila: Redaccion | None, cita: str) -> None:
    texto = fila.texto.rstrip() if fila else ""
    if cita not in texto:
        escrito.guardar(f"{texto}\n\n{cita}".strip(), fila.version if fila else 0)
