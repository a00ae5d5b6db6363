"""Mails to the requester and to the adviser about a request."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from email.utils import quote

from django.conf import settings
from django.template.loader import render_to_string
from django.utils import timezone

from asiste.notificaciones.acciones import PorEnviar, encolar_varios
from asiste.notificaciones.models import Mensaje
from asiste.portafolio.models import Canal
from asiste.solicitudes.adjuntos import ArchivoNombrado
from asiste.solicitudes.models import Actuacion, Solicitud


@dataclass(frozen=True, slots=True)
class Acuse:
    """Whom to tell that a request was filed, and the message it answers."""

    solicitud: Solicitud
    para: str
    en_respuesta_a: str = ""


def acusar(*, acuses: Sequence[Acuse], ahora: datetime) -> list[Mensaje]:
    """Acknowledgements: number, due date and place in line. Once per request."""
    solicitudes = [acuse.solicitud for acuse in acuses]
    lugares = Solicitud.objects.lugares_en_la_fila(solicitudes)
    remitentes = _remitentes(solicitudes)
    cartas = [
        _redactar(
            acuse.solicitud,
            para=acuse.para,
            remitente=remitentes[acuse.solicitud.pk],
            plantilla="acuse",
            asunto=f"Recibimos su solicitud {acuse.solicitud.radicado}: {acuse.solicitud.asunto}",
            clave=f"acuse-{acuse.solicitud.radicado}",
            en_respuesta_a=acuse.en_respuesta_a,
            extra={
                "lugar": lugares.get(acuse.solicitud.pk),
                "hora_de_llegada": timezone.localtime(acuse.solicitud.recibida_en),
            },
        )
        for acuse in acuses
    ]
    return encolar_varios(correos=cartas, ahora=ahora)


def enviar_respuesta(
    *, solicitud: Solicitud, texto: str, anexos: Sequence[ArchivoNombrado], clave: str, ahora: datetime
) -> Mensaje:
    """The answer of the adviser, on the thread of the entity's last message."""
    return _carta(
        solicitud,
        plantilla="respuesta",
        asunto=f"{solicitud.radicado}: {solicitud.asunto}",
        clave=clave,
        ahora=ahora,
        en_respuesta_a=ultimo_mensaje_de_la_entidad(solicitud),
        anexos=anexos,
        automatico=False,
        extra={"texto": texto},
    )


def avisar_cierre(*, solicitud: Solicitud, ahora: datetime) -> Mensaje:
    """Tells the entity that its request was attended and closed."""
    return _carta(
        solicitud,
        plantilla="cierre",
        asunto=f"{solicitud.radicado}: su solicitud quedó cerrada",
        clave=f"cierre-{solicitud.radicado}-{solicitud.actuaciones.count()}",
        ahora=ahora,
        en_respuesta_a=ultimo_mensaje_de_la_entidad(solicitud),
        extra={"atendida": timezone.localtime(solicitud.atendida_en) if solicitud.atendida_en else None},
    )


def pedir_informacion(*, solicitud: Solicitud, texto: str, limite: date, ahora: datetime) -> Mensaje:
    """Asks the entity for what lacks: until when, and that the term waits."""
    return _carta(
        solicitud,
        plantilla="informacion",
        asunto=f"{solicitud.radicado}: necesitamos más información",
        clave=f"informacion-{solicitud.radicado}-{solicitud.actuaciones.count()}",
        ahora=ahora,
        en_respuesta_a=ultimo_mensaje_de_la_entidad(solicitud),
        extra={"texto": texto, "limite": limite},
    )


def contar_novedad(*, solicitud: Solicitud, titulo: str, texto: str, clave: str, ahora: datetime) -> Mensaje | None:
    """Tells the entity something that changes its request; None when it has no address."""
    if not solicitud.solicitante_correo:
        return None
    return _carta(
        solicitud,
        plantilla="novedad",
        asunto=f"{solicitud.radicado}: su solicitud {titulo}",
        clave=f"{clave}-{solicitud.radicado}",
        ahora=ahora,
        en_respuesta_a=ultimo_mensaje_de_la_entidad(solicitud),
        extra={"titulo": titulo, "texto": texto},
    )


