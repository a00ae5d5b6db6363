"""Filing what came on paper or by phone, and what the person at the counter takes away."""

from collections.abc import Sequence

from django.conf import settings
from django.contrib import messages
from django.db import transaction
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.http import urlencode
from django.views.decorators.http import require_safe

from asiste.documentos.codigos import barras, qr
from asiste.solicitudes import permisos
from asiste.solicitudes.acciones import ReglaIncumplida, radicar_borrador
from asiste.solicitudes.alcance import solicitudes_del_equipo
from asiste.solicitudes.models import Actuacion, Borrador, Solicitud
from asiste.solicitudes.parecidas import hay_sin_ver
from asiste.web.equipo import ventanilla
from asiste.web.equipo.acceso import Peticion, exigir, solicitud_de, solo_equipo
from asiste.web.equipo.envio import abrir_y_enviar
from asiste.web.equipo.forms.entidades import sugeridas
from asiste.web.equipo.forms.ventanilla import VentanillaForm
from asiste.web.equipo.marco import mostrar
from asiste.web.interfaz import borradores, sugerencias


@abrir_y_enviar
@solo_equipo
@transaction.atomic
def radicar(request: Peticion) -> HttpResponse:
    """The form, from the draft of the person; sent, it files, unless something like it was not shown yet."""
    exigir(permisos.puede_radicar(request.user))
    usuario, ahora = request.user, timezone.now()
    if request.method != "POST":
        borrador = borradores.abrir(usuario, ahora)
        return _formulario(request, ventanilla.form_nuevo(request, borrador), borrador)
    abierto = borradores.tomar(usuario, request.POST.get("ficha", ""))
    form, borrador = ventanilla.guardar(request, abierto, ahora)
    if abierto is None:
        return _sin_borrador(request, form)
    if not form.is_valid():
        return _formulario(request, form, borrador)
    iguales = ventanilla.parecidas_a(form, usuario, ahora)
    if hay_sin_ver(iguales, request.POST.getlist("vistas")):
        return _formulario(request, form, borrador, iguales)
    try:
        solicitud = radicar_borrador(usuario=usuario, pedido=form.pedido(), ahora=ahora)
    except ReglaIncumplida as regla:
        form.add_error(None, str(regla))
        return _formulario(request, form, borrador)
    return _despues(request, solicitud)


def _formulario(
    request: Peticion, form: VentanillaForm, borrador: Borrador, iguales: Sequence[Solicitud] = ()
) -> HttpResponse:
    ultima = solicitudes_del_equipo(request.user).filter(radicado=request.GET.get("ultima", "")).first()
    contexto = {
        "form": form,
        "borrador": borrador,
        "anexos": borrador.anexos.select_related("archivo").order_by("id"),
        "entidades": sugeridas(),
        "parecidas": iguales,
        "sugeridas": sugerencias.a(form.escrito()),
        "ultima": ultima,
        "sigue": _sigue(request),
    }
    return mostrar(request, "equipo/radicar.html", contexto)


def _sin_borrador(request: Peticion, form: VentanillaForm) -> HttpResponse:
    """The form came from a draft that is gone: to the receipt if this was filed, else it is kept to be sent again."""
    if radicada := ventanilla.ya_radicada(form, request.user):
        return redirect("equipo:comprobante", radicada.radicado)
    messages.warning(request, "Ese formulario ya se había enviado o descartado. Guardamos lo que escribió: revíselo.")
    return redirect("equipo:radicar")


def _despues(request: Peticion, solicitud: Solicitud) -> HttpResponse:
    """The receipt or, for who goes on, another form with the same channel and office."""
    if not _sigue(request):
        return redirect("equipo:comprobante", solicitud.radicado)
    mismo = {"canal": solicitud.canal, "dependencia": request.POST["dependencia"], "ultima": solicitud.radicado}
    return redirect(f"{reverse('equipo:radicar')}?{urlencode(mismo)}")


def _sigue(request: Peticion) -> bool:
    """True when the person goes on with another; after the warning, the address remembers it."""
    return "seguir" in request.POST or "seguir" in request.GET


@require_safe
@solo_equipo
def comprobante(request: Peticion, radicado: str) -> HttpResponse:
    """What the person at the counter takes away."""
    solicitud = solicitud_de(request.user, radicado)
    contexto = {
        "solicitud": solicitud,
        "lugar": solicitud.lugar_en_la_fila(),
        "temas": solicitud.temas.order_by("orden", "id"),
        "radicacion": _radicacion(solicitud),
        "qr": qr(_consulta(solicitud)),
        "consulta": _consulta(solicitud),
    }
    return mostrar(request, "equipo/comprobante.html", contexto)


@require_safe
@solo_equipo
def rotulo(request: Peticion, radicado: str) -> HttpResponse:
    """The label that goes on the paper: 100 × 50 mm, or (`?hoja`) the same on a sheet."""
    solicitud = solicitud_de(request.user, radicado)
    contexto = {
        "solicitud": solicitud,
        "radicacion": _radicacion(solicitud),
        "barras": barras(solicitud.radicado),
        "qr": qr(_consulta(solicitud)),
        "en_hoja": "hoja" in request.GET,
    }
    return mostrar(request, "equipo/rotulo.html", contexto)


def _radicacion(solicitud: Solicitud) -> Actuacion | None:
    """Who filed it and with which files."""
    return solicitud.actuaciones.en_orden().filter(tipo=Actuacion.Tipo.RADICADA).first()


def _consulta(solicitud: Solicitud) -> str:
    """Public address that confirms the number."""
    return f"{settings.URL_PUBLICA}{reverse('consultar')}?{urlencode({'radicado': solicitud.radicado})}"
