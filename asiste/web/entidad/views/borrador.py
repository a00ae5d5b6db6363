"""The draft of the form: kept while one types, without its files, or left to go on later."""

from django.contrib import messages
from django.db import transaction
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from asiste.conocimiento.models import Publicacion
from asiste.solicitudes.acciones import ReglaIncumplida, agregar_borrador, descartar_borrador, quitar_anexo
from asiste.solicitudes.models import Borrador
from asiste.web.entidad import parecidas
from asiste.web.entidad.acceso import Peticion, solicitud_de, solo_entidad
from asiste.web.entidad.forms.solicitud import SolicitudForm
from asiste.web.interfaz import borradores, sugerencias
from asiste.web.interfaz.duda import contar_resuelta


@solo_entidad
@require_POST
@transaction.atomic
def guardar(request: Peticion) -> HttpResponse:
    """Keeps the draft. The page that autosaves gets its status line, what is like it and what the bank says."""
    usuario, ahora = request.user, timezone.now()
    abierto = borradores.tomar(usuario, request.POST.get("ficha", ""))
    if not request.htmx:
        _guardar(request, abierto)
        messages.success(request, "Guardamos el borrador. Puede seguir cuando quiera.")
        return redirect("entidad:solicitudes")
    if abierto is None:
        return render(request, "entidad/formulario/guardado.html", {"borrador": None})
    form, guardado = _guardar(request, abierto)
    del_banco = sugerencias.a(form.escrito())
    contexto = {
        "borrador": guardado,
        "parecidas": parecidas.a(form, usuario, ahora),
        "sugeridas": del_banco,
        "cambiaron": sugerencias.cambiaron(request, del_banco),
    }
    return render(request, "entidad/formulario/guardado.html", contexto)


@solo_entidad
@require_POST
@transaction.atomic
def agregar(request: Peticion, radicado: str) -> HttpResponse:
    """Adds what was being written, with its files, to a request that already asked the same."""
    destino = solicitud_de(request.user, radicado)
    abierto = borradores.tomar(request.user, request.POST.get("ficha", ""))
    if abierto is None:
        messages.warning(request, "Ese formulario ya se había enviado o descartado.")
        return redirect("entidad:solicitud", destino.radicado)
    form, _ = _guardar(request, abierto)
    try:
        agregar_borrador(
            usuario=request.user,
            solicitud=destino,
            de_nombre=str(request.user),
            texto=form.para_comparar(request.user.email).dicho,
            ahora=timezone.now(),
        )
    except ReglaIncumplida as regla:
        messages.warning(request, str(regla))
        return redirect("entidad:solicitar")
    messages.success(request, f"Su mensaje quedó en {destino.radicado}.")
    return redirect(reverse("entidad:solicitud", args=[destino.radicado]) + "#actuaciones")


@solo_entidad
@require_POST
@transaction.atomic
def quitar(request: Peticion, anexo_id: int) -> HttpResponse:
    """Keeps what was typed and takes a file out of the draft."""
    _, borrador = _guardar(request, borradores.tomar(request.user, request.POST.get("ficha", "")))
    quitar_anexo(borrador=borrador, anexo_id=anexo_id)
    return redirect(reverse("entidad:solicitar") + "#anexos")


@solo_entidad
@require_POST
@transaction.atomic
def resuelve(request: Peticion, clave: str) -> HttpResponse:
    """Keeps what was typed and counts that a publication solved the doubt. Disposición: 7.1.3-ans-niveles."""
    publicacion = get_object_or_404(Publicacion.objects.visibles(), clave=clave)
    _guardar(request, borradores.tomar(request.user, request.POST.get("ficha", "")))
    contar_resuelta(request, publicacion, timezone.now())
    return redirect("entidad:resuelta", publicacion.clave)


@solo_entidad
@require_safe
def resuelta(request: Peticion, clave: str) -> HttpResponse:
    """Thanks, and what becomes of the draft."""
    publicacion = get_object_or_404(Publicacion.objects.visibles(), clave=clave)
    hay = Borrador.objects.filter(usuario=request.user).exclude(datos={}).exists()
    return render(request, "entidad/resuelta.html", {"publicacion": publicacion, "hay_borrador": hay})


@solo_entidad
@require_POST
def descartar(request: Peticion) -> HttpResponse:
    """Forgets the draft and starts an empty form."""
    if descartar_borrador(usuario=request.user):
        messages.success(request, "Descartamos el borrador.")
    return redirect("entidad:solicitar")


def _guardar(request: Peticion, abierto: Borrador | None) -> tuple[SolicitudForm, Borrador]:
    """The form and the draft with what the form brings; a new one if it was filed or discarded meanwhile."""
    usuario, ahora = request.user, timezone.now()
    borrador = abierto or borradores.abrir(usuario, ahora)
    form = SolicitudForm(request.POST, request.FILES, usuario=usuario, borrador=borrador)
    guardado = borradores.guardar(form, usuario, ahora)
    for error in form.errors.get("anexos", []):
        messages.warning(request, str(error))
    return form, guardado
