"""Who is invited to a session and who came, for the tests."""

from datetime import datetime
from itertools import count
from typing import Any

from asiste.agenda import acciones
from asiste.agenda.models import Acta, Asistencia, Invitado, Sesion
from asiste.agenda.reconocimiento import Asistente
from asiste.documentos.models import Documento
from asiste.documentos.verificacion import nuevo_codigo
from pruebas import fabricas
from pruebas.fabricas_agenda import MANANA

_numero = count(1)


def invitado(sesion: Sesion, **cambios: Any) -> Invitado:
    """Jairo Enrique Castellanos, of Hacienda, with a place."""
    datos = {
        "nombre": "Jairo Enrique Castellanos",
        "correo": f"invitado{next(_numero)}@ejemplo.gov.co",
        "cargo": "Jefe de Planeación",
        "entidad": fabricas.entidad(),
        "origen": Invitado.Origen.CONVOCATORIA,
        "creado_en": fabricas.AHORA,
    }
    return Invitado.objects.create(sesion=sesion, **datos | cambios)


def persona(**cambios: Any) -> Asistente:
    """Marcela Duarte, of Hacienda, whom nobody knew."""
    datos: dict[str, Any] = {
        "nombre": "Marcela Duarte",
        "correo": f"persona{next(_numero)}@ejemplo.gov.co",
        "entidad": fabricas.entidad(),
    }
    return Asistente(**datos | cambios)


def asistencia(
    sesion: Sesion, *, medio: Asistencia.Medio = Asistencia.Medio.CODIGO, ahora: datetime = MANANA, **cambios: Any
) -> Asistencia:
    """Somebody who registered as the session began; `cambios` are those of the person."""
    return acciones.registrarse(sesion=sesion, persona=persona(**cambios), medio=medio, ahora=ahora)


def informe_aprobado(sesion: Sesion) -> Acta:
    """The report of a visit."""
    codigo = nuevo_codigo()
    expedido = Documento.objects.create(
        codigo=codigo,
        titulo="Informe",
        emisor="DDAB",
        archivo=fabricas.archivo(contenido=codigo.encode()).archivo,
        emitido_en=MANANA,
    )
    return Acta.objects.create(
        sesion=sesion,
        clase=Acta.Clase.INFORME,
        estado=Acta.Estado.APROBADA,
        aprobada_en=MANANA,
        numero=1,
        documento=expedido,
    )
