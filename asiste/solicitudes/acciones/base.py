"""What every action needs: the locked request, the actuación and its files."""

from collections.abc import Collection, Sequence
from datetime import date, datetime

from django.utils import timezone

from asiste.calendario.lectura import cargar
from asiste.calendario.models import JornadaAtencion
from asiste.cuentas.models import Usuario
from asiste.notificaciones.models import Mensaje
from asiste.portafolio.models import Tema
from asiste.solicitudes.adjuntos import ArchivoNombrado
from asiste.solicitudes.historia import CAMPOS_DEL_TERMINO, calcular, historia_de
from asiste.solicitudes.models import Actuacion, Anexo, Solicitud, TemaSolicitud


class ReglaIncumplida(Exception):
    """The action is not allowed now; its text is a Spanish sentence fit to be shown."""


def exigir_texto(texto: str, falta: str) -> str:
    """The text without space around. Raises `ReglaIncumplida` with `falta` when it says nothing."""
    if not texto.strip():
        raise ReglaIncumplida(falta)
    return texto.strip()


def exigir_sin_unidas(solicitud: Solicitud) -> None:
    """Raises `ReglaIncumplida` when others are attended with this one: ending it would end them unseen."""
    if unidas := [str(una) for una in solicitud.unidas.order_by("id")]:
        raise ReglaIncumplida(f"Con esta se atiende {', '.join(unidas)}: sepárela antes.")


def bloquear(solicitud: Solicitud) -> Solicitud:
    """The request as it is in the database, locked until the transaction ends."""
    bloqueada: Solicitud = Solicitud.objects.select_for_update(of=("self",)).get(pk=solicitud.pk)
    return bloqueada


def bloquear_la_que_atiende(numeros: Collection[int]) -> dict[int, Solicitud]:
    """By id, each request or the one it is united to, as they are in the database; both locked until the end.

    In the order in which anybody locks several: nobody waits for another who waits for him.
    """
    filas = _bloquear_con_principal(numeros)
    if any(filas[numero].principal_id not in {None, *filas} for numero in numeros):  # united in this very moment
        filas = _bloquear_con_principal(numeros)
    return {numero: filas[filas[numero].principal_id or numero] for numero in numeros}


def _bloquear_con_principal(numeros: Collection[int]) -> dict[int, Solicitud]:
    suyas = Solicitud.objects.filter(pk__in=numeros)
    todas = Solicitud.objects.filter(pk__in=suyas.values("pk").union(suyas.values("principal")))
    en_orden = todas.select_for_update(of=("self",)).select_related("asesor__usuario").order_by("id")
    return {caso.pk: caso for caso in en_orden}


def actuar(
    *,
    solicitud: Solicitud,
    tipo: Actuacion.Tipo,
    ahora: datetime,
    autor: Usuario | None = None,
    autor_nombre: str = "",
    texto: str = "",
    visible: bool = False,
    message_id: str = "",
    mensaje: Mensaje | None = None,
    anexos: Sequence[ArchivoNombrado] = (),
    dias: int | None = None,
    otra: Solicitud | None = None,
) -> Actuacion:
    """Writes an actuación with its files; `autor_nombre` is for who has no account, `mensaje` what was sent.

    `message_id` is that of the mail it tells of, by default the one sent.
    """
    actuacion = Actuacion(
        solicitud=solicitud,
        tipo=tipo,
        momento=ahora,
        autor=autor,
        autor_nombre=(autor_nombre or (str(autor) if autor else "Asiste"))[:200],
        texto=texto,
        visible_entidad=visible,
        message_id=message_id or (mensaje.message_id if mensaje else ""),
        mensaje=mensaje,
        dias=dias,
        otra=otra,
    )
    asentar([(actuacion, anexos)])
    return actuacion


def asentar(hechos: Collection[tuple[Actuacion, Sequence[ArchivoNombrado]]]) -> None:
    """Writes actuaciones, in their order, with the files of each."""
    Actuacion.objects.bulk_create((actuacion for actuacion, _ in hechos), batch_size=1000)
    anexos = (
        Anexo(
            solicitud=actuacion.solicitud,
            actuacion=actuacion,
            archivo=anexo.archivo,
            nombre=anexo.nombre[:250],
            en_linea=anexo.en_linea,
            aviso=anexo.aviso,
            postura=anexo.postura,
        )
        for actuacion, suyos in hechos
        for anexo in suyos
    )
    Anexo.objects.bulk_create(anexos, batch_size=1000)


def recalcular(solicitud: Solicitud) -> None:
    """Brings the due date in line with the event log and the calendar of today, and saves it."""
    recibida = timezone.localdate(solicitud.recibida_en)
    calcular(
        solicitud,
        historia_de(solicitud),
        cargar(recibida, date(timezone.localdate().year + 1, 12, 31)),
        JornadaAtencion.objects.vigente(recibida),
    )
    solicitud.save(update_fields=CAMPOS_DEL_TERMINO)


def encargo_de(solicitud: Solicitud, tema: Tema) -> TemaSolicitud:
    """A topic to be added: of the dirección's own answers the adviser; another one takes part with its office.

    Disposición: 5-articulacion.
    """
    propio = tema.dependencia.direccion == solicitud.direccion
    return TemaSolicitud(
        solicitud=solicitud,
        tema=tema,
        dependencia=solicitud.dependencia if propio else tema.dependencia,
        responsable=solicitud.asesor if propio else None,
    )
