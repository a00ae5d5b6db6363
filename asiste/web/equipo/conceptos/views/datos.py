"""What a concept is about: subject, inquiry and terms of the answer."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import redirect

from asiste.conceptos.acciones.datos import DATOS, OtrosDatos, cambiar_datos, partida_de
from asiste.conceptos.models import Concepto
from asiste.web.equipo.acceso import Peticion, solo_equipo
from asiste.web.equipo.conceptos.acceso import concepto_que_escribe
from asiste.web.equipo.conceptos.forms.datos import DatosForm
from asiste.web.equipo.diferencias import comparar
from asiste.web.equipo.envio import abrir_y_enviar, hecho, recibido, resolver
from asiste.web.equipo.marco import mostrar

PAGINA = "equipo/conceptos/datos.html"


@abrir_y_enviar
@solo_equipo
def datos(request: Peticion, numero: int) -> HttpResponse:
    """The three of them; what somebody else changed meanwhile is shown beside what was sent."""
    elegido = concepto_que_escribe(request.user, numero)
    if not elegido.en_proyecto:
        return redirect("equipo:concepto", numero)
    inicial = {campo: getattr(elegido, campo) for campo in DATOS}
    form = DatosForm(initial={**inicial, "partida": partida_de(elegido)}, **recibido(request))

    def guardar(nuevos: dict[str, Any]) -> HttpResponse:
        partida = nuevos.pop("partida")
        try:
            cambiar_datos(concepto=elegido, datos=nuevos, partida=partida, autor=request.user)
        except OtrosDatos as otros:
            return _comparados(request, form, elegido, otros)
        return hecho(request, "Guardamos los datos del concepto.", "equipo:concepto", str(numero))

    return resolver(request, form, guardar, PAGINA, concepto=elegido, partida=form["partida"].value() or "", choques=[])


def _comparados(request: Peticion, form: DatosForm, concepto: Concepto, otros: OtrosDatos) -> HttpResponse:
    form.add_error(None, str(otros))
    choques = [
        (form[campo].label, *comparar(actual, form.cleaned_data[campo])) for campo, actual in otros.actuales.items()
    ]
    contexto = {"form": form, "concepto": concepto, "partida": otros.partida, "choques": choques}
    return mostrar(request, PAGINA, contexto)
