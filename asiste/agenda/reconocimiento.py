"""Who comes in, told by the address: invited, contact of an entity, of the team, or of an entity by its domain."""

from dataclasses import dataclass, replace
from datetime import date

from asiste.agenda.models import Invitado, Sesion
from asiste.directorio.models import Enlace, Entidad, Funcionario

PARTICULAS = {"de", "del", "la", "las", "los", "y"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Asistente:
    """Who is or will be in a session. Only the name and where from are needed."""

    nombre: str
    correo: str = ""
    cargo: str = ""
    telefono: str = ""
    entidad: Entidad | None = None
    entidad_nombre: str = ""
    invitado: Invitado | None = None

    @property
    def de_donde(self) -> str:
        """Entity as shown."""
        return self.entidad.corto if self.entidad else self.entidad_nombre

    @property
    def discreta(self) -> str:
        """«Jairo E. C., CVP»: enough for who it is, little for who tries addresses."""
        return ", ".join(parte for parte in (nombre_discreto(self.nombre), self.de_donde) if parte)


def reconocer(*, sesion: Sesion, correo: str, hoy: date) -> Asistente | None:
    """The person with that address: invited to the session, contact in force, or of the team. Else None.

    A contact of several entities comes without one: he or she says for which.
    """
    correo = correo.strip().lower()
    conocida = invitada(sesion, correo) or _enlace(correo, hoy) or _del_equipo(correo)
    if conocida is None or conocida.de_donde:
        return conocida
    if colega := _del_equipo(correo):
        return replace(conocida, entidad_nombre=colega.entidad_nombre)
    return replace(conocida, entidad=entidad_del_dominio(correo))


def invitado_con(sesion: Sesion, correo: str) -> Invitado | None:
    """The invitation of that address to the session, unless it was withdrawn."""
    suyas = sesion.invitados.filter(correo=correo).exclude(situacion=Invitado.Situacion.RETIRADO)
    return suyas.select_related("entidad").first() if correo else None


def entidad_del_dominio(correo: str) -> Entidad | None:
    """The entity that writes from the domain of an address, when it is only one's."""
    suyas = list(Entidad.objects.del_dominio(correo.rpartition("@")[2])[:2])
    return suyas[0] if len(suyas) == 1 else None


def nombre_discreto(nombre: str) -> str:
    """«Jairo E. C.»: the first word and the initials of the others."""
    primera, *otras = nombre.split() or [""]
    return " ".join([primera, *(f"{otra[0].upper()}." for otra in otras if otra.lower() not in PARTICULAS)])


def invitada(sesion: Sesion, correo: str) -> Asistente | None:
    """The invited person with that address, in lower case; else None."""
    if (invitado := invitado_con(sesion, correo)) is None:
        return None
    return Asistente(
        nombre=invitado.nombre, correo=correo, cargo=invitado.cargo, entidad=invitado.entidad, invitado=invitado
    )


def _enlace(correo: str, hoy: date) -> Asistente | None:
    suyos = list(Enlace.objects.vigentes(hoy).filter(correo=correo).select_related("entidad").order_by("-desde", "-id"))
    if not suyos:
        return None
    unica = suyos[0].entidad if len({uno.entidad_id for uno in suyos}) == 1 else None
    return Asistente(nombre=suyos[0].nombre, correo=correo, cargo=suyos[0].cargo, entidad=unica)


def _del_equipo(correo: str) -> Asistente | None:
    suyo = Funcionario.objects.filter(usuario__email=correo, usuario__is_active=True)
    if (persona := suyo.select_related("usuario", "dependencia").first()) is None:
        return None
    oficina = persona.dependencia.nombre
    return Asistente(nombre=str(persona), correo=correo, cargo=persona.cargo, entidad_nombre=oficina)
