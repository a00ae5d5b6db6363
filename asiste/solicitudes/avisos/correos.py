"""The mails of warnings and digests, in plain text that reads well on a phone."""

from collections.abc import Sequence
from itertools import groupby
from typing import Any

from django.template.loader import render_to_string
from django.utils.dateformat import format as escribir

from asiste.solicitudes.avisos.pendientes import Pendiente
from asiste.solicitudes.direcciones import direccion
from asiste.solicitudes.models import Aviso, Solicitud

EN_LISTA = 20  # cases named in a mail; the rest are counted
CLASES = list(Aviso.Clase)
RESUMIDAS = {
    Aviso.Clase.VENCIDA: ("{} vencida", "{} vencidas"),
    Aviso.Clase.HOY: ("{} vence hoy", "{} vencen hoy"),
    Aviso.Clase.VISPERA: ("{} vence en un día hábil", "{} vencen en un día hábil"),
    Aviso.Clase.PROXIMA: ("{} vence pronto", "{} vencen pronto"),
    Aviso.Clase.DESISTIMIENTO: ("{} puede archivarse por desistimiento", "{} pueden archivarse por desistimiento"),
    Aviso.Clase.ASIGNADA: ("{} nueva a su cargo", "{} nuevas a su cargo"),
}


def en_dia(fecha: Any) -> str:
    """«jueves 26 de noviembre»."""
    return escribir(fecha, r"l j \d\e F").lower()


def contar(cantidad: int, singular: str, plural: str) -> str:
    """The words for one or for several, with their number."""
    return (singular if cantidad == 1 else plural).format(cantidad)


def escribir_avisos(avisos: Sequence[Pendiente]) -> tuple[str, str]:
    """Subject and text of the mail that carries the warnings of a person, the most urgent first."""
    ordenados = sorted(avisos, key=lambda uno: (CLASES.index(uno.clase), uno.solicitud.vence_el, uno.solicitud.pk))
    secciones = [(clase, list(grupo)) for clase, grupo in groupby(ordenados, key=lambda uno: uno.clase)]
    contexto = {
        "nombre": str(avisos[0].destinatario),
        "secciones": [
            {
                "titulo": clase.label,
                "renglones": [renglon(uno) for uno in grupo[:EN_LISTA]],
                "otras": max(0, len(grupo) - EN_LISTA),
            }
            for clase, grupo in secciones
        ],
        **pie(),
    }
    return _asunto(secciones), render_to_string("solicitudes/avisos/avisos.txt", contexto)


def pie() -> dict[str, str]:
    """Addresses that end every mail to the team."""
    return {"bandeja": direccion("equipo:bandeja"), "preferencias": direccion("equipo:avisos")}


def renglon(aviso: Pendiente) -> dict[str, str]:
    """A case in a mail: number, who asks, subject, what happens with it and its address."""
    caso = aviso.solicitud
    return {
        "titulo": rotulo(caso),
        "detalle": _detalle(aviso),
        "enlace": direccion("equipo:solicitud", caso.radicado),
    }


def rotulo(caso: Solicitud) -> str:
    """«AT-2026-7 · Secretaría de Hacienda: Plan de mejora»."""
    return f"{caso.radicado} · {caso.quien_pide}: {caso.asunto}"


def _asunto(secciones: Sequence[tuple[Aviso.Clase, list[Pendiente]]]) -> str:
    cuentas = [contar(len(grupo), *RESUMIDAS[clase]) for clase, grupo in secciones]
    if len(secciones) > 1 or len(secciones[0][1]) > 1:
        return f"Solicitudes: {', '.join(cuentas)}"
    clase, (unico,) = secciones[0]
    return f"{unico.solicitud.radicado}: {RESUMIDAS[clase][0].format('').strip()} · {unico.solicitud.asunto}"


def _detalle(aviso: Pendiente) -> str:
    caso, clase = aviso.solicitud, aviso.clase
    dia = en_dia(caso.vence_el)
    if clase == Aviso.Clase.DESISTIMIENTO:
        return f"La entidad no contestó lo que se le pidió el {en_dia(aviso.fecha)} y ya pasó el mes."
    if clase == Aviso.Clase.ASIGNADA:
        return f"Vence el {dia}."
    return f"{_vencimiento(aviso, dia)} {_quien(aviso)}".strip()


def _vencimiento(aviso: Pendiente, dia: str) -> str:
    if aviso.faltan < 0:
        return f"Venció el {dia}, hace {contar(-aviso.faltan, '{} día hábil', '{} días hábiles')}."
    if aviso.faltan == 0:
        return f"Vence hoy, {dia}."
    return f"Vence el {dia}: {contar(aviso.faltan, 'falta {} día hábil', 'faltan {} días hábiles')}."


def _quien(aviso: Pendiente) -> str:
    """Who has it, for who is not its adviser."""
    asesor, espera = aviso.asesor, aviso.solicitud.estado == Solicitud.Estado.POR_TOMAR
    if asesor is None:
        return "Nadie la tiene a cargo."
    if espera:
        return "Nadie la ha tomado." if asesor.usuario == aviso.destinatario else f"Está en la fila de {asesor}."
    return "" if asesor.usuario == aviso.destinatario else f"La atiende {asesor}."
