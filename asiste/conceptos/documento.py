"""The document of a concept: PDF/A-2a and PDF/UA-1, with its code once it has one."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.conf import settings
from django.utils import timezone

from asiste.conceptos.contenido import contenido_de
from asiste.conceptos.html import para_pdf
from asiste.conceptos.models import Concepto
from asiste.documentos.codigos import qr
from asiste.documentos.models import Firmante
from asiste.documentos.pdf import componer
from asiste.documentos.verificacion import direccion_de

__all__ = ["componer_concepto", "contenido_de"]
SIN_FIRMA = "Proyecto sin firmar: no es un concepto emitido."
SELLADO = (
    "Este documento vale con el sello electrónico de la institución. Compruebe quién lo firmó, cuándo, y que nadie "
    "lo ha cambiado, en"
)
SIN_NUMERO = "El número se asigna al firmar."


def componer_concepto(
    *,
    concepto: Concepto,
    contenido: Mapping[str, Any],
    codigo: str,
    numero: str,
    firmante: Firmante | None,
    ahora: datetime,
) -> bytes:
    """The document that says `contenido`; of the concept itself only which version it is, while it has no number.

    Without number, or without who signs, it says that it is not signed; without code it has no QR. `nota`, beside the
    code, is what the content says of its worth or, in its absence, that of what is sealed.
    """
    firma = [["Aprobó y firmó", firmante.nombre, firmante.cargo]] if firmante else []
    direccion = direccion_de(codigo) if codigo else settings.URL_PUBLICA
    datos = {
        **contenido,
        "secciones": [[rotulo, _con_niveles(para_pdf(html))] for _, rotulo, html in contenido["secciones"]],
        "rotulo_alcance": Concepto.SECCIONES["alcance"],
        "responsables": [*contenido["responsables"], *firma],
        "numero": numero or SIN_NUMERO,
        "aviso": "" if numero and firmante else SIN_FIRMA,
        "emitido": f"Concepto {numero}" if numero else _version(concepto),
        "codigo": codigo,
        "direccion": direccion,
        "qr": qr(direccion).svg if codigo else "",
        "nota": contenido.get("nota", SELLADO),
        "sin_anexos": contenido.get("sin_anexos", "Sin anexos."),
    }
    return componer("concepto", datos, fecha=timezone.localdate(ahora))


def _version(concepto: Concepto) -> str:
    return f"Versión {concepto.version} del proyecto" if concepto.version else "Proyecto"


def _con_niveles(bloques: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Headings that skip no level, as PDF/UA asks; the first one is right under that of the section."""
    salida, hay_primero = [], False
    for bloque in bloques:
        if bloque["t"] == "titulo":
            nivel = bloque["n"] if hay_primero else 1
            hay_primero = True
            salida.append({**bloque, "n": nivel})
        else:
            salida.append(bloque)
    return salida
