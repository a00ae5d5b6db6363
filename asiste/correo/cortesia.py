"""Mails that only thank or acknowledge."""

from asiste.correo.lectura import MensajeLeido
from asiste.solicitudes import cortesia


def es_cortesia(leido: MensajeLeido) -> bool:
    """Thanks or a receipt: short, without files and without anything that asks, denies or objects."""
    con_archivos = any(not adjunto.en_linea and not adjunto.firma for adjunto in leido.adjuntos)
    return not con_archivos and cortesia.es_cortesia(leido.texto_nuevo)
