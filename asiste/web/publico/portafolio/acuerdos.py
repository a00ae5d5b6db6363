"""The service agreements: rules, requirements, levels, forms, channels and times.

Disposición: 5-ans, 7.1.3-ans-niveles, 7.1.3-canales.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from asiste.portafolio.models import ANS, CON_NIVELES, DIAS_MAXIMOS, Nivel
from asiste.portafolio.niveles import AUTOGESTION, CON_POSTURA, EN_PALABRAS, SIN_POSTURA
from asiste.web.publico.portafolio.temas import Oferta, ofertas
from asiste.web.publico.vitrina import Vitrina, vitrinas

REGLAS = (
    "Se atiende por orden de llegada: el turno lo da la fecha y la hora en que la recibió un canal oficial.",
    "El plazo se cuenta en días hábiles, desde el siguiente al de recepción, hasta que la asistencia se presta.",
    "Si falta información, se le pide: mientras su entidad contesta, el plazo se detiene.",
    "Si se necesita más tiempo, se le informa antes de que venza, con la razón; nunca pasa del doble.",
    "Si el tema es de otra entidad, se traslada a quien es competente y se le avisa.",
    "Cada solicitud se cierra con evidencia de lo que se hizo, y entonces su entidad valora el servicio.",
)
REQUISITOS = (
    "La entidad, y el nombre, el cargo y el correo de quien la solicita.",
    "El tema y el requerimiento, con el mayor detalle posible: qué pasó, qué norma aplica y para qué se necesita.",
    "Los documentos que ayuden a entenderlo.",
    "Si la asistencia es presencial, las condiciones logísticas: fechas posibles, asistentes e ingreso.",
)
LO_QUE_PIDE = {
    AUTOGESTION: "Nada: se consulta en línea, sin radicar.",
    CON_POSTURA: "Adjuntar el documento con la postura técnica de la entidad o del sector.",
    SIN_POSTURA: "Describir el problema en el requerimiento.",
}


@dataclass(frozen=True, slots=True)
class Escalon:
    """A service level: what the entity says it brings, and what it has to give."""

    nivel: Nivel
    dicho: str
    pide: str


@dataclass(frozen=True, slots=True)
class Tiempo:
    """Business days agreed for some requests of a dirección."""

    modalidad: str
    nivel: str
    dias: int
    motivo: str


@dataclass(frozen=True, slots=True)
class Acuerdo:
    """What a dirección agrees with who asks."""

    oferta: Oferta
    vitrina: Vitrina
    tiempos: list[Tiempo]

    @property
    def con_niveles(self) -> bool:
        """True for the dirección whose requests have a level."""
        return self.oferta.direccion.clave == CON_NIVELES


def escalones() -> list[Escalon]:
    """The levels, from self-service up. One query."""
    return [
        Escalon(nivel, EN_PALABRAS.get(nivel.numero, ""), LO_QUE_PIDE.get(nivel.numero, ""))
        for nivel in Nivel.objects.order_by("numero")
    ]


def acuerdos(vigencia: int) -> list[Acuerdo]:
    """Those of every dirección in a year, in order. Seven queries."""
    filas = ANS.objects.filter(vigencia=vigencia) | ANS.objects.filter(vigencia__isnull=True)
    todas = list(filas.select_related("modalidad", "nivel").order_by("modalidad__orden", "nivel__numero", "id"))
    return [
        Acuerdo(oferta, vitrina, tiempos_de(fila for fila in todas if fila.dependencia_id == oferta.direccion.pk))
        for oferta, vitrina in zip(ofertas(), vitrinas(), strict=True)
    ]


def tiempos_de(filas: Iterable[ANS]) -> list[Tiempo]:
    """The general first; what is agreed for the year stands over what is agreed for all. Ten days without any."""
    vigentes: dict[tuple[int | None, int | None], ANS] = {}
    for fila in sorted(filas, key=lambda una: una.vigencia is not None):
        vigentes[fila.modalidad_id, fila.nivel_id] = fila
    en_orden = sorted(vigentes.values(), key=lambda una: (una.modalidad_id is not None, una.nivel_id is not None))
    tiempos = [
        Tiempo(str(una.modalidad or "Todas"), str(una.nivel or "Todos"), una.dias, una.motivo) for una in en_orden
    ]
    return tiempos or [Tiempo("Todas", "Todos", DIAS_MAXIMOS, "")]
