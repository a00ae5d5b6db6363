"""What the platform has to send: what waits, what could not leave and what was given up."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from asiste.cuentas.models import Usuario
from asiste.notificaciones.acciones import dar_por_perdido, reintentar
from asiste.notificaciones.fallas import en_palabras
from asiste.notificaciones.models import Mensaje, MensajeQuerySet
from asiste.solicitudes import permisos
from asiste.solicitudes.alcance import correo_saliente_de
from asiste.web.equipo.acceso import Peticion, exigir, solo_equipo
from asiste.web.equipo.envio import abrir_y_enviar, hecho, recibido, resolver
from asiste.web.equipo.forms.saliente import PerdidaForm
from asiste.web.equipo.marco import mostrar
from asiste.web.interfaz.paginas import paginar

SIN_RESOLVER = "Sin resolver"
ESTADOS = {valor: str(rotulo) for valor, rotulo in Mensaje.Estado.choices}


@require_safe
@solo_equipo
def saliente(request: Peticion) -> HttpResponse:
    """Mails of the tree by state, the newest first; at first those that did not leave."""
    exigir(permisos.puede_cuidar_correo(request.user))
    estado = request.GET.get("estado", "")
    mensajes = _de_estado(correo_saliente_de(request.user), estado)
    pagina = paginar(mensajes.defer("texto"), ("-id",), request.GET)
    contexto = {
        "pagina": pagina,
        "filas": [(mensaje, en_palabras(mensaje.error)) for mensaje in pagina.filas],
        "estado": estado if estado in ESTADOS else "",
        "estados": [("", SIN_RESOLVER), *ESTADOS.items()],
    }
    return mostrar(request, "equipo/saliente.html", contexto)


def _de_estado(mensajes: MensajeQuerySet, estado: str) -> MensajeQuerySet:
    return mensajes.filter(estado=estado) if estado in ESTADOS else mensajes.sin_resolver()


def _mensaje(usuario: Usuario, numero: int) -> Mensaje:
    exigir(permisos.puede_cuidar_correo(usuario))
    return get_object_or_404(correo_saliente_de(usuario).select_related("perdido_por"), pk=numero)


@require_safe
@solo_equipo
def mensaje(request: Peticion, numero: int) -> HttpResponse:
    """A mail whole, with what happened to it and what can be done."""
    suyo = _mensaje(request.user, numero)
    adjuntos = suyo.mensajeadjunto_set.order_by("id")
    contexto = {"mensaje": suyo, "falla": en_palabras(suyo.error), "adjuntos": adjuntos}
    return mostrar(request, "equipo/mensaje_saliente.html", contexto)


@require_POST
@solo_equipo
def reintento(request: Peticion, numero: int) -> HttpResponse:
    """Puts a mail that did not leave back in the queue."""
    suyo = _mensaje(request.user, numero)
    if reintentar(mensajes=Mensaje.objects.filter(pk=suyo.pk), ahora=timezone.now()):
        return hecho(request, "El correo sale de nuevo en un momento.", "equipo:mensaje-saliente", str(numero))
    messages.info(request, "Este correo ya había salido.")
    return redirect("equipo:mensaje-saliente", numero)


@require_POST
@solo_equipo
def reintento_de_todos(request: Peticion) -> HttpResponse:
    """Tries again all that could not be sent in the tree."""
    exigir(permisos.puede_cuidar_correo(request.user))
    cuantos = reintentar(mensajes=correo_saliente_de(request.user).fallidos(), ahora=timezone.now())
    listo = "1 correo vuelve" if cuantos == 1 else f"{cuantos} correos vuelven"
    return hecho(request, f"{listo} a la fila de envío.", "equipo:correo-saliente")


@abrir_y_enviar
@solo_equipo
def perdida(request: Peticion, numero: int) -> HttpResponse:
    """Nobody insists on the mail any more, with a reason."""
    suyo = _mensaje(request.user, numero)

    def perder(datos: dict[str, Any]) -> HttpResponse:
        dar_por_perdido(mensaje=suyo, **datos, autor=request.user, ahora=timezone.now())
        return hecho(request, "El correo quedó dado por perdido, con su motivo.", "equipo:correo-saliente")

    form = PerdidaForm(**recibido(request))
    return resolver(request, form, perder, "equipo/perdida.html", mensaje=suyo)
