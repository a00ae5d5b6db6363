"""Each datum of a concept that is taken out or kept, and what it will do to others."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.utils import timezone
from django.views.decorators.http import require_POST

from asiste.conceptos.acciones import tachaduras as acciones
from asiste.web.equipo.acceso import Peticion, solo_equipo
from asiste.web.equipo.conceptos.forms.publicacion import PrevistaForm
from asiste.web.equipo.conceptos.views.publicacion import concepto_que_prepara, concepto_que_tacha, hacer
from asiste.web.equipo.envio import abrir_y_enviar, hecho, recibido, resolver

DATOS, PASAJES = "#datos", "#pasajes"


@require_POST
@solo_equipo
def dato(request: Peticion, numero: int) -> HttpResponse:
    """Takes out what was proposed, or keeps it with a reason."""
    concepto = concepto_que_tacha(request, numero)
    pasaje, motivo = _escrito(request, "pasaje"), _escrito(request, "motivo")
    conserva = request.POST.get("accion") == "conservar"
    if conserva and not motivo:
        messages.error(request, f"Para conservar «{pasaje}», diga por qué.")
        return hacer(request, numero, lambda: None, DATOS)
    ahora = timezone.now()
    porque = motivo[:200] if conserva else ""
    return hacer(
        request,
        numero,
        lambda: acciones.decidir_dato(concepto=concepto, pasaje=pasaje, motivo=porque, autor=request.user, ahora=ahora),
        DATOS,
    )


@require_POST
@solo_equipo
def pasaje(request: Peticion, numero: int) -> HttpResponse:
    """Takes out words that nobody proposed."""
    concepto, ahora, palabras = concepto_que_tacha(request, numero), timezone.now(), _escrito(request, "pasaje")
    return hacer(
        request,
        numero,
        lambda: acciones.suprimir_pasaje(concepto=concepto, pasaje=palabras, autor=request.user, ahora=ahora),
        PASAJES,
    )


@require_POST
@solo_equipo
def deshacer(request: Peticion, numero: int, tachadura: int) -> HttpResponse:
    """Leaves a passage as nobody had decided it."""
    concepto = concepto_que_tacha(request, numero)
    suya = get_object_or_404(concepto.tachaduras.select_related("concepto"), pk=tachadura)
    return hacer(request, numero, lambda: acciones.deshacer_tachadura(tachadura=suya), DATOS)


@abrir_y_enviar
@solo_equipo
def relacion(request: Peticion, numero: int) -> HttpResponse:
    """What it will do to another of the bank."""
    concepto = concepto_que_prepara(request, numero)

    def prever(datos: dict[str, Any]) -> HttpResponse:
        prevista = acciones.prever_relacion(concepto=concepto, **datos, autor=request.user)
        return hecho(request, f"{prevista}.", "equipo:concepto-publicacion", str(numero))

    inicial = {"destino": request.GET.get("con", "")}
    form = PrevistaForm(initial=inicial, **recibido(request))
    return resolver(request, form, prever, "equipo/conceptos/publicacion/relacion.html", concepto=concepto)


@require_POST
@solo_equipo
def quitar_relacion(request: Peticion, numero: int, prevista: int) -> HttpResponse:
    """It will not do that."""
    concepto = concepto_que_prepara(request, numero)
    suya = get_object_or_404(concepto.relaciones_previstas.select_related("concepto"), pk=prevista)
    return hacer(request, numero, lambda: acciones.quitar_prevista(prevista=suya))


def _escrito(request: Peticion, campo: str) -> str:
    return " ".join(request.POST.get(campo, "").replace("\0", "").split())
