"""The deadline of a request, in words and day by day."""

from dataclasses import dataclass
from datetime import date, timedelta

from django.utils import timezone

from asiste.calendario.dias import Calendario
from asiste.calendario.lectura import cargar
from asiste.calendario.libro import Libro, abrir_libro
from asiste.solicitudes.models import Solicitud

PROXIMO = 3  # business days
PRIMER_ANIO = 2015  # of the table of holidays: no request is older


@dataclass(frozen=True, slots=True)
class Plazo:
    """State of a deadline; `estado` is the value of `data-plazo` on the pages."""

    estado: str
    faltan: int
    usados: int
    dias: int
    frase: str


def calendario_de(hoy: date) -> Calendario:
    """Calendar wide enough for the requests of a page, however old: one query."""
    return cargar(date(PRIMER_ANIO, 1, 1), date(hoy.year + 1, 12, 31))


def estado_del_plazo(solicitud: Solicitud, calendario: Calendario, hoy: date) -> Plazo:
    """Business days used and left on a day; once attended, what counts is that day. Disposición: 5-oportuna."""
    corte = timezone.localdate(solicitud.atendida_en) if solicitud.atendida_en else hoy
    usados = max(0, calendario.contar(solicitud.inicia_el, corte))
    faltan = calendario.contar(max(corte, solicitud.inicia_el), solicitud.vence_el)
    if corte > solicitud.vence_el:  # past due counts even before the first business day goes by
        faltan = min(faltan, -1)
    if solicitud.atendida_en:
        tarde = corte > solicitud.vence_el
        frase = f"atendida {_dias(-faltan)} tarde" if tarde else "atendida a tiempo"
        return Plazo("vencida" if tarde else "cumplida", faltan, min(usados, solicitud.dias), solicitud.dias, frase)
    return Plazo(_tono(faltan), faltan, min(usados, solicitud.dias), solicitud.dias, _frase(faltan))


def libro_de(solicitud: Solicitud, hoy: date) -> Libro:
    """The ledger of the request: each day from filing to due date, and how it counted."""
    hasta = max(solicitud.vence_el, hoy) + timedelta(days=31)
    return abrir_libro(
        calendario=cargar(solicitud.inicia_el, hasta), recibida=solicitud.inicia_el, dias=solicitud.dias, hoy=hoy
    )


def _tono(faltan: int) -> str:
    if faltan < 0:
        return "vencida"
    if faltan == 0:
        return "hoy"
    return "proximo" if faltan <= PROXIMO else "holgado"


def _frase(faltan: int) -> str:
    if faltan < 0:
        return f"vencida hace {_dias(-faltan)}"
    if faltan == 0:
        return "vence hoy"
    return f"{'falta' if faltan == 1 else 'faltan'} {_dias(faltan)}"


def _dias(cantidad: int) -> str:
    return "1 día hábil" if cantidad == 1 else f"{cantidad} días hábiles"