def remitir(*, solicitud: Solicitud, para: str, motivo: str, ahora: datetime) -> Mensaje:
    """Forwards a request, with its files, to who is competent."""
    anexos = solicitud.anexos.filter(actuacion__tipo=Actuacion.Tipo.RADICADA).select_related("archivo").order_by("id")
    entregables = [ArchivoNombrado(anexo.nombre, anexo.archivo) for anexo in anexos if not anexo.archivo.retenido]
    return _carta(
        solicitud,
        para=para,
        plantilla="remision",
        asunto=f"Traslado por competencia {solicitud.radicado}: {solicitud.asunto}",
        clave=f"remision-{solicitud.radicado}-{solicitud.actuaciones.count()}",
        ahora=ahora,
        en_respuesta_a="",
        anexos=entregables,
        automatico=False,
        extra={"motivo": motivo},
    )


def ultimo_mensaje_de_la_entidad(solicitud: Solicitud) -> str:
    """Message-ID of what the entity wrote last, or empty when it did not write by mail."""
    tipos = [Actuacion.Tipo.RADICADA, Actuacion.Tipo.RECIBIDA]
    ids = solicitud.actuaciones.filter(tipo__in=tipos).exclude(message_id="").order_by("-momento", "-id")
    return ids.values_list("message_id", flat=True).first() or ""


def _carta(
    solicitud: Solicitud,
    *,
    plantilla: str,
    asunto: str,
    clave: str,
    ahora: datetime,
    en_respuesta_a: str,
    extra: dict[str, object],
    para: str = "",
    anexos: Sequence[ArchivoNombrado] = (),
    automatico: bool = True,
) -> Mensaje:
    carta = _redactar(
        solicitud,
        para=para or solicitud.solicitante_correo,
        remitente=_remitentes([solicitud])[solicitud.pk],
        plantilla=plantilla,
        asunto=asunto,
        clave=clave,
        en_respuesta_a=en_respuesta_a,
        extra=extra,
        anexos=anexos,
        automatico=automatico,
    )
    return encolar_varios(correos=[carta], ahora=ahora)[0]


def _redactar(
    solicitud: Solicitud,
    *,
    para: str,
    remitente: str,
    plantilla: str,
    asunto: str,
    clave: str,
    en_respuesta_a: str,
    extra: dict[str, object],
    anexos: Sequence[ArchivoNombrado] = (),
    automatico: bool = True,
) -> PorEnviar:
    contexto = {"solicitud": solicitud, "enlace": f"{settings.URL_PUBLICA}/consultar/?radicado={solicitud.radicado}"}
    return PorEnviar(
        clave=clave,
        para=para,
        remitente=remitente,
        asunto=asunto,
        texto=render_to_string(f"solicitudes/cartas/{plantilla}.txt", contexto | extra),
        automatico=automatico,
        con_tope=True,
        en_respuesta_a=en_respuesta_a,
        adjuntos=[(anexo.nombre, anexo.archivo) for anexo in anexos],
        caso=solicitud.radicado,
    )


def _remitentes(solicitudes: Collection[Solicitud]) -> dict[int, str]:
    """By request, the default mailbox of its office, or of its dirección; empty when there is none."""
    oficinas = {oficina for una in solicitudes for oficina in (una.dependencia_id, una.direccion_id)}
    propios = Canal.objects.filter(tipo=Canal.Tipo.CORREO, predeterminado=True, dependencia__in=oficinas)
    buzones = dict(propios.values_list("dependencia", "valor"))
    remitentes = {}
    for una in solicitudes:
        buzon = buzones.get(una.dependencia_id) or buzones.get(una.direccion_id)
        remitentes[una.pk] = f'"{quote(una.direccion.nombre)}" <{buzon}>' if buzon else ""
    return remitentes
