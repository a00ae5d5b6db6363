"""Internal marks: by when a draft, its review and its signature, so that the answer goes out in time."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Q

from asiste.calendario.dias import UN_DIA, Calendario
from asiste.conceptos.models import Concepto
from asiste.solicitudes.models import Solicitud

Estado = Concepto.Estado
ANTES = {Estado.PROYECTO: 5, Estado.REVISION: 3, Estado.FIRMA: 1}  # business days before the due date
ROTULOS = {Estado.PROYECTO: "proyecto", Estado.REVISION: "revisión", Estado.FIRMA: "firma"}
PROXIMA = 1  # business days


@dataclass(frozen=True, slots=True)
class Marca:
    """A day that the work on a concept should not go past; `plazo` as the pages draw it."""

    estado: str
    rotulo: str
    dia: date
    plazo: str

    @property
    def es_cumplida(self) -> bool:
        """True when the concept went past that step."""
        return self.plazo == "cumplida"


def marcas_de(concepto: Concepto, calendario: Calendario, hoy: date) -> list[Marca]:
    """The three of a concept in course, in their order; none while the term is paused, or once it ended."""
    caso = concepto.solicitud
    if not concepto.vivo or caso.estado == Solicitud.Estado.SUSPENDIDA:
        return []
    pasos = list(ANTES)
    en_que = pasos.index(Estado(concepto.estado))
    marcas = []
    for lugar, (estado, dias) in enumerate(ANTES.items()):
        dia = calendario.restar(caso.vence_el, dias)
        plazo = "cumplida" if lugar < en_que else _plazo(calendario, dia, hoy)
        marcas.append(Marca(estado, ROTULOS[estado], dia, plazo))
    return marcas


def marca_actual(concepto: Concepto, calendario: Calendario, hoy: date) -> Marca | None:
    """The one of the step it is in."""
    marcas = marcas_de(concepto, calendario, hoy)
    return next((marca for marca in marcas if marca.estado == concepto.estado), None)


def con_marca_vencida(calendario: Calendario, hoy: date) -> Q:
    """Concepts whose step should have ended before today, as a condition on their table."""
    condicion = Q()
    for estado, dias in ANTES.items():
        condicion |= Q(estado=estado, solicitud__vence_el__lte=calendario.sumar(hoy - UN_DIA, dias))
    return condicion & ~Q(solicitud__estado=Solicitud.Estado.SUSPENDIDA)


def _plazo(calendario: Calendario, dia: date, hoy: date) -> str:
    faltan = calendario.contar(hoy, dia)
    if dia < hoy:
        return "vencida"
    if dia == hoy or faltan == 0:
        return "hoy"
    return "proximo" if faltan <= PROXIMA else "holgado"
