"""The draft of the counter form: kept while one types, left, or added to a request that already asked the same."""

from django.contrib import messages
from django.db import transaction
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST

from asiste.conocimiento.models import Publicacion
from asiste.solicitudes import permisos
from asiste.solicitudes.acciones import ReglaIncumplida, agregar_borrador, descartar_borrador, quitar_anexo
from asiste.web.equipo import ventanilla
from asiste.web.equipo.acceso import Peticion, exigir, solicitud_de, solo_equipo
from asiste.web.equipo.envio import hecho
from asiste.web.interfaz import borradores, sugerencias
from asiste.web.interfaz.duda import contar_resuelta


@require_POST
@solo_equipo
@transaction.atomic
def guardar(request: Peticion) -> HttpResponse:
    """Keeps what is typed and answers with a line that says so, what is like it and what the bank says."""
    exigir(permisos.puede_radicar(request.user))
    ahora = timezone.now()
    abierto = borradores.tomar(request.user, request.POST.get("ficha", ""))
    if abierto is None:
        return render(request, "equipo/ventanilla/guardado.html", {"borrador": None})
    form, borrador = ventanilla.guardar(request, abierto, ahora)
    iguales = ventanilla.parecidas_a(form, request.user, ahora)
    del_banco = sugerencias.a(form.escrito())
    contexto = {
        "borrador": borrador,
        "parecidas": iguales,
        "sugeridas": del_banco,
        "cambiaron": sugerencias.cambiaron(request, del_banco),
        "sigue": False,
    }
    return render(request, "equipo/ventanilla/guardado.html", contexto)


@require_POST
@solo_equipo
@transaction.atomic
def resuelve(request: Peticion, clave: str) -> HttpResponse:
    """Keeps what was typed and counts that a publication solved the doubt. Disposición: 7.1.3-ans-niveles."""
    exigir(permisos.puede_radicar(request.user))
    publicacion = get_object_or_404(Publicacion.objects.visibles(), clave=clave)
    ficha = request.POST.get("ficha", "")
    form, _ = ventanilla.guardar(request, borradores.tomar(request.user, ficha), timezone.now())
    entidad = form.cleaned_data.get("entidad")
    contar_resuelta(request, publicacion, timezone.now(), entidad=entidad, vez=ficha)
    texto = (
        f"Contada como asistencia de nivel 1: «{publicacion}». El borrador sigue aquí; si ya no hace falta, descártelo."
    )
    return hecho(request, texto, "equipo:radicar")


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
