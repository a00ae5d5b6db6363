"""What is known of the messages of a lot: those that are ours, those that say what was said, and their threads."""

from collections.abc import Collection
from dataclasses import dataclass

from django.db import connection

from asiste.agenda.acciones import bloquear_respondidas
from asiste.correo.hilos import Hilos, leer_hilos
from asiste.correo.lectura import MensajeLeido
from asiste.correo.models import MensajeEntrante
from asiste.notificaciones.models import Mensaje

Resultado = MensajeEntrante.Resultado
Clave = tuple[str, str]
SE_REPITEN = {Resultado.RADICADO, Resultado.AGREGADO}
ESPERAR_COPIAS = """
SELECT pg_advisory_xact_lock(clave) FROM (
  SELECT DISTINCT hashtext(contenido) AS clave FROM unnest(%s::text[]) AS contenido ORDER BY clave
) AS claves
"""


@dataclass(slots=True)
class Antecedentes:
    """Message-IDs that we sent; the first message that said each thing under each Message-ID; and the threads."""

    nuestros: Collection[str]
    dichos: dict[Clave, MensajeEntrante]
    hilos: Hilos

    def repetido(self, mensaje: MensajeEntrante) -> MensajeEntrante | None:
        """The same thing said before under the same Message-ID."""
        return self.dichos.get(clave_de(mensaje))

    def anotar(self, mensaje: MensajeEntrante) -> None:
        """From now on, if it became part of a case, what this message says is said, and its thread leads there."""
        if mensaje.resultado in SE_REPITEN and mensaje.solicitud:
            self.dichos.setdefault(clave_de(mensaje), mensaje)
            self.hilos.anotar(mensaje.solicitud, mensaje.message_id)


def clave_de(mensaje: MensajeEntrante) -> Clave:
    """What it says and under which Message-ID."""
    return mensaje.contenido, mensaje.message_id


def leer_antecedentes(mensajes: Collection[MensajeEntrante], leidos: Collection[MensajeLeido]) -> Antecedentes:
    """Takes every lock that the dispatch of a lot needs, always in the same order, and reads what it will ask.

    Copies that arrive together wait for each other; the sessions answered and then the cases cited, the order in which
    the agenda takes them, stay as they are until the transaction ends.
    """
    contenidos = [mensaje.contenido for mensaje in mensajes]
    with connection.cursor() as cursor:
        cursor.execute(ESPERAR_COPIAS, [contenidos])
    bloquear_respondidas(leido.calendario for leido in leidos if leido.calendario)
    hilos = leer_hilos(leidos)
    identificadores = [leido.message_id for leido in leidos if leido.message_id]
    iguales = MensajeEntrante.objects.filter(contenido__in=contenidos, resultado__in=SE_REPITEN)
    return Antecedentes(
        nuestros=set(Mensaje.objects.filter(message_id__in=identificadores).values_list("message_id", flat=True)),
        dichos={clave_de(uno): uno for uno in iguales.select_related("solicitud").order_by("-id")},
        hilos=hilos,
    )
