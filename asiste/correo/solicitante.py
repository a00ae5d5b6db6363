"""Who asks: the person, and the entity told by contact, domain or signature."""

from asiste.correo.catalogo import Catalogo
from asiste.correo.clasificacion import entidad_en_firma, remitente_original
from asiste.correo.lectura import MensajeLeido, Remitente
from asiste.directorio.models import Entidad


def solicitante_de(leido: MensajeLeido, *, catalogo: Catalogo) -> tuple[Remitente, Entidad | None]:
    """Requester and entity: by contact, by domain, or by signature when several entities share the domain.

    A forward by our own people is asked by who wrote it first, and so is one by a colleague of the same domain: a
    stranger may quote anybody. An unknown domain gives no entity.
    """
    quien = Remitente(leido.de_nombre, leido.de_correo)
    original = remitente_original(leido)
    if original and (catalogo.es_propio(quien.correo) or _dominio(original.correo) == _dominio(quien.correo)):
        quien = original
    if quien.correo in catalogo.enlaces:
        return quien, catalogo.entidades[catalogo.enlaces[quien.correo]]
    entidades = [catalogo.entidades[una] for una in catalogo.dominios.get(_dominio(quien.correo), ())]
    if len(entidades) <= 1:
        return quien, entidades[0] if entidades else None
    return quien, _por_firma(leido, entidades)


def _dominio(correo: str) -> str:
    return correo.rpartition("@")[2]


def _por_firma(leido: MensajeLeido, entidades: list[Entidad]) -> Entidad | None:
    """Which of the entities of a shared domain signs, by any name it has or had."""
    nombres: dict[str, int] = {}
    for entidad in Entidad.objects.filter(pk__in=[una.pk for una in entidades]).prefetch_related("denominaciones"):
        otros = (denominacion.nombre for denominacion in entidad.denominaciones.all())
        nombres |= dict.fromkeys((entidad.nombre, entidad.sigla, *otros), entidad.pk)
    firmada = entidad_en_firma(leido.texto, nombres)
    return next((entidad for entidad in entidades if entidad.pk == firmada), None)
