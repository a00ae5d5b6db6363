"""What the dispatch asks of the catalogues, read once for a whole lot of messages and handed down."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from asiste.directorio.consultas import leer_reparto
from asiste.directorio.models import Dominio, Enlace, Entidad
from asiste.portafolio.deteccion import Detector
from asiste.portafolio.models import Canal, Tema
from asiste.solicitudes.acciones import Reglas
from asiste.solicitudes.termino import Terminos


@dataclass(frozen=True, slots=True)
class Catalogo:
    """Official mailboxes by address, aliases included; topics; who writes from each address and domain; and the rules.

    All of it as it is on `hoy`.
    """

    hoy: date
    buzones: Mapping[str, Canal]
    detector: Detector
    entidades: Mapping[int, Entidad]
    enlaces: Mapping[str, int]
    dominios: Mapping[str, Sequence[int]]
    reglas: Reglas

    def es_propio(self, correo: str) -> bool:
        """Whether an address is of our own people: it shares its domain with an official mailbox."""
        dominio = correo.rpartition("@")[2]
        return any(buzon.rpartition("@")[2] == dominio for buzon in self.buzones)

    def buzon(self, numero: int | None) -> Canal | None:
        """The mailbox of that id."""
        return next((canal for canal in self.buzones.values() if canal.pk == numero), None)


def leer_catalogo(hoy: date) -> Catalogo:
    """The catalogues as they are now; some few queries."""
    enlaces = Enlace.objects.vigentes(hoy).order_by("desde", "id").values_list("correo", "entidad_id")
    activos = Dominio.objects.filter(entidad__activa=True).order_by("entidad").values_list("dominio", "entidad_id")
    dominios: dict[str, list[int]] = defaultdict(list)
    for dominio, entidad in activos:
        dominios[dominio].append(entidad)
    return Catalogo(
        hoy=hoy,
        buzones={canal.valor.lower(): canal for canal in Canal.objects.buzones()},
        detector=Detector(Tema.objects.solicitables()),
        entidades=Entidad.objects.select_related("sector").in_bulk(),
        enlaces=dict(enlaces),
        dominios=dominios,
        reglas=Reglas(leer_reparto(hoy), Terminos()),
    )
