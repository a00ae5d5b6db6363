"""The format of each office: its code and the text its concepts start with."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_safe

from asiste.conceptos import acciones
from asiste.conceptos.models import FormatoConcepto
from asiste.conceptos.permisos import puede_cuidar_formatos
from asiste.web.equipo.acceso import Peticion, dependencias_visibles, exigir, solo_equipo
from asiste.web.equipo.conceptos.forms.formatos import FormatoForm
from asiste.web.equipo.envio import abrir_y_enviar, hecho, recibido, resolver
from asiste.web.equipo.marco import mostrar


@require_safe
@solo_equipo
def formatos(request: Peticion) -> HttpResponse:
    """The offices that the person heads, each with its format."""
    exigir(puede_cuidar_formatos(request.user))
    oficinas = dependencias_visibles(request.user).select_related("formato_de_concepto")
    return mostrar(request, "equipo/conceptos/formatos.html", {"oficinas": oficinas})


@abrir_y_enviar
@solo_equipo
def formato(request: Peticion, clave: str) -> HttpResponse:
    """Changes the format of an office; the concepts already started keep their text."""
    exigir(puede_cuidar_formatos(request.user))
    oficina = get_object_or_404(dependencias_visibles(request.user), clave=clave)
    actual = FormatoConcepto.objects.filter(dependencia=oficina).first()
    form = FormatoForm(formato=actual, **recibido(request))

    def guardar(datos: dict[str, Any]) -> HttpResponse:
        acciones.guardar_formato(
            dependencia=oficina, codigo=datos["codigo"], version=datos["version"], textos=form.textos()
        )
        return hecho(
            request, f"Los conceptos de {oficina.sigla} empezarán con este formato.", "equipo:formatos-concepto"
        )

    return resolver(request, form, guardar, "equipo/conceptos/formato.html", oficina=oficina)
