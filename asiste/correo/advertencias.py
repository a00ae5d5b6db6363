"""What to be wary of in who sends a message, in words for a public servant."""

from collections.abc import Collection
from typing import NamedTuple

from asiste.correo.lectura import MensajeLeido
from asiste.correo.lectura.direcciones import correo_valido

FALLA = {"fail", "softfail"}


class _Dominios(NamedTuple):
    """The domain it says it comes from, and the one it wants the answer at."""

    remite: str
    responde: str


def advertencias(leido: MensajeLeido, *, correos_propios: Collection[str] = ()) -> list[str]:
    """Sentences to show beside the message: who could not be proved to be, another name, another address to answer.

    They hold nothing back: a list of an entity may well break what proves the sender.
    """
    dominios = _Dominios(_dominio(leido.de_correo), _dominio(leido.responder_a))
    frases = [
        _sin_comprobar(leido, dominios),
        _otro_nombre(leido, dominios, correos_propios),
        _responde_fuera(leido, dominios),
    ]
    return [frase for frase in frases if frase]


def _sin_comprobar(leido: MensajeLeido, dominios: _Dominios) -> str:
    """By what our server concluded: DMARC decides; without it, one proof that passes is enough."""
    resultado = leido.autenticacion
    sin_prueba = "pass" not in {resultado.spf, resultado.dkim} and bool({resultado.spf, resultado.dkim} & FALLA)
    if resultado.dmarc in FALLA or (resultado.dmarc != "pass" and sin_prueba):
        return (
            f"No se pudo comprobar que este mensaje salió de {dominios.remite}: alguien pudo usar esa dirección sin "
            "permiso. Antes de hacer lo que pide, confírmelo con la persona por otro medio."
        )
    return ""


def _otro_nombre(leido: MensajeLeido, dominios: _Dominios, propios: Collection[str]) -> str:
    mostrado = correo_valido(leido.de_nombre)
    if mostrado and _dominio(mostrado) != dominios.remite:
        return f"Como nombre muestra otra dirección, {mostrado}, pero en realidad escribe desde {leido.de_correo}."
    nuestros = {_dominio(correo) for correo in propios}
    ajeno = not any(dominios.remite == uno or dominios.remite.endswith(f".{uno}") for uno in nuestros)
    if ajeno and any(uno in leido.de_nombre.lower() for uno in nuestros):
        return f"El nombre que muestra es de la Alcaldía, pero en realidad escribe desde {leido.de_correo}."
    return ""


def _responde_fuera(leido: MensajeLeido, dominios: _Dominios) -> str:
    if dominios.responde and dominios.responde != dominios.remite:
        return f"Pide que le respondan a otra dirección, {leido.responder_a}, que no es de {dominios.remite}."
    return ""


def _dominio(correo: str) -> str:
    return correo.rpartition("@")[2]
