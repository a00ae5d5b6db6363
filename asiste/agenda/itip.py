"""What the calendars of the world read: invitations, cancellations and feeds (RFC 5545 and 5546).

Moments go in UTC: Colombia has no summer time, and neither Outlook nor Gmail needs a VTIMEZONE to place them.
"""

from collections.abc import Iterable
from datetime import UTC, datetime, timedelta

from icalendar import Calendar, Event, vCalAddress

from asiste.agenda.models import Invitado, Sesion
from asiste.agenda.organizador import Organizador, organizador_de
from asiste.agenda.textos import como_llegar
from asiste.agenda.vales import vale_de
from asiste.notificaciones.acciones import ParteDeCalendario
from asiste.notificaciones.models import Mensaje
from asiste.solicitudes.direcciones import direccion

PRODID = "-//Alcaldía Mayor de Bogotá//Asiste//ES"
CADA_CUANTO = timedelta(hours=1)  # how often a program should look at a feed


def invitacion(invitado: Invitado, *, ahora: datetime) -> ParteDeCalendario:
    """REQUEST: the session as it stands, for that person to answer."""
    sesion, enlace = invitado.sesion, direccion("convocatoria", vale_de(invitado))
    evento = _evento(sesion, sello=ahora, secuencia=invitado.secuencia, enlace=enlace)
    _entre(evento, organizador_de(sesion.dependencia), invitado, pide=True)
    evento.add("status", "CONFIRMED")
    evento.add("url", enlace)
    return _parte(Mensaje.Metodo.REQUEST, evento)


def cancelacion(invitado: Invitado, *, ahora: datetime) -> ParteDeCalendario:
    """CANCEL: it leaves that person's calendar."""
    evento = _evento(invitado.sesion, sello=ahora, secuencia=invitado.secuencia)
    _entre(evento, organizador_de(invitado.sesion.dependencia), invitado, pide=False)
    evento.add("status", "CANCELLED")
    return _parte(Mensaje.Metodo.CANCEL, evento)


def publicacion(sesion: Sesion, *, ahora: datetime) -> str:
    """PUBLISH: a file to add the session to any calendar, without anybody's data."""
    evento = _evento(sesion, sello=ahora, secuencia=sesion.secuencia)
    evento["organizer"] = _direccion(organizador_de(sesion.dependencia))
    evento.add("status", _estado(sesion))
    return str(_calendario("PUBLISH", [evento]).to_ical().decode())


def suscripcion(nombre: str, sesiones: Iterable[tuple[Sesion, str]]) -> bytes:
    """The feed of a person: each session with the address of its page, or none. The same sessions, the same bytes."""
    eventos = []
    for sesion, enlace in sesiones:
        evento = _evento(sesion, sello=sesion.creada_en, secuencia=sesion.secuencia)
        evento.add("status", _estado(sesion))
        if enlace:
            evento.add("url", enlace)
        eventos.append(evento)
    calendario = _calendario("", eventos)
    calendario.add("x-wr-calname", nombre)
    calendario.add("x-wr-timezone", "America/Bogota")
    calendario.add("refresh-interval", CADA_CUANTO, parameters={"VALUE": "DURATION"})
    calendario.add("x-published-ttl", "PT1H")
    return bytes(calendario.to_ical())


def _evento(sesion: Sesion, *, sello: datetime, secuencia: int, enlace: str = "") -> Event:
    evento = Event()
    evento.add("uid", sesion.uid)
    evento.add("dtstamp", sello.astimezone(UTC))
    evento.add("dtstart", sesion.inicia.astimezone(UTC))
    evento.add("dtend", sesion.termina.astimezone(UTC))
    evento.add("sequence", secuencia)
    evento.add("summary", sesion.titulo)
    evento.add("location", sesion.donde)
    evento.add("description", _descripcion(sesion, enlace))
    evento.add("transp", "OPAQUE")
    return evento


def _descripcion(sesion: Sesion, enlace: str) -> str:
    partes = [sesion.objetivo, "\n".join(como_llegar(sesion))]
    if enlace:
        partes.append(f"Diga si asiste: {enlace}")
    partes.append(f"{sesion.modalidad} · {sesion.dependencia.direccion}")
    return "\n\n".join(parte for parte in partes if parte)


def _estado(sesion: Sesion) -> str:
    return "CANCELLED" if sesion.estado == Sesion.Estado.CANCELADA else "CONFIRMED"


def _entre(evento: Event, organizador: Organizador, invitado: Invitado, *, pide: bool) -> None:
    """From whom and for whom; with `pide`, that an answer is expected."""
    evento["organizer"] = _direccion(organizador)
    asistente = vCalAddress(f"mailto:{invitado.correo}")
    asistente.params["CN"] = _en_parametro(invitado.nombre)
    asistente.params["CUTYPE"] = "INDIVIDUAL"
    asistente.params["ROLE"] = "REQ-PARTICIPANT"
    if pide:
        asistente.params["PARTSTAT"] = "NEEDS-ACTION"
        asistente.params["RSVP"] = "TRUE"
    evento["attendee"] = asistente


def _direccion(organizador: Organizador) -> vCalAddress:
    quien = vCalAddress(f"mailto:{organizador.correo}")
    quien.params["CN"] = _en_parametro(organizador.nombre)
    return quien


def _en_parametro(nombre: str) -> str:
    """A name on one line and without double quotes, which a parameter cannot hold (RFC 5545, 3.2)."""
    return " ".join(nombre.replace('"', "'").split())


def _calendario(metodo: str, eventos: Iterable[Event]) -> Calendar:
    calendario = Calendar()
    calendario.add("prodid", PRODID)
    calendario.add("version", "2.0")
    calendario.add("calscale", "GREGORIAN")
    if metodo:
        calendario.add("method", metodo)
    for evento in eventos:
        calendario.add_component(evento)
    return calendario


def _parte(metodo: Mensaje.Metodo, evento: Event) -> ParteDeCalendario:
    return ParteDeCalendario(metodo, _calendario(metodo.value, [evento]).to_ical().decode())
