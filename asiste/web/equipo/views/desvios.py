"""What takes a request off its straight way, one small page for each action."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django import forms
from django.http import HttpResponse
from django.http.response import HttpResponseBase
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
    form: Callable[[Peticion, Solicitud], forms.Form]


def _pagina(desvio: Desvio) -> Callable[..., HttpResponseBase]:
    """The view of a page: shows its form, or does its action on the request with what the form brings."""

    @abrir_y_enviar
    @solo_equipo
    def vista(request: Peticion, radicado: str) -> HttpResponse:
        solicitud = solicitud_de(request.user, radicado)
        exigir(desvio.permiso(request.user, solicitud))

        def hacer(datos: dict[str, Any]) -> HttpResponse:
            desvio.accion(solicitud=solicitud, **datos, autor=request.user, ahora=timezone.now())
            return hecho(request, desvio.listo.format(solicitud), "equipo:solicitud", solicitud.radicado)

        form = desvio.form(request, solicitud)
        return resolver(request, form, hacer, "equipo/desvio.html", solicitud=solicitud, desvio=desvio)

    return vista


def _motivo(request: Peticion, _solicitud: Solicitud) -> forms.Form:
    return formas.MotivoForm(**recibido(request))


def _union(request: Peticion, _solicitud: Solicitud) -> forms.Form:
    visibles = alcance.solicitudes_del_equipo(request.user)
    propuesta = {"principal": request.GET.get("con", "")}
    return formas.UnionForm(visibles=visibles, usuario=request.user, initial=propuesta, **recibido(request))


suspension = _pagina(
    Desvio(
        nombre="Pedir información y suspender",
        intro="El plazo queda en pausa desde mañana y sigue al día siguiente de la respuesta. La entidad tiene un mes.",
        boton="Pedir y suspender",
        listo="Se pidió la información. El plazo queda en pausa desde mañana.",
        accion=acciones.suspender,
        form=lambda request, _: formas.InformacionForm(**recibido(request)),
    )
)
reanudacion = _pagina(
    Desvio(
        nombre="Reanudar",
        intro="El plazo vuelve a contar desde mañana. Si la entidad contesta por correo, se reanuda sola.",
        boton="Reanudar",
        listo="{} se reanudó: el plazo vuelve a contar desde mañana.",
        accion=acciones.reanudar,
        form=_motivo,
    )
)
desistimiento = _pagina(
    Desvio(
        nombre="Declarar el desistimiento",
        intro="Pasó un mes sin respuesta de la entidad. La solicitud termina aquí y se le cuenta; puede reabrirse.",
        boton="Declarar el desistimiento",
        listo="{} terminó por desistimiento.",
        accion=acciones.desistir,
        form=_motivo,
    )
)
prorroga = _pagina(
    Desvio(
        nombre="Prorrogar el plazo",
        intro="Solo antes de que venza. La entidad recibe la nueva fecha y la razón.",
        boton="Prorrogar",
        listo="El plazo de {} se prorrogó y se le contó a la entidad.",
        accion=acciones.prorrogar,
        form=lambda request, caso: formas.ProrrogaForm(solicitud=caso, **recibido(request)),
    )
)
traslado = _pagina(
    Desvio(
        nombre="Trasladar a otra dependencia",
        intro="Conserva su número, su fecha de llegada y su plazo. La entidad recibe el aviso.",
        boton="Trasladar",
        listo="{} pasó a la dependencia que la atiende.",
        accion=acciones.trasladar,
        form=lambda request, caso: formas.TrasladoForm(solicitud=caso, **recibido(request)),
    )
)
remision = _pagina(
    Desvio(
        nombre="Trasladar a otra entidad",
        intro="Cuando no es competencia de la SDFI. Se hace dentro de los cinco días siguientes a la recepción "
        "(Ley 1755 de 2015, art. 21) y la solicitud termina aquí.",
        boton="Trasladar por competencia",
        listo="{} se trasladó por competencia.",
        accion=acciones.trasladar_fuera,
        form=lambda request, _: formas.RemisionForm(**recibido(request)),
    )
)
anulacion = _pagina(
    Desvio(
        nombre="Anular",
        intro="El número se conserva para siempre, sin efecto y con su motivo. No se puede deshacer.",
        boton="Anular",
        listo="{} quedó anulada.",
        accion=acciones.anular,
        permiso=permisos.puede_anular,
        form=_motivo,
    )
)
reapertura = _pagina(
    Desvio(
        nombre="Reabrir",
        intro="Vuelve a trámite. Los días que estuvo terminada no cuentan; el plazo sigue mañana.",
        boton="Reabrir",
        listo="{} está otra vez en trámite.",
        accion=acciones.reabrir,
        form=_motivo,
    )
)
vinculo = _pagina(
    Desvio(
        nombre="Relacionar con otra solicitud",
        intro="Cada una sigue su curso; desde una se llega a la otra.",
        boton="Relacionar",
        listo="Las solicitudes quedaron relacionadas.",
        accion=acciones.vincular,
        form=lambda request, _: formas.VinculoForm(
            visibles=alcance.solicitudes_del_equipo(request.user), **recibido(request)
        ),
    )
)
union = _pagina(
    Desvio(
        nombre="Unir a otra solicitud",
        intro="Esta se atiende con la otra: lo que escriba la entidad llega a la otra. Se puede separar después.",
        boton="Unir",
        listo="{} se atiende ahora con la otra.",
        accion=acciones.fusionar,
        form=_union,
    )
)
separacion = _pagina(
    Desvio(
        nombre="Separar de la otra",
        intro="Vuelve a seguir su propio curso, con el plazo que siempre tuvo.",
        boton="Separar",
        listo="{} sigue otra vez por su cuenta.",
        accion=acciones.separar,
        form=_motivo,
    )
)
division = _pagina(
    Desvio(
        nombre="Dividir en dos",
        intro="Los temas que elija pasan a una solicitud nueva, con número propio y la misma fecha de llegada y plazo.",
        boton="Dividir",
        listo="{} se dividió en dos: la nueva está entre las relacionadas.",
        accion=acciones.dividir,
        form=lambda request, caso: formas.DivisionForm(solicitud=caso, **recibido(request)),
    )
)
