"""Both documents in PDF/A-2a and PDF/UA-1, composed once for each content."""

import hashlib
import json
from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from django.core.cache import cache
from django.utils import dateformat

from asiste.documentos.pdf import componer
from asiste.portafolio.models import Canal
from asiste.web.publico.portafolio.acuerdos import REGLAS, REQUISITOS, Acuerdo, Escalon
from asiste.web.publico.portafolio.temas import Oferta

UN_DIA = 24 * 60 * 60  # seconds


def portafolio_en_pdf(ofertas: Iterable[Oferta], hoy: date) -> bytes:
    """The topics of each dirección, how they are assisted and who attends. Disposición: 7.1.3-portafolio."""
    datos = {
        "titulo": "Portafolio de asistencia técnica",
        "corte": f"Vigente al {_en_dia(hoy)}",
        "direcciones": [_oferta(oferta) for oferta in ofertas],
    }
    return _una_vez("portafolio", datos, hoy)


def acuerdos_en_pdf(
    acuerdos: Iterable[Acuerdo], escalones: Iterable[Escalon], comunes: Iterable[Canal], hoy: date
) -> bytes:
    """Rules, requirements, levels, forms, channels and times. Disposición: 7.1.3-ans-niveles, 7.1.3-canales."""
    datos = {
        "titulo": f"Acuerdos de nivel de servicio {hoy.year}",
        "corte": f"Vigentes al {_en_dia(hoy)}",
        "reglas": REGLAS,
        "requisitos": REQUISITOS,
        "niveles": [[str(uno.nivel), f"«{uno.dicho}»", uno.nivel.descripcion, uno.pide] for uno in escalones],
        "comunes": [_canal(canal) for canal in comunes],
        "direcciones": [_acuerdo(acuerdo) for acuerdo in acuerdos],
    }
    return _una_vez("acuerdos", datos, hoy)


def _una_vez(plantilla: str, datos: Mapping[str, Any], hoy: date) -> bytes:
    """The document; the next one to ask for the same content gets the same bytes."""
    contenido = json.dumps([datos, hoy.isoformat()], sort_keys=True).encode()
    clave = f"documento:{plantilla}:{hashlib.sha256(contenido).hexdigest()}"
    pdf: bytes | None = cache.get(clave)
    if pdf is None:
        pdf = componer(plantilla, datos, fecha=hoy)
        cache.set(clave, pdf, UN_DIA)
    return pdf


def _oferta(oferta: Oferta) -> dict[str, Any]:
    return {
        "nombre": str(oferta.direccion),
        "frase": oferta.ficha.frase,
        "oficinas": [str(oficina) for oficina in oferta.oficinas],
        "modalidades": [[modalidad.nombre, modalidad.descripcion] for modalidad in oferta.modalidades],
        "grupos": [
            {
                "titulo": grupo.titulo,
                "atiende": ", ".join(map(str, grupo.oficinas)),
                "temas": [tema.nombre for tema in grupo.temas],
            }
            for grupo in oferta.grupos.values()
        ],
    }


def _acuerdo(acuerdo: Acuerdo) -> dict[str, Any]:
    return {
        "nombre": str(acuerdo.oferta.direccion),
        "modalidades": ", ".join(modalidad.nombre for modalidad in acuerdo.oferta.modalidades),
        "tiempos": [[uno.modalidad, uno.nivel, str(uno.dias), uno.motivo] for uno in acuerdo.tiempos],
        "canales": [_canal(canal) for canal in acuerdo.vitrina.canales],
    }


def _canal(canal: Canal) -> list[str]:
    return [canal.get_tipo_display(), canal.valor, canal.descripcion]


def _en_dia(hoy: date) -> str:
    return dateformat.format(hoy, r"j \d\e F \d\e Y").lower()
