"""Telling the entity what was signed, and attending its request with it."""

from datetime import datetime

from django.db import transaction
from django.template.loader import render_to_string

from asiste.conceptos.acciones.base import bloquear, dar_paso
from asiste.conceptos.models import Concepto, Paso
from asiste.conceptos.notificables import anexos_de, archivo_firmado, caben_en_un_correo
from asiste.conceptos.oficina import que_responde
from asiste.cuentas.models import Usuario
from asiste.solicitudes.acciones import ReglaIncumplida, agregar_evidencia, atender, responder
from asiste.solicitudes.acciones.articulacion import respuestas_que_faltan
from asiste.solicitudes.acciones.base import exigir_texto
from asiste.solicitudes.models import Solicitud


@transaction.atomic
def notificar(*, concepto: Concepto, autor: Usuario, ahora: datetime) -> None:
    """Answers the request with the signed concept, by mail and on its page, and attends it unless others owe a topic.

    A request without mail gets it as evidence, and who delivers it says so later. The concept is locked and signed.
    Disposición: 6.3-conceptos.
    """
    caso, firmado, anexos = que_responde(concepto), archivo_firmado(concepto), anexos_de(concepto)
    texto = _carta(concepto, caso)
    if caso.solicitante_correo:
        juntos = caben_en_un_correo([*firmado, *anexos])
        responder(solicitud=caso, texto=texto, anexos=[*firmado, *(anexos if juntos else [])], autor=autor, ahora=ahora)
        if not juntos:
            agregar_evidencia(solicitud=caso, texto=_de(concepto), anexos=anexos, autor=autor, ahora=ahora)
        _dar_por_notificado(concepto, f"Por correo, a {caso.solicitante_correo}.", autor, ahora)
    else:
        agregar_evidencia(solicitud=caso, texto=texto, anexos=[*firmado, *anexos], autor=autor, ahora=ahora)
    if caso.estado == Solicitud.Estado.EN_TRAMITE and not respuestas_que_faltan(caso):
        resumen = f"Se emitió el concepto {concepto.numero}, «{concepto.asunto}»."
        atender(solicitud=caso, resumen=resumen, autor=autor, ahora=ahora)


@transaction.atomic
def anotar_notificacion(*, concepto: Concepto, como: str, autor: Usuario, ahora: datetime) -> Concepto:
    """Notes how a concept whose request has no mail was delivered. Raises `ReglaIncumplida`, also if it was told."""
    como = exigir_texto(como, "Escriba cómo y a quién se le entregó.")
    concepto = bloquear(concepto, Concepto.Estado.FIRMADO)
    if concepto.notificado_en:
        raise ReglaIncumplida("Este concepto ya se había notificado.")
    _dar_por_notificado(concepto, como, autor, ahora)
    return concepto


def _dar_por_notificado(concepto: Concepto, como: str, autor: Usuario, ahora: datetime) -> None:
    concepto.notificado_en = ahora
    concepto.save(update_fields=["notificado_en"])
    dar_paso(concepto, Paso.Tipo.NOTIFICADO, autor, ahora, como)


def _de(concepto: Concepto) -> str:
    return f"Anexos del concepto {concepto.numero}."


def _carta(concepto: Concepto, caso: Solicitud) -> str:
    contexto = {"concepto": concepto, "caso": caso, "documento": concepto.documento}
    return render_to_string("conceptos/notificacion.txt", contexto).strip()
