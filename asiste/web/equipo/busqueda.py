"""Words that many cases have are found among the latest ones, without looking at all the others."""

from django.db import connection, transaction
from django.http import QueryDict

from asiste.solicitudes.models import Solicitud
from asiste.solicitudes.models.consultas import SolicitudQuerySet
from asiste.web.equipo.listas import ULTIMAS_PRIMERO
from asiste.web.interfaz.paginas import Pagina, paginar

TRAMO = 4_000  # requests read one by one before asking the index of words
SIN_INDICE_DE_PALABRAS = "SET LOCAL enable_bitmapscan = off"


def buscar_ultimas(encontradas: SolicitudQuerySet, parametros: QueryDict) -> Pagina[Solicitud]:
    """The page of a search by words, the last first.

    The index of words gives every case that has them, to be sorted afterwards: with common ones, a large part of the
    base. Those fill the first page from the latest `TRAMO` requests, read in their order; rare ones come by the index.
    """
    if not {"antes", "despues"} & set(parametros) and (desde := _comienzo_del_tramo()):
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(SIN_INDICE_DE_PALABRAS)
            pagina = paginar(encontradas.filter(recibida_en__gte=desde[0]), ULTIMAS_PRIMERO, parametros)
        if pagina.siguiente:
            return pagina
    return paginar(encontradas, ULTIMAS_PRIMERO, parametros)


def _comienzo_del_tramo() -> list[object]:
    """When the oldest of the latest requests arrived; empty when there are no more than those."""
    llegadas = Solicitud.objects.order_by(*ULTIMAS_PRIMERO).values_list("recibida_en", flat=True)
    return list(llegadas[TRAMO : TRAMO + 1])
