"""The document of minutes and reports: what they say, with its pictures and its code."""

from datetime import datetime
from typing import Any

from django.conf import settings
from django.utils import timezone

from asiste.agenda.models import Acta
from asiste.documentos.codigos import qr
from asiste.documentos.pdf import componer
from asiste.documentos.verificacion import direccion_de

BORRADOR = "Borrador sin aprobar: no es un documento expedido."


def componer_acta(
    acta: Acta,
    contenido: dict[str, Any],
    *,
    ahora: datetime,
    codigo: str = "",
    numero: int = 0,
    aprueban: list[list[str]] | None = None,
) -> bytes:
    """The document as PDF/A-2a and PDF/UA-1. With its code it is what people approve; without, a draft that says so."""
    imagenes = {f"foto-{lugar}": _bytes_de(foto) for lugar, foto in enumerate(_fotos(acta))}
    datos = contenido | {
        "fotos": [[f"/foto-{lugar}", que] for lugar, que in enumerate(contenido["fotos"])],
        "aprueban": aprueban or [],
        "numero": f"Versión {numero} del documento" if numero else "",
        "aviso": "" if codigo else BORRADOR,
        "codigo": codigo,
        "direccion": direccion_de(codigo) if codigo else settings.URL_PUBLICA,
        "qr": qr(direccion_de(codigo)).svg if codigo else "",
    }
    return componer("acta", datos, fecha=timezone.localdate(ahora), imagenes=imagenes)


def _fotos(acta: Acta) -> list[Any]:
    return [foto.archivo for foto in acta.fotos.select_related("archivo").order_by("id")]


def _bytes_de(archivo: Any) -> bytes:
    with archivo.abrir() as abierto:
        return bytes(abierto.read())
