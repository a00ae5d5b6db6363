"""What is asked again and again: it deserves an activity next year."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.utils import timezone
from django.views.decorators.http import require_safe

from asiste.oferta import acciones, permisos
from asiste.oferta.consultas.ambito import Ambito
from asiste.oferta.consultas.demanda import quienes_pidieron, recurrentes
from asiste.web.equipo.acceso import Peticion, exigir, puesto_de, solo_equipo
from asiste.web.equipo.envio import abrir_y_enviar, hecho, recibido, resolver
from asiste.web.equipo.forms.tramite import ConfirmacionForm
from asiste.web.equipo.marco import mostrar
from asiste.web.equipo.oferta.acceso import pedido
from asiste.web.equipo.oferta.forms.cobertura import DemandaForm


def _pedido(request: Peticion) -> tuple[dict[str, Any], Ambito]:
    return pedido(request, DemandaForm(request.GET, timezone.localdate().year))


@require_safe
@solo_equipo
def demanda(request: Peticion) -> HttpResponse:
    """Topics asked so often, by so many, that no activity of the year is about."""
    contexto, ambito = _pedido(request)
    contexto |= {
        "temas": recurrentes(ambito, **contexto["filtros"].minimos()),
        "siguiente": contexto["vigencia"] + 1,
        "agrega": permisos.puede_agregar_en(request.user, ambito.direccion),
    }
    return mostrar(request, "equipo/oferta/demanda.html", contexto)


@abrir_y_enviar
@solo_equipo
def agregar(request: Peticion, clave: str) -> HttpResponse:
    """Puts the topic in next year's draft, for those who asked, and opens it to be completed."""
    contexto, ambito = _pedido(request)
    exigir(permisos.puede_agregar_en(request.user, ambito.direccion))
    tema = get_object_or_404(ambito.temas, clave=clave)
    entidades = list(quienes_pidieron(ambito, tema))

    def guardar(_datos: dict[str, Any]) -> HttpResponse:
        nueva = acciones.agregar_recurrente(
            direccion=ambito.direccion,
            vigencia=ambito.vigencia + 1,
            tema=tema,
            entidades=entidades,
            responsable=puesto_de(request.user),
            autor=request.user,
            ahora=timezone.now(),
        )
        return hecho(request, "Quedó en el borrador: complétela.", "equipo:actividad-cambio", str(nueva.pk))

    contexto |= {"tema": tema, "entidades": entidades, "siguiente": ambito.vigencia + 1}
    plantilla = "equipo/oferta/demanda_agregar.html"
    return resolver(request, ConfirmacionForm(**recibido(request)), guardar, plantilla, **contexto)
