"""Who is invited, as the page of a session and its own list show it."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlencode

from django.db.models import Count, Q
from django.http import QueryDict
from django.urls import reverse

from asiste.agenda.convocados import sin_representar
from asiste.agenda.cupo import lugares_libres
from asiste.agenda.models import Asistencia, Invitado, Sesion
from asiste.agenda.models.invitados import InvitadoQuerySet
from asiste.cuentas.models import Usuario
from asiste.notificaciones.models import Rebote
from asiste.web.interfaz.paginas import Pagina, paginar

ORDEN = ("nombre", "id")
Situacion, Respuesta = Invitado.Situacion, Invitado.Respuesta
CON_LUGAR = Q(situacion=Situacion.INVITADO)
FILTROS = {
    "": ("Todos", ~Q(situacion=Situacion.RETIRADO)),
    "asiste": ("Asistirán", CON_LUGAR & Q(respuesta=Respuesta.ASISTE)),
    "tal-vez": ("Por confirmar", CON_LUGAR & Q(respuesta=Respuesta.TAL_VEZ)),
    "sin-respuesta": ("Sin respuesta", CON_LUGAR & Q(respuesta=Respuesta.SIN_RESPUESTA)),
    "no-asiste": ("No asistirán", CON_LUGAR & Q(respuesta=Respuesta.NO_ASISTE)),
    "en-espera": ("En espera", Q(situacion=Situacion.EN_ESPERA)),
    "por-decidir": ("Por decidir", Q(situacion=Situacion.POR_DECIDIR)),
    "retirados": ("Retirados", Q(situacion=Situacion.RETIRADO)),
}
SIEMPRE = {"", "asiste", "sin-respuesta"}  # chips shown though nobody is in them


@dataclass(frozen=True, slots=True)
class Chip:
    """A filter of the list: how many are in it, and where it leads."""

    texto: str
    cuantos: int
    url: str
    actual: bool


@dataclass(frozen=True, slots=True)
class Renglon:
    """An invited person, when he or she came in, and since when the address bounces."""

    invitado: Invitado
    ingreso: Asistencia | None
    rebota: Rebote | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Lista:
    """The list as it was asked for."""

    pagina: Pagina[Invitado]
    renglones: list[Renglon]
    chips: list[Chip]
    buscado: str
    filtrada: bool
    url: str
    total: int
    faltan: int
    libres: int | None
    con_ingreso: bool = field(default=False)


def ficha(usuario: Usuario, sesion: Sesion) -> dict[str, Any]:
    """What its part of the page of a session needs."""
    return {"invitados": listar(sesion, QueryDict())}


def listar(sesion: Sesion, parametros: QueryDict) -> Lista:
    """A page of the invited, by name, with `?ver=` and `?q=`. As many queries with one as with fifty."""
    url = reverse("equipo:invitados", args=[sesion.pk])
    ver = parametros.get("ver", "") if parametros.get("ver", "") in FILTROS else ""
    buscado = parametros.get("q", "").replace("\0", "").strip()
    pagina = paginar(_buscar(_de(sesion, ver), buscado), ORDEN, parametros)
    cuentas = _contar(sesion)
    return Lista(
        pagina=pagina,
        renglones=_renglones(pagina.filas),
        chips=list(_chips(cuentas, url, ver, buscado)),
        buscado=buscado,
        filtrada=bool(ver or buscado),
        url=url,
        total=cuentas[""],
        faltan=sin_representar(sesion).count(),
        libres=lugares_libres(sesion),
        con_ingreso=sesion.estado in {Sesion.Estado.EN_CURSO, Sesion.Estado.REALIZADA},
    )


def _de(sesion: Sesion, ver: str) -> InvitadoQuerySet:
    return sesion.invitados.filter(FILTROS[ver][1]).select_related("entidad")


def _buscar(invitados: InvitadoQuerySet, texto: str) -> InvitadoQuerySet:
    if not texto:
        return invitados
    return invitados.filter(
        Q(nombre__unaccent__icontains=texto)
        | Q(correo__icontains=texto)
        | Q(entidad__nombre__unaccent__icontains=texto)
        | Q(entidad__sigla__unaccent__icontains=texto)
    )


def _contar(sesion: Sesion) -> dict[str, int]:
    """How many are in each filter; one query."""
    sumas = [Count("pk", filter=condicion) for _, condicion in FILTROS.values()]
    cuentas = sesion.invitados.aggregate(**{f"n{numero}": suma for numero, suma in enumerate(sumas)})
    return dict(zip(FILTROS, cuentas.values(), strict=True))


def _renglones(filas: list[Invitado]) -> list[Renglon]:
    llegadas = Asistencia.objects.validas().filter(invitado__in=filas)
    ingresos = {una.invitado_id: una for una in llegadas.order_by("-llegada_en", "-id")}
    rebotes = {uno.correo: uno for uno in Rebote.objects.filter(correo__in=[fila.correo for fila in filas])}
    return [Renglon(fila, ingresos.get(fila.pk), rebotes.get(fila.correo)) for fila in filas]


def _chips(cuentas: dict[str, int], url: str, ver: str, buscado: str) -> Iterable[Chip]:
    for valor, (texto, _) in FILTROS.items():
        if cuentas[valor] or valor in SIEMPRE or valor == ver:
            datos = {nombre: dato for nombre, dato in (("ver", valor), ("q", buscado)) if dato}
            yield Chip(texto, cuentas[valor], f"{url}?{urlencode(datos)}" if datos else url, valor == ver)
