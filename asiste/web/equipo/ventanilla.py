"""The draft behind the counter form, what it is like and where it starts from."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from django.utils import timezone

from asiste.cuentas.models import Usuario
from asiste.solicitudes.alcance import solicitudes_del_equipo
from asiste.solicitudes.models import Actuacion, Borrador, Solicitud
from asiste.solicitudes.parecidas import parecidas
from asiste.web.equipo.acceso import Peticion, funcionario_de
from asiste.web.equipo.forms.ventanilla import RELOJ, VentanillaForm
from asiste.web.interfaz import borradores


def form_nuevo(request: Peticion, borrador: Borrador) -> VentanillaForm:
    """The form as it opens: now, by the counter and to the own office, or as the one just filed."""
    funcionario = funcionario_de(request.user)
    inicial: dict[str, Any] = {
        "canal": request.GET.get("canal", Solicitud.Canal.VENTANILLA.value),
        "dependencia": request.GET.get("dependencia", funcionario.dependencia_id if funcionario else None),
        "recibida_en": timezone.localtime().strftime(RELOJ),
    }
    return VentanillaForm(usuario=request.user, borrador=borrador, inicial=inicial)


def guardar(request: Peticion, abierto: Borrador | None, ahora: datetime) -> tuple[VentanillaForm, Borrador]:
    """The form and the draft with what it brings; a new one if it was filed or discarded meanwhile."""
    borrador = abierto or borradores.abrir(request.user, ahora)
    form = VentanillaForm(request.POST, request.FILES, usuario=request.user, borrador=borrador)
    return form, borradores.guardar(form, request.user, ahora)


def parecidas_a(form: VentanillaForm, usuario: Usuario, ahora: datetime) -> list[Solicitud]:
    """Requests of the person's tree like the one in the form. It must be validated, right or wrong."""
    return parecidas(form.para_comparar(), entre=solicitudes_del_equipo(usuario), cuando=ahora)


def ya_radicada(form: VentanillaForm, usuario: Usuario) -> Solicitud | None:
    """What the person filed with the same words, to tell a second sending from another request."""
    dicho = form.para_comparar()
    suyas = Actuacion.objects.filter(tipo=Actuacion.Tipo.RADICADA, autor=usuario).values("solicitud")
    iguales = solicitudes_del_equipo(usuario).filter(
        pk__in=suyas, asunto=" ".join(dicho.asunto.split()), texto=dicho.texto.strip(), canal__in=_canales()
    )
    return iguales.order_by("-id").first()


def _canales() -> Iterable[str]:
    return [Solicitud.Canal.VENTANILLA, Solicitud.Canal.TELEFONO]
