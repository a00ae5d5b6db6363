"""What a draft still lacks before it can be sent to be reviewed."""

from asiste.conceptos.models import Concepto, SeccionConcepto

ARCHIVO = "ddab"  # its lineamiento makes both of `OBLIGATORIAS` necessary


def obligatorias_de(concepto: Concepto) -> list[str]:
    """Sections that its office cannot leave empty. Disposición: 7.1.2-concepto."""
    return Concepto.OBLIGATORIAS if concepto.dependencia.direccion.clave == ARCHIVO else []


def lo_que_falta(concepto: Concepto) -> list[str]:
    """In plain Spanish; empty when it may be sent. Where no section is obligatory, it must analyse or conclude."""
    escritas = set(
        SeccionConcepto.objects.juntas().filter(concepto=concepto).exclude(html="").values_list("clave", flat=True)
    )
    obligatorias = obligatorias_de(concepto)
    faltan = [f"Falta escribir «{Concepto.SECCIONES[clave]}»." for clave in obligatorias if clave not in escritas]
    if not obligatorias and not escritas.intersection(Concepto.OBLIGATORIAS):
        faltan.append("Falta escribir el análisis técnico o las conclusiones.")
    if SeccionConcepto.objects.filter(concepto=concepto, aparte=True).exists():
        faltan.append("Hay textos sin unir: decida con cuál queda cada sección.")
    return faltan
