"""Looking for an hour that several people have free."""

from collections.abc import Sequence
from datetime import date, timedelta
from itertools import groupby
from typing import Any
from urllib.parse import urlencode

from django.http import HttpResponse, QueryDict
from django.utils import timezone
from django.views.decorators.http import require_safe

from asiste.agenda import permisos
from asiste.agenda.consultas import huecos_comunes
from asiste.agenda.intervalos import Intervalo
from asiste.calendario.dias import FueraDelCalendario
from asiste.web.equipo.acceso import Peticion, exigir, funcionario_de, solo_equipo
from asiste.web.equipo.agenda.forms.horas import HuecosForm, en_direccion
from asiste.web.equipo.agenda.propuestas import caso_de, en_espera_de
from asiste.web.equipo.marco import mostrar

CUANTOS = 30


@require_safe
@solo_equipo
def huecos(request: Peticion) -> HttpResponse:
    """The next gaps of those people: each one leads to a new session, and several may be offered."""
    exigir(permisos.puede_programar(request.user))
    caso = caso_de(request.user, request.GET)
    form = HuecosForm(_preguntado(request))
    contexto = {
        "form": form,
        "solicitud": caso,
        "dias": _encontrados(form, caso.radicado if caso else "") if form.is_bound and form.is_valid() else None,
        "propuestas": en_espera_de(request.user)[:5],
        "ahora": timezone.now(),
    }
    return mostrar(request, "equipo/agenda/huecos.html", contexto)


def _preguntado(request: Peticion) -> QueryDict | None:
    """What the address asks; without it, an hour of the person from today on. Nothing for who has no office."""
    datos = request.GET.copy()
    propio = funcionario_de(request.user)
    if "dirige" not in datos:
        if propio is None:
            return None
        datos["dirige"] = str(propio.pk)
    datos.setdefault("minutos", "60")
    datos.setdefault("desde", f"{timezone.localdate():%Y-%m-%d}")
    return datos


def _encontrados(form: HuecosForm, radicado: str) -> list[tuple[date, list[dict[str, Any]]]]:
    """The gaps by day, each with what its links carry. What is out of the calendar is said beside the day."""
    duracion = timedelta(minutes=form.cleaned_data["minutos"])
    try:
        encontrados = huecos_comunes(personas=form.personas, duracion=duracion, desde=form.momento(), cuantos=CUANTOS)
    except FueraDelCalendario as limite:
        form.add_error("desde", str(limite))
        return []
    return [
        (dia, [_fila(uno, form, radicado) for uno in suyos])
        for dia, suyos in groupby(encontrados, key=lambda uno: uno.inicia.date())
    ]


def _fila(hueco: Intervalo, form: HuecosForm, radicado: str) -> dict[str, Any]:
    marca = en_direccion(hueco)
    inicia, termina = marca.split("/")
    parametros: Sequence[tuple[str, Any]] = [
        ("inicia", inicia),
        ("termina", termina),
        ("dirige", form.cleaned_data["dirige"].pk),
        *(("acompanan", una.pk) for una in form.cleaned_data["acompanan"]),
        *((("solicitud", radicado),) if radicado else ()),
    ]
    return {"hueco": hueco, "marca": marca, "parametros": urlencode(parametros)}
