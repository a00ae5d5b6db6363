"""Records of the agenda and of the offer behind each door, by kind."""

from datetime import timedelta
from typing import Any

from asiste.agenda import acciones, firmas
from asiste.agenda.acciones import compromisos
from asiste.agenda.models import EvidenciaCompromiso, Invitado, Sesion
from asiste.agenda.vales import vale_de
from asiste.directorio.models import Funcionario
from asiste.solicitudes.models import Solicitud
from pruebas import fabricas, fabricas_agenda, fabricas_asistencia, fabricas_oferta
from pruebas.arnes import elenco_actas
from pruebas.fabricas_agenda import MANANA


def registros(asesora: Funcionario, solicitud: Solicitud) -> dict[str, dict[str, Any]]:
    """Arguments of each address; the session is of the STDI and the adviser of the case leads it."""
    sesion = fabricas_agenda.sesion(dirige=asesora, solicitudes=[solicitud])
    punto = acciones.agregar_punto(sesion=sesion, titulo="Apertura", minutos=10)
    material = acciones.agregar_material(sesion=sesion, nombre="Guía", archivo=fabricas.archivo("guia.pdf").archivo)
    invitado = fabricas_agenda.invitado(sesion)
    suscripcion = acciones.renovar_suscripcion(usuario=fabricas.usuario(), ahora=fabricas.AHORA)
    _invitar(sesion)
    return {
        "sesión": {"numero": sesion.pk},
        "punto": {"numero": sesion.pk, "punto": punto.pk},
        "material": {"numero": sesion.pk, "material": material.pk},
        "persona": {"numero": asesora.pk},
        **_compromiso(sesion),
        **_horas(asesora, solicitud),
        "invitado": {"numero": sesion.pk, "invitado": invitado.pk},
        "convocatoria": {"vale": vale_de(invitado)},
        "suscripción": {"clave": suscripcion.clave},
        **elenco_actas.registros(asesora),
        **_oferta(asesora),
        **_de_asistencia(asesora, sesion),
    }


def _oferta(asesora: Funcionario) -> dict[str, dict[str, Any]]:
    """A plan in execution of the DDDI, with an activity of the adviser."""
    actividad = fabricas_oferta.actividad(responsable=asesora)
    return {
        "plan": {"numero": actividad.plan_id},
        "actividad": {"numero": actividad.pk},
        "estrategia": {"numero": actividad.estrategia_id},
        "tema de la oferta": {"clave": "integridad"},
        "casilla": {"entidad": "sdh", "tema": "integridad"},
    }


def _de_asistencia(asesora: Funcionario, sesion: Sesion) -> dict[str, dict[str, Any]]:
    """Who came and who is invited; the session without anybody is not finished by who knocks."""
    suya = {"numero": sesion.pk}
    sin_nadie = fabricas_agenda.sesion(dirige=asesora, inicia=MANANA - timedelta(hours=3))
    return {
        "sesión por su clave": {"clave": sesion.clave},
        "sesión sin nadie": {"numero": sin_nadie.pk},
        "asistente": suya | {"persona": fabricas_asistencia.asistencia(sesion).pk},
        "por entrar": suya | {"invitado": fabricas_asistencia.invitado(sesion).pk},
    }


def _horas(asesora: Funcionario, solicitud: Solicitud) -> dict[str, dict[str, Any]]:
    """Hours offered, and an open session with somebody who has not confirmed."""
    propuesta = fabricas_agenda.propuesta(dirige=asesora, solicitud=solicitud)
    despues = fabricas_agenda.MANANA.replace(hour=14)
    abierta = fabricas_agenda.sesion(dirige=asesora, inicia=despues, abierta=True)
    datos = {"sesion": abierta.clave, "nombre": "Ana", "correo": "ana@x.co", "entidad": None, "cargo": ""}
    return {
        "propuesta": {"numero": propuesta.pk},
        "horas": {"marca": firmas.firmar(firmas.HORAS, propuesta.clave)},
        "sesión abierta": {"clave": abierta.clave},
        "inscripción": {"marca": firmas.firmar(firmas.INSCRIPCION, datos)},
    }


def _compromiso(sesion: Sesion) -> dict[str, dict[str, Any]]:
    """What Hacienda took on, with a file that shows how it goes."""
    uno = fabricas_agenda.compromiso(de=sesion)
    anexos = [fabricas.archivo("avance.pdf")]
    compromisos.avanzar(compromiso=uno, texto="Va", autor=uno.creado_por, anexos=anexos, ahora=fabricas.AHORA)
    evidencia = EvidenciaCompromiso.objects.get(seguimiento__compromiso=uno)
    return {
        "compromiso": {"numero": uno.pk},
        "evidencia": {"numero": uno.pk, "evidencia": evidencia.pk},
        "enlace del compromiso": {"marca": firmas.firmar(firmas.COMPROMISO, uno.pk)},
    }


def _invitar(sesion: Sesion) -> None:
    """Hacienda is invited to the session."""
    Invitado.objects.create(
        sesion=sesion,
        entidad=fabricas.entidad(),
        nombre="Carlos Peña",
        correo="invitado@shd.gov.co",
        origen=Invitado.Origen.EQUIPO,
        creado_en=fabricas.AHORA,
    )
