"""Which requests a list shows, and which of them a person chose."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.http import QueryDict
from django.utils import timezone

from asiste.cuentas.models import Usuario
from asiste.solicitudes import alcance, permisos
from asiste.solicitudes.acciones.lotes import MAXIMO
from asiste.solicitudes.models import Solicitud, Vista
from asiste.solicitudes.models.consultas import SolicitudQuerySet
from asiste.solicitudes.trazabilidad import filtrar
from asiste.web.equipo import listas
from asiste.web.equipo.forms.filtros import FiltroForm
from asiste.web.equipo.permisos import toma_de_la_fila

FILTROS = {
    Vista.Pagina.BASE: (),  # all of them
    Vista.Pagina.BANDEJA: ("entidad", "tema", "modalidad", "plazo"),
}


@dataclass(frozen=True, slots=True)
class Lista:
    """A list as a person asked for it: its form, whether it is of his or her own cases, and the requests."""

    pagina: Vista.Pagina
    filtros: FiltroForm
    mias: bool
    visibles: SolicitudQuerySet
    casos: SolicitudQuerySet

    @property
    def consulta(self) -> str:
        """Its conditions as in the address, without what was not understood."""
        fija = {"vista": "mias" if self.mias else "equipo"} if self.pagina == Vista.Pagina.BANDEJA else {}
        return self.filtros.consulta(fija)


def lista_de(usuario: Usuario, pagina: Vista.Pagina, parametros: QueryDict, hoy: date) -> Lista:
    """The requests of that page with those parameters of its address, inside what the person may see."""
    form = FiltroForm(parametros, usuario, FILTROS[pagina])
    visibles = alcance.solicitudes_del_equipo(usuario)
    if pagina == Vista.Pagina.BASE:
        return Lista(pagina, form, False, visibles, filtrar(visibles, form.filtro(), hoy))
    propia = "mias" if toma_de_la_fila(usuario) else "equipo"
    mias = parametros.get("vista", propia) == "mias"
    suyas = visibles.filter(asesor__in=alcance.personas_de(usuario)) if mias else visibles
    casos = listas.en_mano(suyas) if mias else suyas.abiertas()
    return Lista(pagina, form, mias, suyas, filtrar(casos, form.filtro(), hoy))


def barra_de(usuario: Usuario, lista: Lista) -> dict[str, Any]:
    """What the head of a list offers: saved views, and what is done to many requests at once. One query."""
    reasigna = usuario.rol in permisos.DIRIGEN
    atajos = [("X", "Marcar la solicitud"), ("N", "Anotar en las marcadas")]
    if reasigna:
        atajos.append(("A", "Reasignar las marcadas"))
    return {
        "lista": lista,
        "atajos_pagina": [{"tecla": tecla, "texto": texto} for tecla, texto in atajos],
        "vistas": list(Vista.objects.para(usuario).filter(pagina=lista.pagina)),
        "reasigna": reasigna,
        "maximo": MAXIMO,
    }


@dataclass(frozen=True, slots=True)
class Seleccion:
    """Chosen requests, at most `MAXIMO` of the `cumplen`."""

    casos: list[Solicitud]
    cumplen: int

    @property
    def cortada(self) -> bool:
        """True when there were too many to do it at once."""
        return self.cumplen > len(self.casos)


def elegidas(usuario: Usuario, datos: QueryDict) -> SolicitudQuerySet:
    """The requests marked (`caso`, many times) or, with `todas`, all those of the list sent (`pagina`, `consulta`)."""
    if datos.get("todas"):
        pagina = Vista.Pagina.BANDEJA if datos.get("pagina") == Vista.Pagina.BANDEJA else Vista.Pagina.BASE
        return lista_de(usuario, pagina, QueryDict(datos.get("consulta", "")), timezone.localdate()).casos
    radicados = [radicado[:20] for radicado in datos.getlist("caso")[:MAXIMO]]
    return alcance.solicitudes_del_equipo(usuario).filter(radicado__in=radicados)


def seleccion_de(usuario: Usuario, datos: QueryDict) -> Seleccion:
    """The requests chosen, the last received first."""
    todas = elegidas(usuario, datos)
    orden = listas.para_lista(todas).select_related("direccion").order_by(*listas.ULTIMAS_PRIMERO)
    casos = list(orden[: MAXIMO + 1])
    cumplen = todas.count() if len(casos) > MAXIMO else len(casos)
    return Seleccion(casos[:MAXIMO], cumplen)
