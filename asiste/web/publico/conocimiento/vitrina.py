"""What the portal and the self-service page show of the bank."""

from dataclasses import dataclass, field

from django.db.models import Count

from asiste.conocimiento.models import Publicacion, PublicacionQuerySet, Uso
from asiste.portafolio.models import Tema

PORTADA = 5
A_LA_VISTA = 6  # lines, guides and instruments
CONSULTADAS = 200  # publications, the most used of all
RECIENTES = 400  # concepts that fill what nobody used yet
POR_COMPONENTE = 5


@dataclass(frozen=True, slots=True)
class Grupo:
    """A kind of publication, with the first ones and one more when they do not fit."""

    clase: str
    titulo: str
    leidas: list[Publicacion]

    @property
    def publicaciones(self) -> list[Publicacion]:
        """Those that are shown."""
        return self.leidas[:A_LA_VISTA]

    @property
    def hay_mas(self) -> bool:
        """True when they do not fit."""
        return len(self.leidas) > A_LA_VISTA


@dataclass(slots=True)
class Componente:
    """A component of the archive with its topics and the concepts that are of most use."""

    tema: Tema
    hijos: list[Tema]
    conceptos: list[Publicacion] = field(default_factory=list)


def recientes() -> list[Publicacion]:
    """The last concepts for the home page. One query."""
    conceptos = Publicacion.objects.visibles().filter(clase=Publicacion.Clase.CONCEPTO)
    return list(_ligeras(conceptos).select_related("dependencia__padre").order_by("-fecha", "-id")[:PORTADA])


def de_clase(clase: str) -> list[Publicacion]:
    """The first ones in force of a kind, and one more when they do not fit. Two queries."""
    suyas = Publicacion.objects.filter(clase=clase, estado=Publicacion.Estado.VIGENTE).completas()
    return list(_ligeras(suyas).order_by("-fecha", "-id")[: A_LA_VISTA + 1])


def componentes() -> list[Componente]:
    """The components, each with the concepts most used and then the latest. Six queries, whatever the bank holds."""
    temas = Tema.objects.filter(activo=True, tipo=Tema.Tipo.COMPONENTE).prefetch_related("hijos")
    fichas = {tema.pk: _ficha(tema) for tema in temas.order_by("orden", "id")}
    usos = Uso.objects.values_list("publicacion").annotate(n=Count("pk")).order_by("-n", "publicacion")
    veces = dict(usos[:CONSULTADAS])
    for concepto in _conceptos(list(veces), veces):
        for raiz in sorted({tema.padre_id or tema.pk for tema in concepto.temas.all()} & fichas.keys()):
            if len(fichas[raiz].conceptos) < POR_COMPONENTE:
                fichas[raiz].conceptos.append(concepto)
    return list(fichas.values())


def _ficha(tema: Tema) -> Componente:
    return Componente(tema, sorted(tema.hijos.all(), key=lambda hijo: (hijo.orden, hijo.pk)))


def _conceptos(usadas: list[int], veces: dict[int, int]) -> list[Publicacion]:
    """In force: those used, the most used first, and the latest. Four queries."""
    vigentes = Publicacion.objects.filter(clase=Publicacion.Clase.CONCEPTO, estado=Publicacion.Estado.VIGENTE)
    vigentes = _ligeras(vigentes).prefetch_related("temas")
    juntas = {una.pk: una for una in vigentes.order_by("-fecha", "-id")[:RECIENTES]}
    juntas |= {una.pk: una for una in vigentes.filter(pk__in=usadas).order_by("id")}
    return sorted(juntas.values(), key=lambda una: (veces.get(una.pk, 0), una.fecha, una.pk), reverse=True)


def _ligeras(publicaciones: PublicacionQuerySet) -> PublicacionQuerySet:
    """Without the texts, which no list shows."""
    return publicaciones.defer("html", "texto", "buscable")
