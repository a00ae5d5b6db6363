"""Asking for technical assistance."""

from collections.abc import Sequence

from django.contrib import messages
from django.db import transaction
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from asiste.cuentas.models import Usuario
from asiste.portafolio.models import DIAS_MAXIMOS
from asiste.solicitudes.acciones import radicar_borrador
from asiste.solicitudes.alcance import solicitudes_de_entidad
from asiste.solicitudes.models import Borrador, Solicitud
from asiste.solicitudes.parecidas import hay_sin_ver
from asiste.web.entidad import parecidas
from asiste.web.entidad.acceso import Peticion, solo_entidad
from asiste.web.entidad.forms.solicitud import SolicitudForm
from asiste.web.interfaz import borradores, sugerencias


@solo_entidad
@require_http_methods(["GET", "HEAD", "POST"])
@transaction.atomic
def solicitar(request: Peticion) -> HttpResponse:
    """The form, from the draft of the person; sent, it files. The draft is locked meanwhile: twice files once.

    When the entity asked almost the same not long ago, the first sending shows it and the second one files.
    """
    usuario, ahora = request.user, timezone.now()
    if request.method != "POST":
        borrador = borradores.abrir(usuario, ahora)
        form = SolicitudForm(usuario=usuario, borrador=borrador, tema=request.GET.get("tema", ""))
        return _formulario(request, form, borrador)
    abierto = borradores.tomar(usuario, request.POST.get("ficha", ""))
    if abierto is None:
        return _sin_borrador(request)
    form = SolicitudForm(request.POST, request.FILES, usuario=usuario, borrador=abierto)
    iguales = parecidas.a(form, usuario, ahora) if form.is_valid() else []
    if not form.is_valid() or hay_sin_ver(iguales, request.POST.getlist("vistas")):
        return _formulario(request, form, borradores.guardar(form, usuario, ahora), iguales)
    pedido = form.pedido(correo=usuario.email, ahora=ahora)
    solicitud = radicar_borrador(usuario=usuario, pedido=pedido, ahora=ahora)
    return redirect("entidad:recibo", solicitud.radicado)


def _formulario(
    request: Peticion, form: SolicitudForm, borrador: Borrador, iguales: Sequence[Solicitud] = ()
) -> HttpResponse:
    contexto = {
        "form": form,
        "borrador": borrador,
        "anexos": borrador.anexos.select_related("archivo").order_by("id"),
        "dias": DIAS_MAXIMOS,
        "parecidas": iguales,
        "sugeridas": sugerencias.a(form.escrito()),
    }
    return render(request, "entidad/solicitar.html", contexto)


def _sin_borrador(request: Peticion) -> HttpResponse:
    """The form came from a draft that is gone: to the receipt if this was filed, else it is kept to be sent again."""
    usuario, ahora = request.user, timezone.now()
    enviado = {campo: request.POST.get(campo, "") for campo in ("asunto", "texto")}
    if radicada := _ya_radicada(usuario, **enviado):
        return redirect("entidad:recibo", radicada.radicado)
    form = SolicitudForm(request.POST, request.FILES, usuario=usuario, borrador=borradores.abrir(usuario, ahora))
    borradores.guardar(form, usuario, ahora)
    messages.warning(request, "Ese formulario ya se había enviado o descartado. Guardamos lo que escribió: revíselo.")
    return redirect("entidad:solicitar")


def _ya_radicada(usuario: Usuario, *, asunto: str, texto: str) -> Solicitud | None:
    """What the person filed by this form with the same words, to tell a second sending from another request."""
    propias = solicitudes_de_entidad(usuario).filter(canal=Solicitud.Canal.FORMULARIO, solicitante_correo=usuario.email)
    iguales = propias.filter(asunto=" ".join(asunto.split()), texto=texto.strip())
    return iguales.order_by("-id").first()
