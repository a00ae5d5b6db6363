"""The values of an entity in a year, typed; and what they tell, written with it."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.utils import timezone

from asiste.archivo.acciones.choques import OtrasCifras
from asiste.archivo.acciones.indicadores import interpretar
from asiste.archivo.acciones.valores import anotar
from asiste.archivo.indicadores import permisos
from asiste.archivo.indicadores.comparacion import interpretaciones_de
from asiste.archivo.models import ValorIndicador
from asiste.directorio.models import Entidad
from asiste.web.equipo.acceso import Peticion, exigir, solo_equipo
from asiste.web.equipo.archivo.forms.indicadores import InterpretacionForm, ValoresForm
from asiste.web.equipo.archivo.views.indicadores import indicadores_activos
from asiste.web.equipo.envio import abrir_y_enviar, hecho, recibido, resolver


@abrir_y_enviar
@solo_equipo
def valores(request: Peticion, entidad: str, vigencia: int) -> HttpResponse:
    """A figure for each indicator, with that of the year before beside."""
    exigir(permisos.puede_anotar(request.user))
    elegida = get_object_or_404(Entidad, clave=entidad)
    antes, ahora = (_valores(elegida, anio) for anio in (vigencia - 1, vigencia))
    form = ValoresForm(indicadores=indicadores_activos(), antes=antes, ahora=ahora, **recibido(request))

    def guardar(datos: dict[str, Any]) -> HttpResponse:
        try:
            cambiaron = anotar(
                entidad=elegida,
                vigencia=vigencia,
                valores=form.valores(),
                vistos=form.lo_visto(),
                fuente=datos["fuente"],
                autor=request.user,
                ahora=timezone.now(),
            )
        except OtrasCifras as otras:
            form.ofrecer(otras.actuales)
            raise
        listo = f"Guardado: cambiaron {cambiaron} valores de {vigencia}." if cambiaron else "Nada cambió."
        return hecho(request, listo, "equipo:indicadores-de", elegida.clave)

    contexto = {"entidad": elegida, "vigencia": vigencia}
    return resolver(request, form, guardar, "equipo/archivo/indicadores/valores.html", **contexto)


def _valores(entidad: Entidad, vigencia: int) -> dict[int, ValorIndicador]:
    filas = ValorIndicador.objects.filter(entidad=entidad, vigencia=vigencia).order_by("id")
    return {fila.indicador_id: fila for fila in filas}


@abrir_y_enviar
@solo_equipo
def interpretacion(request: Peticion, entidad: str, vigencia: int) -> HttpResponse:
    """What the team and the entity read in the indicators of a year. Disposición: 7.1.1-revisiones."""
    exigir(permisos.puede_anotar(request.user))
    elegida = get_object_or_404(Entidad, clave=entidad)
    antes = next((una for una in interpretaciones_de(elegida) if una.vigencia == vigencia), None)
    inicial = {"texto": antes.texto, "con": antes.con} if antes else {}
    form = InterpretacionForm(initial=inicial, **recibido(request))

    def guardar(datos: dict[str, Any]) -> HttpResponse:
        interpretar(entidad=elegida, vigencia=vigencia, **datos, autor=request.user, ahora=timezone.now())
        return hecho(request, "Quedó escrita. La entidad la ve en su página.", "equipo:indicadores-de", elegida.clave)

    contexto = {"entidad": elegida, "vigencia": vigencia}
    return resolver(request, form, guardar, "equipo/archivo/indicadores/interpretacion.html", **contexto)
