"""The sections of a concept, to be written or read."""

from functools import partial

from asiste.conceptos import acciones
from asiste.conceptos.models import Concepto, SeccionConcepto
from asiste.conceptos.pendientes import obligatorias_de
from asiste.cuentas.models import Usuario
from asiste.web.equipo.acceso import Peticion
from asiste.web.equipo.conceptos.forms.secciones import SeccionRicaForm
from asiste.web.equipo.escritos.escrito import Escrito, con_sus_filas, elegir

PRIMERA = 2  # number of the first section: the subject is the first of the document


def escrito_de(request: Peticion, concepto: Concepto, clave: str) -> Escrito:
    """A section of the concept; else 404."""
    return elegir(escritos_de(concepto, request.user), clave)


def escritos_de(concepto: Concepto, usuario: Usuario) -> list[Escrito]:
    """All the sections, in their order and with their number. One query."""
    obligatorias = obligatorias_de(concepto)
    vacios = [
        Escrito(
            vista="concepto",
            numero=concepto.pk,
            clave=clave,
            rotulo=rotulo,
            usuario=usuario,
            abierto=concepto.en_proyecto,
            accion=partial(acciones.guardar_seccion, concepto=concepto),
            forma=SeccionRicaForm,
            obligatoria=clave in obligatorias,
            lugar=lugar,
        )
        for lugar, (clave, rotulo) in enumerate(Concepto.SECCIONES.items(), PRIMERA)
    ]
    return con_sus_filas(vacios, SeccionConcepto.objects.con_apartes().filter(concepto=concepto))
