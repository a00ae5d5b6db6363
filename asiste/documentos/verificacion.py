"""The code printed on a document, and the address where anyone checks it."""

from django.conf import settings
from django.utils.crypto import get_random_string

LETRAS = "ABCDEFGHJKMNPQRSTUVWXYZ23456789"  # no letter or figure that is mistaken for another
LARGO = 12  # some 59 bits: nobody guesses one
GRUPO = 4


def nuevo_codigo() -> str:
    """«K7QM-2XVB-9RTD», made by chance."""
    return _en_grupos(get_random_string(LARGO, LETRAS))


def normalizar(escrito: str) -> str:
    """The code as it is kept, however it was typed; empty for what is no code."""
    junto = "".join(letra for letra in escrito.upper() if letra.isalnum())
    return _en_grupos(junto) if len(junto) == LARGO and set(junto) <= set(LETRAS) else ""


def direccion_de(codigo: str) -> str:
    """The public page of a document: what its QR code holds."""
    return f"{settings.URL_PUBLICA}/verificar/{codigo}/"


def _en_grupos(junto: str) -> str:
    return "-".join(junto[lugar : lugar + GRUPO] for lugar in range(0, LARGO, GRUPO))
