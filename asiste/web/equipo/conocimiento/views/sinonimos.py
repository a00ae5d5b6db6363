"""The words that searches take for equal."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.views.decorators.http import require_POST, require_safe

from asiste.conocimiento.acciones.sinonimos import guardar_sinonimo, quitar_sinonimo
from asiste.conocimiento.models import Sinonimo
from asiste.web.equipo.acceso import Peticion, exigir, solo_equipo
from asiste.web.equipo.conocimiento import permisos
from asiste.web.equipo.conocimiento.forms.decisiones import SinonimoForm
from asiste.web.equipo.envio import abrir_y_enviar, hecho, recibido, resolver
from asiste.web.equipo.marco import mostrar
from asiste.web.interfaz.paginas import paginar


@require_safe
@solo_equipo
def sinonimos(request: Peticion) -> HttpResponse:
    """All of them, by word."""
    exigir(permisos.puede_cuidar_sinonimos(request.user))
    pagina = paginar(Sinonimo.objects.all(), ("palabra", "id"), request.GET)
    return mostrar(request, "equipo/conocimiento/sinonimos.html", {"pagina": pagina})


@abrir_y_enviar
@solo_equipo
def nuevo(request: Peticion) -> HttpResponse:
    """Another pair of words."""
    exigir(permisos.puede_cuidar_sinonimos(request.user))
    return _escribir(request, None)


@abrir_y_enviar
@solo_equipo
def sinonimo(request: Peticion, numero: int) -> HttpResponse:
    """Changes a pair."""
    exigir(permisos.puede_cuidar_sinonimos(request.user))
    return _escribir(request, get_object_or_404(Sinonimo, pk=numero))


@require_POST
@solo_equipo
def quitar(request: Peticion, numero: int) -> HttpResponse:
    """Takes a pair out."""
    exigir(permisos.puede_cuidar_sinonimos(request.user))
    elegido = get_object_or_404(Sinonimo, pk=numero)
    quitar_sinonimo(sinonimo=elegido)
    messages.success(request, f"«{elegido.palabra}» ya no se toma por otra palabra.")
    return redirect("equipo:sinonimos")


def _escribir(request: Peticion, elegido: Sinonimo | None) -> HttpResponse:
    inicial = {"palabra": elegido.palabra, "equivale": elegido.equivale} if elegido else {}
    form = SinonimoForm(initial=inicial, **recibido(request))

    def guardar(datos: dict[str, Any]) -> HttpResponse:
        guardado = guardar_sinonimo(sinonimo=elegido, **datos)
        return hecho(
            request, f"Quien busque «{guardado.palabra}» encontrará «{guardado.equivale}».", "equipo:sinonimos"
        )

    return resolver(request, form, guardar, "equipo/conocimiento/sinonimo.html", sinonimo=elegido)
