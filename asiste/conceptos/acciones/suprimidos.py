"""What is written about a concept for anyone to read does not say what its public version leaves out."""

from collections.abc import Mapping

from asiste.conceptos.acciones.tachaduras import contenido_firmado
from asiste.conceptos.models import Concepto
from asiste.conceptos.version_publica import no_se_lee, pendientes
from asiste.solicitudes.acciones import ReglaIncumplida


def exigir_sin_suprimidos(concepto: Concepto, textos: Mapping[str, str]) -> None:
    """Raises `ReglaIncumplida` with the word, and in which of the texts (by their names) it is."""
    contenido, tachaduras = contenido_firmado(concepto), list(concepto.tachaduras.order_by("id"))
    for nombre, texto in textos.items():
        if palabras := no_se_lee(contenido, tachaduras, texto):
            raise ReglaIncumplida(f"{nombre} trae «{palabras[0]}», que no debe leerse: quítelo.")


def exigir_decididos(concepto: Concepto) -> None:
    """Raises `ReglaIncumplida` while a personal datum of the concept is not decided."""
    if faltan := pendientes(contenido_firmado(concepto), concepto.tachaduras.order_by("id")):
        uno = "Queda un dato personal" if len(faltan) == 1 else f"Quedan {len(faltan)} datos personales"
        raise ReglaIncumplida(f"{uno} por decidir: suprímalo, o diga por qué se conserva.")
