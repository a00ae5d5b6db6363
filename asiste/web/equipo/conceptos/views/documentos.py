"""A concept as a document: how it looks now, and what changed between its versions."""

from io import BytesIO

from django.http import HttpResponse
from django.http.response import HttpResponseBase
from django.utils import timezone
from django.views.decorators.http import require_safe

from asiste.conceptos.contenido import contenido_de
from asiste.conceptos.documento import componer_concepto
from asiste.web.equipo.acceso import Peticion, solo_equipo
from asiste.web.equipo.conceptos.acceso import concepto_de
from asiste.web.equipo.conceptos.cambios import Cambio, cambios_de
from asiste.web.equipo.marco import mostrar
from asiste.web.interfaz.archivos import entregar_pdf


@require_safe
@solo_equipo
def borrador(request: Peticion, numero: int) -> HttpResponseBase:
    """How the document looks with what is written now, marked as not signed."""
    elegido = concepto_de(request.user, numero)
    pdf = componer_concepto(
        concepto=elegido,
        contenido=contenido_de(elegido),
        codigo="",
        numero="",
        firmante=None,
        ahora=timezone.now(),
    )
    return entregar_pdf(BytesIO(pdf), f"Proyecto · {elegido}")


@require_safe
@solo_equipo
def historia(request: Peticion, numero: int) -> HttpResponse:
    """The versions sent to be reviewed, and what changed from each to the next, or to what is being written."""
    elegido = concepto_de(request.user, numero)
    versiones = list(elegido.versiones.select_related("creada_por").order_by("-numero"))
    pedida = next((una for una in versiones if str(una.numero) == request.GET.get("de")), None)
    # once it is not written, what the last one changed is more than the nothing that comes after it
    anterior = pedida or next(iter(versiones if elegido.en_proyecto else versiones[1:]), None)
    nueva = next((una for una in versiones if anterior and una.numero == anterior.numero + 1), None)
    cambios: list[Cambio] = []
    if anterior and (nueva or elegido.en_proyecto):
        cambios = cambios_de(anterior.contenido, nueva.contenido if nueva else contenido_de(elegido))
    contexto = {"concepto": elegido, "versiones": versiones, "anterior": anterior, "nueva": nueva, "cambios": cambios}
    return mostrar(request, "equipo/conceptos/historia.html", contexto)
