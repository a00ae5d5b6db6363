"""The case that a message speaks of, and whether its sender may write on it."""

from datetime import date

from django.db.models import Q

from asiste.correo.catalogo import Catalogo
from asiste.correo.clasificacion import radicado_citado
from asiste.correo.lectura import MensajeLeido
from asiste.correo.solicitante import solicitante_de
from asiste.notificaciones.models import Mensaje
from asiste.solicitudes.models import Actuacion, Solicitud


def es_nuestro(leido: MensajeLeido) -> bool:
    """Whether we sent this very message: it went round and came back."""
    return bool(leido.message_id) and Mensaje.objects.filter(message_id=leido.message_id).exists()


def casos_citados(leido: MensajeLeido) -> list[Solicitud]:
    """Cases of the thread it answers, the newest first, and then that of the number in its subject.

    They stay locked until the transaction ends, so that nobody closes a case while a message joins it.
    """
    hilo = {referencia for referencia in (leido.in_reply_to, *leido.referencias) if referencia}
    del_hilo = _casos_del_hilo(hilo) if hilo else set()
    casos = Solicitud.objects.select_for_update(of=("self",)).order_by("-id")
    citados = list(casos.filter(pk__in=del_hilo)) if del_hilo else []
    radicado = radicado_citado(leido.asunto)
    return citados + list(casos.filter(radicado=radicado).exclude(pk__in=del_hilo)) if radicado else citados


def _casos_del_hilo(hilo: set[str]) -> set[int]:
    """Ids of the cases where one of these messages came in or went out."""
    enviados = list(Mensaje.objects.filter(message_id__in=hilo).values_list("pk", flat=True))
    hechos = Actuacion.objects.filter(Q(message_id__in=hilo) | Q(mensaje__in=enviados))
    return set(hechos.values_list("solicitud_id", flat=True))


def puede_escribir(leido: MensajeLeido, caso: Solicitud, *, catalogo: Catalogo, hoy: date) -> bool:
    """Who asked, or somebody of the same entity. A stranger who knows the number stays outside."""
    if leido.de_correo == caso.solicitante_correo:
        return True
    quien, entidad = solicitante_de(leido, catalogo=catalogo, hoy=hoy)
    return quien.correo == caso.solicitante_correo or (entidad is not None and entidad.pk == caso.entidad_id)
