"""From an activity to its sessions, in one step, and to whom it has not reached yet."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils import timezone

from asiste.agenda.acciones import Datos, DatosPublico, dirigir_a, programar
from asiste.agenda.models import Sesion
from asiste.cuentas.models import Usuario
from asiste.directorio.models import Funcionario
from asiste.oferta.acciones.base import exigir_en_marcha
from asiste.oferta.consultas.cobertura import las_que_faltan
from asiste.oferta.models import Actividad
from asiste.solicitudes.acciones import ReglaIncumplida

Horas = tuple[datetime, datetime]


@dataclass(frozen=True, slots=True, kw_only=True)
class Encuentro:
    """Where people meet and who leads: what a form of programming brings. `cupo` in people."""

    dirige: Funcionario
    medio: str
    lugar: str = ""
    enlace_virtual: str = ""
    telefono: str = ""
    cupo: int | None = None
    abierta: bool = False

    def para_datos(self) -> dict[str, Any]:
        """Its part of the data of a session."""
        campos = ("dirige", "medio", "lugar", "enlace_virtual", "telefono", "cupo", "abierta")
        return {campo: getattr(self, campo) for campo in campos}


@transaction.atomic
def programar_actividad(
    *, actividad: Actividad, horas: Sequence[Horas], encuentro: Encuentro, autor: Usuario, ahora: datetime
) -> list[Sesion]:
    """A session of the activity at each of those hours, for its whole target: all of them or none.

    Raises `ReglaIncumplida` if the plan is not approved or an hour is not of its year, and as `agenda.programar`.
    Disposición: 6.3-promocion, 7.1.2-jornada.
    """
    exigir_en_marcha(actividad)
    for inicia, _ in horas:
        if timezone.localtime(inicia).year != actividad.plan.vigencia:
            raise ReglaIncumplida(f"La actividad es del plan de {actividad.plan.vigencia}: elija fechas de ese año.")
    temas = tuple(actividad.temas.order_by("orden", "id"))
    publico = DatosPublico.de(actividad.publico)
    sesiones = [
        programar(
            datos=Datos(
                titulo=actividad.titulo,
                objetivo=actividad.descripcion,
                modalidad=actividad.modalidad,
                dependencia=encuentro.dirige.dependencia,
                inicia=inicia,
                termina=termina,
                temas=temas,
                destinatarios=publico,
                **encuentro.para_datos(),
            ),
            autor=autor,
            ahora=ahora,
        )
        for inicia, termina in horas
    ]
    actividad.sesiones.add(*sesiones)
    return sesiones


@transaction.atomic
def dirigir_a_las_que_faltan(*, actividad: Actividad, sesion: Sesion, tambien_invitadas: bool = False) -> Sesion:
    """Makes of whom the activity has not reached the target of one of its sessions: the list to convoke.

    Raises `ReglaIncumplida` when nobody is missing, or the session is not to come. Disposición: 6.3-promocion.
    """
    if not actividad.sesiones.filter(pk=sesion.pk).exists():
        raise ReglaIncumplida("Esa sesión no es de la actividad.")
    faltan = las_que_faltan(actividad, tambien_invitadas=tambien_invitadas)
    if not faltan:
        raise ReglaIncumplida("No falta ninguna entidad por invitar.")
    return dirigir_a(sesion=sesion, entidades=faltan, temas=tuple(actividad.temas.order_by("orden", "id")))
