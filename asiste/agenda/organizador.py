"""Who convokes: the mailbox of the office, where the answers of the calendars come in."""

from dataclasses import dataclass
from email.utils import parseaddr, quote

from django.conf import settings

from asiste.directorio.models import Dependencia
from asiste.portafolio.models import Canal


@dataclass(frozen=True, slots=True)
class Organizador:
    """Name of the dirección and address that our own mail reads."""

    nombre: str
    correo: str

    @property
    def remitente(self) -> str:
        """As the sender of a mail."""
        return f'"{quote(self.nombre)}" <{self.correo}>'


def organizador_de(oficina: Dependencia) -> Organizador:
    """The default mailbox of the office or of those above it; without any, the general sender. One query."""
    buzon = Canal.objects.predeterminado_de(oficina.linea)
    return Organizador(
        nombre=oficina.direccion.nombre,
        correo=buzon.valor if buzon else parseaddr(settings.DEFAULT_FROM_EMAIL)[1],
    )
