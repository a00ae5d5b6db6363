"""Minutes and reports as documents: the draft, the versions with what changed, and what was sealed."""

from functools import partial
from io import BytesIO
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from asiste.agenda import acciones
from asiste.agenda.actas.contenido import contenido_de
from asiste.agenda.actas.documento import componer_acta
from asiste.agenda.models import VersionActa
from asiste.documentos.sello import SelloImposible
from asiste.web.equipo.acceso import Peticion, solo_equipo
from asiste.web.equipo.agenda.escritura import acta_a_cargo, acta_visible
from asiste.web.equipo.diferencias import Cambio, comparar
from asiste.web.equipo.escritos.historia import historia_de
from asiste.web.equipo.marco import mostrar
from asiste.web.interfaz.archivos import entregar_pdf


@require_safe
@solo_equipo
def borrador(request: Peticion, numero: int) -> HttpResponseBase:
    """How the document looks now, marked as a draft."""
    escrita = acta_visible(request.user, numero)
    if not escrita.en_borrador:
        return redirect("equipo:acta", numero)
    pdf = componer_acta(escrita, contenido_de(escrita), ahora=timezone.now())
    return entregar_pdf(BytesIO(pdf), f"Borrador · {escrita}")


@require_safe
@solo_equipo
def historia(request: Peticion, numero: int) -> HttpResponse:
    """The versions sent to be approved, and what changed from each to the next, or to what is being written."""
    escrita = acta_visible(request.user, numero)
    contexto = historia_de(
        escrita.versiones.select_related("creada_por").prefetch_related("aprobaciones").order_by("-numero"),
        request.GET.get("de"),
        se_escribe=partial(contenido_de, escrita) if escrita.en_borrador else None,
        cambios_de=_cambios,
    )
    contexto |= {"sesion": escrita.sesion, "acta": escrita}
    return mostrar(request, "equipo/agenda/actas/historia.html", contexto)


@require_safe
@solo_equipo
def version(request: Peticion, numero: int, cual: int) -> HttpResponseBase:
    """The bytes of a version, as they were sent."""
    enviada = get_object_or_404(
        VersionActa.objects.select_related("archivo"), acta=acta_visible(request.user, numero), numero=cual
    )
    return entregar_pdf(enviada.archivo.abrir(), f"{enviada}")


@require_safe
@solo_equipo
def documento(request: Peticion, numero: int) -> HttpResponseBase:
    """The sealed document."""
    escrita = acta_visible(request.user, numero)
    if escrita.documento is None:
        raise Http404
    return entregar_pdf(escrita.documento.archivo.abrir(), escrita.documento.codigo)


@require_POST
@solo_equipo
def sello(request: Peticion, numero: int) -> HttpResponse:
    """Tries again to seal what all approved."""
    escrita = acta_a_cargo(request.user, numero)
    try:
        acciones.expedir_acta(acta=escrita, ahora=timezone.now())
    except SelloImposible as falla:
        messages.warning(request, f"Aún no se puede sellar. {falla}")
    return redirect("equipo:acta", numero)


def _cambios(antes: dict[str, Any], ahora: dict[str, Any]) -> list[Cambio]:
    """The sections that changed: what only each side says."""
    viejos = dict(antes["secciones"])
    return [
        (rotulo, *comparar(viejos.get(rotulo, ""), texto))
        for rotulo, texto in ahora["secciones"]
        if texto != viejos.get(rotulo, "")
    ]
