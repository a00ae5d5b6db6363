"""What keeps people from a session: another one at that hour, or an absence that day."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from django.db.backends.postgresql.psycopg_any import DateTimeTZRange
from django.utils import timezone

from asiste.agenda.models import Encargado, Sesion
from asiste.directorio.models import Ausencia, Funcionario


@dataclass(frozen=True, slots=True)
class Choque:
    """A person and what is in the way: `sesion`, or the reason of an absence. Its text is fit to be shown."""

    persona: Funcionario
    sesion: Sesion | None = None
    motivo: str = ""

    def __str__(self) -> str:
        if self.sesion is None:
            return f"{self.persona} no está ese día: {self.motivo}."
        inicia, termina = timezone.localtime(self.sesion.inicia), timezone.localtime(self.sesion.termina)
        return f"{self.persona} ya tiene otra sesión de {inicia:%H:%M} a {termina:%H:%M}."


class Ocupaciones:
    """What the people have between two moments, read once: two queries, whatever is asked afterwards."""

    def __init__(
        self, personas: Collection[Funcionario], desde: datetime, hasta: datetime, *, menos: Sesion | None = None
    ) -> None:
        """`menos` is the session that is being changed: it is not in its own way."""
        suyos = Encargado.objects.filter(
            vigente=True, funcionario__in=personas, franja__overlap=DateTimeTZRange(desde, hasta)
        )
        ajenos = suyos.exclude(sesion=menos) if menos else suyos
        self._encargos = list(ajenos.select_related("sesion", "funcionario__usuario").order_by("franja", "id"))
        dias = timezone.localdate(desde), timezone.localdate(hasta)
        ausencias = Ausencia.objects.filter(asesor__in=personas, desde__lte=dias[1], hasta__gte=dias[0])
        self._ausencias = list(ausencias.select_related("asesor__usuario").order_by("desde", "id"))

    def entre(self, inicia: datetime, termina: datetime) -> list[Choque]:
        """What is in the way of a session at that hour: sessions first."""
        sesiones = [
            Choque(uno.funcionario, sesion=uno.sesion)
            for uno in self._encargos
            if uno.sesion.inicia < termina and uno.sesion.termina > inicia
        ]
        dia = timezone.localdate(inicia)
        ausentes = [Choque(una.asesor, motivo=una.motivo) for una in self._ausencias if una.desde <= dia <= una.hasta]
        return sesiones + ausentes


def choques_de(
    personas: Collection[Funcionario], inicia: datetime, termina: datetime, *, menos: Sesion | None = None
) -> list[Choque]:
    """What is in the way of a session of those people at that hour."""
    return Ocupaciones(personas, inicia, termina, menos=menos).entre(inicia, termina)
