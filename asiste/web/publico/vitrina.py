"""What the portal shows of each dirección: its topics and its official channels, as they are in the catalogues."""

from dataclasses import dataclass, field
from datetime import date, datetime

from asiste.calendario.models import JornadaAtencion
from asiste.calendario.termino import BOGOTA
from asiste.directorio.models import Dependencia
from asiste.portafolio.models import Canal, Tema

A_LA_VISTA = 5  # topics shown before «ver más»
ORDEN_DE_TIPOS = [
    Tema.Tipo.TEMA,
    Tema.Tipo.REVISION,
    Tema.Tipo.ASPECTO,
    Tema.Tipo.SUBCOMPONENTE,
    Tema.Tipo.POLITICA,
]


@dataclass(frozen=True, slots=True)
class Ficha:
    """Drawing and sentence of a dirección on its card."""

    dibujo: str
    frase: str = ""


FICHAS = {
    "dddi": Ficha("edificio", "Modelo Integrado de Planeación y Gestión, integridad, trámites y control interno."),
    "ddab": Ficha("archivo", "Gestión documental, administración de archivos y patrimonio documental."),
    "ddri": Ficha("globo", "Cooperación, relacionamiento y posicionamiento internacional de Bogotá."),
}


@dataclass(slots=True)
class Vitrina:
    """A dirección with the topics it takes, those it leads first, and the ways to reach it."""

    direccion: Dependencia
    ficha: Ficha
    temas: list[Tema] = field(default_factory=list)
    canales: list[Canal] = field(default_factory=list)

    @property
    def principales(self) -> list[Tema]:
        """The first topics."""
        return self.temas[:A_LA_VISTA]

    @property
    def demas(self) -> list[Tema]:
        """The rest."""
        return self.temas[A_LA_VISTA:]


def vitrinas() -> list[Vitrina]:
    """Every dirección, in order. Three queries. Disposición: 2-temas-dddi, 2-temas-ddab, 2-temas-ddri, 5-canales."""
    por_direccion = {
        direccion.pk: Vitrina(direccion, FICHAS.get(direccion.clave, Ficha("directorio")))
        for direccion in Dependencia.objects.direcciones()
    }
    temas = [tema for tema in Tema.objects.solicitables() if tema.tipo in ORDEN_DE_TIPOS]
    for tema in sorted(temas, key=_precedencia):
        por_direccion[tema.dependencia.direccion.pk].temas.append(tema)
    canales = Canal.objects.filter(alias_de__isnull=True).select_related("dependencia__padre")
    for canal in canales.order_by("dependencia__orden", "-predeterminado", "id"):
        if vitrina := por_direccion.get(canal.dependencia.direccion.pk):
            vitrina.canales.append(canal)
    return list(por_direccion.values())


@dataclass(frozen=True, slots=True)
class Horario:
    """Opening and closing of a business day, Bogotá time."""

    inicio: datetime
    cierre: datetime


def horario(hoy: date) -> Horario:
    """Service hours in force on a day. One query."""
    jornada = JornadaAtencion.objects.vigente(hoy)
    return Horario(*(datetime.combine(hoy, hora, BOGOTA) for hora in (jornada.inicio, jornada.cierre)))


def canales_comunes() -> list[Canal]:
    """Official channels that serve the three direcciones. One query."""
    comunes = Canal.objects.filter(dependencia__tipo=Dependencia.Tipo.SUBSECRETARIA, alias_de__isnull=True)
    return list(comunes.order_by("id"))


def _precedencia(tema: Tema) -> tuple[bool, int]:
    return tema.papel != Tema.Papel.LIDER, ORDEN_DE_TIPOS.index(Tema.Tipo(tema.tipo))
