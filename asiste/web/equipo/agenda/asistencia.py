"""Who came, as the page of a session shows it."""

from dataclasses import dataclass
from typing import Any

from django.db.models import Count, Q
from django.utils import timezone

from asiste.agenda import permisos
from asiste.agenda.models import Asistencia, Invitado, Sesion
from asiste.cuentas.models import Usuario
from asiste.directorio.models import Entidad
from asiste.web.equipo.agenda.codigos import de_pantalla, puerta

INVITADA = Q(invitado__situacion=Invitado.Situacion.INVITADO) & ~Q(invitado__origen=Invitado.Origen.A_CARGO)


@dataclass(frozen=True, slots=True)
class Conteo:
    """How many came: of the invited, and others."""

    invitados: int
    presentes: int
    total: int
    a_mano: int
    fuera_de_cupo: int
    entidades: list[Entidad]

    @property
    def otros(self) -> int:
        """People who were not invited."""
        return self.total - self.presentes


def ficha(usuario: Usuario, sesion: Sesion) -> dict[str, Any]:
    """What its part of the page of a session needs."""
    ahora = timezone.now()
    lleva = permisos.puede_llevar(usuario, sesion)
    return {"ingreso": puerta(sesion, ahora), "conteo": contar(sesion), **(de_pantalla(sesion, ahora) if lleva else {})}


def contar(sesion: Sesion) -> Conteo:
    """How many came. Three queries, however many they are."""
    validas = sesion.asistencias.validas()
    sumas = validas.aggregate(
        presentes=Count("pk", filter=INVITADA),
        total=Count("pk"),
        a_mano=Count("pk", filter=Q(medio__in=Asistencia.A_MANO)),
        fuera_de_cupo=Count("pk", filter=Q(fuera_de_cupo=True)),
    )
    invitados = sesion.invitados.de_fuera().con_lugar()
    return Conteo(invitados.count(), **sumas, entidades=validas.entidades())
