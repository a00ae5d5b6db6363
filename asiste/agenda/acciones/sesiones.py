"""Calling a session, changing it and calling it off."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from django.db import IntegrityError, transaction
from django.db.backends.postgresql.psycopg_any import DateTimeTZRange
from django.utils import timezone

from asiste.agenda import cartas
from asiste.agenda.acciones.publico import DatosPublico, guardar_publico
from asiste.agenda.choques import choques_de
from asiste.agenda.models import Encargado, Publico, Serie, Sesion
from asiste.cuentas.models import Usuario
from asiste.directorio.models import Dependencia, Entidad, Funcionario
from asiste.portafolio.models import Modalidad, Tema
from asiste.solicitudes.acciones import ReglaIncumplida, registrar_sesion
from asiste.solicitudes.models import Solicitud

SE_CONVOCAN = ("titulo", "inicia", "termina", "medio", "lugar", "enlace_virtual", "telefono")  # the invited must know


class Ocupado(ReglaIncumplida):
    """Somebody in charge has another session at that hour."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Datos:
    """What a session is: what a form of it brings. Times with zone; `cupo` in people.

    `destinatarios` is written in the target of the session, in place of `publico`; `serie_nueva` names a series of
    the office, made if there is none with that name, in place of `serie`.
    """

    titulo: str
    modalidad: Modalidad
    medio: str
    inicia: datetime
    termina: datetime
    dependencia: Dependencia
    dirige: Funcionario
    objetivo: str = ""
    lugar: str = ""
    enlace_virtual: str = ""
    telefono: str = ""
    cupo: int | None = None
    abierta: bool = False
    serie: Serie | None = None
    serie_nueva: str = ""
    publico: Publico | None = None
    destinatarios: DatosPublico | None = None
    acompanan: Collection[Funcionario] = ()
    direcciones: Collection[Dependencia] = ()
    temas: Collection[Tema] = ()
    solicitudes: Collection[Solicitud] = field(default=())

    def columnas(self) -> dict[str, Any]:
        """What the row of the session keeps."""
        nombres = ("objetivo", "modalidad", "dependencia", "cupo", "abierta", "serie", "publico", *SE_CONVOCAN)
        return {nombre: getattr(self, nombre) for nombre in nombres}

    @property
    def personas(self) -> list[Funcionario]:
        """Who is in charge, the one who leads first, each once."""
        return list({una.pk: una for una in (self.dirige, *self.acompanan)}.values())


def bloquear_sesion(sesion: Sesion) -> Sesion:
    """The session as it is in the database, locked until the transaction ends."""
    bloqueada: Sesion = (
        Sesion.objects.select_for_update(of=("self",)).select_related("modalidad", "dependencia").get(pk=sesion.pk)
    )
    return bloqueada


def exigir_pendiente(sesion: Sesion) -> None:
    """Raises `ReglaIncumplida` when it was already held or called off."""
    if not sesion.pendiente:
        raise ReglaIncumplida(f"La sesión ya está {sesion.get_estado_display().lower()}.")


@transaction.atomic
def programar(*, datos: Datos, autor: Usuario, ahora: datetime) -> Sesion:
    """A new session, written in the requests it attends.

    Raises `Ocupado` when somebody in charge is taken, or `ReglaIncumplida` if it ends before it begins or somebody
    is away that day. Disposición: 5-medios, 6.3-asesoria-demanda.
    """
    _exigir_posible(datos)
    sesion = Sesion.objects.create(creada_por=autor, creada_en=ahora, **_columnas(datos))
    _relacionar(sesion, datos)
    _encargar(sesion, datos)
    for solicitud in datos.solicitudes:
        registrar_sesion(solicitud=solicitud, texto=f"Se programó: {resumen(sesion)}.", autor=autor, ahora=ahora)
    return sesion


@transaction.atomic
def cambiar(*, sesion: Sesion, datos: Datos, autor: Usuario, ahora: datetime) -> Sesion:
    """The session with other data. What the invited must know makes it another version: `secuencia` grows.

    Raises as `programar`, or when it was held or called off.
    """
    sesion = bloquear_sesion(sesion)
    exigir_pendiente(sesion)
    _exigir_posible(datos, menos=sesion)
    antes = [getattr(sesion, nombre) for nombre in SE_CONVOCAN]
    nuevas = {una.pk for una in datos.solicitudes} - set(sesion.solicitudes.values_list("pk", flat=True))
    columnas = _columnas(datos, sesion)
    for nombre, valor in columnas.items():
        setattr(sesion, nombre, valor)
    cambia = antes != [getattr(sesion, nombre) for nombre in SE_CONVOCAN]
    sesion.secuencia += cambia
    sesion.save(update_fields=[*columnas, "secuencia"])
    _relacionar(sesion, datos)
    _encargar(sesion, datos)
    for solicitud in datos.solicitudes:
        if cambia or solicitud.pk in nuevas:
            que = "Se programó" if solicitud.pk in nuevas else "Cambió la sesión"
            registrar_sesion(solicitud=solicitud, texto=f"{que}: {resumen(sesion)}.", autor=autor, ahora=ahora)
    return sesion


