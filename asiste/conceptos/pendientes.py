"""What a draft still lacks before it can be sent to be reviewed."""

from asiste.conceptos.models import Concepto, SeccionConcepto
from asiste.conceptos.oficina import oficina_de
from asiste.conceptos.texto_inicial import textos_iniciales

ARCHIVO = "ddab"  # its lineamiento makes both of `OBLIGATORIAS` necessary


def obligatorias_de(concepto: Concepto) -> list[str]:
    """Sections that its office cannot leave empty. Disposición: 7.1.2-concepto."""
    return Concepto.OBLIGATORIAS if oficina_de(concepto).direccion.clave == ARCHIVO else []


def lo_que_falta(concepto: Concepto) -> list[str]:
    """In plain Spanish; empty when it may be sent. Where no section is obligatory, it must analyse or conclude."""
    obligatorias, escritas = obligatorias_de(concepto), _escritas(concepto)
    faltan = [f"Falta escribir «{Concepto.SECCIONES[clave]}»." for clave in obligatorias if clave not in escritas]
    if not obligatorias and not escritas.intersection(Concepto.OBLIGATORIAS):
        faltan.append("Falta escribir el análisis técnico o las conclusiones.")
    apartes = SeccionConcepto.objects.apartes().filter(concepto=concepto)
    return faltan + [
        f"Falta unir lo que {una.escrita_por} escribió en «{Concepto.SECCIONES[una.clave]}»." for una in apartes
    ]


def _escritas(concepto: Concepto) -> set[str]:
    """Keys of the sections where somebody wrote: what only says what its format brings is not written."""
    iniciales = textos_iniciales(concepto)
    filas = SeccionConcepto.objects.juntas().filter(concepto=concepto, version__gt=0).exclude(texto="")
    return {clave for clave, texto in filas.values_list("clave", "texto") if texto != iniciales.get(clave)}
