"""A concept as a document: how it looks now, and what changed between its versions."""

from functools import partial
from io import BytesIO

from django.http import HttpResponse
from django.http.response import HttpResponseBase
from django.utils import timezone
from django.views.decorators.http import require_safe

from asiste.conceptos.contenido import contenido_de
from asiste.conceptos.documento import componer_concepto
from asiste.web.equipo.acceso import Peticion, solo_equipo
from asiste.web.equipo.conceptos.acceso import concepto_de
from asiste.web.equipo.conceptos.cambios import cambios_de
from asiste.web.equipo.escritos.historia import historia_de
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
    contexto = historia_de(
        elegido.versiones.select_related("creada_por").order_by("-numero"),
        request.GET.get("de"),
        se_escribe=partial(contenido_de, elegido) if elegido.en_proyecto else None,
        cambios_de=cambios_de,
    )
    return mostrar(request, "equipo/conceptos/historia.html", {"concepto": elegido, **contexto})
