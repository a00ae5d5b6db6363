"""The minutes that an address names, and their sections to be written."""

from functools import partial

from django.http import Http404

from asiste.agenda import acciones
from asiste.agenda.actas.contenido import acta_de
from asiste.agenda.models import Acta, SeccionActa
from asiste.cuentas.models import Usuario
from asiste.web.equipo.acceso import Peticion
from asiste.web.equipo.agenda.acceso import sesion_a_cargo, sesion_de
from asiste.web.equipo.escritos.escrito import Escrito, con_sus_filas, elegir


def acta_visible(usuario: Usuario, numero: int) -> Acta:
    """The minutes of a session that the person sees; else Http404."""
    acta = acta_de(sesion_de(usuario, numero))
    if acta is None:
        raise Http404
    return acta


def acta_a_cargo(usuario: Usuario, numero: int) -> Acta:
    """The same, for who carries the session; else 404 or 403."""
    acta = acta_de(sesion_a_cargo(usuario, numero))
    if acta is None:
        raise Http404
    return acta


def escrito_de(request: Peticion, acta: Acta, clave: str) -> Escrito:
    """A section of the minutes; else 404."""
    return elegir(escritos_de(acta, request.user), clave)


def escritos_de(acta: Acta, usuario: Usuario) -> list[Escrito]:
    """All the sections, in their order. One query."""
    vacios = [
        Escrito(
            vista="acta",
            numero=acta.sesion_id,
            clave=clave,
            rotulo=rotulo,
            usuario=usuario,
            abierto=acta.en_borrador,
            accion=partial(acciones.guardar_seccion, acta=acta),
            obligatoria=clave in acta.OBLIGATORIAS[Acta.Clase(acta.clase)],
        )
        for clave, rotulo in acta.rotulos.items()
    ]
    return con_sus_filas(vacios, SeccionActa.objects.con_apartes().filter(acta=acta))
