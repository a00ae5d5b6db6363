"""The format of an office: its code, and the text each section starts with."""

from asiste.conceptos.models import FormatoConcepto
from asiste.directorio.models import Dependencia


def formato_de(dependencia: Dependencia) -> FormatoConcepto | None:
    """That of the office, or of the nearest above it that has one."""
    oficinas = [oficina.pk for oficina in dependencia.cadena()]
    formatos = FormatoConcepto.objects.filter(dependencia__in=oficinas)
    return min(formatos, key=lambda formato: oficinas.index(formato.dependencia_id), default=None)


def rotulo_del_formato(dependencia: Dependencia) -> str:
    """«Código 2215100-FT-480 · Versión 05»; empty without one."""
    formato = formato_de(dependencia)
    return f"Código {formato.codigo} · Versión {formato.version}" if formato else ""
