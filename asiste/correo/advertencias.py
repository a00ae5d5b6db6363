"""What to be wary of in who sends a message, in words for a public servant."""

from collections.abc import Collection

from asiste.correo.lectura import MensajeLeido
from asiste.correo.lectura.direcciones import correo_valido

FALLA = {"fail", "softfail"}


def advertencias(leido: MensajeLeido, *, correos_propios: Collection[str] = ()) -> list[str]:
    """Sentences to show beside the message: who could not be proved to be, another name, another address to answer.

    They hold nothing back: a list of an entity may well break what proves the sender.
    """
    remite = _dominio(leido.de_correo)
    frases = [
        _sin_comprobar(leido, remite),
        _otro_nombre(leido, remite, correos_propios),
        _responde_fuera(leido, remite),
    ]
    return [frase for frase in frases if frase]


def _sin_comprobar(leido: MensajeLeido, remite: str) -> str:
    """By what our server concluded: DMARC decides; without it, one proof that passes is enough."""
    resultado = leido.autenticacion
    sin_prueba = "pass" not in {resultado.spf, resultado.dkim} and bool({resultado.spf, resultado.dkim} & FALLA)
    if resultado.dmarc in FALLA or (resultado.dmarc != "pass" and sin_prueba):
        return (
            f"No se pudo comprobar que este mensaje salió de {remite}: alguien pudo usar esa dirección sin "
            "permiso. Antes de hacer lo que pide, confírmelo con la persona por otro medio."
        )
    return ""


def _otro_nombre(leido: MensajeLeido, remite: str, propios: Collection[str]) -> str:
    mostrado = correo_valido(leido.de_nombre)
    if mostrado and _dominio(mostrado) != remite:
        return f"Como nombre muestra otra dirección, {mostrado}, pero en realidad escribe desde {leido.de_correo}."
    nuestros = {_dominio(correo) for correo in propios}
    ajeno = not any(remite == uno or remite.endswith(f".{uno}") for uno in nuestros)
    if ajeno and any(uno in leido.de_nombre.lower() for uno in nuestros):
        return f"El nombre que muestra es de la Alcaldía, pero en realidad escribe desde {leido.de_correo}."
    return ""


def _responde_fuera(leido: MensajeLeido, remite: str) -> str:
    if _dominio(leido.responder_a) not in {"", remite}:
        return f"Pide que le respondan a otra dirección, {leido.responder_a}, que no es de {remite}."
    return ""


def _dominio(correo: str) -> str:
    return correo.rpartition("@")[2]
