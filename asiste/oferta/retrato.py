"""An activity in words, as the history of a plan, its workbook and its document tell it."""

from collections.abc import Iterable

from asiste.agenda.models import Publico
from asiste.oferta.models import Actividad

Retrato = dict[str, str]
MESES = (
    *("enero", "febrero", "marzo", "abril", "mayo", "junio"),
    *("julio", "agosto", "septiembre", "octubre", "noviembre", "diciembre"),
)
RETIRADA: Retrato = {"Situación": "Retirada del plan"}


def meses_en_palabras(meses: Iterable[int]) -> str:
    """«febrero, abril y mayo»."""
    nombres = [MESES[mes - 1] for mes in meses]
    return " y ".join(filter(None, [", ".join(nombres[:-1]), *nombres[-1:]]))


def publico_en_palabras(publico: Publico) -> str:
    """The target, read from what was fetched with it: no query for who prefetched its lists."""
    if publico.todas:
        return "Todas las entidades"
    sectores = sorted(publico.sectores.all(), key=lambda sector: sector.orden)
    entidades = sorted(entidad.corto for entidad in publico.entidades.all())
    partes = [*(f"Sector {sector}" for sector in sectores), *publico.nombres_de_naturaleza(), *entidades]
    return ", ".join(partes) or "Sin público definido"


def retratar(actividad: Actividad) -> Retrato:
    """Each thing it says, by its label."""
    return {
        "Título": actividad.titulo,
        "Descripción": actividad.descripcion,
        "Temas": "; ".join(sorted(tema.nombre for tema in actividad.temas.all())),
        "Estrategia": str(actividad.estrategia),
        "Modalidad": str(actividad.modalidad),
        "Público objetivo": publico_en_palabras(actividad.publico),
        "Meses previstos": meses_en_palabras(actividad.meses),
        "Responsable": str(actividad.responsable),
        "Meta de sesiones": str(actividad.meta_sesiones),
        "Meta de entidades": str(actividad.meta_entidades),
    }
