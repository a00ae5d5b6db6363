"""A draft goes with its request to the office that attends it."""

from asiste.conceptos.models import Concepto
from asiste.conceptos.oficina import oficina_de


def llevar_a_su_oficina(concepto: Concepto) -> None:
    """Brings the office of a draft up to date with that of the request it answers. The concept is locked."""
    oficina = oficina_de(concepto)
    if oficina.pk != concepto.dependencia_id:
        concepto.dependencia = oficina
        concepto.save(update_fields=["dependencia"])
