"""What one publication does to another: repeats, clears up, changes, or leaves without effect."""

from django.db import transaction

from asiste.conocimiento.acciones.publicaciones import NoSePublica
from asiste.conocimiento.models import Publicacion, Relacion
from asiste.conocimiento.permisos import puede_decidir
from asiste.cuentas.models import Usuario

Estado, Tipo = Publicacion.Estado, Relacion.Tipo
MOTIVO = 300  # characters of a reason


@transaction.atomic
def relacionar(*, origen: Publicacion, tipo: str, destino: Publicacion, autor: Usuario) -> Relacion:
    """Relates the later one to the earlier one; what is left without effect stops being in force, with its reason.

    Raises `NoSePublica` when they are related already, either way, when the dates contradict it, when the later one
    does not hold itself, or when the earlier one holds no more, another dirección issued it or `autor` does not head
    the office that did.
    Disposición: 7.1.3-banco-conceptos.
    """
    origen, destino = _bloqueadas(origen, destino)
    _exigir_coherencia(origen, destino)
    if tipo == Tipo.SIN_EFECTO:
        _dejar_sin_efecto(origen, destino, autor)
    return Relacion.objects.create(origen=origen, tipo=tipo, destino=destino)


@transaction.atomic
def quitar_relacion(*, relacion: Relacion, autor: Usuario) -> None:
    """Takes it away; what it had left without effect is in force again.

    Raises `NoSePublica` when it had left so what another office issued, and `autor` does not head that one.
    """
    origen, destino = _bloqueadas(relacion.origen, relacion.destino)
    if relacion.tipo == Tipo.SIN_EFECTO and not puede_decidir(autor, destino):
        oficina = destino.dependencia.sigla
        raise NoSePublica(f"«{destino}» lo expidió {oficina}: solo lo devuelve quien dirige {oficina} o la dirección.")
    relacion.delete()
    if relacion.tipo == Tipo.SIN_EFECTO and destino.motivo == _motivo(origen):
        destino.estado, destino.motivo = Estado.VIGENTE, ""
        destino.save(update_fields=["estado", "motivo"])


def _bloqueadas(una: Publicacion, otra: Publicacion) -> tuple[Publicacion, Publicacion]:
    """Both as they are in the database, locked in one order so that two people never wait for each other."""
    con_oficina = Publicacion.objects.select_for_update(of=("self",)).select_related("dependencia__padre")
    filas = {fila.pk: fila for fila in con_oficina.filter(pk__in=[una.pk, otra.pk]).order_by("pk")}
    return filas[una.pk], filas[otra.pk]


def _exigir_coherencia(origen: Publicacion, destino: Publicacion) -> None:
    if origen == destino:
        raise NoSePublica("Elija otra publicación: una no se relaciona consigo misma.")
    if Relacion.objects.filter(origen=origen, destino=destino).exists():
        raise NoSePublica(f"Ya está relacionada con «{destino}»: quite primero esa relación.")
    if Relacion.objects.filter(origen=destino, destino=origen).exists():
        raise NoSePublica(f"«{destino}» ya se relaciona con esta, en sentido contrario.")
    if origen.fecha < destino.fecha:
        raise NoSePublica(f"«{destino}» es posterior: la relación se anota en la más reciente.")
    if Estado.RETIRADA in {origen.estado, destino.estado}:
        raise NoSePublica("Una de las dos está retirada.")


def _dejar_sin_efecto(origen: Publicacion, destino: Publicacion, autor: Usuario) -> None:
    if not origen.vigente:
        raise NoSePublica("Lo que no rige no deja sin efecto a otra.")
    if origen.dependencia.direccion != destino.dependencia.direccion:
        raise NoSePublica("Solo se deja sin efecto lo que expidió la misma dirección.")
    if not puede_decidir(autor, destino):
        raise NoSePublica(lo_decide_otra_oficina(destino))
    if causa := destino.dejada_sin_efecto_por():
        raise NoSePublica(f"A «{destino}» ya la dejó sin efecto «{causa}».")
    if not destino.vigente:
        raise NoSePublica(f"«{destino}» ya no rige: {destino.motivo}")
    destino.estado, destino.motivo = Estado.NO_VIGENTE, _motivo(origen)
    destino.save(update_fields=["estado", "motivo"])


def lo_decide_otra_oficina(destino: Publicacion) -> str:
    """Why it may not be left without effect, and who may."""
    oficina = destino.dependencia.sigla
    return f"«{destino}» lo expidió {oficina}: solo lo deja sin efecto quien dirige {oficina} o la dirección."


def _motivo(origen: Publicacion) -> str:
    return f"Lo dejó sin efecto {origen.rotulo}."[:MOTIVO]
