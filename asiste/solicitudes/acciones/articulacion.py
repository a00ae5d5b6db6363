"""Several topics, several people: who answers for each, what each one answered and who still owes it."""

from datetime import datetime

from django.db import transaction
from django.db.models import Q, QuerySet

from asiste.cuentas.models import Usuario
from asiste.directorio.models import Funcionario
from asiste.notificaciones.acciones import encolar
from asiste.solicitudes.acciones.base import ReglaIncumplida, actuar, bloquear, exigir_texto
from asiste.solicitudes.adjuntos import ArchivoNombrado
from asiste.solicitudes.direcciones import direccion
from asiste.solicitudes.models import Actuacion, Solicitud, TemaSolicitud

Tipo = Actuacion.Tipo


@transaction.atomic
def encargar_tema(
    *,
    tema_solicitud: TemaSolicitud,
    autor: Usuario,
    ahora: datetime,
    responsable: Funcionario | None = None,
    lider: str = "",
) -> TemaSolicitud:
    """Makes a person of the team answer for a topic, or an outside leader of its policy; its office takes part.

    Who is asked is told. Raises `ReglaIncumplida` unless it is one of the two. Disposición: 5-articulacion.
    """
    lider = lider.strip()
    if bool(responsable) == bool(lider):
        raise ReglaIncumplida("Elija quién responde: una persona del equipo, o el líder de la política.")
    tema_solicitud.responsable = responsable
    tema_solicitud.lider = lider
    tema_solicitud.dependencia = responsable.dependencia if responsable else tema_solicitud.tema.dependencia
    tema_solicitud.save(update_fields=["responsable", "lider", "dependencia"])
    solicitud = tema_solicitud.solicitud
    hecho = actuar(
        solicitud=solicitud,
        tipo=Tipo.TEMAS,
        ahora=ahora,
        autor=autor,
        texto=f"{tema_solicitud.tema}: responde {responsable or lider}.",
        visible=True,
    )
    if responsable and responsable.usuario != autor:
        encolar(
            clave=f"encargo-{hecho.pk}",
            para=responsable.usuario.email,
            asunto=f"{solicitud.radicado}: responde por «{tema_solicitud.tema}»",
            texto=f"{autor} le encargó el tema «{tema_solicitud.tema}» de la solicitud «{solicitud.asunto}», de "
            f"{solicitud.quien_pide}. Vence el {solicitud.vence_el:%d/%m/%Y}.\n\n"
            f"El caso: {direccion('equipo:solicitud', solicitud.radicado)}\n",
            ahora=ahora,
            caso=solicitud.radicado,
        )
    return tema_solicitud


@transaction.atomic
def responder_tema(
    *,
    tema_solicitud: TemaSolicitud,
    texto: str,
    autor: Usuario,
    ahora: datetime,
    anexos: tuple[ArchivoNombrado, ...] | list[ArchivoNombrado] = (),
) -> TemaSolicitud:
    """Keeps what was answered on a topic and tells who coordinates; another answer replaces it.

    The entity sees it when the case is answered, not before. Raises `ReglaIncumplida` when empty, or when the case
    was attended. Disposición: 5-articulacion.
    """
    solicitud = bloquear(tema_solicitud.solicitud)
    texto = exigir_texto(texto, "Escriba la respuesta sobre el tema.")
    if not solicitud.abierta:
        raise ReglaIncumplida("Esta solicitud ya terminó: sus temas no se responden.")
    anotar_respuesta(tema_solicitud, texto, autor, ahora)
    hecho = actuar(
        solicitud=solicitud,
        tipo=Tipo.TEMA_RESPONDIDO,
        ahora=ahora,
        autor=autor,
        texto=f"{tema_solicitud.tema}: {texto}",
        anexos=anexos,
    )
    if solicitud.asesor and solicitud.asesor.usuario != autor:
        encolar(
            clave=f"tema-respondido-{hecho.pk}",
            para=solicitud.asesor.usuario.email,
            asunto=f"{solicitud.radicado}: ya está la respuesta sobre «{tema_solicitud.tema}»",
            texto=f"{autor} respondió:\n\n{texto[:2000]}\n\n"
            f"El caso: {direccion('equipo:solicitud', solicitud.radicado)}\n",
            ahora=ahora,
            caso=solicitud.radicado,
        )
    return tema_solicitud


def anotar_respuesta(tema_solicitud: TemaSolicitud, texto: str, autor: Usuario, ahora: datetime) -> None:
    """Marks a topic as answered; its log is up to who calls."""
    tema_solicitud.estado = TemaSolicitud.Estado.RESPONDIDO
    tema_solicitud.respuesta = texto
    tema_solicitud.respondido_por = autor
    tema_solicitud.respondido_en = ahora
    tema_solicitud.save(update_fields=["estado", "respuesta", "respondido_por", "respondido_en"])


def respuestas_que_faltan(solicitud: Solicitud) -> list[str]:
    """The topics that others than who coordinates have not answered, each with who owes it."""
    ajenos = _sin_responder(solicitud).exclude(Q(responsable=solicitud.asesor) | Q(responsable=None, lider=""))
    con_nombres = ajenos.select_related("tema", "responsable__usuario").order_by("id")
    return [f"{ajeno.tema} ({ajeno.quien_responde})" for ajeno in con_nombres]


def exigir_temas_respondidos(solicitud: Solicitud, resumen: str, autor: Usuario, ahora: datetime) -> None:
    """Answers with the summary the topics of who coordinates. Raises `ReglaIncumplida` naming who owes the others."""
    if deben := respuestas_que_faltan(solicitud):
        raise ReglaIncumplida(f"Falta la respuesta sobre: {'; '.join(deben)}.")
    for propio in _sin_responder(solicitud).order_by("id"):
        anotar_respuesta(propio, resumen, autor, ahora)


def _sin_responder(solicitud: Solicitud) -> QuerySet[TemaSolicitud]:
    return TemaSolicitud.objects.filter(solicitud=solicitud, estado=TemaSolicitud.Estado.PENDIENTE)
