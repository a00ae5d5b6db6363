"""The step between the signature and the bank: what is taken out, how it is shown, and the decision."""

from collections.abc import Callable
from io import BytesIO
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from asiste.conceptos.acciones.publicacion import guardar_ficha_publica, publicar_concepto, reservar_concepto
from asiste.conceptos.acciones.tachaduras import contenido_firmado
from asiste.conceptos.documento_publico import componer_version_publica
from asiste.conceptos.models import Concepto
from asiste.conceptos.publicadores import puede_corregir, puede_preparar, puede_publicar
from asiste.conceptos.version_publica import version_publica
from asiste.conocimiento.acciones.publicaciones import NoSePublica
from asiste.solicitudes.acciones import ReglaIncumplida
from asiste.web.equipo.acceso import Peticion, exigir, solo_equipo
from asiste.web.equipo.conceptos.acceso import concepto_de
from asiste.web.equipo.conceptos.forms.publicacion import FichaPublicaForm, ReservaForm
from asiste.web.equipo.conceptos.publicacion import paso
from asiste.web.equipo.envio import abrir_y_enviar, hecho, recibido, resolver
from asiste.web.equipo.marco import mostrar
from asiste.web.interfaz.archivos import entregar_pdf


def concepto_que_prepara(request: Peticion, numero: int) -> Concepto:
    """A signed concept that is not published, for who leaves it ready; else 404 or 403."""
    concepto = concepto_de(request.user, numero)
    exigir(puede_preparar(request.user, concepto))
    return concepto


def concepto_que_tacha(request: Peticion, numero: int) -> Concepto:
    """The same or, once published, for who may correct it."""
    concepto = concepto_de(request.user, numero)
    exigir(puede_preparar(request.user, concepto) or puede_corregir(request.user, concepto))
    return concepto


def hacer(request: Peticion, numero: int, accion: Callable[[], object], ancla: str = "") -> HttpResponse:
    """Does it and goes back to the step, which tells the rule that was broken, if any."""
    try:
        accion()
    except (ReglaIncumplida, NoSePublica) as regla:
        messages.error(request, str(regla))
    vuelta = redirect("equipo:concepto-publicacion", numero)
    vuelta.headers["Location"] += ancla
    return vuelta


@require_safe
@solo_equipo
def publicacion(request: Peticion, numero: int) -> HttpResponse:
    """All there is to decide before anyone reads it."""
    concepto = concepto_que_tacha(request, numero)
    contexto = {"concepto": concepto, **paso(request.user, concepto)}
    return mostrar(request, "equipo/conceptos/publicacion/paso.html", contexto)


@require_safe
@solo_equipo
def version(request: Peticion, numero: int) -> HttpResponseBase:
    """The PDF as it would be published, as a download."""
    concepto = concepto_que_tacha(request, numero)
    publico = version_publica(contenido_firmado(concepto), concepto.tachaduras.order_by("id"))
    return entregar_pdf(BytesIO(componer_version_publica(concepto, publico)), f"{concepto.numero} versión pública")


@abrir_y_enviar
@solo_equipo
def ficha(request: Peticion, numero: int) -> HttpResponse:
    """Title, summary and topics."""
    concepto = concepto_que_prepara(request, numero)

    def guardar(datos: dict[str, Any]) -> HttpResponse:
        guardar_ficha_publica(concepto=concepto, **datos, autor=request.user, ahora=timezone.now())
        return hecho(request, "La ficha quedó guardada.", "equipo:concepto-publicacion", str(numero))

    form = FichaPublicaForm(initial=_inicial(concepto), **recibido(request))
    return resolver(request, form, guardar, "equipo/conceptos/publicacion/ficha.html", concepto=concepto)


@require_POST
@solo_equipo
def publicar(request: Peticion, numero: int) -> HttpResponse:
    """Puts it in the bank, as the person has read it: if it changed meanwhile, it is shown again."""
    concepto = concepto_de(request.user, numero)
    exigir(puede_publicar(request.user, concepto))
    if request.POST.get("huella") != paso(request.user, concepto)["huella"]:
        messages.warning(request, "La versión pública cambió mientras usted la leía: revísela de nuevo.")
        return redirect("equipo:concepto-publicacion", numero)
    try:
        puesta = publicar_concepto(concepto=concepto, autor=request.user, ahora=timezone.now())
    except (ReglaIncumplida, NoSePublica) as regla:
        messages.error(request, str(regla))
        return redirect("equipo:concepto-publicacion", numero)
    return hecho(request, f"El {puesta.numero} ya está en el banco de conceptos.", "equipo:concepto", str(numero))


@abrir_y_enviar
@solo_equipo
def reserva(request: Peticion, numero: int) -> HttpResponse:
    """Sets it apart."""
    concepto = concepto_de(request.user, numero)
    exigir(puede_publicar(request.user, concepto))

    def reservar(datos: dict[str, Any]) -> HttpResponse:
        reservar_concepto(concepto=concepto, **datos, autor=request.user, ahora=timezone.now())
        return hecho(request, "El concepto queda reservado.", "equipo:concepto", str(numero))

    form = ReservaForm(initial={"motivo": concepto.reserva}, **recibido(request))
    return resolver(request, form, reservar, "equipo/conceptos/publicacion/reserva.html", concepto=concepto)


def _inicial(concepto: Concepto) -> dict[str, Any]:
    """What was written of it or, in its absence, its subject and the topics of the request."""
    escrita = getattr(concepto, "ficha_publica", None)
    if escrita is None:
        temas = list(concepto.solicitud.temas.values_list("pk", flat=True))
        return {"titulo": concepto.asunto[:200], "temas": temas}
    temas = list(escrita.temas.values_list("pk", flat=True))
    return {"titulo": escrita.titulo, "resumen": escrita.resumen, "temas": temas}
