"""Correcting the public version of a concept."""

from typing import Any

from django.http import Http404, HttpResponse
from django.utils import timezone

from asiste.conceptos.acciones.correccion import corregir_version_publica
from asiste.conceptos.publicadores import puede_corregir
from asiste.web.equipo.acceso import Peticion, exigir, solo_equipo
from asiste.web.equipo.conceptos.acceso import concepto_de
from asiste.web.equipo.conceptos.forms.correccion import CorreccionForm
from asiste.web.equipo.envio import abrir_y_enviar, hecho, recibido, resolver


@abrir_y_enviar
@solo_equipo
def correccion(request: Peticion, numero: int) -> HttpResponse:
    """Publishes it again, made of what is taken out by now."""
    concepto = concepto_de(request.user, numero)
    publicada = concepto.publicacion
    if publicada is None:
        raise Http404
    exigir(puede_corregir(request.user, concepto))

    def corregir(datos: dict[str, Any]) -> HttpResponse:
        corregida = corregir_version_publica(concepto=concepto, **datos, autor=request.user, ahora=timezone.now())
        hecha = f"La versión {corregida.version} del {corregida.numero} reemplazó a la anterior en el banco."
        return hecho(request, hecha, "equipo:concepto", str(numero))

    inicial = {"titulo": publicada.titulo, "resumen": publicada.resumen}
    form = CorreccionForm(initial=inicial, **recibido(request))
    return resolver(request, form, corregir, "equipo/conceptos/publicacion/correccion.html", concepto=concepto)
