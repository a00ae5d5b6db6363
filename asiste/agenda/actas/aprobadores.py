"""Who may be asked to approve the minutes of a session: who carried it and who took part."""

from collections.abc import Iterator
from dataclasses import dataclass

from asiste.agenda.models import Sesion
from asiste.cuentas.models import Usuario


@dataclass(frozen=True, slots=True)
class Aprobador:
    """A person who approves: of the team, in the platform; of outside, by a link."""

    nombre: str
    correo: str
    cargo: str = ""
    usuario: Usuario | None = None
    dirige: bool = False
    de_donde: str = ""

    @property
    def rotulo(self) -> str:
        """As a list shows it."""
        detalle = (
            "dirige la sesión" if self.dirige else " · ".join(parte for parte in (self.cargo, self.de_donde) if parte)
        )
        return f"{self.nombre} ({detalle})" if detalle else self.nombre


def aprobador(*, nombre: str, correo: str, cargo: str = "") -> Aprobador:
    """A person by address; if it is of somebody of the team, he or she approves in the platform."""
    limpio = correo.strip().lower()
    cuenta = Usuario.objects.filter(email=limpio, is_active=True).first()
    del_equipo = cuenta if cuenta and cuenta.es_equipo else None
    return Aprobador(nombre.strip(), limpio, cargo.strip(), del_equipo)


def candidatos(sesion: Sesion) -> list[Aprobador]:
    """Who leads, first; the others in charge, who came and who was invited, each one once."""
    unicos: dict[str, Aprobador] = {}
    for uno in (*_del_equipo(sesion), *_de_fuera(sesion)):
        unicos.setdefault(uno.correo, uno)
    return list(unicos.values())


def _del_equipo(sesion: Sesion) -> Iterator[Aprobador]:
    encargados = sesion.encargados.select_related("funcionario__usuario", "funcionario__dependencia")
    for uno in encargados.order_by("-dirige", "id"):
        persona = uno.funcionario
        yield Aprobador(
            str(persona), persona.usuario.email, persona.cargo, persona.usuario, uno.dirige, persona.dependencia.sigla
        )


def _de_fuera(sesion: Sesion) -> Iterator[Aprobador]:
    vinieron = sesion.asistencias.comprobadas().exclude(correo="").select_related("entidad").order_by("nombre", "id")
    for una in vinieron:
        yield Aprobador(una.nombre, una.correo, una.cargo, de_donde=una.de_donde)
    for uno in sesion.invitados.con_lugar().select_related("entidad").order_by("nombre", "id"):
        yield Aprobador(uno.nombre, uno.correo, uno.cargo, de_donde=uno.entidad.corto if uno.entidad else "")
