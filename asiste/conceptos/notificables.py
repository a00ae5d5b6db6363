"""What a signed concept carries to the entity, and what its request still lacks."""

from asiste.conceptos.models import Concepto
from asiste.solicitudes.acciones import ArchivoNombrado
from asiste.solicitudes.acciones.articulacion import respuestas_que_faltan
from asiste.solicitudes.models import Solicitud

CABEN = 20 * 1024 * 1024  # bytes that a mail carries; what does not fit is downloaded from the request


def archivo_firmado(concepto: Concepto) -> list[ArchivoNombrado]:
    """The sealed document, under its number; nothing before the signature."""
    documento = concepto.documento
    return [ArchivoNombrado(f"Concepto {concepto.numero}.pdf", documento.archivo)] if documento else []


def anexos_de(concepto: Concepto) -> list[ArchivoNombrado]:
    """The files that go with it, as they were called."""
    anexos = concepto.anexos.select_related("archivo").order_by("id")
    return [ArchivoNombrado(anexo.nombre, anexo.archivo) for anexo in anexos]


def caben_en_un_correo(archivos: list[ArchivoNombrado]) -> bool:
    """True when mail servers would take them all together."""
    return sum(uno.archivo.tamano for uno in archivos) <= CABEN


def lo_que_espera(solicitud: Solicitud) -> str:
    """Why a request with its concept signed is not attended yet, in plain Spanish; empty when nothing lacks."""
    if solicitud.estado == Solicitud.Estado.SUSPENDIDA:
        return "La solicitud está suspendida: reanúdela y márquela como atendida; el concepto ya es su evidencia."
    if solicitud.estado != Solicitud.Estado.EN_TRAMITE:
        return ""
    if deben := respuestas_que_faltan(solicitud):
        return (
            f"La solicitud sigue en trámite: falta la respuesta sobre {'; '.join(deben)}. "
            "El concepto ya es su evidencia."
        )
    return "La solicitud sigue en trámite: márquela como atendida; el concepto ya es su evidencia."
