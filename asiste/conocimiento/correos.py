"""Mails to who wants to know what is published."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import uuid4

from django.template.loader import render_to_string

from asiste.conocimiento.etiquetas import en_palabras
from asiste.conocimiento.filtros import Filtros
from asiste.conocimiento.models import BusquedaGuardada, Publicacion
from asiste.notificaciones import firmas
from asiste.notificaciones.acciones import PorEnviar, encolar, encolar_varios
from asiste.notificaciones.direcciones import direccion
from asiste.notificaciones.models import Mensaje

CONFIRMAR, RETIRAR = "banco.confirmar", "banco.retirar"  # purposes of the links
A_LA_VISTA = 6  # publications of a search in a mail; the rest are on the page
SE_CUENTAN = 200  # of a search; beyond them nobody counts


@dataclass(frozen=True, slots=True)
class Novedad:
    """A search and what was published on it, newest first.

    `cuales` are the ids of all, up to one more than are counted; `vistas`, the ones that the mail shows.
    """

    busqueda: BusquedaGuardada
    cuales: Sequence[int]
    vistas: Sequence[Publicacion]

    @property
    def que(self) -> str:
        """The search in words."""
        return en_palabras(Filtros.de_consulta(self.busqueda.consulta))

    @property
    def enlaces(self) -> list[tuple[Publicacion, str]]:
        """The first ones with their address."""
        return [(una, direccion("publicacion", una.clave)) for una in self.vistas]

    @property
    def demas(self) -> str:
        """How many are not shown; empty when all are."""
        sobran = len(self.cuales) - len(self.vistas)
        return "" if not sobran else "Y muchas más" if len(self.cuales) > SE_CUENTAN else f"Y {sobran} más"

    @property
    def todas(self) -> str:
        """Where all are."""
        return f"{direccion('conocimiento')}?{self.busqueda.consulta}&orden=fecha"


def pedir_confirmacion(*, correo: str, filtros: Filtros, ahora: datetime) -> Mensaje:
    """The link that confirms the address; what was asked travels in it. Never repeats what a stranger typed."""
    marca = firmas.firmar(CONFIRMAR, {"correo": correo.lower(), "consulta": filtros.consulta})
    return encolar(
        clave=f"banco-confirmar-{uuid4().hex}",
        para=correo.lower(),
        asunto="Confirme que quiere los avisos del banco de conceptos",
        texto=render_to_string(
            "conocimiento/correos/confirmar.txt", {"enlace": direccion("banco-aviso-confirmar", marca)}
        ),
        con_tope=True,
        ahora=ahora,
    )


def clave_de(correo: str, dia: date) -> str:
    """Key of the only mail of a person in a day."""
    return f"banco-{dia:%Y%m%d}-{hashlib.sha256(correo.encode()).hexdigest()[:32]}"


def contar_lo_nuevo(*, correo: str, novedades: Sequence[Novedad], clave: str, ahora: datetime) -> None:
    """Writes what was published on the searches of a person."""
    baja = direccion("banco-aviso-retirar", firmas.firmar(RETIRAR, novedades[0].busqueda.pk))
    contexto = {"novedades": novedades, "baja": baja}
    mensaje = PorEnviar(
        clave=clave,
        para=correo,
        asunto=f"{_cuantas(novedades)} en el banco de conceptos",
        texto=render_to_string("conocimiento/correos/novedades.txt", contexto),
        con_tope=True,
        baja=baja,
    )
    encolar_varios(correos=[mensaje], ahora=ahora)


def _cuantas(novedades: Sequence[Novedad]) -> str:
    """What is in several searches counts once."""
    cuantas = len({una for novedad in novedades for una in novedad.cuales})
    if any(len(novedad.cuales) > SE_CUENTAN for novedad in novedades):
        return f"Más de {cuantas - 1} publicaciones nuevas"
    return "Una publicación nueva" if cuantas == 1 else f"{cuantas} publicaciones nuevas"
