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
A_LA_VISTA = 5  # publications of a search in a mail; the rest are on the page


@dataclass(frozen=True, slots=True)
class Novedad:
    """A search and what was published on it."""

    busqueda: BusquedaGuardada
    publicaciones: Sequence[Publicacion]

    @property
    def que(self) -> str:
        """The search in words."""
        return en_palabras(Filtros.de_consulta(self.busqueda.consulta))

    @property
    def enlaces(self) -> list[tuple[Publicacion, str]]:
        """The first ones with their address."""
        return [(una, direccion("publicacion", una.clave)) for una in self.publicaciones[:A_LA_VISTA]]

    @property
    def todas(self) -> str:
        """Where all are, when they do not fit; else empty."""
        sobran = len(self.publicaciones) > A_LA_VISTA
        return f"{direccion('conocimiento')}?{self.busqueda.consulta}&orden=fecha" if sobran else ""


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
    cuantas = len({una.pk for novedad in novedades for una in novedad.publicaciones})
    baja = direccion("banco-aviso-retirar", firmas.firmar(RETIRAR, novedades[0].busqueda.pk))
    contexto = {"novedades": novedades, "baja": baja}
    asunto = "Una publicación nueva" if cuantas == 1 else f"{cuantas} publicaciones nuevas"
    mensaje = PorEnviar(
        clave=clave,
        para=correo,
        asunto=f"{asunto} en el banco de conceptos",
        texto=render_to_string("conocimiento/correos/novedades.txt", contexto),
        con_tope=True,
        baja=baja,
    )
    encolar_varios(correos=[mensaje], ahora=ahora)
