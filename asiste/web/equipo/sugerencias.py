"""Which entity may be asking: by the mail domain of who writes and by the names in the message."""

from dataclasses import dataclass

from asiste.directorio.models import Entidad
from asiste.solicitudes.importacion.texto import llano
from asiste.solicitudes.models import Solicitud

LARGO_DE_SIGLA = 3


@dataclass(frozen=True, slots=True)
class Sugerencia:
    """An entity and what tells of it, in words."""

    entidad: Entidad
    porque: str

    @property
    def clave(self) -> str:
        """Value of its option in a form."""
        return str(self.entidad.pk)


def sugerir(solicitud: Solicitud, buscado: str = "") -> list[Sugerencia]:
    """Entities found by `buscado` (name, former name, alias or initials), then by domain, then named in the text."""
    entidades = Entidad.objects.activas().select_related("sector")
    por_nombre = entidades.buscar(buscado) if buscado.strip() else []
    dominio = solicitud.solicitante_correo.rpartition("@")[2]
    candidatas = [
        *(Sugerencia(entidad, "coincide con su búsqueda") for entidad in por_nombre),
        *(Sugerencia(entidad, f"escribe desde @{dominio}") for entidad in entidades.del_dominio(dominio)),
        *_nombradas(f"{solicitud.asunto} {solicitud.solicitante_cargo} {solicitud.texto}"),
    ]
    unicas: dict[int, Sugerencia] = {}
    for candidata in candidatas:
        unicas.setdefault(candidata.entidad.pk, candidata)
    return list(unicas.values())


def _nombradas(texto: str) -> list[Sugerencia]:
    """Active entities whose name, alias or initials are in the text, as whole words."""
    dicho = f" {llano(texto)} "
    encontradas = []
    for entidad in Entidad.objects.activas().select_related("sector").prefetch_related("denominaciones"):
        nombres = [entidad.nombre, *(otra.nombre for otra in entidad.denominaciones.all())]
        nombres += [entidad.sigla] if len(entidad.sigla) >= LARGO_DE_SIGLA else []
        if nombre := next((nombre for nombre in nombres if f" {llano(nombre)} " in dicho), ""):
            encontradas.append(Sugerencia(entidad, f"el mensaje la nombra: «{nombre}»"))
    return encontradas
