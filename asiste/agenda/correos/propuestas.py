"""Mails about the offered hours: to who asked, and to the people of the team who attend."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from django.template.loader import render_to_string

from asiste.agenda import firmas
from asiste.agenda.models import FranjaOfrecida, Propuesta, Sesion
from asiste.agenda.organizador import organizador_de
from asiste.notificaciones.acciones import encolar
from asiste.notificaciones.models import Mensaje
from asiste.solicitudes.direcciones import direccion


def ofrecer(propuesta: Propuesta, franjas: Sequence[FranjaOfrecida], ahora: datetime) -> Mensaje:
    """The hours and the link to choose one. Once per proposal."""
    extra = {"franjas": franjas, "enlace": enlace_de(propuesta)}
    return _al_solicitante(propuesta, "oferta", f"Elija la hora: {propuesta}", extra, ahora)


def avisar_eleccion(propuesta: Propuesta, sesion: Sesion, ahora: datetime) -> list[Mensaje]:
    """Tells the people of the team which hour was chosen; who chose gets the invitation, as all the invited."""
    asunto = f"{propuesta.nombre} eligió la hora: {propuesta}"
    extra = {"sesion": sesion, "enlace": direccion("equipo:sesion", str(sesion.pk))}
    return _al_equipo(propuesta, "elegida", asunto, extra, ahora)


def pedir_otras(propuesta: Propuesta, ahora: datetime) -> list[Mensaje]:
    """Tells the people of the team that none of the hours served."""
    asunto = f"{propuesta.nombre} pide otras horas: {propuesta}"
    extra = {"enlace": direccion("equipo:propuesta", str(propuesta.pk))}
    return _al_equipo(propuesta, "otras", asunto, extra, ahora)


def enlace_de(propuesta: Propuesta) -> str:
    """Address where one of the hours is chosen, without signing in."""
    return direccion("horas", firmas.firmar(firmas.HORAS, propuesta.clave))


def _al_solicitante(
    propuesta: Propuesta, plantilla: str, asunto: str, extra: Mapping[str, object], ahora: datetime
) -> Mensaje:
    return encolar(
        clave=f"propuesta-{plantilla}-{propuesta.clave}",
        para=propuesta.correo,
        asunto=asunto,
        texto=_texto(propuesta, plantilla, extra),
        remitente=organizador_de(propuesta.dirige.dependencia).remitente,
        caso=_caso(propuesta),
        con_tope=True,
        ahora=ahora,
    )


def _al_equipo(
    propuesta: Propuesta, plantilla: str, asunto: str, extra: Mapping[str, object], ahora: datetime
) -> list[Mensaje]:
    texto = _texto(propuesta, plantilla, extra)
    personas = propuesta.funcionarios.filter(usuario__is_active=True).select_related("usuario").order_by("id")
    return [
        encolar(
            clave=f"propuesta-{plantilla}-{propuesta.clave}-{una.pk}",
            para=una.usuario.email,
            asunto=asunto,
            texto=texto,
            caso=_caso(propuesta),
            ahora=ahora,
        )
        for una in personas
    ]


def _texto(propuesta: Propuesta, plantilla: str, extra: Mapping[str, object]) -> str:
    return render_to_string(f"agenda/correos/{plantilla}.txt", {"propuesta": propuesta, **extra})


def _caso(propuesta: Propuesta) -> str:
    return propuesta.solicitud.radicado if propuesta.solicitud else ""
