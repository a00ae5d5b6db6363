"""What the dispatch asks of the catalogues, read once for a whole import and handed down."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from asiste.portafolio.models import Canal, Tema


@dataclass(frozen=True, slots=True)
class Catalogo:
    """Official mailboxes by address, aliases included, and the topics one may ask about."""

    buzones: Mapping[str, Canal]
    temas: Sequence[Tema]

    def es_propio(self, correo: str) -> bool:
        """Whether an address is of our own people: it shares its domain with an official mailbox."""
        dominio = correo.rpartition("@")[2]
        return any(buzon.rpartition("@")[2] == dominio for buzon in self.buzones)


def leer_catalogo() -> Catalogo:
    """The catalogues as they are now; two queries."""
    return Catalogo(
        buzones={canal.valor.lower(): canal for canal in Canal.objects.buzones()},
        temas=list(Tema.objects.solicitables()),
    )
