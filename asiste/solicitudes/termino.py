"""The term a request gets when it is filed."""

from datetime import date
from functools import cache

from django.utils import timezone

from asiste.calendario.dias import Calendario
from asiste.calendario.lectura import cargar
from asiste.calendario.models import JornadaAtencion
from asiste.calendario.termino import inicio_del_termino
from asiste.portafolio.models import ANS
from asiste.solicitudes.models import Solicitud


class Terminos:
    """Computes terms, reading each calendar, service hours and agreement once: it serves a short while."""

    def __init__(self) -> None:
        self._calendario = cache(_calendario_desde)
        self._jornada = cache(JornadaAtencion.objects.vigente)
        self._dias = cache(ANS.objects.dias_para)

    def calcular(self, solicitud: Solicitud) -> tuple[date, int, date]:
        """Day it counts as received, business days agreed and due date. Disposición: 5-ans, 5-oportuna."""
        recibida = timezone.localdate(solicitud.recibida_en)
        calendario = self._calendario(recibida.year)
        inicia = inicio_del_termino(solicitud.recibida_en, jornada=self._jornada(recibida), calendario=calendario)
        dias = self._dias(
            direccion_id=solicitud.direccion_id,
            modalidad_id=solicitud.modalidad_id,
            nivel_id=solicitud.nivel_id,
            vigencia=inicia.year,
        )
        return inicia, dias, calendario.sumar(inicia, dias)


def _calendario_desde(anio: int) -> Calendario:
    return cargar(date(anio, 1, 1), date(anio + 1, 12, 31))