@transaction.atomic
def cancelar(*, sesion: Sesion, motivo: str, autor: Usuario, ahora: datetime) -> Sesion:
    """Calls it off with its reason; its people are free at that hour, and who waited for a place is told.

    Those who have it in their calendars are told by what takes it out: see `envios`. Raises `ReglaIncumplida`.
    """
    sesion = bloquear_sesion(sesion)
    exigir_pendiente(sesion)
    if not motivo.strip():
        raise ReglaIncumplida("Escriba por qué se cancela.")
    sesion.estado, sesion.cancelada_en, sesion.motivo = Sesion.Estado.CANCELADA, ahora, motivo.strip()
    sesion.secuencia += 1
    sesion.save(update_fields=["estado", "cancelada_en", "motivo", "secuencia"])
    sesion.encargados.update(vigente=False)
    for invitado in sesion.invitados.all().en_espera().filter(secuencia_enviada=None):
        cartas.avisar_cancelacion(invitado=invitado, ahora=ahora)
    for solicitud in sesion.solicitudes.order_by("id"):
        texto = f"Se canceló la sesión «{sesion}»: {sesion.motivo}"
        registrar_sesion(solicitud=solicitud, texto=texto, autor=autor, ahora=ahora)
    return sesion


@transaction.atomic
def iniciar(*, sesion: Sesion) -> Sesion:
    """Opens it: who comes may register, and its points are ticked off. Raises `ReglaIncumplida`."""
    sesion = bloquear_sesion(sesion)
    exigir_pendiente(sesion)
    sesion.estado = Sesion.Estado.EN_CURSO
    sesion.save(update_fields=["estado"])
    return sesion


@transaction.atomic
def dirigir_a(*, sesion: Sesion, entidades: Iterable[Entidad], temas: Collection[Tema] = ()) -> Sesion:
    """Makes those entities the target of a session that has not been held. Raises `ReglaIncumplida`."""
    sesion = bloquear_sesion(sesion)
    exigir_pendiente(sesion)
    datos = DatosPublico(entidades=tuple(entidades), temas=temas)
    sesion.publico = guardar_publico(datos=datos, publico=sesion.publico)
    sesion.save(update_fields=["publico"])
    return sesion


def resumen(sesion: Sesion) -> str:
    """Modality, title and time in one line, Bogotá time."""
    inicia = timezone.localtime(sesion.inicia)
    return f"{sesion.modalidad} «{sesion}», {inicia:%d/%m/%Y} a las {inicia:%H:%M} ({sesion.donde})"


def _exigir_posible(datos: Datos, *, menos: Sesion | None = None) -> None:
    if datos.termina <= datos.inicia:
        raise ReglaIncumplida("La sesión termina antes de empezar.")
    if choques := choques_de(datos.personas, datos.inicia, datos.termina, menos=menos):
        regla = Ocupado if choques[0].sesion else ReglaIncumplida
        raise regla(" ".join(map(str, choques)))


def _columnas(datos: Datos, sesion: Sesion | None = None) -> dict[str, Any]:
    """The columns of the session, once its target and its series are written."""
    columnas = datos.columnas()
    if datos.destinatarios is not None:
        actual = sesion.publico if sesion else None
        nadie = actual is None and datos.destinatarios.vacio
        columnas["publico"] = None if nadie else guardar_publico(datos=datos.destinatarios, publico=actual)
    if nombre := datos.serie_nueva.strip():
        columnas["serie"] = Serie.objects.get_or_create(nombre=nombre, dependencia=datos.dependencia)[0]
    return columnas


def _relacionar(sesion: Sesion, datos: Datos) -> None:
    sesion.direcciones.set(datos.direcciones)
    sesion.temas.set(datos.temas)
    sesion.solicitudes.set(datos.solicitudes)


def _encargar(sesion: Sesion, datos: Datos) -> None:
    """Who is in charge, at its hour; the database refuses anybody who is in another session then."""
    franja = DateTimeTZRange(datos.inicia, datos.termina)
    _esperar_turno([una.pk for una in datos.personas])
    sesion.encargados.all().delete()
    for persona in datos.personas:
        dirige = persona.pk == datos.dirige.pk
        try:
            with transaction.atomic():
                Encargado.objects.create(sesion=sesion, funcionario=persona, dirige=dirige, franja=franja)
        except IntegrityError as choque:
            raise Ocupado(f"{persona} ya tiene otra sesión a esa hora.") from choque


def _esperar_turno(personas: Collection[int]) -> None:
    """Of two that take the same people at once, the second waits for the first, always in the same order.

    Without it each could wait for the other inside the constraint, and the database would end one with an error.
    """
    list(Funcionario.objects.select_for_update(of=("self",), no_key=True).filter(pk__in=personas).order_by("pk"))
