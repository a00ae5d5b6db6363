"""The draft behind the form. Its id travels in the form as `ficha`: what was filed once cannot be filed again."""

from datetime import datetime

from asiste.cuentas.models import Usuario
from asiste.solicitudes.acciones import guardar_borrador
from asiste.solicitudes.alcance import solicitudes_de_entidad
from asiste.solicitudes.models import Borrador, Solicitud
from asiste.web.entidad.forms.solicitud import SolicitudForm
from asiste.web.interfaz.archivos import guardados


def abrir(usuario: Usuario, ahora: datetime) -> Borrador:
    """The draft of the person; a new one, empty, when there is none."""
    return Borrador.objects.filter(usuario=usuario).first() or guardar_borrador(usuario=usuario, datos={}, ahora=ahora)


def tomar(usuario: Usuario, ficha: str) -> Borrador | None:
    """The draft with that id, locked until the transaction ends; None once it was filed or discarded."""
    if not ficha.isdecimal():
        return None
    return Borrador.objects.select_for_update().filter(usuario=usuario, pk=int(ficha[:18])).first()


def guardar(form: SolicitudForm, usuario: Usuario, ahora: datetime) -> Borrador:
    """Keeps what was typed, right or wrong, and the files that fit. The form must be bound."""
    form.is_valid()
    anexos = guardados(form.cleaned_data.get("anexos", []))
    borrador = guardar_borrador(usuario=usuario, datos=form.escrito(), anexos=anexos, ahora=ahora)
    form.contar(borrador)
    return borrador


def ya_radicada(usuario: Usuario, *, asunto: str, texto: str) -> Solicitud | None:
    """What the person filed by this form with the same words, to tell a second sending from another request."""
    propias = solicitudes_de_entidad(usuario).filter(canal=Solicitud.Canal.FORMULARIO, solicitante_correo=usuario.email)
    iguales = propias.filter(asunto=" ".join(asunto.split()), texto=texto.strip())
    return iguales.order_by("-id").first()
