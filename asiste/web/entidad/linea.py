"""How each actuación looks on the timeline of the entity."""

from dataclasses import dataclass

from asiste.solicitudes.models import Actuacion

Tipo = Actuacion.Tipo
ASPECTOS = {
    Tipo.RADICADA: ("radicada", "marca"),
    Tipo.ASIGNADA: ("persona", "neutro"),
    Tipo.REASIGNADA: ("persona", "neutro"),
    Tipo.IDENTIFICADA: ("edificio", "neutro"),
    Tipo.TOMADA: ("fila", "marca"),
    Tipo.FUERA_DE_TURNO: ("alerta", "alerta"),
    Tipo.TEMAS: ("articular", "neutro"),
    Tipo.RECIBIDA: ("correo", "marca"),
    Tipo.RESPUESTA: ("comentario", "exito"),
    Tipo.EVIDENCIA: ("adjunto", "exito"),
    Tipo.ATENDIDA: ("check-c", "exito"),
    Tipo.CERRADA: ("candado", "exito"),
    Tipo.SUSPENDIDA: ("pausa", "alerta"),
    Tipo.REANUDADA: ("reanudar", "marca"),
    Tipo.PRORROGADA: ("reloj", "alerta"),
    Tipo.TRASLADADA: ("flecha", "alerta"),
    Tipo.DESISTIDA: ("x", "alerta"),
    Tipo.ANULADA: ("e-anulada", "alerta"),
    Tipo.REABIERTA: ("reanudar", "alerta"),
    Tipo.FUSIONADA: ("articular", "marca"),
    Tipo.SEPARADA: ("versiones", "neutro"),
    Tipo.DIVIDIDA: ("versiones", "neutro"),
    Tipo.CALENDARIO: ("calendario", "neutro"),
    Tipo.SESION: ("calendario", "marca"),
    Tipo.CONCEPTO: ("documento", "marca"),
    Tipo.NIVEL: ("filtro", "neutro"),
}
CON_SECCION = {Tipo.RADICADA, Tipo.RESPUESTA}  # their text has a section of its own on the page


@dataclass(frozen=True, slots=True)
class Hecho:
    """An actuación with its drawing and tone."""

    actuacion: Actuacion
    dibujo: str
    tono: str

    @property
    def detalle(self) -> str:
        """Text to show beside it."""
        return "" if self.actuacion.tipo in CON_SECCION else self.actuacion.texto


def hecho(actuacion: Actuacion) -> Hecho:
    """How that actuación is drawn."""
    dibujo, tono = ASPECTOS.get(Tipo(actuacion.tipo), ("info", "neutro"))
    return Hecho(actuacion, dibujo, tono)
