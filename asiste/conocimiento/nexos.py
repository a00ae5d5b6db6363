"""What one publication has to do with others: relations both ways, and those its text cites."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Q

from asiste.conocimiento.consultas import NUMERO
from asiste.conocimiento.models import Publicacion, Relacion

CABEN = 50  # numbers that are looked up in a text


@dataclass(frozen=True, slots=True)
class Nexo:
    """The other one and the verb: «Aclara» when this one acts, «Aclarado por» when it is acted on."""

    tipo: str
    verbo: str
    otra: Publicacion
    recibido: bool


def nexos_de(publicacion: Publicacion) -> list[Nexo]:
    """Both ways: first what others did to it, then what it does, the latest first. One query."""
    filas = Relacion.objects.filter(Q(origen=publicacion) | Q(destino=publicacion))
    nexos = [_nexo(fila, publicacion) for fila in filas.select_related("origen", "destino").order_by("id")]
    return sorted(nexos, key=lambda nexo: (nexo.recibido, nexo.otra.fecha, nexo.otra.pk), reverse=True)


def citadas(publicacion: Publicacion) -> list[Publicacion]:
    """Those whose number its text names, by number. One query."""
    numeros = sorted(set(NUMERO.findall(publicacion.texto.upper())) - {publicacion.numero})[:CABEN]
    return list(Publicacion.objects.filter(numero__in=numeros).order_by("numero", "id"))


def caidas(publicacion: Publicacion, nexos: Iterable[Nexo]) -> list[Publicacion]:
    """Those it leans on, by a relation or by citing them, that no longer hold or were withdrawn."""
    anuladas = {nexo.otra.pk for nexo in nexos if nexo.tipo == Relacion.Tipo.SIN_EFECTO}
    suyas = [nexo.otra for nexo in nexos if not nexo.recibido] + citadas(publicacion)
    por_clave = {otra.pk: otra for otra in suyas if not otra.vigente and otra.pk not in anuladas}
    return sorted(por_clave.values(), key=str)


def _nexo(fila: Relacion, publicacion: Publicacion) -> Nexo:
    if fila.origen_id == publicacion.pk:
        return Nexo(fila.tipo, fila.get_tipo_display(), fila.destino, recibido=False)
    return Nexo(fila.tipo, fila.al_reves, fila.origen, recibido=True)
