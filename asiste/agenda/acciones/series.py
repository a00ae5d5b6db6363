"""Repeating a session: once, or as a series."""

from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import date, datetime

from django.db import transaction
from django.utils import timezone

from asiste.agenda.acciones.material import copiar_material
from asiste.agenda.acciones.orden import agregar_punto
from asiste.agenda.acciones.publico import DatosPublico
from asiste.agenda.acciones.sesiones import Datos, bloquear_sesion, programar
from asiste.agenda.models import Serie, Sesion
from asiste.cuentas.models import Usuario
from asiste.directorio.models import Funcionario
from asiste.solicitudes.acciones import ReglaIncumplida


@dataclass(frozen=True, slots=True, kw_only=True)
class Copia:
    """What goes on to the new sessions, besides their data, their people and whom they are for."""

    orden: bool = True
    material: bool = True
    solicitudes: bool = False


def horas_en(sesion: Sesion, dia: date) -> tuple[datetime, datetime]:
    """The hours of a session, on another day."""
    inicia = timezone.localtime(sesion.inicia)
    nueva = timezone.make_aware(datetime.combine(dia, inicia.time()))
    return nueva, nueva + (sesion.termina - sesion.inicia)


def encargados_de(sesion: Sesion) -> list[Funcionario]:
    """Who is in charge and still in the team, the one who leads first. Raises `ReglaIncumplida` when that one left."""
    suyos = sesion.encargados.select_related("funcionario__usuario").order_by("-dirige", "id")
    activos = [uno.funcionario for uno in suyos if uno.funcionario.usuario.is_active]
    if not activos or sesion.dirige not in activos:
        raise ReglaIncumplida(f"{sesion.dirige} ya no está en el equipo: prográmela con otra persona.")
    return activos


@transaction.atomic
def repetir(
    *, sesion: Sesion, dias: Collection[date], serie: str, copia: Copia, autor: Usuario, ahora: datetime
) -> list[Sesion]:
    """The same session on other days, at the same hours: all of them, or none.

    `serie` names the series they make with this one when it has none yet; empty leaves them loose.
    Raises `Ocupado` or `ReglaIncumplida` as `programar`.
    """
    sesion = bloquear_sesion(sesion)
    if serie.strip() and sesion.serie is None:
        sesion.serie = Serie.objects.get_or_create(nombre=serie.strip(), dependencia=sesion.dependencia)[0]
        sesion.save(update_fields=["serie"])
    datos = _datos_de(sesion, copia)
    nuevas = []
    for dia in sorted(dias):
        inicia, termina = horas_en(sesion, dia)
        nueva = programar(datos=replace(datos, inicia=inicia, termina=termina), autor=autor, ahora=ahora)
        _copiar(sesion, nueva, copia, ahora)
        nuevas.append(nueva)
    return nuevas


def _datos_de(sesion: Sesion, copia: Copia) -> Datos:
    dirige, *acompanan = encargados_de(sesion)
    nombres = ("titulo", "objetivo", "modalidad", "medio", "lugar", "enlace_virtual", "telefono", "inicia", "termina")
    abiertas = sesion.solicitudes.order_by("id") if copia.solicitudes else []
    return Datos(
        **{nombre: getattr(sesion, nombre) for nombre in (*nombres, "dependencia", "cupo", "abierta", "serie")},
        dirige=dirige,
        acompanan=acompanan,
        destinatarios=DatosPublico.de(sesion.publico) if sesion.publico else None,
        direcciones=list(sesion.direcciones.order_by("id")),
        temas=list(sesion.temas.order_by("id")),
        solicitudes=[una for una in abiertas if not una.terminada],
    )


def _copiar(sesion: Sesion, nueva: Sesion, copia: Copia, ahora: datetime) -> None:
    """The points, none of them dealt with, and the material."""
    for punto in sesion.puntos.order_by("orden") if copia.orden else ():
        agregar_punto(sesion=nueva, titulo=punto.titulo, minutos=punto.minutos, responsable=punto.responsable)
    for uno in sesion.materiales.select_related("archivo").order_by("id") if copia.material else ():
        copiar_material(material=uno, sesion=nueva, ahora=ahora)
