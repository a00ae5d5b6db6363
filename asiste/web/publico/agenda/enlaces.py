"""What hangs from the link of a mail."""

from datetime import timedelta
from typing import Any

from django.http import Http404
from django.shortcuts import get_object_or_404

from asiste.agenda import firmas
from asiste.agenda.models import Compromiso, Propuesta

DOS_DIAS = timedelta(days=2)  # to confirm an address
TRES_MESES = timedelta(days=92)  # to choose an hour, and to look at the chosen one
UN_MES = timedelta(days=31)  # to write on a commitment: each reminder brings a new link


def propuesta_de(marca: str) -> Propuesta:
    """The offered hours that a mark names, with what its page shows; else Http404, also for a mark of long ago."""
    try:
        clave = leido(firmas.HORAS, marca, TRES_MESES)
    except firmas.Vencida as vieja:
        raise Http404 from vieja
    propuesta: Propuesta = get_object_or_404(Propuesta.objects.con_nombres(), clave=clave)
    return propuesta


def compromiso_de(marca: str) -> Compromiso:
    """The commitment that a mark names; else Http404. Raises `firmas.Vencida` when the mark is old."""
    numero = leido(firmas.COMPROMISO, marca, UN_MES)
    return get_object_or_404(Compromiso.objects.select_related("sesion__dependencia", "entidad"), pk=numero)


def leido(proposito: str, marca: str, dura: timedelta | None = None) -> Any:
    """What a mark says. Raises Http404 when it is not ours, and `firmas.Vencida` when it is old."""
    try:
        return firmas.leer(proposito, marca, dura)
    except firmas.Desconocida as ajena:
        raise Http404 from ajena
