"""Review and signature, as the page of a concept shows them."""

from typing import Any

from django.utils import timezone

from asiste.conceptos import competencia
from asiste.conceptos.acciones.base import por_que_no_se_responde
from asiste.conceptos.models import Concepto, Paso
from asiste.conceptos.notificables import lo_que_espera
from asiste.conceptos.oficina import por_que_es_de_otra_oficina, que_responde
from asiste.conceptos.permisos import puede_redactar
from asiste.cuentas.models import Usuario
from asiste.directorio.consultas import cabezas_de
from asiste.web.equipo.conceptos.forms.revision import ObservacionForm
from asiste.web.equipo.conceptos.observaciones import reparos_de

Estado = Concepto.Estado


def ficha(usuario: Usuario, concepto: Concepto) -> dict[str, Any]:
    """What its part of the page needs: remarks, who may do what, the steps taken and what lacks."""
    reparos, escribe = reparos_de(concepto), puede_redactar(usuario, concepto)
    return {
        "reparos": reparos,
        "por_resolver": sum(uno.observacion.resuelta_en is None for uno in reparos),
        "observacion_form": ObservacionForm(auto_id="observar_%s"),
        "revisa_el": competencia.puede_revisar(usuario, concepto),
        "resuelve": competencia.puede_resolver(usuario, concepto),
        "firma_el": competencia.puede_firmar(usuario, concepto),
        "devuelve": competencia.puede_devolver(usuario, concepto),
        "deja": competencia.puede_dejar_sin_efecto(usuario, concepto),
        "envia": concepto.en_proyecto and escribe,
        "entrega": concepto.estado == Estado.FIRMADO and concepto.notificado_en is None and escribe,
        "dados": concepto.pasos.select_related("autor").order_by("-momento", "-id"),
        "sin_caso": por_que_no_se_responde(concepto) if concepto.vivo else "",
        "de_otra": por_que_es_de_otra_oficina(concepto) if concepto.vivo else "",
        "devuelto": _devuelto(concepto),
        "enviadas": concepto.versiones.select_related("creada_por").order_by("-numero"),
        **_firma(concepto),
    }


def _firma(concepto: Concepto) -> dict[str, Any]:
    """Who may sign today, while it waits; what its request lacks, once signed."""
    espera = concepto.estado == Estado.FIRMA
    return {
        "firman": cabezas_de(dependencia=concepto.dependencia, hoy=timezone.localdate()) if espera else [],
        "le_falta": lo_que_espera(que_responde(concepto)) if concepto.estado == Estado.FIRMADO else "",
    }


def _devuelto(concepto: Concepto) -> Paso | None:
    """Why it came back, while it is being corrected."""
    if not concepto.en_proyecto or not concepto.version:
        return None
    return concepto.pasos.filter(tipo=Paso.Tipo.DEVUELTO).select_related("autor").order_by("-momento", "-id").first()
