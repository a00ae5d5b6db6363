"""Telling by mail what is published on the searches that people keep."""

import logging
from collections.abc import Sequence
from datetime import datetime, timedelta

from django.db import DatabaseError, transaction
from django.db.models import Max
from django.utils import timezone

from asiste.conocimiento.correos import A_LA_VISTA, SE_CUENTAN, Novedad, clave_de, contar_lo_nuevo
from asiste.conocimiento.filtros import Filtros
from asiste.conocimiento.models import BusquedaGuardada, Publicacion
from asiste.notificaciones.models import Mensaje, Rebote

MAXIMAS = 10  # searches that one address may keep
MARGEN = timedelta(minutes=5)  # what is being published now is told next time: its transaction may not have ended
MEMORIA = timedelta(days=30)  # how long an address stays after its person left
registro = logging.getLogger(__name__)
Nuevas = tuple[list[int], list[Publicacion]]  # the ids of all, and the ones that a mail shows
Hallazgos = dict[tuple[str, datetime], Nuevas]


class NoSeGuarda(ValueError):
    """The search is not kept; its text is a Spanish sentence."""


@transaction.atomic
def guardar_busqueda(*, correo: str, consulta: str, ahora: datetime) -> BusquedaGuardada:
    """The person confirmed: from now on is told of what is published. Asking twice keeps one.

    Raises `NoSeGuarda` when the address keeps too many.
    """
    suyas = BusquedaGuardada.objects.activas().filter(correo=correo.lower())
    if suyas.exclude(consulta=consulta).count() >= MAXIMAS:
        raise NoSeGuarda(f"Ya tiene {MAXIMAS} avisos. Retire uno antes de pedir otro.")
    return BusquedaGuardada.objects.get_or_create(
        correo=correo.lower(),
        consulta=consulta,
        cancelada_en=None,
        defaults={"confirmada_en": ahora, "avisada_hasta": ahora},
    )[0]


def retirar_busquedas(*, busquedas: Sequence[int], ahora: datetime) -> int:
    """Nothing more is told of them; returns how many were still told of."""
    return BusquedaGuardada.objects.activas().filter(pk__in=busquedas).update(cancelada_en=ahora)


def avisar_de_lo_nuevo(*, ahora: datetime) -> int:
    """Writes to each person what was published since the last time, once a day at most; returns to how many.

    It may be called many times: who was written today waits until tomorrow, and loses nothing.
    """
    corte = ahora - MARGEN
    ultima = Publicacion.objects.visibles().filter(publicada_en__lte=corte).aggregate(u=Max("publicada_en"))["u"]
    if ultima is None:
        return 0
    pendientes = BusquedaGuardada.objects.activas().filter(avisada_hasta__lt=ultima)
    llegan = pendientes.exclude(correo__in=Rebote.objects.filter(permanente=True).values("correo"))
    hallazgos: Hallazgos = {}
    correos = list(llegan.order_by("correo").values_list("correo", flat=True).distinct())
    return sum(_avisar_o_dejar(correo, corte, hallazgos, ahora) for correo in correos)


def _avisar_o_dejar(correo: str, corte: datetime, hallazgos: Hallazgos, ahora: datetime) -> bool:
    """As `_avisar_a`: a search that the database does not understand leaves the rest of the people their mail."""
    try:
        return _avisar_a(correo, corte, hallazgos, ahora)
    except DatabaseError:
        registro.exception("No se pudo avisar de lo nuevo a una de las búsquedas guardadas")
        return False


@transaction.atomic
def _avisar_a(correo: str, corte: datetime, hallazgos: Hallazgos, ahora: datetime) -> bool:
    clave = clave_de(correo, timezone.localdate(ahora))
    suyas = list(BusquedaGuardada.objects.activas().select_for_update().filter(correo=correo).order_by("id"))
    if not suyas or Mensaje.objects.filter(clave=clave).exists():
        return False
    novedades = [Novedad(una, *nuevas) for una in suyas if (nuevas := _nuevas(una, corte, hallazgos))[0]]
    miradas = BusquedaGuardada.objects.filter(pk__in=[una.pk for una in suyas], avisada_hasta__lt=corte)
    miradas.update(avisada_hasta=corte)
    if novedades:
        contar_lo_nuevo(correo=correo, novedades=novedades, clave=clave, ahora=ahora)
    return bool(novedades)


def _nuevas(busqueda: BusquedaGuardada, corte: datetime, hallazgos: Hallazgos) -> Nuevas:
    """What was published with all the words of a search since the last time. Equal searches are asked only once."""
    desde = busqueda.avisada_hasta
    if (busqueda.consulta, desde) not in hallazgos:
        entre = Publicacion.objects.visibles().filter(publicada_en__gt=desde, publicada_en__lte=corte)
        pedido = Filtros.de_consulta(busqueda.consulta).entender(con_todas=True)
        halladas = pedido.aplicar(entre).order_by("-publicada_en", "-id")
        cuales = list(halladas.values_list("pk", flat=True)[: SE_CUENTAN + 1])
        vistas = Publicacion.objects.filter(pk__in=cuales[:A_LA_VISTA]).defer("html", "texto", "buscable")
        hallazgos[busqueda.consulta, desde] = cuales, list(vistas.order_by("-publicada_en", "-id"))
    return hallazgos[busqueda.consulta, desde]


def olvidar_retiradas(*, ahora: datetime) -> int:
    """Deletes the addresses of who left long ago; returns how many.

    Who still keeps another search stays: the addresses of leaving in the mails already sent lead to any of theirs.
    """
    siguen = BusquedaGuardada.objects.activas().values("correo")
    return BusquedaGuardada.objects.filter(cancelada_en__lt=ahora - MEMORIA).exclude(correo__in=siguen).delete()[0]
