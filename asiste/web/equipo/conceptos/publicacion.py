"""What becomes of a signed concept, as the page of a concept and the step of its publication show it."""

import hashlib
import json
from typing import Any

from asiste.conceptos.acciones.tachaduras import contenido_firmado
from asiste.conceptos.models import Concepto, FichaPublica
from asiste.conceptos.publicadores import puede_corregir, puede_preparar, puede_publicar
from asiste.conceptos.version_publica import html_de, partes_de, pendientes, propuestas, version_publica
from asiste.conocimiento.consultas import citados_en
from asiste.conocimiento.llano import plegar
from asiste.cuentas.models import Usuario

RAZONES = (
    "Es de una entidad, no de una persona",
    "Es un dato público de la norma o del acto que se cita",
    "No es un dato personal",
)


def ficha(usuario: Usuario, concepto: Concepto) -> dict[str, Any]:
    """What its part of the page needs."""
    return {
        "prepara": puede_preparar(usuario, concepto),
        "publica": puede_publicar(usuario, concepto),
        "corrige": puede_corregir(usuario, concepto),
    }


def paso(usuario: Usuario, concepto: Concepto) -> dict[str, Any]:
    """What the step of its publication shows: each datum, the text without them, its card and its relations."""
    contenido = contenido_firmado(concepto)
    tachaduras = list(concepto.tachaduras.select_related("autor").order_by("id"))
    publico = version_publica(contenido, tachaduras)
    halladas = propuestas(contenido, tachaduras)
    vistos = {plegar(una.pasaje) for una in halladas}
    previstas = list(concepto.relaciones_previstas.select_related("destino").order_by("tipo", "id"))
    citados = citados_en(html_de(publico)).exclude(numero=concepto.numero)
    escrita = FichaPublica.objects.filter(concepto=concepto).select_related("preparada_por").first()
    return {
        **ficha(usuario, concepto),
        "propuestas": halladas,
        "suprimidos": [una for una in tachaduras if plegar(una.pasaje) not in vistos],
        "faltan": len(pendientes(contenido, tachaduras)),
        "publico": publico,
        "partes": partes_de(publico),
        "ficha": escrita,
        "previstas": previstas,
        "citados": citados.exclude(pk__in=[una.destino_id for una in previstas]),
        "razones": RAZONES,
        "huella": _huella(publico, escrita, [(una.tipo, una.destino_id) for una in previstas]),
    }


def _huella(publico: dict[str, Any], escrita: FichaPublica | None, previstas: list[tuple[str, int]]) -> str:
    """SHA-256 of all that would be published: who decides sends back that of what he or she has read."""
    como = [escrita.titulo, escrita.resumen, sorted(uno.pk for uno in escrita.temas.all())] if escrita else []
    return hashlib.sha256(json.dumps([publico, como, previstas], sort_keys=True).encode()).hexdigest()
