"""Days that do not count."""

from datetime import MAXYEAR

from django.http import Http404, HttpResponse
from django.utils import timezone
from django.views.decorators.http import require_safe

from asiste.calendario.models import DiaNoHabil, Festivo, JornadaAtencion
from asiste.web.equipo.acceso import Peticion, solo_equipo
from asiste.web.equipo.marco import mostrar


@require_safe
@solo_equipo
def calendario(request: Peticion, anio: int | None = None) -> HttpResponse:
    """Holidays and extra non-working days of a year, each with its norm, and the hours of service."""
    hoy = timezone.localdate()
    visto = hoy.year if anio is None else anio
    if not 1 < visto < MAXYEAR:
        raise Http404
    festivos = [
        {"fecha": dia.fecha, "nombre": dia.nombre, "fuente": dia.norma, "traslado": dia.traslado, "extra": False}
        for dia in Festivo.objects.vigentes().filter(fecha__year=visto).order_by("fecha")
    ]
    adicionales = [
        {"fecha": dia.fecha, "nombre": dia.motivo, "fuente": dia.acto, "traslado": False, "extra": True}
        for dia in DiaNoHabil.objects.vigentes().filter(fecha__year=visto).order_by("fecha")
    ]
    contexto = {
        "anio": visto,
        "anterior": visto - 1,
        "siguiente": visto + 1,
        "dias": sorted([*festivos, *adicionales], key=lambda dia: str(dia["fecha"])),
        "jornada": JornadaAtencion.objects.vigente(hoy),
    }
    return mostrar(request, "equipo/calendario.html", contexto)
