"""The operative scheme with what the person's tree has in each step."""

from django.http import HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_safe

from asiste.solicitudes.alcance import solicitudes_del_equipo
from asiste.solicitudes.conteo import TOPE, contar_hasta
from asiste.solicitudes.models import Solicitud
from asiste.web.equipo.acceso import Peticion, solo_equipo
from asiste.web.equipo.marco import mostrar
from asiste.web.interfaz.esquema import contexto


@require_safe
@solo_equipo
def esquema(request: Peticion) -> HttpResponse:
    """How many requests are in each state, up to «99+», in one query. Disposición: 7.1.3-esquema-operativo."""
    visibles = solicitudes_del_equipo(request.user)
    nombres = {estado.name: estado.value for estado in Solicitud.Estado}
    cuentas = contar_hasta(TOPE, **{nombre: visibles.filter(estado=valor) for nombre, valor in nombres.items()})
    por_estado = {nombres[nombre]: cuantas for nombre, cuantas in cuentas.items()}
    return mostrar(request, "equipo/archivo/esquema.html", contexto(por_estado, reverse("equipo:base")))
