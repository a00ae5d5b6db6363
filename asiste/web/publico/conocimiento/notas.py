"""What a reader must know of a publication before reading it."""

from collections.abc import Sequence
from dataclasses import dataclass

from asiste.conocimiento.models import Publicacion, Relacion
from asiste.conocimiento.nexos import Nexo

ESTE = {
    Publicacion.Clase.CONCEPTO: "Este concepto",
    Publicacion.Clase.LINEA: "Esta línea técnica",
    Publicacion.Clase.GUIA: "Esta guía",
    Publicacion.Clase.INSTRUMENTO: "Este instrumento",
}
EL = {
    Publicacion.Clase.CONCEPTO: "el concepto",
    Publicacion.Clase.LINEA: "la línea técnica",
    Publicacion.Clase.GUIA: "la guía",
    Publicacion.Clase.INSTRUMENTO: "el instrumento",
}
CAMBIAN = {Relacion.Tipo.MODIFICA: "hace cambios", Relacion.Tipo.ACLARA: "hace aclaraciones"}


@dataclass(frozen=True, slots=True)
class Nota:
    """A notice, with the publication where one goes on."""

    tono: str
    titulo: str
    texto: str = ""
    otra: Publicacion | None = None


def notas(publicacion: Publicacion, nexos: Sequence[Nexo], caidas: Sequence[Publicacion]) -> list[Nota]:
    """The state of the publication, what changed it later and what it leans on that no longer holds."""
    recibidos = [nexo for nexo in nexos if nexo.recibido and nexo.otra.estado != Publicacion.Estado.RETIRADA]
    cambios = [
        Nota("alerta", f"Léase con {_como(nexo.otra)}, que {CAMBIAN[Relacion.Tipo(nexo.tipo)]}", "", nexo.otra)
        for nexo in recibidos
        if nexo.tipo in CAMBIAN and publicacion.vigente
    ]
    apoyos = [Nota("alerta", f"Se apoya en {_como(otra)}, que {_suerte(otra)}", otra.motivo, otra) for otra in caidas]
    return [*_del_estado(publicacion, recibidos), *cambios, *apoyos]


def _del_estado(publicacion: Publicacion, recibidos: Sequence[Nexo]) -> list[Nota]:
    este = ESTE[Publicacion.Clase(publicacion.clase)]
    if publicacion.vigente:
        return []
    if publicacion.estado == Publicacion.Estado.RETIRADA:
        return [Nota("peligro", f"{este} se retiró del banco", publicacion.motivo)]
    anula = next((nexo.otra for nexo in recibidos if nexo.tipo == Relacion.Tipo.SIN_EFECTO), None)
    if anula is None:
        return [Nota("peligro", f"{este} no está vigente", publicacion.motivo)]
    return [Nota("peligro", f"{este} no está vigente: quedó sin efecto por {_como(anula)}", "", anula)]


def _como(publicacion: Publicacion) -> str:
    """«el concepto C-DDAB-2026-12»; without a number, its title."""
    return f"{EL[Publicacion.Clase(publicacion.clase)]} {publicacion.rotulo}"


def _suerte(publicacion: Publicacion) -> str:
    return "se retiró" if publicacion.estado == Publicacion.Estado.RETIRADA else "ya no está vigente"
