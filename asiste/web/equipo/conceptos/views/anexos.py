"""The files that go with a concept."""

from typing import Any

from django.db.models import Sum
from django.http import HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect
from django.views.decorators.http import require_POST, require_safe

from asiste.conceptos import acciones
from asiste.conceptos.models import AnexoConcepto, Concepto
from asiste.web.equipo.acceso import Peticion, solo_equipo
from asiste.web.equipo.conceptos.acceso import concepto_de, concepto_que_escribe
from asiste.web.equipo.conceptos.forms.datos import AnexosForm
from asiste.web.equipo.envio import abrir_y_enviar, hecho, recibido, resolver
from asiste.web.equipo.views.archivos import entregar
from asiste.web.interfaz.archivos import guardados


@abrir_y_enviar
@solo_equipo
def anexos(request: Peticion, numero: int) -> HttpResponse:
    """Adds files, and shows those there are."""
    concepto = concepto_que_escribe(request.user, numero)
    if not concepto.en_proyecto:
        return redirect("equipo:concepto", numero)
    usado = concepto.anexos.aggregate(suma=Sum("archivo__tamano"))["suma"] or 0

    def agregar(datos: dict[str, Any]) -> HttpResponse:
        cuantos = acciones.agregar_anexos(concepto=concepto, archivos=guardados(datos["archivos"]), autor=request.user)
        texto = "Agregamos el anexo." if cuantos == 1 else f"Agregamos {cuantos} anexos."
        return hecho(request, texto, "equipo:concepto-anexos", str(numero))

    form = AnexosForm(usado=usado, **recibido(request))
    puestos = concepto.anexos.select_related("archivo").order_by("id")
    return resolver(request, form, agregar, "equipo/conceptos/anexos.html", concepto=concepto, puestos=puestos)


@require_safe
@solo_equipo
def anexo(request: Peticion, numero: int, cual: int) -> HttpResponseBase:
    """A file, as an inert download."""
    suyo = _anexo(concepto_de(request.user, numero), cual)
    return entregar(request, suyo.archivo, suyo.nombre)


@require_POST
@solo_equipo
def retiro(request: Peticion, numero: int, cual: int) -> HttpResponse:
    """Takes a file away."""
    concepto = concepto_que_escribe(request.user, numero)
    if not concepto.en_proyecto:
        return redirect("equipo:concepto", numero)
    acciones.retirar_anexo(anexo=_anexo(concepto, cual))
    return hecho(request, "Quitamos el anexo.", "equipo:concepto-anexos", str(numero))


def _anexo(concepto: Concepto, cual: int) -> AnexoConcepto:
    suyos = AnexoConcepto.objects.filter(concepto=concepto).select_related("archivo", "concepto")
    return get_object_or_404(suyos, pk=cual)
