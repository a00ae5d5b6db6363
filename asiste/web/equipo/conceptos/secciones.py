"""The sections, as the page of a concept shows them."""

from datetime import date
from typing import Any

from django.urls import reverse
from django.utils import timezone

from asiste.conceptos import acciones, permisos
from asiste.conceptos.contenido import ALCANCE, INSTITUCION
from asiste.conceptos.formatos import rotulo_del_formato
from asiste.conceptos.marcas import marcas_de
from asiste.conceptos.models import Concepto
from asiste.conceptos.oficina import oficina_de
from asiste.conceptos.pendientes import lo_que_falta
from asiste.cuentas.models import Usuario
from asiste.solicitudes.plazo import calendario_de, estado_del_plazo
from asiste.web.equipo.conceptos.escritura import escritos_de
from asiste.web.equipo.presencia import Gente

Estado = Concepto.Estado
PASOS = {Estado.PROYECTO: "Proyecto", Estado.REVISION: "Revisión", Estado.FIRMA: "Firma", Estado.FIRMADO: "Firmado"}


def ficha(usuario: Usuario, concepto: Concepto) -> dict[str, Any]:
    """What its part of the page needs: `escribe` when this person writes it now."""
    hoy, oficina = timezone.localdate(), oficina_de(concepto)
    escribe = concepto.en_proyecto and permisos.puede_redactar(usuario, concepto)
    base = {
        "escribe": escribe,
        "escritos": escritos_de(concepto, usuario),
        "pasos": _pasos(concepto),
        "institucion": INSTITUCION,
        "oficina": oficina,
        "formato": rotulo_del_formato(oficina),
        "alcance_fijo": ALCANCE,
        "anexos": concepto.anexos.select_related("archivo", "agregado_por").order_by("id"),
        "faltan": lo_que_falta(concepto) if escribe else [],
        **_plazos(concepto, hoy),
    }
    return base | ({"gente": gente_en(concepto, usuario)} if escribe else {})


def gente_en(concepto: Concepto, usuario: Usuario) -> Gente:
    """Notes that the person has it open and gives who else has."""
    otras = acciones.marcar_presencia_en_concepto(concepto=concepto, usuario=usuario, ahora=timezone.now())
    return Gente(otras, reverse("equipo:concepto-presentes", args=[concepto.pk]))


def _plazos(concepto: Concepto, hoy: date) -> dict[str, Any]:
    """The marks of the work, and the deadline of the request."""
    calendario = calendario_de(hoy)
    return {
        "marcas": marcas_de(concepto, calendario, hoy),
        "plazo": estado_del_plazo(concepto.solicitud, calendario, hoy),
    }


def _pasos(concepto: Concepto) -> list[tuple[str, str]]:
    """Each step with `hecho`, `actual` or nothing; none for one left without effect."""
    if concepto.estado == Estado.SIN_EFECTO:
        return []
    en_que = list(PASOS).index(Estado(concepto.estado))
    firmado = concepto.estado == Estado.FIRMADO
    pasos = [
        (rotulo, "hecho" if lugar < en_que or firmado else "actual" if lugar == en_que else "")
        for lugar, rotulo in enumerate(PASOS.values())
    ]
    destino = "" if concepto.destino == Concepto.Destino.PENDIENTE else "hecho"
    return [*pasos, (concepto.get_destino_display() if destino else "Publicado", destino)]
