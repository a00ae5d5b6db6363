"""What was signed, and how it was delivered when its request has no mail."""

from typing import Any

from django.http import Http404, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404
from django.utils import timezone
from django.views.decorators.http import require_safe

from asiste.conceptos.acciones.notificacion import anotar_notificacion
from asiste.conceptos.acciones.versiones import marcar_leida
from asiste.conceptos.models import Concepto
from asiste.conceptos.permisos import puede_redactar
from asiste.web.equipo.acceso import Peticion, exigir, solo_equipo
from asiste.web.equipo.conceptos.acceso import concepto_de
from asiste.web.equipo.conceptos.forms.firma import EntregaForm
from asiste.web.equipo.envio import abrir_y_enviar, hecho, recibido, resolver
from asiste.web.interfaz.archivos import entregar_pdf


@require_safe
@solo_equipo
def firmado(request: Peticion, numero: int) -> HttpResponseBase:
    """The sealed document."""
    concepto = concepto_de(request.user, numero)
    if concepto.documento is None:
        raise Http404
    return entregar_pdf(concepto.documento.archivo.abrir(), f"Concepto {concepto.numero}")


@require_safe
@solo_equipo
def enviada(request: Peticion, numero: int, cual: int) -> HttpResponseBase:
    """The bytes of a version, as they were sent to be reviewed; that they were opened is noted."""
    concepto = concepto_de(request.user, numero)
    version = get_object_or_404(concepto.versiones.select_related("archivo"), numero=cual)
    marcar_leida(version=version, huella=version.archivo.huella, usuario=request.user, ahora=timezone.now())
    return entregar_pdf(version.archivo.abrir(), f"{version}")


@abrir_y_enviar
@solo_equipo
def entrega(request: Peticion, numero: int) -> HttpResponse:
    """Notes how it was delivered by other means than mail."""
    concepto = concepto_de(request.user, numero)
    exigir(concepto.estado == Concepto.Estado.FIRMADO and puede_redactar(request.user, concepto))

    def anotar(datos: dict[str, Any]) -> HttpResponse:
        anotar_notificacion(concepto=concepto, **datos, autor=request.user, ahora=timezone.now())
        return hecho(request, "Quedó notificado.", "equipo:concepto", str(numero))

    form = EntregaForm(**recibido(request))
    return resolver(request, form, anotar, "equipo/conceptos/firma/entrega.html", concepto=concepto)
