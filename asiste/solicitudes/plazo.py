"""The deadline of a request, in words and day by day."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from django.utils import timezone

from asiste.calendario.dias import Calendario
from asiste.calendario.lectura import cargar
from asiste.calendario.libro import Libro, abrir_libro
from asiste.solicitudes.historia import historia_de, leer_historia
from asiste.solicitudes.models import Actuacion, Solicitud

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


def calendario_de(hoy: date, solicitudes: Iterable[Solicitud] | None = None) -> Calendario:
    """Calendar wide enough for the requests of a page or, without them, for any: one query."""
    if solicitudes is None:
        return cargar(date(PRIMER_ANIO, 1, 1), date(hoy.year + 1, 12, 31))
    fechas = [fecha for solicitud in solicitudes for fecha in _fechas(solicitud, hoy)] or [hoy]
    return cargar(min(fechas), max(fechas))


def _fechas(solicitud: Solicitud, hoy: date) -> tuple[date, ...]:
    """The days that its deadline is told with."""
    return timezone.localdate(solicitud.recibida_en), solicitud.inicia_el, solicitud.vence_el, _corte(solicitud, hoy)


def _corte(solicitud: Solicitud, hoy: date) -> date:
    """The day that counts: the one that stopped the term, else today."""
    parada = solicitud.suspendida_en or solicitud.atendida_en or solicitud.cerrada_en
    return timezone.localdate(parada) if parada else hoy


def estado_del_plazo(solicitud: Solicitud, calendario: Calendario, hoy: date) -> Plazo:
    """Business days used and left on a day; what stopped the term is the day that counts. Disposición: 5-oportuna."""
    corte = _corte(solicitud, hoy)
    faltan = calendario.contar(max(corte, solicitud.inicia_el), solicitud.vence_el)
    if corte > solicitud.vence_el:  # past due counts even before the first business day goes by
        faltan = min(faltan, -1)
    usados = max(0, min(solicitud.termino - faltan, solicitud.termino))
    estado, frase = _en_palabras(solicitud, faltan)
    return Plazo(estado, faltan, usados, solicitud.termino, frase)


def _en_palabras(solicitud: Solicitud, faltan: int) -> tuple[str, str]:
    if solicitud.estado == Solicitud.Estado.SUSPENDIDA:
        return "pausa", "en pausa"
    if solicitud.atendida_en:
        return ("vencida", f"atendida {_dias(-faltan)} tarde") if faltan < 0 else ("cumplida", "atendida a tiempo")
    if solicitud.terminada:
        return "pausa", solicitud.get_estado_display().lower()
    return _tono(faltan), _frase(faltan)


def cuenta_de(solicitud: Solicitud, hoy: date, actuaciones: Iterable[Actuacion] | None = None) -> tuple[Plazo, Libro]:
    """State of the deadline and its ledger: each day from filing to due date, and how it counted.

    Once attended or ended both stay as the calendar of that moment gave them, and time does not go on. Who has read
    the `actuaciones` gives them; the calendar is one query.
    """
    historia = historia_de(solicitud) if actuaciones is None else leer_historia(actuaciones)
    segun = None if solicitud.abierta else solicitud.atendida_en or solicitud.cerrada_en
    if segun:
        hoy = min(hoy, max(solicitud.vence_el, _corte(solicitud, hoy)) + timedelta(days=1))
    calendario = cargar(solicitud.inicia_el, max(solicitud.vence_el, hoy) + timedelta(days=31), segun)
    libro = abrir_libro(
        calendario=calendario,
        recibida=solicitud.inicia_el,
        dias=solicitud.dias,
        pausas=historia.pausas if solicitud.abierta else historia.cerradas,
        prorrogas=historia.prorrogas,
        hoy=hoy,
    )
    return estado_del_plazo(solicitud, calendario, hoy), libro


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
