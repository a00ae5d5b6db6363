"""The digest of a person: what waits this morning and, for who heads an office, how its people are."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from django.template.loader import render_to_string
from django.utils import timezone

from asiste.directorio.equipo import dirige_oficina
from asiste.directorio.models import Funcionario
from asiste.notificaciones.models import PreferenciaAvisos
from asiste.solicitudes.acciones.suspension import puede_desistirse
from asiste.solicitudes.avisos.correos import contar, en_dia, pie, rotulo
from asiste.solicitudes.avisos.situacion import Estado, Situacion
from asiste.solicitudes.models import Solicitud

EN_LISTA = 8


@dataclass(frozen=True, slots=True)
class Resumen:
    """Subject and text of a digest."""

    asunto: str
    texto: str


@dataclass(frozen=True, slots=True)
class Seccion:
    """Something to know, how much of it there is, and its cases; `otras` are those not named."""

    titulo: str
    renglones: list[str] = field(default_factory=list)

    @property
    def vistos(self) -> list[str]:
        """Those named in the mail."""
        return self.renglones[:EN_LISTA]

    @property
    def otras(self) -> int:
        """How many are not."""
        return max(0, len(self.renglones) - EN_LISTA)


def escribir_resumen(situacion: Situacion, persona: Funcionario) -> Resumen | None:
    """The digest of a person, or None when there is nothing to say."""
    mias = _mias(situacion, persona)
    equipo = _del_equipo(situacion, persona) if dirige_oficina(persona) else []
    if not mias and not equipo:
        return None
    contexto = {"nombre": str(persona), "dia": en_dia(situacion.hoy), "mias": mias, "equipo": equipo, **pie()}
    return Resumen(_asunto(situacion, persona), render_to_string("solicitudes/avisos/resumen.txt", contexto))


def _asunto(situacion: Situacion, persona: Funcionario) -> str:
    propias = _corriendo(situacion.de(persona))
    vencidas = sum(caso.vence_el < situacion.hoy for caso in propias)
    hoy = sum(caso.vence_el == situacion.hoy for caso in propias)
    partes = [
        *([contar(vencidas, "{} vencida", "{} vencidas")] if vencidas else []),
        *([contar(hoy, "{} vence hoy", "{} vencen hoy")] if hoy else []),
    ]
    return f"Su día, {en_dia(situacion.hoy)}{': ' if partes else ''}{', '.join(partes)}"


def _corriendo(casos: Sequence[Solicitud]) -> list[Solicitud]:
    return [caso for caso in casos if caso.estado in Solicitud.CORREN]


def _mias(situacion: Situacion, persona: Funcionario) -> list[Seccion]:
    casos = situacion.de(persona)
    corren, hoy = _corriendo(casos), situacion.hoy
    semana = [caso for caso in corren if hoy < caso.vence_el <= situacion.fin_de_semana]
    return [
        *_lista("Vencidas", [caso for caso in corren if caso.vence_el < hoy], con_dia=True),
        *_lista("Vencen hoy", [caso for caso in corren if caso.vence_el == hoy]),
        *_lista("Vencen en los próximos cinco días hábiles", semana, con_dia=True),
        *_por_decidir(situacion, persona),
        *_fila(situacion, persona),
        *_contestadas(situacion, persona, casos),
        *_suspendidas(situacion, casos),
        *_temas(situacion, persona),
        *_borradores(situacion, persona),
    ]


def _lista(titulo: str, casos: Sequence[Solicitud], *, con_dia: bool = False) -> list[Seccion]:
    if not casos:
        return []
    renglones = [f"{rotulo(caso)}{f' ({en_dia(caso.vence_el)})' if con_dia else ''}" for caso in casos]
    return [Seccion(f"{titulo}: {len(casos)}", renglones)]


def _por_decidir(situacion: Situacion, persona: Funcionario) -> list[Seccion]:
    renglones = list(situacion.de_arriba.por_decidir.get(persona.usuario_id, ()))
    return [Seccion(f"Esperan su revisión, su firma o su aprobación: {len(renglones)}", renglones)] if renglones else []


def _fila(situacion: Situacion, persona: Funcionario) -> list[Seccion]:
    esperan = [] if dirige_oficina(persona) else situacion.de_la_fila(persona)
    if not esperan:
        return []
    primera = min(esperan, key=lambda caso: (caso.recibida_en, caso.pk))
    llego = en_dia(timezone.localtime(primera.recibida_en))
    return [Seccion(f"En su fila: {len(esperan)} por tomar; la más antigua llegó el {llego}")]


def _contestadas(situacion: Situacion, persona: Funcionario, casos: Sequence[Solicitud]) -> list[Seccion]:
    if situacion.quieren[persona.usuario_id].mensajes == PreferenciaAvisos.Mensajes.NUNCA:
        return []
    return _lista("La entidad escribió", [caso for caso in casos if caso.pk in situacion.contestadas])


def _suspendidas(situacion: Situacion, casos: Sequence[Solicitud]) -> list[Seccion]:
    esperan = [caso for caso in casos if caso.estado == Estado.SUSPENDIDA]
    pueden = [rotulo(caso) for caso in esperan if puede_desistirse(caso, situacion.hoy)]
    titulo = f"Suspendidas, a la espera de la entidad: {len(esperan)}"
    if pueden:
        titulo += f". Ya puede declararse el desistimiento de {len(pueden)}"
    return [Seccion(titulo, pueden)] if esperan else []


def _temas(situacion: Situacion, persona: Funcionario) -> list[Seccion]:
    deben = [tema for uno in sorted(situacion.equipo.cubre(persona.pk)) for tema in situacion.temas.get(uno, [])]
    renglones = [f"{radicado}: {tema}" for radicado, tema in deben]
    return [Seccion(f"Temas que le encargaron y no ha respondido: {len(deben)}", renglones)] if deben else []


def _borradores(situacion: Situacion, persona: Funcionario) -> list[Seccion]:
    cuantos = sum(situacion.borradores.get(uno, 0) for uno in situacion.equipo.cubre(persona.pk))
    return [Seccion(f"Respuestas empezadas y sin enviar: {cuantos}")] if cuantos else []


def _del_equipo(situacion: Situacion, persona: Funcionario) -> list[Seccion]:
    oficinas = situacion.equipo.arbol(persona.dependencia_id)
    casos = situacion.del_arbol(oficinas)
    vencidas = [caso for caso in _corriendo(casos) if caso.vence_el < situacion.hoy]
    sin_asesor = [caso for caso in casos if caso.asesor_id is None]
    sin_entidad = sum(situacion.sin_entidad.get(oficina, 0) for oficina in oficinas)
    retenidos = sum(situacion.de_arriba.retenidos.get(oficina, 0) for oficina in [*oficinas, None])
    return [
        *_carga(situacion, casos),
        *_lista("Vencidas del equipo", vencidas, con_dia=True),
        *_lista("Sin asesor", sin_asesor),
        *([Seccion(f"Por identificar la entidad: {sin_entidad}")] if sin_entidad else []),
        *([Seccion(f"Correos en cuarentena: {retenidos}")] if retenidos else []),
    ]


def _carga(situacion: Situacion, casos: Sequence[Solicitud]) -> list[Seccion]:
    """Open and overdue cases of each adviser, by name."""
    abiertas = Counter(caso.asesor_id for caso in casos)
    vencidas = Counter(caso.asesor_id for caso in _corriendo(casos) if caso.vence_el < situacion.hoy)
    renglones = [
        f"{persona}: {contar(abiertas[pk], '{} abierta', '{} abiertas')}"
        + (f", {contar(vencidas[pk], '{} vencida', '{} vencidas')}" if vencidas[pk] else "")
        for pk, persona in situacion.equipo.personas.items()
        if abiertas[pk]
    ]
    return [Seccion(f"Abiertas por asesor: {len(casos)} en total", renglones)] if renglones else []
