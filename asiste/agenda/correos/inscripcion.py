"""Mails about registering for an open session."""

from datetime import datetime
from typing import Any
from uuid import uuid4

from django.template.loader import render_to_string

from asiste.agenda import firmas
from asiste.agenda.models import Sesion
from asiste.agenda.organizador import organizador_de
from asiste.notificaciones.acciones import encolar
from asiste.notificaciones.models import Mensaje
from asiste.solicitudes.direcciones import direccion


def pedir_confirmacion(sesion: Sesion, datos: dict[str, Any], ahora: datetime) -> Mensaje:
    """The link by which the address is confirmed. What was typed travels in it: nothing is kept until then."""
    marca = firmas.firmar(firmas.INSCRIPCION, datos)
    extra = {"enlace": direccion("inscripcion", marca)}  # never what a stranger typed
    clave = f"inscripcion-{uuid4().hex}"
    return _carta(sesion, clave, datos["correo"], "confirmar", f"Confirme su inscripción: {sesion}", extra, ahora)


def _carta(
    sesion: Sesion, clave: str, para: str, plantilla: str, asunto: str, extra: dict[str, Any], ahora: datetime
) -> Mensaje:
    return encolar(
        clave=clave,
        para=para,
        asunto=asunto,
        texto=render_to_string(f"agenda/correos/{plantilla}.txt", {"sesion": sesion, **extra}),
        remitente=organizador_de(sesion.dependencia).remitente,
        con_tope=True,
        ahora=ahora,
    )
