"""What is taken on in a session: agreed, followed with evidence, moved, fulfilled, left without effect, reopened."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction
from django.utils import timezone

from asiste.agenda.correos import compromisos as correos
from asiste.agenda.models import Compromiso, EvidenciaCompromiso, Seguimiento, Sesion
from asiste.calendario.dias import FueraDelCalendario
from asiste.calendario.lectura import cargar
from asiste.cuentas.models import Usuario
from asiste.directorio.models import Entidad, Funcionario
from asiste.solicitudes.acciones import ReglaIncumplida
from asiste.solicitudes.acciones.base import exigir_texto
from asiste.solicitudes.adjuntos import ArchivoNombrado

Estado, Tipo = Compromiso.Estado, Seguimiento.Tipo


@dataclass(frozen=True, slots=True, kw_only=True)
class Acuerdo:
    """What somebody takes on: a person of the team, or one named of an entity."""

    actividad: str
    vence_el: date
    responsable: Funcionario | None = None
    responsable_nombre: str = ""
    responsable_correo: str = ""
    entidad: Entidad | None = None


@transaction.atomic
def acordar(*, sesion: Sesion, acuerdo: Acuerdo, autor: Usuario, ahora: datetime) -> Compromiso:
    """A new commitment of a session.

    Raises `ReglaIncumplida` when the session was called off, nobody answers for it or the date is not a business day
    from today on.
    """
    if sesion.estado == Sesion.Estado.CANCELADA:
        raise ReglaIncumplida("La sesión está cancelada.")
    if bool(acuerdo.responsable) == bool(acuerdo.responsable_nombre.strip()):
        raise ReglaIncumplida("Elija a alguien del equipo o escriba quién responde en la entidad.")
    exigir_habil(acuerdo.vence_el, timezone.localdate(ahora))
    compromiso = Compromiso.objects.create(
        sesion=sesion,
        actividad=exigir_texto(acuerdo.actividad, "Escriba qué se va a hacer."),
        responsable=acuerdo.responsable,
        responsable_nombre=acuerdo.responsable_nombre.strip(),
        responsable_correo=acuerdo.responsable_correo.strip().lower(),
        entidad=acuerdo.entidad,
        vence_el=acuerdo.vence_el,
        creado_en=ahora,
        creado_por=autor,
    )
    _seguir(compromiso, Tipo.CREADO, f"Vence el {acuerdo.vence_el:%d/%m/%Y}.", ahora, autor=autor)
    return compromiso


@transaction.atomic
def avanzar(
    *,
    compromiso: Compromiso,
    texto: str,
    ahora: datetime,
    autor: Usuario | None = None,
    de_nombre: str = "",
    anexos: Sequence[ArchivoNombrado] = (),
) -> Seguimiento:
    """Writes progress, with its files; without `autor`, by who came through the link of a mail, named in `de_nombre`.

    What the entity writes is told to who leads the session. Raises `ReglaIncumplida` when it is closed or says nothing.
    """
    compromiso = _abierto(compromiso)
    escrito = exigir_texto(texto, "Escriba qué se avanzó.")
    hecho = _seguir(compromiso, Tipo.AVANCE, escrito, ahora, autor=autor, de_nombre=de_nombre, anexos=anexos)
    if autor is None or not autor.es_equipo:
        correos.avisar_avance(hecho, ahora)
    return hecho


@transaction.atomic
def cambiar_fecha(
    *, compromiso: Compromiso, vence_el: date, motivo: str, autor: Usuario, ahora: datetime
) -> Compromiso:
    """Another due date, and why. Raises `ReglaIncumplida` when it is the same or no business day from today on."""
    compromiso = _abierto(compromiso)
    exigir_habil(vence_el, timezone.localdate(ahora))
    if vence_el == compromiso.vence_el:
        raise ReglaIncumplida("Esa ya es la fecha del compromiso.")
    escrito = exigir_texto(motivo, "Escriba por qué cambia la fecha.")
    texto = f"Del {compromiso.vence_el:%d/%m/%Y} al {vence_el:%d/%m/%Y}. {escrito}"
    compromiso.vence_el, compromiso.recordado_en = vence_el, ahora
    compromiso.save(update_fields=["vence_el", "recordado_en"])
    _seguir(compromiso, Tipo.CAMBIO, texto, ahora, autor=autor)
    return compromiso


@transaction.atomic
def cumplir(
    *, compromiso: Compromiso, texto: str, autor: Usuario, ahora: datetime, anexos: Sequence[ArchivoNombrado] = ()
) -> Compromiso:
    """Fulfilled, and how it is known. Raises `ReglaIncumplida` when it is closed or nothing is said."""
    escrito = exigir_texto(texto, "Escriba cómo se cumplió.")
    return _cerrar(_abierto(compromiso), Estado.CUMPLIDO, Tipo.CUMPLIDO, escrito, autor, ahora, anexos)


@transaction.atomic
def dejar_sin_efecto(*, compromiso: Compromiso, motivo: str, autor: Usuario, ahora: datetime) -> Compromiso:
    """Nobody has to do it any more, and why. Raises `ReglaIncumplida` when it is closed or without a reason."""
    escrito = exigir_texto(motivo, "Escriba por qué queda sin efecto.")
    return _cerrar(_abierto(compromiso), Estado.SIN_EFECTO, Tipo.SIN_EFECTO, escrito, autor, ahora)


@transaction.atomic
def reabrir(*, compromiso: Compromiso, motivo: str, autor: Usuario, ahora: datetime) -> Compromiso:
    """Pending again, with its date. Raises `ReglaIncumplida` when it is not closed or without a reason."""
    compromiso = _bloquear(compromiso)
    if compromiso.estado == Estado.POR_CUMPLIR:
        raise ReglaIncumplida("El compromiso está por cumplir.")
    escrito = exigir_texto(motivo, "Escriba por qué se abre otra vez.")
    compromiso.estado, compromiso.cerrado_en, compromiso.recordado_en = Estado.POR_CUMPLIR, None, ahora
    compromiso.save(update_fields=["estado", "cerrado_en", "recordado_en"])
    _seguir(compromiso, Tipo.REABIERTO, escrito, ahora, autor=autor)
    return compromiso


def en_dias_habiles(hoy: date, dias: int) -> date:
    """The date of business day number `dias` after today. Raises `ReglaIncumplida` beyond the known holidays."""
    try:
        return cargar(hoy, date(hoy.year + 1 + dias // 200, 12, 31)).sumar(hoy, dias)
    except FueraDelCalendario as limite:
        raise ReglaIncumplida(str(limite)) from limite


def exigir_habil(fecha: date, hoy: date) -> None:
    """Raises `ReglaIncumplida`, saying which day would do, when it is no business day or has gone by."""
    if fecha < hoy:
        raise ReglaIncumplida("La fecha ya pasó.")
    try:
        calendario = cargar(fecha, date(fecha.year + 1, 1, 31))
        sigue = calendario.siguiente_habil(fecha)
    except FueraDelCalendario as limite:
        raise ReglaIncumplida(str(limite)) from limite
    if sigue != fecha:
        raise ReglaIncumplida(f"El {fecha:%d/%m/%Y} no es día hábil. El siguiente es el {sigue:%d/%m/%Y}.")


def _bloquear(compromiso: Compromiso) -> Compromiso:
    relacionadas = ("sesion__dependencia__padre", "responsable__usuario", "entidad")
    return Compromiso.objects.select_for_update(of=("self",)).select_related(*relacionadas).get(pk=compromiso.pk)


def _abierto(compromiso: Compromiso) -> Compromiso:
    """The commitment, locked, if it is pending. Raises `ReglaIncumplida`."""
    bloqueado = _bloquear(compromiso)
    if bloqueado.estado != Estado.POR_CUMPLIR:
        raise ReglaIncumplida(f"El compromiso ya está {bloqueado.get_estado_display().lower()}.")
    return bloqueado


def _cerrar(
    compromiso: Compromiso,
    estado: Compromiso.Estado,
    tipo: Seguimiento.Tipo,
    texto: str,
    autor: Usuario,
    ahora: datetime,
    anexos: Sequence[ArchivoNombrado] = (),
) -> Compromiso:
    compromiso.estado, compromiso.cerrado_en = estado, ahora
    compromiso.save(update_fields=["estado", "cerrado_en"])
    _seguir(compromiso, tipo, texto, ahora, autor=autor, anexos=anexos)
    return compromiso


def _seguir(
    compromiso: Compromiso,
    tipo: Seguimiento.Tipo,
    texto: str,
    ahora: datetime,
    *,
    autor: Usuario | None = None,
    de_nombre: str = "",
    anexos: Sequence[ArchivoNombrado] = (),
) -> Seguimiento:
    hecho = Seguimiento.objects.create(
        compromiso=compromiso, tipo=tipo, texto=texto, autor=autor, de_nombre=de_nombre, momento=ahora
    )
    EvidenciaCompromiso.objects.bulk_create(
        EvidenciaCompromiso(seguimiento=hecho, archivo=anexo.archivo, nombre=anexo.nombre[:250]) for anexo in anexos
    )
    return hecho
