"""Choosing one of the offered hours by the link of a mail. Opening it shows; only sending chooses."""

from datetime import datetime

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from asiste.agenda.acciones import Ocupado
from asiste.agenda.acciones.propuestas import YaNoSePuede, elegir, pedir_otras
from asiste.agenda.consultas import franjas_libres
from asiste.agenda.models import Propuesta
from asiste.solicitudes.acciones import ReglaIncumplida
from asiste.web.publico.agenda.enlaces import propuesta_de
from asiste.web.publico.agenda.forms.abiertas import EleccionForm, OtrasForm

SE_OCUPO = "Esa hora acaba de ocuparse. Elija otra."


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
def horas(request: HttpRequest, marca: str) -> HttpResponse:
    """The hours still free; one is chosen by sending it. Who comes second is told, and sees the others."""
    propuesta, ahora = propuesta_de(marca), timezone.now()
    form = EleccionForm(request.POST or None, propuesta=propuesta)
    if request.method == "POST" and form.is_valid():
        try:
            elegir(propuesta=propuesta, franja=form.cleaned_data["franja"], ahora=ahora)
        except YaNoSePuede:
            return redirect("horas", marca)  # its page says what happened
        except (Ocupado, ReglaIncumplida):
            form.add_error("franja", SE_OCUPO)
        else:
            return redirect("horas", marca)
    return _pagina(request, marca, propuesta, form)


@require_POST
def otras(request: HttpRequest, marca: str) -> HttpResponse:
    """None of them serves: the team is told."""
    propuesta = propuesta_de(marca)
    form = OtrasForm(request.POST)
    if not form.is_valid():
        return _pagina(request, marca, propuesta, EleccionForm(propuesta=propuesta), form)
    try:
        pedir_otras(propuesta=propuesta, texto=form.cleaned_data["texto"], ahora=timezone.now())
    except YaNoSePuede:
        return redirect("horas", marca)
    return redirect("horas", marca)


def _pagina(
    request: HttpRequest, marca: str, propuesta: Propuesta, form: EleccionForm, otras: OtrasForm | None = None
) -> HttpResponse:
    ahora = timezone.now()
    contexto = {
        "marca": marca,
        "propuesta": propuesta,
        "form": form,
        "franjas": franjas_libres(propuesta, ahora),
        "situacion": situacion(propuesta, ahora),
        "otras": otras or OtrasForm(),
    }
    return render(request, "publico/agenda/horas.html", contexto)


def situacion(propuesta: Propuesta, ahora: datetime) -> str:
    """What may be done with it: `abierta`, `elegida`, `retirada` (the case may have ended too) or `vencida`."""
    if propuesta.estado == Propuesta.Estado.ABIERTA and propuesta.solicitud and propuesta.solicitud.terminada:
        return Propuesta.Estado.RETIRADA
    return "vencida" if propuesta.vencida(ahora) else propuesta.estado
