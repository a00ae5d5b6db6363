"""The draft of the counter form: kept while one types, left, or added to a request that already asked the same."""

from django.contrib import messages
from django.db import transaction
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST

from asiste.solicitudes import permisos
from asiste.solicitudes.acciones import ReglaIncumplida, agregar_borrador, descartar_borrador, quitar_anexo
from asiste.web.equipo import ventanilla
from asiste.web.equipo.acceso import Peticion, exigir, solicitud_de, solo_equipo
from asiste.web.equipo.envio import hecho
from asiste.web.interfaz import borradores


@require_POST
@solo_equipo
@transaction.atomic
def guardar(request: Peticion) -> HttpResponse:
    """Keeps what is typed and answers with a line that says so and, in its place, what is like it."""
    exigir(permisos.puede_radicar(request.user))
    ahora = timezone.now()
    abierto = borradores.tomar(request.user, request.POST.get("ficha", ""))
    if abierto is None:
        return render(request, "equipo/ventanilla/guardado.html", {"borrador": None})
    form, borrador = ventanilla.guardar(request, abierto, ahora)
    iguales = ventanilla.parecidas_a(form, request.user, ahora)
    contexto = {"borrador": borrador, "parecidas": iguales, "sigue": False}
    return render(request, "equipo/ventanilla/guardado.html", contexto)


@require_POST
@solo_equipo
def descartar(request: Peticion) -> HttpResponse:
    """Forgets the draft and starts an empty form."""
    exigir(permisos.puede_radicar(request.user))
    descartar_borrador(usuario=request.user)
    return redirect("equipo:radicar")


@require_POST
@solo_equipo
@transaction.atomic
def quitar(request: Peticion, numero: int) -> HttpResponse:
    """Keeps what was typed and takes a file out of the draft."""
    exigir(permisos.puede_radicar(request.user))
    _, borrador = ventanilla.guardar(
        request, borradores.tomar(request.user, request.POST.get("ficha", "")), timezone.now()
    )
    quitar_anexo(borrador=borrador, anexo_id=numero)
    return redirect(reverse("equipo:radicar") + "#anexos")


@require_POST
@solo_equipo
@transaction.atomic
def agregar(request: Peticion, radicado: str) -> HttpResponse:
    """Adds what was brought, with its files, to a request that already asked the same."""
    destino = solicitud_de(request.user, radicado)
    exigir(permisos.puede_radicar(request.user))
    abierto = borradores.tomar(request.user, request.POST.get("ficha", ""))
    if abierto is None:
        messages.warning(request, "Ese formulario ya se había enviado o descartado.")
        return redirect("equipo:solicitud", destino.radicado)
    form, _ = ventanilla.guardar(request, abierto, timezone.now())
    try:
        agregar_borrador(
            usuario=request.user,
            solicitud=destino,
            de_nombre=form.cleaned_data.get("nombre") or str(request.user),
            texto=form.para_comparar().dicho,
            ahora=timezone.now(),
        )
    except ReglaIncumplida as regla:
        messages.warning(request, str(regla))
        return redirect("equipo:radicar")
    return hecho(request, f"El mensaje quedó en {destino.radicado}.", "equipo:solicitud", destino.radicado)
