"""What happened to a line, in order: its steps, its evidence and what was said."""

from dataclasses import dataclass
from datetime import datetime

from asiste.archivo.models import ComentarioLinea, EvidenciaLinea, LineaAccion, PasoLinea
from asiste.cuentas.models import Usuario

DE_EVIDENCIA = ("solicitud", "concepto__solicitud", "sesion__modalidad", "archivo", "autor", "retirada_por")


@dataclass(frozen=True, slots=True)
class HechoLinea:
    """A fact of the line; `clase` is avance, regreso, evidencia or comentario."""

    clase: str
    momento: datetime
    titulo: str
    autor: Usuario
    texto: str = ""
    evidencia: EvidenciaLinea | None = None


def historia_de(linea: LineaAccion) -> list[HechoLinea]:
    """The facts of a line, the last first, in three queries."""
    hechos = [
        *(_de_paso(uno) for uno in linea.pasos.select_related("autor").order_by("id")),
        *(_de_evidencia(una) for una in linea.evidencias.select_related(*DE_EVIDENCIA).order_by("id")),
        *(_de_comentario(uno) for uno in linea.comentarios.select_related("autor").order_by("id")),
    ]
    return sorted(hechos, key=lambda hecho: hecho.momento, reverse=True)


def _de_paso(paso: PasoLinea) -> HechoLinea:
    if paso.regresa:
        titulo = f"Regresó de «{paso.get_de_display()}» a «{paso.get_a_display()}»"
        return HechoLinea("regreso", paso.momento, titulo, paso.autor, paso.conclusion)
    terminada = paso.a == "terminada"
    titulo = "Terminó su ciclo" if terminada else f"Pasó de «{paso.get_de_display()}» a «{paso.get_a_display()}»"
    return HechoLinea("avance", paso.momento, titulo, paso.autor, paso.conclusion)


def _de_evidencia(evidencia: EvidenciaLinea) -> HechoLinea:
    titulo = f"Evidencia de «{evidencia.get_fase_display()}»"
    return HechoLinea("evidencia", evidencia.momento, titulo, evidencia.autor, evidencia.descripcion, evidencia)


def _de_comentario(comentario: ComentarioLinea) -> HechoLinea:
    return HechoLinea("comentario", comentario.momento, "Comentario", comentario.autor, comentario.texto)


def casos_y_sesiones(hechos: list[HechoLinea]) -> tuple[set[int], set[int]]:
    """Ids of the requests and of the sessions that the evidence names: of a concept, the request it answers."""
    evidencias = [hecho.evidencia for hecho in hechos if hecho.evidencia]
    casos = {una.solicitud_id for una in evidencias if una.solicitud_id}
    casos |= {una.concepto.solicitud_id for una in evidencias if una.concepto}
    return casos, {una.sesion_id for una in evidencias if una.sesion_id}
