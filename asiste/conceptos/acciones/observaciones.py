"""Remarks on a passage, resolved one by one."""

from datetime import datetime

from django.db import transaction

from asiste.conceptos.acciones.base import bloquear
from asiste.conceptos.models import Concepto, Observacion, SeccionConcepto
from asiste.conceptos.pasajes import esta_en
from asiste.cuentas.models import Usuario
from asiste.solicitudes.acciones import ReglaIncumplida
from asiste.solicitudes.acciones.base import exigir_texto

Estado = Concepto.Estado
PASAJE = 1_000  # characters


@transaction.atomic
def observar(
    *, concepto: Concepto, clave: str, pasaje: str, texto: str, autor: Usuario, ahora: datetime
) -> Observacion:
    """Puts a remark on a passage of a section, or on the whole section when no passage is given.

    Raises `ReglaIncumplida` when it says nothing, when the passage is not in the section or is too long, and when the
    concept is not being reviewed.
    """
    texto = exigir_texto(texto, "Escriba la observación.")
    concepto = bloquear(concepto, Estado.REVISION)
    if clave not in Concepto.SECCIONES:
        raise ReglaIncumplida("Elija la sección.")
    pasaje = " ".join(pasaje.split())
    if len(pasaje) > PASAJE:
        raise ReglaIncumplida("El pasaje es muy largo: elija menos texto, o deje la observación sobre toda la sección.")
    seccion = SeccionConcepto.objects.juntas().filter(concepto=concepto, clave=clave).first()
    if pasaje and not esta_en(pasaje, seccion.texto if seccion else ""):
        raise ReglaIncumplida(f"Ese pasaje no está en «{Concepto.SECCIONES[clave]}»: cópielo como está escrito.")
    return Observacion.objects.create(
        concepto=concepto,
        version=concepto.version,
        clave=clave,
        pasaje=pasaje,
        texto=texto,
        autor=autor,
        creada_en=ahora,
    )


@transaction.atomic
def resolver_observacion(*, observacion: Observacion, respuesta: str, autor: Usuario, ahora: datetime) -> Observacion:
    """Answers a remark, which is resolved. Raises `ReglaIncumplida` without an answer, or when it was resolved."""
    respuesta = exigir_texto(respuesta, "Escriba qué se hizo con la observación.")
    bloquear(observacion.concepto, *(Estado(uno) for uno in Concepto.VIVOS))
    observacion = Observacion.objects.select_for_update(of=("self",)).get(pk=observacion.pk)
    if observacion.resuelta_en:
        raise ReglaIncumplida("Esa observación ya se resolvió.")
    observacion.respuesta, observacion.resuelta_por, observacion.resuelta_en = respuesta, autor, ahora
    observacion.save(update_fields=["respuesta", "resuelta_por", "resuelta_en"])
    return observacion
