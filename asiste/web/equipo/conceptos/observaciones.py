"""The remarks of a concept, each beside the passage it is about."""

from dataclasses import dataclass

from asiste.conceptos.models import Concepto, Observacion, SeccionConcepto
from asiste.conceptos.pasajes import esta_en
from asiste.web.equipo.conceptos.forms.revision import RespuestaForm


@dataclass(frozen=True, slots=True)
class Reparo:
    """A remark as it is shown; `cambio` when its passage is no longer in the section."""

    numero: int
    observacion: Observacion
    cambio: bool
    form: RespuestaForm

    @property
    def rotulo(self) -> str:
        """Title of its section."""
        return Concepto.SECCIONES[self.observacion.clave]


def reparos_de(concepto: Concepto) -> list[Reparo]:
    """All of them, as they were put, numbered. Two queries."""
    puestas = concepto.observaciones.select_related("autor", "resuelta_por").order_by("id")
    htmls = dict(SeccionConcepto.objects.juntas().filter(concepto=concepto).values_list("clave", "texto"))
    return [
        Reparo(
            lugar,
            una,
            bool(una.pasaje) and not esta_en(una.pasaje, htmls.get(una.clave, "")),
            RespuestaForm(auto_id=f"obs{una.pk}_%s"),
        )
        for lugar, una in enumerate(puestas, start=1)
    ]
