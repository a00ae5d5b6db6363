"""To whom the team's side of a plan is told."""

from datetime import date

from asiste.archivo.models import PlanFocalizado
from asiste.directorio.consultas import cabezas_de, presente
from asiste.directorio.models import Funcionario


def quien_lo_lleva(plan: PlanFocalizado, hoy: date) -> Funcionario | None:
    """Its adviser, or who stands in; who heads the office when neither is there any more. None when nobody is."""
    de_turno = presente(asesor=plan.asesor, hoy=hoy)
    for persona in (de_turno, plan.asesor):
        if persona.usuario.is_active:
            return persona
    return next(iter(cabezas_de(dependencia=plan.dependencia, hoy=hoy)), None)
