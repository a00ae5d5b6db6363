"""Mails about commitments: reminders, and what an entity wrote."""

from collections.abc import Sequence
from datetime import date, datetime

from django.template.loader import render_to_string

from asiste.agenda import firmas
from asiste.agenda.models import Compromiso, Encargado, Seguimiento
from asiste.agenda.organizador import organizador_de
from asiste.cuentas.models import Usuario
from asiste.notificaciones.acciones import encolar
from asiste.notificaciones.models import Mensaje
from asiste.solicitudes.direcciones import direccion


def recordar_al_equipo(persona: Usuario, compromisos: Sequence[Compromiso], ahora: datetime, hoy: date) -> Mensaje:
    """One mail with all that a person of the team has to be reminded of that day."""
    cuantos = len(compromisos)
    asunto = f"Compromiso: {compromisos[0]}" if cuantos == 1 else f"{cuantos} compromisos por cumplir"
    contexto = {
        "nombre": str(persona),
        "hoy": hoy,
        "compromisos": [(uno, direccion("equipo:compromiso", str(uno.pk))) for uno in compromisos],
    }
    return encolar(
        clave=f"compromisos-{persona.pk}-{hoy}",
        para=persona.email,
        asunto=asunto,
        texto=render_to_string("agenda/correos/compromisos.txt", contexto),
        ahora=ahora,
        solo_en_jornada=True,
    )


def recordar_a_la_entidad(compromiso: Compromiso, ahora: datetime, hoy: date) -> Mensaje:
    """A commitment and the link to write how it goes, without signing in."""
    marca = firmas.firmar(firmas.COMPROMISO, compromiso.pk)
    contexto = {"compromiso": compromiso, "hoy": hoy, "enlace": direccion("compromiso", marca)}
    return encolar(
        clave=f"compromiso-{compromiso.pk}-{hoy}",
        para=compromiso.responsable_correo,
        asunto=f"Compromiso: {compromiso}",
        texto=render_to_string("agenda/correos/compromiso.txt", contexto),
        remitente=organizador_de(compromiso.sesion.dependencia).remitente,
        con_tope=True,
        ahora=ahora,
        solo_en_jornada=True,
    )


def avisar_avance(hecho: Seguimiento, ahora: datetime) -> Mensaje | None:
    """Tells who leads the session what the entity wrote; None when nobody with an account leads it."""
    compromiso = hecho.compromiso
    dirigen = Encargado.objects.filter(sesion=compromiso.sesion, dirige=True, funcionario__usuario__is_active=True)
    encargado = dirigen.select_related("funcionario__usuario").first()
    if encargado is None:
        return None
    contexto = {
        "hecho": hecho,
        "compromiso": compromiso,
        "enlace": direccion("equipo:compromiso", str(compromiso.pk)),
    }
    return encolar(
        clave=f"avance-{hecho.pk}",
        para=encargado.funcionario.usuario.email,
        asunto=f"Avance: {compromiso}",
        texto=render_to_string("agenda/correos/avance.txt", contexto),
        ahora=ahora,
    )
