"""What the page of a case tells: its timeline, what can be done now and what is missing to close it."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.utils import timezone

from asiste.calendario.libro import Libro
from asiste.cuentas.models import Usuario
from asiste.solicitudes import permisos
from asiste.solicitudes.models import Actuacion, Anexo, Solicitud
from asiste.web.equipo.acceso import fila_de
from asiste.web.equipo.permisos import toma_de_la_fila

TIPO = Actuacion.Tipo
ASPECTO = {  # drawing and tone of each type
    TIPO.RADICADA: ("radicada", "marca"),
    TIPO.ASIGNADA: ("persona", "neutro"),
    TIPO.REASIGNADA: ("personas", "alerta"),
    TIPO.IDENTIFICADA: ("edificio", "neutro"),
    TIPO.TOMADA: ("fila", "neutro"),
    TIPO.FUERA_DE_TURNO: ("fila", "alerta"),
    TIPO.TEMAS: ("articular", "neutro"),
    TIPO.RECIBIDA: ("correo", "marca"),
    TIPO.NOTA: ("candado", "neutro"),
    TIPO.RESPUESTA: ("correo", "exito"),
    TIPO.EVIDENCIA: ("adjunto", "exito"),
    TIPO.ATENDIDA: ("check-c", "exito"),
    TIPO.CERRADA: ("e-cerrada", "exito"),
    TIPO.TEMA_RESPONDIDO: ("articular", "exito"),
    TIPO.SUSPENDIDA: ("pausa", "alerta"),
    TIPO.REANUDADA: ("reanudar", "marca"),
    TIPO.PRORROGADA: ("reloj", "alerta"),
    TIPO.TRASLADADA: ("flecha", "alerta"),
    TIPO.DESISTIDA: ("x", "alerta"),
    TIPO.ANULADA: ("e-anulada", "alerta"),
    TIPO.REABIERTA: ("reanudar", "alerta"),
    TIPO.VINCULADA: ("enlace", "neutro"),
    TIPO.FUSIONADA: ("articular", "alerta"),
    TIPO.UNIDA: ("articular", "marca"),
    TIPO.SEPARADA: ("versiones", "alerta"),
    TIPO.DIVIDIDA: ("versiones", "marca"),
    TIPO.CALENDARIO: ("calendario", "neutro"),
    TIPO.REBOTE: ("vencida", "alerta"),
    TIPO.IMPORTADA: ("subir", "neutro"),
    TIPO.SOLICITANTE: ("persona", "alerta"),
    TIPO.COMPARTIDA: ("articular", "marca"),
    TIPO.SESION: ("calendario", "marca"),
    TIPO.CONCEPTO: ("documento", "marca"),
    TIPO.NIVEL: ("filtro", "neutro"),
}
EVIDENCIA = {TIPO.EVIDENCIA, TIPO.RESPUESTA}


@dataclass(frozen=True, slots=True)
class Hecho:
    """An actuación as shown; `dia` is the business day of the term on which it happened."""

    actuacion: Actuacion
    icono: str
    tono: str
    dia: int | None
    anexos: list[Anexo]


@dataclass(frozen=True, slots=True)
class Accion:
    """Something to do on a case; `porque` says why this person cannot do it now."""

    texto: str
    icono: str
    vista: str
    porque: str = ""


@dataclass(frozen=True, slots=True)
class Requisito:
    """What closing needs, and whether it is there."""

    texto: str
    cumple: bool


def linea_de_tiempo(actuaciones: Iterable[Actuacion], libro: Libro) -> list[Hecho]:
    """The actuaciones with their look and their day of the term."""
    dias = {renglon.fecha: renglon.numero for renglon in libro.renglones}
    hechos = []
    for actuacion in actuaciones:
        icono, tono = ASPECTO[TIPO(actuacion.tipo)]
        dia = dias.get(timezone.localdate(actuacion.momento))
        hechos.append(Hecho(actuacion, icono, tono, dia, list(actuacion.anexos.all())))
    return hechos


def hay_evidencia(hechos: Iterable[Hecho]) -> bool:
    """True when something shows that the assistance was given."""
    return any(hecho.actuacion.tipo in EVIDENCIA for hecho in hechos)


def requisitos(solicitud: Solicitud, *, evidencia: bool, temas: Iterable[Requisito] = ()) -> list[Requisito]:
    """The way to the close, in order; `temas` is what others have to answer. Nothing once it ended in another way."""
    if solicitud.terminada and solicitud.estado != Solicitud.Estado.CERRADA:
        return []
    return [
        Requisito("Que un asesor la tome", solicitud.estado != Solicitud.Estado.POR_TOMAR),
        Requisito("Evidencia: respuesta enviada o archivo", evidencia),
        *temas,
        Requisito("Marcarla como atendida", not solicitud.abierta),
        Requisito("Cerrarla y avisar a la entidad", solicitud.estado == Solicitud.Estado.CERRADA),
    ]


def como_tomarla(usuario: Usuario, solicitud: Solicitud) -> str:
    """How this person may take the case: `siguiente`, `fuera` (of turn) or, empty, in no way."""
    if not permisos.puede_tomar(usuario, solicitud):
        return ""
    es_su_turno = toma_de_la_fila(usuario) and fila_de(usuario).first() == solicitud
    return "siguiente" if es_su_turno else "fuera"


def acciones_de(
    usuario: Usuario, solicitud: Solicitud, *, evidencia: bool, temas: Iterable[Requisito] = ()
) -> list[Accion]:
    """What can be done on a taken case, the main one first; of what cannot be done now, why."""
    estado = Solicitud.Estado
    tramita = permisos.puede_tramitar(usuario, solicitud)
    ajena = "" if tramita else f"La tramita {solicitud.asesor}."
    sin_correo = "" if solicitud.solicitante_correo else "La solicitud no tiene correo al cual responder."
    escribir = Accion("Escribir a la entidad", "correo", "equipo:respuesta", ajena or sin_correo)
    agregar = Accion("Agregar evidencia", "adjunto", "equipo:evidencia", ajena)
    if solicitud.estado == estado.EN_TRAMITE:
        falta = "" if evidencia else "Falta la evidencia: escriba a la entidad o agregue un archivo."
        falta = falta or next(
            (f"Falta: {tema.texto[0].lower()}{tema.texto[1:]}." for tema in temas if not tema.cumple), ""
        )
        atender = Accion("Marcar como atendida", "check-c", "equipo:atencion", ajena or falta)
        cerrar = Accion("Cerrar", "e-cerrada", "equipo:cierre", ajena or "Primero márquela como atendida.")
        return [atender, escribir, agregar, cerrar] if evidencia else [escribir, agregar, atender, cerrar]
    if solicitud.estado == estado.SUSPENDIDA:
        return [Accion("Reanudar", "reanudar", "equipo:reanudacion", ajena), escribir, agregar]
    if solicitud.estado == estado.ATENDIDA:
        return [Accion("Cerrar", "e-cerrada", "equipo:cierre", ajena), escribir, agregar]
    return []


def otras_acciones(usuario: Usuario, solicitud: Solicitud) -> list[Accion]:
    """What can be done in any state by who may do it."""
    otras = []
    if permisos.puede_anotar(usuario, solicitud):
        otras.append(Accion("Anotar", "comentario", "equipo:nota"))
    if permisos.puede_reasignar(usuario, solicitud):
        otras.append(Accion("Reasignar", "personas", "equipo:reasignacion"))
    if permisos.puede_identificar(usuario) and solicitud.entidad is None and not solicitud.entidad_externa:
        otras.append(Accion("Identificar la entidad", "edificio", "equipo:identificacion"))
    if permisos.puede_dar_nivel(usuario, solicitud):
        otras.append(
            Accion("Corregir el nivel" if solicitud.nivel_id else "Definir el nivel", "filtro", "equipo:nivel")
        )
    return otras
