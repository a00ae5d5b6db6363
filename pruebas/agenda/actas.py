"""Minutes in each of their states, made through the same actions as in production."""

from typing import Any

from asiste.agenda import acciones
from asiste.agenda.actas.aprobadores import Aprobador, candidatos
from asiste.agenda.models import Acta, Aprobacion, Asistencia, Sesion
from asiste.directorio.models import Funcionario
from pruebas import fabricas, fabricas_agenda
from pruebas.fabricas import AHORA

CORREO = "carlos.pena@shd.gov.co"


def asiste(sesion: Sesion, *, nombre: str = "Carlos Peña", correo: str = CORREO) -> Asistencia:
    """Somebody of Hacienda who came, noted by who leads."""
    dirige = sesion.dirige
    assert dirige is not None
    return Asistencia.objects.create(
        sesion=sesion,
        nombre=nombre,
        cargo="Profesional",
        correo=correo,
        entidad=fabricas.entidad(),
        medio=Asistencia.Medio.MANUAL,
        llegada_en=AHORA,
        registrada_en=AHORA,
        anotada_por=dirige.usuario,
    )


def empezada(dirige: Funcionario, *, modalidad: str = "mesa", **cambios: Any) -> Acta:
    """Minutes just started, of a session where somebody of Hacienda was."""
    sesion = fabricas_agenda.sesion(dirige=dirige, modalidad=fabricas_agenda.modalidad(modalidad), **cambios)
    asiste(sesion)
    return acciones.empezar_acta(sesion=sesion, autor=dirige.usuario, ahora=AHORA)


def escrita(dirige: Funcionario, *, modalidad: str = "mesa", **cambios: Any) -> Acta:
    """With all its sections."""
    acta = empezada(dirige, modalidad=modalidad, **cambios)
    for clave in acta.rotulos:
        escribir(acta, dirige, clave, f"Texto de {clave}.")
    return acta


def escribir(acta: Acta, quien: Funcionario, clave: str, texto: str) -> None:
    """Writes a section over what it says."""
    fila = acta.secciones.filter(clave=clave, aparte=False).first()
    acciones.guardar_seccion(
        acta=acta, clave=clave, texto=texto, version=fila.version if fila else 0, autor=quien.usuario, ahora=AHORA
    )


def por_aprobar(dirige: Funcionario, *, modalidad: str = "mesa", **cambios: Any) -> list[Aprobacion]:
    """Sent to who leads and to who came: what is asked of each."""
    acta = escrita(dirige, modalidad=modalidad, **cambios)
    return enviar(acta, dirige)


def enviar(acta: Acta, dirige: Funcionario, *, otros: list[Aprobador] | None = None) -> list[Aprobacion]:
    """Sends it to all the candidates and to others."""
    quienes = [*candidatos(acta.sesion), *(otros or [])]
    version = acciones.pasar_a_aprobacion(acta=acta, aprueban=quienes, autor=dirige.usuario, ahora=AHORA)
    return list(Aprobacion.objects.completas().de_la(version))


def aprobada(dirige: Funcionario, *, modalidad: str = "mesa", **cambios: Any) -> Acta:
    """Approved by all and issued."""
    return aprobar(por_aprobar(dirige, modalidad=modalidad, **cambios))


def aprobar(pedidas: list[Aprobacion]) -> Acta:
    """Everybody approves."""
    return [acciones.aprobar(aprobacion=pedida, ahora=AHORA) for pedida in pedidas][-1]
