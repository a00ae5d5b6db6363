"""Pages for anyone: portal, public consultation of a filing number, help and statements."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.http import urlencode
from django.views.decorators.http import require_safe

from asiste.cuentas.models import Usuario
from asiste.portafolio.models import DIAS_MAXIMOS
from asiste.solicitudes.plazo import cuenta_de
from asiste.web.publico.agenda.vitrina import proximas
from asiste.web.publico.conocimiento.vitrina import recientes
from asiste.web.publico.forms import ConsultaForm
from asiste.web.publico.vitrina import canales_comunes, horario, vitrinas


@require_safe
def inicio(request: HttpRequest) -> HttpResponse:
    """The portal: what this is, how to ask, open sessions, last concepts, the direcciones and the channels."""
    contexto = {
        "consulta": ConsultaForm(),
        "sesiones": proximas(timezone.now()),
        "conceptos": recientes(),
        **_canales(),
    }
    return render(request, "publico/inicio.html", contexto)


@require_safe
def consultar(request: HttpRequest) -> HttpResponse:
    """Confirms a filing number without content or personal data: dates, office, state, place and ledger."""
    form = ConsultaForm(request.GET if "radicado" in request.GET else None)
    if not form.is_valid():
        return render(request, "publico/consultar.html", {"form": form})
    plazo, libro = cuenta_de(form.solicitud, timezone.localdate())
    contexto = {
        "form": form,
        "solicitud": form.solicitud,
        "lugar": form.solicitud.lugar_en_la_fila(),
        "plazo": plazo,
        "libro": libro,
    }
    return render(request, "publico/consultar.html", contexto)


@require_safe
def solicitar(request: HttpRequest) -> HttpResponse:
    """First step of asking: who is not signed in confirms the address; who is goes on where he or she works."""
    if isinstance(request.user, Usuario):
        if request.user.es_equipo:
            return redirect("equipo:bandeja")
        return redirect(_formulario(request))
    return render(request, "publico/solicitar.html", {"siguiente": _formulario(request), "dias": DIAS_MAXIMOS})


def _formulario(request: HttpRequest) -> str:
    """Address of the form, with the topic chosen on the portal if there is one."""
    tema = request.GET.get("tema", "")
    return reverse("entidad:solicitar") + (f"?{urlencode({'tema': tema})}" if tema else "")


@require_safe
def ayuda(request: HttpRequest) -> HttpResponse:
    """How the service works: order of arrival, the term and its count, and the channels."""
    return render(request, "publico/ayuda.html", _canales())


def _canales() -> dict[str, Any]:
    """Topics and channels of each dirección, hours and business days of the term."""
    return {
        "vitrinas": vitrinas(),
        "comunes": canales_comunes(),
        "horario": horario(timezone.localdate()),
        "dias": DIAS_MAXIMOS,
    }
