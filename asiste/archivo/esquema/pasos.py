"""The steps of the model in words: what each state means, and what comes before filing and after closing."""

from dataclasses import dataclass

from asiste.solicitudes.estados import salidas_de
from asiste.solicitudes.models import Solicitud

E = Solicitud.Estado
AUTOGESTION, ENCUESTA = "autogestion", "encuesta"


@dataclass(frozen=True, slots=True)
class Paso:
    """A step; `estado` is empty for those outside the life of a request."""

    clave: str
    titulo: str
    corto: str  # under the title, in the drawing
    texto: str
    quien: str
    estado: str = ""

    @property
    def salidas(self) -> list[str]:
        """What may happen next, as «Atender: Atendida»."""
        pasos = salidas_de(E(self.estado)) if self.estado else []
        return list(dict.fromkeys(f"{paso.verbo}: {paso.a.label}" for paso in pasos))


DICHO: dict[Solicitud.Estado, tuple[str, str, str]] = {
    E.POR_TOMAR: (
        "espera su turno",
        "Ya tiene radicado, plazo y acuse, y espera en la fila por orden de llegada.",
        "La recibe quien radica, o entra sola por correo o por el formulario",
    ),
    E.EN_TRAMITE: (
        "la atiende un asesor",
        "La tomó quien atiende el sector o el tema. Si abarca varios, cada responsable aporta su respuesta.",
        "El asesor",
    ),
    E.SUSPENDIDA: (
        "falta información",
        "Se pidió a la entidad lo que falta. El plazo se detiene y vuelve a correr cuando contesta.",
        "La entidad",
    ),
    E.ATENDIDA: (
        "con su evidencia",
        "La asistencia se prestó y hay evidencia: un concepto, una sesión, una visita o una respuesta.",
        "El asesor",
    ),
    E.CERRADA: ("se avisa a la entidad", "Terminó. La entidad recibe el aviso con lo que se hizo.", "El asesor"),
    E.TRASLADADA: (
        "pasa a otra entidad",
        "El tema es de otra entidad: se le envió completa y se avisó a quien la pidió.",
        "El asesor",
    ),
    E.DESISTIDA: (
        "no se completó",
        "Pasó un mes sin que la entidad enviara lo que se le pidió.",
        "Quien dirige o quien la atiende",
    ),
    E.FUSIONADA: (
        "sigue con otra",
        "Pedía lo mismo que otra solicitud: las dos se atienden juntas y conserva su expediente.",
        "El asesor",
    ),
    E.ANULADA: (
        "queda sin efecto",
        "El número queda sin efecto para siempre, con la razón a la vista.",
        "Quien dirige",
    ),
}


def pasos() -> list[Paso]:
    """All of them, in the order of reading. Disposición: 7.1.3-esquema-operativo, 7.1.4-encuesta."""
    de_solicitud = [
        Paso(estado.value, str(estado.label), corto, texto, quien, estado.value)
        for estado, (corto, texto, quien) in DICHO.items()
    ]
    return [
        Paso(
            AUTOGESTION,
            "Autogestión",
            "nivel 1, sin radicar",
            "Antes de solicitar, la entidad consulta los conceptos, las guías y las líneas técnicas que ya existen.",
            "La entidad",
        ),
        *de_solicitud[: _hasta_el_cierre()],
        Paso(
            ENCUESTA,
            "Encuesta",
            "valora el servicio",
            "La entidad valora la oportunidad, la pertinencia y la calidad de lo que recibió.",
            "La entidad",
        ),
        *de_solicitud[_hasta_el_cierre() :],
    ]


def _hasta_el_cierre() -> int:
    return list(DICHO).index(E.CERRADA) + 1
