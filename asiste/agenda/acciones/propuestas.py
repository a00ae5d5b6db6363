"""Offering hours to who asked, choosing one, asking for others and taking them back."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db import transaction

from asiste.agenda.acciones.convocatoria import Persona
from asiste.agenda.acciones.inscripcion import con_su_asistencia
from asiste.agenda.acciones.sesiones import Datos, programar
from asiste.agenda.correos import propuestas as correos
from asiste.agenda.intervalos import Intervalo
from asiste.agenda.models import FranjaOfrecida, Invitado, Propuesta, Sesion
from asiste.cuentas.models import Usuario
from asiste.directorio.models import Entidad, Funcionario
from asiste.portafolio.models import Modalidad
from asiste.solicitudes.acciones import ReglaIncumplida, registrar_sesion
from asiste.solicitudes.models import Solicitud

TOPE = 10  # hours in one proposal


class YaNoSePuede(ReglaIncumplida):
    """The proposal was chosen, withdrawn or left to expire."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Oferta:
    """What is offered, to whom and until when: what a form of it brings."""

    titulo: str
    modalidad: Modalidad
    medio: str
    dirige: Funcionario
    nombre: str
    correo: str
    vence_en: datetime
    acompanan: Collection[Funcionario] = ()
    lugar: str = ""
    enlace_virtual: str = ""
    entidad: Entidad | None = None
    solicitud: Solicitud | None = None


@transaction.atomic
def proponer(*, oferta: Oferta, franjas: Collection[Intervalo], autor: Usuario, ahora: datetime) -> Propuesta:
    """Offers hours by mail; those offered before for the same request, and not chosen, are withdrawn.

    Raises `ReglaIncumplida` without hours, with more than `TOPE`, when one has gone by or nobody could choose in time.
    Disposición: 6.3-asesoria-demanda.
    """
    _exigir_que_se_pueda(oferta, franjas, ahora)
    if oferta.solicitud:
        Propuesta.objects.en_espera().filter(solicitud=oferta.solicitud).update(estado=Propuesta.Estado.RETIRADA)
    columnas = (
        *("titulo", "modalidad", "medio", "dirige", "nombre", "vence_en", "lugar", "enlace_virtual", "entidad"),
        "solicitud",
    )
    datos = {columna: getattr(oferta, columna) for columna in columnas}
    propuesta = Propuesta.objects.create(correo=oferta.correo.lower(), creada_por=autor, creada_en=ahora, **datos)
    propuesta.funcionarios.set([oferta.dirige, *oferta.acompanan])
    guardadas = FranjaOfrecida.objects.bulk_create(
        FranjaOfrecida(propuesta=propuesta, inicia=una.inicia, termina=una.termina) for una in sorted(set(franjas))
    )
    _anotar(propuesta, f"Se ofrecieron {len(guardadas)} horas para «{propuesta}».", autor, ahora)
    correos.ofrecer(propuesta, guardadas, ahora)
    return propuesta


@transaction.atomic
def elegir(*, propuesta: Propuesta, franja: FranjaOfrecida, ahora: datetime) -> Sesion:
    """The hour becomes a session, with who chose it among the invited.

    Raises `Ocupado` or `ReglaIncumplida` when the hour was taken in the meantime, and `YaNoSePuede` when there is
    nothing left to choose. Of two who choose the same hour at once, the database lets one in.
    """
    propuesta = _bloquear(propuesta, ahora)
    if franja.propuesta_id != propuesta.pk or franja.inicia <= ahora:
        raise ReglaIncumplida("Esa hora ya pasó.")
    sesion = programar(datos=_datos(propuesta, franja), autor=propuesta.creada_por, ahora=ahora)
    persona = Persona(nombre=propuesta.nombre, correo=propuesta.correo, entidad=propuesta.entidad)
    con_su_asistencia(sesion, persona, Invitado.Origen.EQUIPO, ahora=ahora)
    sesion.convocada_en = ahora  # the session lands in the calendars of who chose and of who attends
    sesion.save(update_fields=["convocada_en"])
    propuesta.estado, propuesta.sesion = Propuesta.Estado.ELEGIDA, sesion
    propuesta.save(update_fields=["estado", "sesion"])
    correos.avisar_eleccion(propuesta, sesion, ahora)
    return sesion


