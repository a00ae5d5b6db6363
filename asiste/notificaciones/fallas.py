"""Why a mail did not leave, in words of who is not an engineer."""

import re

# What the server or the network said → what happened and what to do. The first that fits wins.
FALLAS = (
    (r"5\.2\.2|552|quota|mailbox full|over quota", "El buzón de quien lo recibe está lleno."),
    (
        r"535|5\.7\.8|authenticat",
        "El servidor de salida no aceptó la cuenta de la plataforma.",
    ),
    (
        r"5\.1\.[0-9]|550|551|553|user unknown|no existe",
        "El servidor de destino dice que esa dirección no existe.",
    ),
    (r"5\.7\.|554|spam|blocked|reputation", "El servidor de destino lo rechazó."),
    (r"\b4[0-9][0-9]\b|4\.[0-9]\.[0-9]|greylist", "El servidor pidió intentarlo más tarde."),
    (r"certificate|ssl|tls", "La conexión segura con el servidor de salida falló: avise a la administración."),
    (
        r"timed out|refused|unreachable|name resolution|not known|connection|no contesta",
        "No hubo conexión con el servidor de salida.",
    ),
    (r"no such file|No existe el archivo", "Falta uno de los archivos que lleva: avise a la administración."),
    (r"header|newline|address|invalid", "La dirección o el mensaje están mal escritos y ningún servidor los acepta."),
)
DESCONOCIDA = "No salió por una razón que la plataforma no conoce."


def en_palabras(error: str) -> str:
    """What an error of sending means; empty when there was none."""
    if not error:
        return ""
    return next((frase for patron, frase in FALLAS if re.search(patron, error, re.IGNORECASE)), DESCONOCIDA)
