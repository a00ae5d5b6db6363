"""Everybody who attends, read once: for jobs that go over many cases."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from typing import Self

from asiste.cuentas.models import Rol
from asiste.directorio.models import Ausencia, Dependencia, Funcionario

JEFES = {Rol.SDFI, Rol.DIRECCION, Rol.SUBDIRECCION}


@dataclass(frozen=True, slots=True)
class Equipo:
    """Active people by id, who stands in for whom, and the office above each one, on a day."""

    personas: dict[int, Funcionario]
    sustitutos: dict[int, int]
    padres: dict[int, int | None]

    @classmethod
    def leer(cls, hoy: date) -> Self:
        """The team of a day, in three queries."""
        activas = Funcionario.objects.filter(usuario__is_active=True).select_related("usuario", "dependencia")
        ausencias = Ausencia.objects.filter(desde__lte=hoy, hasta__gte=hoy).order_by("id")
        return cls(
            personas={una.pk: una for una in activas.order_by("usuario__nombre", "id")},
            sustitutos=dict(ausencias.values_list("asesor", "sustituto")),
            padres=dict(Dependencia.objects.order_by("id").values_list("pk", "padre")),
        )

    def presente(self, asesor: int | None) -> Funcionario | None:
        """The adviser, or who stands in today, as `consultas.presente`; None when neither has an active account."""
        if asesor is None:
            return None
        return self.personas.get(self.sustitutos.get(asesor, asesor)) or self.personas.get(asesor)

    def jefes(self, dependencia: int) -> list[Funcionario]:
        """Who heads the office, or who stands in; when nobody does, who heads the one above it."""
        oficina: int | None = dependencia
        while oficina is not None:
            suyos = [una for una in self.personas.values() if una.dependencia_id == oficina and dirige_oficina(una)]
            if suyos:
                return [self.presente(uno.pk) or uno for uno in suyos]
            oficina = self.padres.get(oficina)
        return []

    def cubre(self, persona: int) -> set[int]:
        """Ids of the person and of those he or she stands in for today."""
        return {persona, *(ausente for ausente, sustituto in self.sustitutos.items() if sustituto == persona)}

    def arbol(self, dependencia: int) -> set[int]:
        """The office and all those under it."""
        hijas = defaultdict(list)
        for oficina, padre in self.padres.items():
            hijas[padre].append(oficina)
        arbol, faltan = set(), [dependencia]
        while faltan:
            oficina = faltan.pop()
            arbol.add(oficina)
            faltan += hijas[oficina]
        return arbol


def dirige_oficina(funcionario: Funcionario) -> bool:
    """Heads the office where he or she is."""
    return funcionario.usuario.rol in JEFES