@transaction.atomic
def pedir_otras(*, propuesta: Propuesta, texto: str, ahora: datetime) -> Propuesta:
    """None of the hours serves: the people of the team are told, once. Raises `YaNoSePuede`."""
    propuesta = _bloquear(propuesta, ahora)
    if propuesta.pidio_otras_en is None:
        propuesta.pidio_otras_en, propuesta.pidio_otras = ahora, texto.strip()[:500]
        propuesta.save(update_fields=["pidio_otras_en", "pidio_otras"])
        escrito = f"{propuesta.nombre} pidió otras horas para «{propuesta}». {propuesta.pidio_otras}".strip()
        _anotar(propuesta, escrito, None, ahora)
        correos.pedir_otras(propuesta, ahora)
    return propuesta


@transaction.atomic
def retirar(*, propuesta: Propuesta, autor: Usuario, ahora: datetime) -> Propuesta:
    """Nobody may choose any more. Raises `YaNoSePuede` when an hour was chosen or it was withdrawn before."""
    propuesta = _bloquear(propuesta)
    propuesta.estado = Propuesta.Estado.RETIRADA
    propuesta.save(update_fields=["estado"])
    _anotar(propuesta, f"Se retiraron las horas ofrecidas para «{propuesta}».", autor, ahora)
    return propuesta


def _exigir_que_se_pueda(oferta: Oferta, franjas: Collection[Intervalo], ahora: datetime) -> None:
    if not franjas:
        raise ReglaIncumplida("Elija al menos una hora.")
    if len(franjas) > TOPE:
        raise ReglaIncumplida(f"Ofrezca {TOPE} horas como máximo.")
    if any(una.inicia <= ahora or una.termina - una.inicia <= timedelta(0) for una in franjas):
        raise ReglaIncumplida("Una de las horas ya pasó. Búsquelas otra vez.")
    if oferta.vence_en <= ahora:
        raise ReglaIncumplida("El plazo para elegir ya pasó.")
    if oferta.solicitud and oferta.solicitud.terminada:
        raise ReglaIncumplida(f"{oferta.solicitud.radicado} ya terminó: reábrala para ofrecer horas.")


def _bloquear(propuesta: Propuesta, ahora: datetime | None = None) -> Propuesta:
    """The proposal as it is, locked, if it is still open and, with `ahora`, in time. Raises `YaNoSePuede`."""
    relacionadas = ("solicitud", "modalidad", "dirige__usuario", "dirige__dependencia__padre", "entidad", "creada_por")
    bloqueada = Propuesta.objects.select_for_update(of=("self",)).select_related(*relacionadas).get(pk=propuesta.pk)
    if bloqueada.estado != Propuesta.Estado.ABIERTA:
        raise YaNoSePuede(f"Esta propuesta ya está {bloqueada.get_estado_display().lower()}.")
    if ahora and bloqueada.vencida(ahora):
        raise YaNoSePuede("El plazo para elegir ya pasó.")
    if ahora and bloqueada.solicitud and bloqueada.solicitud.terminada:
        raise YaNoSePuede("La solicitud ya terminó.")
    return bloqueada


def _datos(propuesta: Propuesta, franja: FranjaOfrecida) -> Datos:
    solicitudes = [propuesta.solicitud] if propuesta.solicitud else []
    return Datos(
        titulo=propuesta.titulo,
        modalidad=propuesta.modalidad,
        medio=propuesta.medio,
        inicia=franja.inicia,
        termina=franja.termina,
        dependencia=propuesta.dirige.dependencia,
        dirige=propuesta.dirige,
        acompanan=propuesta.funcionarios.exclude(pk=propuesta.dirige_id).select_related("usuario").order_by("id"),
        lugar=propuesta.lugar,
        enlace_virtual=propuesta.enlace_virtual,
        temas=[tema for caso in solicitudes for tema in caso.temas.order_by("id")],
        solicitudes=solicitudes,
    )


def _anotar(propuesta: Propuesta, texto: str, autor: Usuario | None, ahora: datetime) -> None:
    if propuesta.solicitud:
        registrar_sesion(solicitud=propuesta.solicitud, texto=texto, autor=autor, ahora=ahora)
