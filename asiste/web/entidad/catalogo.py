"""The catalogues as the form shows them: topics under their dirección, entities under their sector."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from itertools import groupby

from django.forms import BoundField
from django.forms.boundfield import BoundWidget

from asiste.directorio.models import Dependencia, Entidad
from asiste.portafolio.models import CON_NIVELES, Modalidad, Tema

OTRA = "otra"
LARGO_DE_CLAVE = 9  # figures: a longer number is no key of a catalogue
SIN_SECTOR = "Otros organismos"


class Catalogos:
    """What a form offers, by its id as text; each list is read when something asks for it."""

    @cached_property
    def entidades(self) -> dict[str, Entidad]:
        """Every active entity, by sector and name."""
        activas = Entidad.objects.filter(activa=True).select_related("sector")
        return {str(una.pk): una for una in activas.order_by("sector__orden", "nombre", "id")}

    @cached_property
    def temas(self) -> dict[str, Tema]:
        """The topics one may ask about."""
        return {str(uno.pk): uno for uno in Tema.objects.solicitables()}

    def temas_marcados(self, claves: Iterable[str]) -> dict[str, Tema]:
        """Those among the topics one may ask about, in their order, without reading all the others."""
        posibles = [int(clave) for clave in claves if clave.isdecimal() and len(clave) <= LARGO_DE_CLAVE]
        return {str(uno.pk): uno for uno in Tema.objects.solicitables().filter(pk__in=posibles)}

    @cached_property
    def direcciones(self) -> dict[str, Dependencia]:
        """The three direcciones."""
        return {str(una.pk): una for una in Dependencia.objects.direcciones()}

    @cached_property
    def modalidades(self) -> dict[str, Modalidad]:
        """The modalities, with the direcciones that offer them."""
        todas = Modalidad.objects.prefetch_related("dependencias").order_by("orden", "id")
        return {str(una.pk): una for una in todas}


@dataclass(slots=True)
class Grupo:
    """Options under a subtitle."""

    titulo: str
    opciones: list[BoundWidget] = field(default_factory=list)


@dataclass(slots=True)
class Faceta:
    """Options that fold together, in groups, and how many of them are chosen."""

    nombre: str
    clave: str
    grupos: list[Grupo] = field(default_factory=list)

    @property
    def elegidos(self) -> int:
        """How many options are chosen."""
        return sum(bool(opcion.data["selected"]) for grupo in self.grupos for opcion in grupo.opciones)

    @property
    def con_niveles(self) -> bool:
        """True for the dirección that asks whether the entity brings its technical stance."""
        return self.clave == CON_NIVELES


@dataclass(frozen=True, slots=True)
class Tarjeta:
    """A modality to choose: what it is and which direcciones do not offer it."""

    opcion: BoundWidget
    texto: str
    excluidas: list[str]


def facetas_de_temas(campo: BoundField, temas: Iterable[Tema]) -> list[Faceta]:
    """The topics of the field under their dirección and kind; `temas` come in the order of the field."""
    facetas: dict[int, Faceta] = {}
    for tema, opcion in zip(temas, campo.subwidgets, strict=True):
        direccion = tema.dependencia.direccion
        faceta = facetas.setdefault(direccion.pk, Faceta(direccion.nombre, direccion.clave))
        titulo = _titulo(tema, direccion)
        grupo = next((grupo for grupo in faceta.grupos if grupo.titulo == titulo), None)
        if grupo is None:
            faceta.grupos.append(grupo := Grupo(titulo))
        grupo.opciones.append(opcion)
    return list(facetas.values())


def _titulo(tema: Tema, direccion: Dependencia) -> str:
    if tema.tipo == Tema.Tipo.COMPONENTE:
        return f"Componente {tema.nombre}"
    if tema.tipo == Tema.Tipo.SUBCOMPONENTE and tema.padre:
        return f"Componente {tema.padre.nombre}"
    if tema.tipo == Tema.Tipo.TEMA:
        return "Temas" if tema.dependencia_id == direccion.pk else tema.dependencia.nombre
    return {
        Tema.Tipo.POLITICA: "Políticas de gestión y desempeño",
        Tema.Tipo.ASPECTO: "Aspectos generales",
        Tema.Tipo.REVISION: "Revisiones técnicas",
    }[Tema.Tipo(tema.tipo)]


def tarjetas_de_modalidades(
    campo: BoundField, modalidades: Mapping[str, Modalidad], direcciones: Iterable[Dependencia]
) -> list[Tarjeta]:
    """A card for each modality, and the one that leaves it to the adviser. Disposición: 4-modalidades."""
    tarjetas = []
    for opcion in campo.subwidgets:
        modalidad = modalidades.get(str(opcion.data["value"]))
        if modalidad is None:
            tarjetas.append(Tarjeta(opcion, "Le proponemos la modalidad al tomar su solicitud.", []))
            continue
        ofrecen = {dependencia.pk for dependencia in modalidad.dependencias.all()}
        excluidas = [direccion.nombre for direccion in direcciones if direccion.pk not in ofrecen]
        tarjetas.append(Tarjeta(opcion, modalidad.descripcion, excluidas))
    return tarjetas


def facetas_de_entidades(campo: BoundField, entidades: Iterable[Entidad]) -> list[Faceta]:
    """The entities of the field under their sector; `entidades` come in the order of the field."""
    facetas: dict[str, Faceta] = {}
    for entidad, opcion in zip(entidades, campo.subwidgets, strict=True):
        sector = entidad.sector.nombre if entidad.sector else SIN_SECTOR
        faceta = facetas.setdefault(sector, Faceta(sector, "", [Grupo("")]))
        faceta.grupos[0].opciones.append(opcion)
    return list(facetas.values())


def opciones_por_sector(entidades: Iterable[Entidad]) -> list[tuple[str, list[tuple[str, str]]]]:
    """Choices of a list grouped by sector; `entidades` come ordered by sector."""
    grupos = groupby(entidades, lambda entidad: entidad.sector.nombre if entidad.sector else SIN_SECTOR)
    return [(sector, [(str(entidad.pk), entidad.nombre) for entidad in grupo]) for sector, grupo in grupos]
