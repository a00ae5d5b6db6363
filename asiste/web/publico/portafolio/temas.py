"""What each dirección attends: topics in groups, forms of assistance and offices. Disposición: 7.1.3-portafolio."""

from dataclasses import dataclass, field

from django.db.models import Prefetch

from asiste.directorio.models import Dependencia
from asiste.portafolio.models import Modalidad, Tema
from asiste.web.publico.vitrina import FICHAS, Ficha

TITULOS = {
    Tema.Tipo.TEMA: "Temas",
    Tema.Tipo.ASPECTO: "Aspectos generales",
    Tema.Tipo.REVISION: "Revisiones técnicas",
}
POR_PAPEL = {
    Tema.Papel.LIDER: "Políticas de gestión y desempeño que lidera",
    Tema.Papel.APOYO: "Políticas en que apoya a quien lidera",
    Tema.Papel.ARTICULA: "Políticas en que articula a quien lidera",
}


@dataclass(slots=True)
class Grupo:
    """Topics under a title; `clave` names the component that may be asked for whole."""

    titulo: str
    clave: str = ""
    temas: list[Tema] = field(default_factory=list)

    @property
    def oficinas(self) -> list[Dependencia]:
        """Who attends them, in order."""
        return list(dict.fromkeys(tema.dependencia for tema in self.temas))


@dataclass(slots=True)
class Oferta:
    """All that a dirección attends, how and by whom."""

    direccion: Dependencia
    ficha: Ficha
    oficinas: list[Dependencia]
    modalidades: list[Modalidad]
    grupos: dict[str, Grupo] = field(default_factory=dict)

    def agregar(self, tema: Tema) -> None:
        """Puts a topic in its group; a component is a group."""
        componente = tema if tema.tipo == Tema.Tipo.COMPONENTE else tema.padre
        titulo = f"Componente {componente}" if componente else _titulo(tema)
        grupo = self.grupos.setdefault(titulo, Grupo(titulo, componente.clave if componente else ""))
        if tema != componente:
            grupo.temas.append(tema)


def ofertas() -> list[Oferta]:
    """Every dirección, in order. Four queries."""
    modalidades = Modalidad.objects.order_by("orden", "id")
    hijas = Dependencia.objects.order_by("orden", "id")
    direcciones = Dependencia.objects.direcciones().prefetch_related(
        Prefetch("modalidades", modalidades), Prefetch("hijas", hijas)
    )
    por_direccion = {
        una.pk: Oferta(
            direccion=una,
            ficha=FICHAS.get(una.clave, Ficha("directorio")),
            oficinas=list(una.hijas.all()),
            modalidades=list(una.modalidades.all()),
        )
        for una in direcciones
    }
    for tema in Tema.objects.solicitables():
        por_direccion[tema.dependencia.direccion.pk].agregar(tema)
    return list(por_direccion.values())


def _titulo(tema: Tema) -> str:
    if tema.tipo == Tema.Tipo.POLITICA:
        return POR_PAPEL.get(Tema.Papel(tema.papel), TITULOS[Tema.Tipo.TEMA]) if tema.papel else "Políticas"
    es_de_la_direccion = tema.dependencia.tipo == Dependencia.Tipo.DIRECCION
    return TITULOS[Tema.Tipo(tema.tipo)] if es_de_la_direccion or tema.tipo != Tema.Tipo.TEMA else str(tema.dependencia)
