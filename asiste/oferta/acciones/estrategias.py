"""The strategies under way of each dirección."""

from django.db import transaction

from asiste.directorio.models import Dependencia
from asiste.oferta.models import Estrategia
from asiste.solicitudes.acciones import ReglaIncumplida


@transaction.atomic
def guardar_estrategia(
    *, dependencia: Dependencia, nombre: str, activa: bool = True, estrategia: Estrategia | None = None
) -> Estrategia:
    """A strategy, new or changed; who writes it vouches for it, so it is no example any more.

    Raises `ReglaIncumplida` if the dirección has another one with that name.
    """
    guardada = estrategia or Estrategia()
    guardada.dependencia, guardada.nombre, guardada.activa = dependencia, nombre.strip(), activa
    guardada.por_verificar = False
    iguales = Estrategia.objects.filter(dependencia=dependencia, nombre__iexact=guardada.nombre)
    if iguales.exclude(pk=guardada.pk).exists():
        raise ReglaIncumplida(f"{dependencia.sigla} ya tiene una estrategia con ese nombre.")
    guardada.save()
    return guardada
