"""Mails about minutes and reports: approve them, they came back, they were issued."""

from datetime import datetime

from django.template.loader import render_to_string

from asiste.agenda.actas.enlaces import APROBACION, DURA, enlace_de_aprobacion, enlace_de_lectura
from asiste.agenda.models import Acta, Aprobacion, VersionActa
from asiste.notificaciones.acciones import encolar


def pedir_aprobacion(*, aprobacion: Aprobacion, ahora: datetime, otra_vez: bool = False) -> None:
    """Asks for an approval; `otra_vez` when the first link is past its time."""
    acta = aprobacion.version.acta
    extra = {"aprobacion": aprobacion, "enlace": enlace_de_aprobacion(aprobacion), "dias": DURA[APROBACION].days}
    vez = f"-{ahora:%Y%m%d%H}" if otra_vez else ""
    asunto = f"Por aprobar: {acta.get_clase_display().lower()} de «{acta.sesion}»"
    _carta("aprobar", f"acta-aprobar-{aprobacion.pk}{vez}", aprobacion.correo, asunto, acta, ahora, extra)


def avisar_devolucion(*, aprobacion: Aprobacion, ahora: datetime) -> None:
    """Tells who leads and who sent it that it came back, and why; not who returned it."""
    acta, version = aprobacion.version.acta, aprobacion.version
    dirige = acta.sesion.dirige
    correos = {version.creada_por.email, dirige.usuario.email if dirige else ""} - {"", aprobacion.correo}
    asunto = f"Devolvieron: {acta.get_clase_display().lower()} de «{acta.sesion}»"
    for correo in sorted(correos):
        clave = f"acta-devuelta-{aprobacion.pk}-{correo}"[:120]
        _carta("devuelta", clave, correo, asunto, acta, ahora, {"aprobacion": aprobacion})


def enviar_expedida(*, acta: Acta, version: VersionActa, ahora: datetime) -> int:
    """Sends where to read it to who came and who approved it; how many."""
    vinieron = acta.sesion.asistencias.comprobadas().exclude(correo="").values_list("correo", flat=True)
    aprobaron = version.aprobaciones.values_list("correo", flat=True)
    correos = sorted({*vinieron, *aprobaron})
    asunto = f"{acta.get_clase_display()} de «{acta.sesion}»"
    extra: dict[str, object] = {"documento": acta.documento, "enlace": enlace_de_lectura(acta)}
    for correo in correos:
        _carta("expedida", f"acta-{acta.pk}-{correo}"[:120], correo, asunto, acta, ahora, extra)
    return len(correos)


def _carta(
    plantilla: str, clave: str, para: str, asunto: str, acta: Acta, ahora: datetime, extra: dict[str, object]
) -> None:
    texto = render_to_string(f"agenda/actas/{plantilla}.txt", {"acta": acta, "sesion": acta.sesion, **extra})
    encolar(clave=clave, para=para, asunto=asunto, texto=texto, ahora=ahora, con_tope=True)
