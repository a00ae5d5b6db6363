"""The hours in which each adviser attends."""

from collections.abc import Sequence
from itertools import pairwise

from django.db import transaction

from asiste.agenda.models import HorarioAsesor
from asiste.directorio.models import Funcionario
from asiste.solicitudes.acciones import ReglaIncumplida


@transaction.atomic
def fijar_horario(*, funcionario: Funcionario, franjas: Sequence[HorarioAsesor]) -> None:
    """Replaces the hours of an adviser by these, still without owner; without any, those of the service.

    Sessions already called stay. Raises `ReglaIncumplida` when two cross or one ends before it begins.
    """
    ordenadas = sorted(franjas, key=lambda una: (una.dia, una.inicia))
    for una in ordenadas:
        if una.termina <= una.inicia:
            raise ReglaIncumplida(f"El {una.get_dia_display().lower()} hay una hora final anterior a la inicial.")
    for antes, despues in pairwise(ordenadas):
        if antes.dia == despues.dia and despues.inicia < antes.termina:
            raise ReglaIncumplida(f"El {antes.get_dia_display().lower()} hay dos franjas que se cruzan.")
    HorarioAsesor.objects.filter(funcionario=funcionario).delete()
    for una in ordenadas:
        una.funcionario = funcionario
    HorarioAsesor.objects.bulk_create(ordenadas)
