"""Where who cannot scan types the code."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import urlencode
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from asiste.web.publico.agenda.forms.codigo import CodigoForm


@require_safe
@never_cache
def codigo(request: HttpRequest) -> HttpResponse:
    """Where who cannot scan types the code of the screen."""
    form = CodigoForm(request.GET if "codigo" in request.GET else None)
    if form.is_valid():
        ruta = reverse("asistencia", args=[form.sesion.clave])
        return redirect(f"{ruta}?{urlencode({'c': form.cleaned_data['codigo']})}")
    return render(request, "publico/agenda/codigo.html", {"form": form, "vencido": False})


def pedir_otro(request: HttpRequest) -> HttpResponse:
    """The one that was brought is no longer good."""
    return render(request, "publico/agenda/codigo.html", {"form": CodigoForm(), "vencido": True})
