"""The versions that people see: what was sent, its very bytes, and who opened them."""

from datetime import datetime

from asiste.conceptos.contenido import contenido_de
from asiste.conceptos.documento import componer_concepto
from asiste.conceptos.models import Concepto, VersionConcepto, VersionLeida
from asiste.cuentas.models import Usuario
from asiste.documentos.acciones import guardar_archivo


def fijar_version(concepto: Concepto, autor: Usuario, ahora: datetime) -> VersionConcepto:
    """Keeps what the concept says as its next version; the same one when nothing changed. The concept is locked."""
    contenido, anterior = contenido_de(concepto), VersionConcepto.objects.vigente(concepto)
    if anterior and anterior.contenido == contenido:
        return anterior
    concepto.version += 1
    pdf = componer_concepto(concepto=concepto, contenido=contenido, codigo="", numero="", firmante=None, ahora=ahora)
    return VersionConcepto.objects.create(
        concepto=concepto,
        numero=concepto.version,
        contenido=contenido,
        archivo=guardar_archivo(contenido=pdf),
        creada_por=autor,
        creada_en=ahora,
    )


def marcar_leida(*, version: VersionConcepto, huella: str, usuario: Usuario, ahora: datetime) -> VersionLeida:
    """Notes that the person opened the file of that SHA-256, the first time."""
    leida, _ = VersionLeida.objects.get_or_create(
        version=version, usuario=usuario, huella=huella, defaults={"momento": ahora}
    )
    return leida
