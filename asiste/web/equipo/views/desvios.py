"""What takes a request off its straight way, one small page for each action."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django import forms
from django.http import HttpResponse
from django.utils import timezone

from asiste.cuentas.models import Usuario
from asiste.solicitudes import acciones, alcance, permisos
from asiste.solicitudes.models import Solicitud
from asiste.web.equipo.acceso import Peticion, exigir, solicitud_de, solo_equipo
from asiste.web.equipo.envio import abrir_y_enviar, hecho, recibido, resolver
from asiste.web.equipo.forms import desvios as formas


@dataclass(frozen=True, slots=True, kw_only=True)
class Desvio:
    """A page that does one thing: its words, and the action that gets what the form brings."""

    nombre: str
    intro: str
    boton: str
    listo: str
    accion: Callable[..., Any]
    permiso: Callable[[Usuario, Solicitud], bool] = permisos.puede_tramitar


def _tramitar(request: Peticion, solicitud: Solicitud, desvio: Desvio, form: forms.Form) -> HttpResponse:
    """Shows the form, or does the action on the request with what it brings."""
    exigir(desvio.permiso(request.user, solicitud))

    def hacer(datos: dict[str, Any]) -> HttpResponse:
        desvio.accion(solicitud=solicitud, **datos, autor=request.user, ahora=timezone.now())
        return hecho(request, desvio.listo.format(solicitud), "equipo:solicitud", solicitud.radicado)

    return resolver(request, form, hacer, "equipo/desvio.html", solicitud=solicitud, desvio=desvio)


SUSPENSION = Desvio(
    nombre="Pedir información y suspender",
    intro="El plazo queda en pausa desde mañana y sigue al día siguiente de la respuesta. La entidad tiene un mes.",
    boton="Pedir y suspender",
    listo="Se pidió la información. El plazo queda en pausa desde mañana.",
    accion=acciones.suspender,
)
REANUDACION = Desvio(
    nombre="Reanudar",
    intro="El plazo vuelve a contar desde mañana. Si la entidad contesta por correo, se reanuda sola.",
    boton="Reanudar",
    listo="{} se reanudó: el plazo vuelve a contar desde mañana.",
    accion=acciones.reanudar,
)
DESISTIMIENTO = Desvio(
    nombre="Declarar el desistimiento",
    intro="Pasó un mes sin respuesta de la entidad. La solicitud termina aquí y se le cuenta; puede reabrirse.",
    boton="Declarar el desistimiento",
    listo="{} terminó por desistimiento.",
    accion=acciones.desistir,
)
PRORROGA = Desvio(
    nombre="Prorrogar el plazo",
    intro="Solo antes de que venza. La entidad recibe la nueva fecha y la razón.",
    boton="Prorrogar",
    listo="El plazo de {} se prorrogó y se le contó a la entidad.",
    accion=acciones.prorrogar,
)
TRASLADO = Desvio(
    nombre="Trasladar a otra dependencia",
    intro="Conserva su número, su fecha de llegada y su plazo. La entidad recibe el aviso.",
    boton="Trasladar",
    listo="{} pasó a la dependencia que la atiende.",
    accion=acciones.trasladar,
)
REMISION = Desvio(
    nombre="Trasladar a otra entidad",
    intro="Cuando no es competencia de la SDFI. Se hace dentro de los cinco días siguientes a la recepción "
    "(Ley 1755 de 2015, art. 21) y la solicitud termina aquí.",
    boton="Trasladar por competencia",
    listo="{} se trasladó por competencia.",
    accion=acciones.trasladar_fuera,
)
ANULACION = Desvio(
    nombre="Anular",
    intro="El número se conserva para siempre, sin efecto y con su motivo. No se puede deshacer.",
    boton="Anular",
    listo="{} quedó anulada.",
    accion=acciones.anular,
    permiso=permisos.puede_anular,
)
REAPERTURA = Desvio(
    nombre="Reabrir",
    intro="Vuelve a trámite. Los días que estuvo terminada no cuentan; el plazo sigue mañana.",
    boton="Reabrir",
    listo="{} está otra vez en trámite.",
    accion=acciones.reabrir,
)
VINCULO = Desvio(
    nombre="Relacionar con otra solicitud",
    intro="Cada una sigue su curso; desde una se llega a la otra.",
    boton="Relacionar",
    listo="Las solicitudes quedaron relacionadas.",
    accion=acciones.vincular,
)
UNION = Desvio(
    nombre="Unir a otra solicitud",
    intro="Esta se atiende con la otra: lo que escriba la entidad llega a la otra. Se puede separar después.",
    boton="Unir",
    listo="{} se atiende ahora con la otra.",
    accion=acciones.fusionar,
)
SEPARACION = Desvio(
    nombre="Separar de la otra",
    intro="Vuelve a seguir su propio curso, con el plazo que siempre tuvo.",
    boton="Separar",
    listo="{} sigue otra vez por su cuenta.",
    accion=acciones.separar,
)
DIVISION = Desvio(
    nombre="Dividir en dos",
    intro="Los temas que elija pasan a una solicitud nueva, con número propio y la misma fecha de llegada y plazo.",
    boton="Dividir",
    listo="{} se dividió en dos: la nueva está entre las relacionadas.",
    accion=acciones.dividir,
)


@abrir_y_enviar
@solo_equipo
def suspension(request: Peticion, radicado: str) -> HttpResponse:
    """Asks the entity for what lacks; the term waits."""
    solicitud = solicitud_de(request.user, radicado)
    return _tramitar(request, solicitud, SUSPENSION, formas.InformacionForm(**recibido(request)))


@abrir_y_enviar
@solo_equipo
def reanudacion(request: Peticion, radicado: str) -> HttpResponse:
    """The term runs again."""
    solicitud = solicitud_de(request.user, radicado)
    return _tramitar(request, solicitud, REANUDACION, formas.MotivoForm(**recibido(request)))


@abrir_y_enviar
@solo_equipo
def desistimiento(request: Peticion, radicado: str) -> HttpResponse:
    """Ends what the entity did not complete in a month."""
    solicitud = solicitud_de(request.user, radicado)
    return _tramitar(request, solicitud, DESISTIMIENTO, formas.MotivoForm(**recibido(request)))


@abrir_y_enviar
@solo_equipo
def prorroga(request: Peticion, radicado: str) -> HttpResponse:
    """More business days, told to the entity before the term expires."""
    solicitud = solicitud_de(request.user, radicado)
    return _tramitar(request, solicitud, PRORROGA, formas.ProrrogaForm(solicitud=solicitud, **recibido(request)))


@abrir_y_enviar
@solo_equipo
def traslado(request: Peticion, radicado: str) -> HttpResponse:
    """To the office of the SDFI that must attend it."""
    solicitud = solicitud_de(request.user, radicado)
    return _tramitar(request, solicitud, TRASLADO, formas.TrasladoForm(solicitud=solicitud, **recibido(request)))


@abrir_y_enviar
@solo_equipo
def remision(request: Peticion, radicado: str) -> HttpResponse:
    """To the entity that is competent, outside the SDFI."""
    solicitud = solicitud_de(request.user, radicado)
    return _tramitar(request, solicitud, REMISION, formas.RemisionForm(**recibido(request)))


@abrir_y_enviar
@solo_equipo
def anulacion(request: Peticion, radicado: str) -> HttpResponse:
    """Leaves its number without effect."""
    solicitud = solicitud_de(request.user, radicado)
    return _tramitar(request, solicitud, ANULACION, formas.MotivoForm(**recibido(request)))


@abrir_y_enviar
@solo_equipo
def reapertura(request: Peticion, radicado: str) -> HttpResponse:
    """Takes up again what had ended."""
    solicitud = solicitud_de(request.user, radicado)
    return _tramitar(request, solicitud, REAPERTURA, formas.MotivoForm(**recibido(request)))


@abrir_y_enviar
@solo_equipo
def vinculo(request: Peticion, radicado: str) -> HttpResponse:
    """Relates it to another one."""
    solicitud = solicitud_de(request.user, radicado)
    visibles = alcance.solicitudes_del_equipo(request.user)
    return _tramitar(request, solicitud, VINCULO, formas.VinculoForm(visibles=visibles, **recibido(request)))


@abrir_y_enviar
@solo_equipo
def union(request: Peticion, radicado: str) -> HttpResponse:
    """Unites it to the one that will attend both; `?con=` proposes which."""
    solicitud = solicitud_de(request.user, radicado)
    visibles = alcance.solicitudes_del_equipo(request.user)
    inicial = {"principal": request.GET.get("con", "")}
    form = formas.UnionForm(visibles=visibles, usuario=request.user, initial=inicial, **recibido(request))
    return _tramitar(request, solicitud, UNION, form)


@abrir_y_enviar
@solo_equipo
def separacion(request: Peticion, radicado: str) -> HttpResponse:
    """Undoes a union."""
    solicitud = solicitud_de(request.user, radicado)
    return _tramitar(request, solicitud, SEPARACION, formas.MotivoForm(**recibido(request)))


@abrir_y_enviar
@solo_equipo
def division(request: Peticion, radicado: str) -> HttpResponse:
    """Makes another request with part of its topics."""
    solicitud = solicitud_de(request.user, radicado)
    return _tramitar(request, solicitud, DIVISION, formas.DivisionForm(solicitud=solicitud, **recibido(request)))
