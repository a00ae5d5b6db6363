"""Telling the team, by mail, what is due: warnings through the day and a digest when it opens."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import datetime
from hashlib import sha256

from django.db import connection, transaction
from django.utils import timezone

from asiste.notificaciones.acciones import encolar
from asiste.notificaciones.models import Mensaje
from asiste.solicitudes.avisos.correos import escribir_avisos
from asiste.solicitudes.avisos.horario import calendario_cercano, en_jornada
from asiste.solicitudes.avisos.pendientes import Pendiente, avisos_pendientes
from asiste.solicitudes.avisos.resumen import escribir_resumen
from asiste.solicitudes.avisos.situacion import Esperan, Situacion
from asiste.solicitudes.models import Aviso, ResumenDelDia

CERROJO = 7_261_156  # advisory lock: two pulls at once would tell everything twice


@transaction.atomic
def avisar(*, ahora: datetime) -> list[Mensaje]:
    """Writes the warnings that nobody was given yet, one mail to each person; none outside service hours.

    All or nothing: after a crash the next call gives what was left, and no warning twice. Source: Ley 1755 de 2015.
    """
    calendario = calendario_cercano(ahora)
    if not en_jornada(ahora, calendario):
        return []
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s)", [CERROJO])
    por_persona: dict[int, list[Pendiente]] = defaultdict(list)
    for pendiente in avisos_pendientes(ahora=ahora, calendario=calendario):
        por_persona[pendiente.destinatario.pk].append(pendiente)
    return [_dar(suyos, ahora) for suyos in por_persona.values()]


def _dar(avisos: list[Pendiente], ahora: datetime) -> Mensaje:
    asunto, texto = escribir_avisos(avisos)
    casos = {uno.solicitud.radicado for uno in avisos}
    huella = sha256(repr(sorted(uno.clave for uno in avisos)).encode()).hexdigest()
    mensaje = encolar(
        clave=f"aviso-{huella}",
        para=avisos[0].destinatario.email,
        asunto=asunto,
        texto=texto,
        ahora=ahora,
        solo_en_jornada=True,
        caso=casos.pop() if len(casos) == 1 else "",
    )
    Aviso.objects.bulk_create(
        Aviso(solicitud=uno.solicitud, destinatario=uno.destinatario, clase=uno.clase, fecha=uno.fecha, mensaje=mensaje)
        for uno in avisos
    )
    return mensaje


@transaction.atomic
def resumir(
    *,
    ahora: datetime,
    retenidos: Mapping[int | None, int] | None = None,
    esperan: Mapping[int, Sequence[str]] | None = None,
) -> list[Mensaje]:
    """Writes the digests of the day, once, from the opening hour of a business day; who has nothing gets none.

    `retenidos` are the messages in quarantine by office, None for those of no known mailbox; `esperan`,
    what waits for the review or the signature of each person, by id of the account: only the modules above know them.
    """
    calendario = calendario_cercano(ahora)
    if not en_jornada(ahora, calendario):
        return []
    hoy = timezone.localdate(ahora)
    anterior = ResumenDelDia.objects.filter(fecha__lt=hoy).order_by("-fecha").values_list("momento", flat=True).first()
    _, nuevo = ResumenDelDia.objects.get_or_create(fecha=hoy, defaults={"momento": ahora})
    if not nuevo:
        return []
    de_arriba = Esperan(retenidos or {}, esperan or {})
    situacion = Situacion.leer(ahora=ahora, calendario=calendario, desde=anterior, de_arriba=de_arriba)
    textos = {persona: escribir_resumen(situacion, persona) for persona in situacion.destinatarios()}
    return [
        encolar(
            clave=f"resumen-{persona.usuario_id}-{hoy}",
            para=persona.usuario.email,
            asunto=resumen.asunto,
            texto=resumen.texto,
            ahora=ahora,
            solo_en_jornada=True,
        )
        for persona, resumen in textos.items()
        if resumen
    ]
