"""The indicators of the own entity, and what it says of itself."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from asiste.archivo.acciones.choques import OtrasCifras
from asiste.archivo.acciones.valores import autoevaluar, vigencias_de_autoevaluacion
from asiste.archivo.indicadores import comparacion
from asiste.archivo.models import IndicadorDocumental, ValorIndicador
from asiste.cuentas.models import Usuario
from asiste.directorio.models import Entidad
from asiste.solicitudes.acciones import ReglaIncumplida
from asiste.solicitudes.alcance import entidades_de
from asiste.web.entidad.acceso import Peticion, solo_entidad
from asiste.web.entidad.archivo.autoevaluacion import AutoevaluacionForm


def _entidades(usuario: Usuario) -> list[Entidad]:
    return list(entidades_de(usuario).select_related("sector"))


def _elegida(entidades: list[Entidad], clave: str) -> Entidad | None:
    """The entity that the address names, or the first; None for who is contact of none."""
    if clave and clave not in {una.clave for una in entidades}:
        raise Http404
    return next((una for una in entidades if una.clave == clave), entidades[0] if entidades else None)


@require_safe
@solo_entidad
def indicadores(request: Peticion) -> HttpResponse:
    """Each indicator by year, beside the sector, and what was read in them with the team."""
    entidades = _entidades(request.user)
    entidad = _elegida(entidades, request.GET.get("entidad", ""))
    contexto: dict[str, Any] = {"entidades": entidades, "entidad": entidad}
    if entidad:
        vigencia = vigencias_de_autoevaluacion(timezone.now())[0]
        anios = comparacion.anios_de(entidad, vigencia)
        referencia = comparacion.referencia_de(anios, vigencia)
        contexto |= {
            "anios": anios,
            "referencia": referencia,
            "filas": comparacion.comparar(entidad, anios, referencia),
            "interpretaciones": comparacion.interpretaciones_de(entidad),
            "vigencias": vigencias_de_autoevaluacion(timezone.now()),
        }
    return render(request, "entidad/archivo/indicadores.html", contexto)


@require_http_methods(["GET", "HEAD", "POST"])
@solo_entidad
def autoevaluacion(request: Peticion, entidad: str, vigencia: int) -> HttpResponse:
    """What the entity says of itself where the archive has noted nothing."""
    propia = _elegida(_entidades(request.user), entidad)
    if propia is None or vigencia not in vigencias_de_autoevaluacion(timezone.now()):
        raise Http404
    ya = {uno.indicador_id: uno for uno in ValorIndicador.objects.filter(entidad=propia, vigencia=vigencia)}
    activos = IndicadorDocumental.objects.activos()
    abiertos = [uno for uno in activos if uno.pk not in ya or ya[uno.pk].es_autoevaluacion]
    actuales = {clave: uno.valor for clave, uno in ya.items()}
    enviado = request.POST if request.method == "POST" else None
    form = AutoevaluacionForm(enviado, indicadores=abiertos, valores=actuales)
    if request.method == "POST" and form.is_valid():
        try:
            ahora = timezone.now()
            dichos, vistos, autor = form.dichos(), form.lo_visto(), request.user
            autoevaluar(entidad=propia, vigencia=vigencia, valores=dichos, vistos=vistos, autor=autor, ahora=ahora)
        except OtrasCifras as otras:
            form.ofrecer(otras.actuales)
            form.add_error(None, str(otras))
        except ReglaIncumplida as regla:
            form.add_error(None, str(regla))
        else:
            messages.success(request, "Guardamos su autoevaluación. El Archivo de Bogotá la ve marcada como suya.")
            return redirect(f"{reverse('entidad:indicadores')}?entidad={propia.clave}")
    contexto = {"form": form, "entidad": propia, "vigencia": vigencia}
    return render(request, "entidad/archivo/autoevaluacion.html", contexto)
