"""The draft of the form: kept while one types, without its files, or left to go on later."""

from django.contrib import messages
from django.db import transaction
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST

from asiste.solicitudes.acciones import descartar_borrador, quitar_anexo
from asiste.solicitudes.models import Borrador
from asiste.web.entidad import borradores
from asiste.web.entidad.acceso import Peticion, solo_entidad
from asiste.web.entidad.forms.solicitud import SolicitudForm


@solo_entidad
@require_POST
@transaction.atomic
def guardar(request: Peticion) -> HttpResponse:
    """Keeps the draft. The page that autosaves gets its status line; who asked for it goes to the list."""
    abierto = borradores.tomar(request.user, request.POST.get("ficha", ""))
    if request.htmx:
        borrador = _guardar(request, abierto) if abierto else None
        return render(request, "entidad/formulario/estado.html", {"borrador": borrador})
    _guardar(request, abierto)
    messages.success(request, "Guardamos el borrador. Puede seguir cuando quiera.")
    return redirect("entidad:solicitudes")


@solo_entidad
@require_POST
@transaction.atomic
def quitar(request: Peticion, anexo_id: int) -> HttpResponse:
    """Keeps what was typed and takes a file out of the draft."""
    borrador = _guardar(request, borradores.tomar(request.user, request.POST.get("ficha", "")))
    quitar_anexo(borrador=borrador, anexo_id=anexo_id)
    return redirect(reverse("entidad:solicitar") + "#anexos")


@solo_entidad
@require_POST
def descartar(request: Peticion) -> HttpResponse:
    """Forgets the draft and starts an empty form."""
    if descartar_borrador(usuario=request.user):
        messages.success(request, "Descartamos el borrador.")
    return redirect("entidad:solicitar")


def _guardar(request: Peticion, abierto: Borrador | None) -> Borrador:
    """The draft with what the form brings; a new one if it was filed or discarded meanwhile."""
    usuario, ahora = request.user, timezone.now()
    borrador = abierto or borradores.abrir(usuario, ahora)
    form = SolicitudForm(request.POST, request.FILES, usuario=usuario, borrador=borrador)
    guardado = borradores.guardar(form, usuario, ahora)
    for error in form.errors.get("anexos", []):
        messages.warning(request, str(error))
    return guardado
