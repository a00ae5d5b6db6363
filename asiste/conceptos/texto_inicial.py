"""What the sections of a new concept say before anybody writes."""

from html import escape

from asiste.conceptos.formatos import formato_de
from asiste.conceptos.models import Concepto
from asiste.solicitudes.copia.hoja import en_dia


def textos_iniciales(concepto: Concepto) -> dict[str, str]:
    """Clean HTML by section: how it came, and what the format of the office says; the empty ones left out."""
    formato = formato_de(concepto.dependencia)
    del_formato = formato.textos if formato else {}
    textos = {clave: del_formato.get(clave, "") for clave in Concepto.SECCIONES}
    textos["antecedentes"] = _como_llego(concepto) + (f"\n{suyo}" if (suyo := textos["antecedentes"]) else "")
    return {clave: html for clave, html in textos.items() if html}


def _como_llego(concepto: Concepto) -> str:
    caso = concepto.solicitud
    frase = (
        f"Con el radicado {caso.radicado}, recibido el {en_dia(caso.recibida_en)}, {caso.quien_pide} pidió concepto "
        f"sobre «{caso.asunto}»."
    )
    return f"<p>{escape(frase, quote=False)}</p>"
