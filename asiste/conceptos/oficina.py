"""The office a concept is of: until it is sent to be reviewed, that which attends its request."""

from asiste.conceptos.models import Concepto
from asiste.directorio.models import Dependencia
from asiste.solicitudes.models import Solicitud


def que_responde(concepto: Concepto) -> Solicitud:
    """The request that is answered: its own, or the one it was united to."""
    caso = concepto.solicitud
    return caso.principal if caso.principal and caso.estado == Solicitud.Estado.FUSIONADA else caso


def oficina_de(concepto: Concepto) -> Dependencia:
    """The one that attends its request today while it is a draft; then, the one it was sent from."""
    caso = que_responde(concepto)
    sigue = not concepto.en_proyecto or caso.dependencia_id == concepto.dependencia_id
    return concepto.dependencia if sigue else caso.dependencia


def por_que_es_de_otra_oficina(concepto: Concepto) -> str:
    """That its request went to another office once it was sent, and what to do; empty while it is of its own.

    What was reviewed names the office that issues it: who heads the one that attends now reads it again, in its name.
    """
    caso = que_responde(concepto)
    if concepto.en_proyecto or caso.dependencia_id == concepto.dependencia_id:
        return ""
    suya, de_hoy = concepto.dependencia, caso.dependencia
    propio = "la firma de quien la dirige" if suya.direccion == de_hoy.direccion else "su numeración"
    return (
        f"La solicitud pasó a {de_hoy.sigla} y el concepto se envió desde {suya.sigla}: devuélvalo a redacción, y "
        f"queda en {de_hoy.sigla}, con su formato y {propio}."
    )
