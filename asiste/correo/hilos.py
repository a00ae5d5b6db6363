"""The case that a message speaks of, and whether its sender may write on it."""

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass, field

from django.db.models import Q

from asiste.correo.catalogo import Catalogo
from asiste.correo.clasificacion import radicado_citado
from asiste.correo.lectura import MensajeLeido
from asiste.correo.solicitante import solicitante_de
from asiste.solicitudes.models import Actuacion, Solicitud


def hilo_de(leido: MensajeLeido) -> set[str]:
    """Message-IDs of those it answers."""
    return {referencia for referencia in (leido.in_reply_to, *leido.referencias) if referencia}


@dataclass(slots=True)
class Hilos:
    """The cases that the messages of a lot speak of, and by which Message-IDs; kept up to date as the lot goes on."""

    casos: dict[int, Solicitud] = field(default_factory=dict)
    por_referencia: dict[str, set[int]] = field(default_factory=lambda: defaultdict(set))

    def conoce(self, radicado: str) -> bool:
        """Whether the case with that number is among them."""
        return any(caso.radicado == radicado for caso in self.casos.values())

    def citados(self, leido: MensajeLeido) -> list[Solicitud]:
        """Cases of the thread it answers, the newest first, and then that of the number in its subject."""
        del_hilo = {numero for referencia in hilo_de(leido) for numero in self.por_referencia.get(referencia, ())}
        citados = [self.casos[numero] for numero in sorted(del_hilo, reverse=True)]
        if radicado := radicado_citado(leido.asunto):
            citados += [caso for caso in self.casos.values() if caso.radicado == radicado and caso not in citados]
        return citados

    def anotar(self, caso: Solicitud, message_id: str) -> None:
        """A message is now part of a case."""
        self.casos[caso.pk] = caso
        if message_id:
            self.por_referencia[message_id].add(caso.pk)


def leer_hilos(leidos: Collection[MensajeLeido]) -> Hilos:
    """Locks the cases that messages cite, and those that attend them, in the order in which anybody locks several.

    They stay locked until the transaction ends, so that nobody closes a case while a message joins it.
    """
    hilos = Hilos()
    referencias = {referencia for leido in leidos for referencia in hilo_de(leido)}
    radicados = {radicado for leido in leidos if (radicado := radicado_citado(leido.asunto))}
    if referencias:
        hechos = Actuacion.objects.order_by()
        llegaron = hechos.filter(message_id__in=referencias).values_list("message_id", "solicitud_id")
        salieron = hechos.filter(mensaje__message_id__in=referencias)
        for referencia, caso in llegaron.union(salieron.values_list("mensaje__message_id", "solicitud_id")):
            hilos.por_referencia[referencia].add(caso)
    numeros = {numero for suyos in hilos.por_referencia.values() for numero in suyos}
    if numeros or radicados:
        citados = Solicitud.objects.filter(Q(pk__in=numeros) | Q(radicado__in=radicados))
        # one list and not two joined by OR, for which the database reads the whole table
        todos = Solicitud.objects.filter(pk__in=citados.values("pk").union(citados.values("principal")))
        hilos.casos = {caso.pk: caso for caso in todos.select_for_update(of=("self",)).order_by("id")}
    return hilos


def puede_escribir(leido: MensajeLeido, caso: Solicitud, *, catalogo: Catalogo) -> bool:
    """Who asked, or somebody of the same entity. A stranger who knows the number stays outside."""
    if leido.de_correo == caso.solicitante_correo:
        return True
    quien, entidad = solicitante_de(leido, catalogo=catalogo)
    return quien.correo == caso.solicitante_correo or (entidad is not None and entidad.pk == caso.entidad_id)
