"""Calling a session, changing it and calling it off."""

from collections.abc import Collection
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from django.db import IntegrityError, transaction
from django.db.backends.postgresql.psycopg_any import DateTimeTZRange
from django.utils import timezone

from asiste.agenda.models import Encargado, Publico, Serie, Sesion
from asiste.cuentas.models import Usuario
from asiste.directorio.models import Ausencia, Dependencia, Funcionario
from asiste.portafolio.models import Modalidad, Tema
from asiste.solicitudes.acciones import ReglaIncumplida, registrar_sesion
from asiste.solicitudes.models import Solicitud

SE_CONVOCAN = ("titulo", "inicia", "termina", "medio", "lugar", "enlace_virtual", "telefono")  # the invited must know


class Ocupado(ReglaIncumplida):
    """Somebody in charge has another session at that hour."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Datos:
    """What a session is: what a form of it brings. Times with zone; `cupo` in people."""

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
    publico: Publico | None = None
    acompanan: Collection[Funcionario] = ()
    direcciones: Collection[Dependencia] = ()
    temas: Collection[Tema] = ()
    solicitudes: Collection[Solicitud] = field(default=())

    def columnas(self) -> dict[str, Any]:
        """What the row of the session keeps."""
        nombres = ("objetivo", "modalidad", "dependencia", "cupo", "abierta", "serie", "publico", *SE_CONVOCAN)
        return {nombre: getattr(self, nombre) for nombre in nombres}


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
    _exigir_en_orden(datos)
    sesion = Sesion.objects.create(creada_por=autor, creada_en=ahora, **datos.columnas())
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
    _exigir_en_orden(datos)
    sesion = bloquear_sesion(sesion)
    exigir_pendiente(sesion)
    antes = [getattr(sesion, nombre) for nombre in SE_CONVOCAN]
    nuevas = {una.pk for una in datos.solicitudes} - set(sesion.solicitudes.values_list("pk", flat=True))
    for nombre, valor in datos.columnas().items():
        setattr(sesion, nombre, valor)
    cambia = antes != [getattr(sesion, nombre) for nombre in SE_CONVOCAN]
    sesion.secuencia += cambia
    sesion.save(update_fields=[*datos.columnas(), "secuencia"])
    _relacionar(sesion, datos)
    _encargar(sesion, datos)
    for solicitud in datos.solicitudes:
        if cambia or solicitud.pk in nuevas:
            que = "Se programó" if solicitud.pk in nuevas else "Cambió la sesión"
            registrar_sesion(solicitud=solicitud, texto=f"{que}: {resumen(sesion)}.", autor=autor, ahora=ahora)
    return sesion


@transaction.atomic
def cancelar(*, sesion: Sesion, motivo: str, autor: Usuario, ahora: datetime) -> Sesion:
    """Calls it off with its reason; its people are free at that hour. Raises `ReglaIncumplida`."""
    sesion = bloquear_sesion(sesion)
    exigir_pendiente(sesion)
    if not motivo.strip():
        raise ReglaIncumplida("Escriba por qué se cancela.")
    sesion.estado, sesion.cancelada_en, sesion.motivo = Sesion.Estado.CANCELADA, ahora, motivo.strip()
    sesion.secuencia += 1
    sesion.save(update_fields=["estado", "cancelada_en", "motivo", "secuencia"])
    sesion.encargados.update(vigente=False)
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


def resumen(sesion: Sesion) -> str:
    """Modality, title and time in one line, Bogotá time."""
    inicia = timezone.localtime(sesion.inicia)
    return f"{sesion.modalidad} «{sesion}», {inicia:%d/%m/%Y} a las {inicia:%H:%M} ({sesion.donde})"


def _exigir_en_orden(datos: Datos) -> None:
    if datos.termina <= datos.inicia:
        raise ReglaIncumplida("La sesión termina antes de empezar.")
    dia = timezone.localdate(datos.inicia)
    ausentes = Ausencia.objects.filter(
        asesor__in=[datos.dirige, *datos.acompanan], desde__lte=dia, hasta__gte=dia
    ).select_related("asesor__usuario")
    if ausencia := ausentes.order_by("id").first():
        raise ReglaIncumplida(f"{ausencia.asesor} no está ese día: {ausencia.motivo}.")


def _relacionar(sesion: Sesion, datos: Datos) -> None:
    sesion.direcciones.set(datos.direcciones)
    sesion.temas.set(datos.temas)
    sesion.solicitudes.set(datos.solicitudes)


def _encargar(sesion: Sesion, datos: Datos) -> None:
    """Who is in charge, at its hour; the database refuses anybody who is in another session then."""
    franja = DateTimeTZRange(datos.inicia, datos.termina)
    personas = {datos.dirige.pk: datos.dirige, **{una.pk: una for una in datos.acompanan}}
    sesion.encargados.all().delete()
    for persona in personas.values():
        dirige = persona.pk == datos.dirige.pk
        try:
            with transaction.atomic():
                Encargado.objects.create(sesion=sesion, funcionario=persona, dirige=dirige, franja=franja)
        except IntegrityError as choque:
            raise Ocupado(f"{persona} ya tiene otra sesión a esa hora.") from choque
