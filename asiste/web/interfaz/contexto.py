"""What every template of the site knows without asking the database."""

from typing import Final

from django.http import HttpRequest

# Each preference with its closed list; the first value is what a new visitor gets.
OPCIONES: Final[dict[str, tuple[str, ...]]] = {
    "tema": ("auto", "claro", "oscuro"),
    "letra": ("normal", "grande"),
    "contraste": ("normal", "alto"),
    "atajos": ("si", "no"),
}


def preferencias_de(request: HttpRequest) -> dict[str, str]:
    """Reading preferences of this browser, from its cookies; an unknown value counts as the first of its list."""
    return {
        nombre: valor if (valor := request.COOKIES.get(nombre, "")) in valores else valores[0]
        for nombre, valores in OPCIONES.items()
    }


def interfaz(request: HttpRequest) -> dict[str, dict[str, str]]:
    """Context processor: `preferencias` with tema, letra, contraste and atajos."""
    return {"preferencias": preferencias_de(request)}
