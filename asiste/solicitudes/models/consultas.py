"""Reads of the requests."""

import re
from collections import defaultdict
from collections.abc import Collection, Iterable
from datetime import date
from typing import TYPE_CHECKING, Self

from django.apps import apps
from django.contrib.postgres.search import SearchQuery
from django.db import models
from django.db.models import Case, F, OuterRef, Q, Subquery, Value, When

if TYPE_CHECKING:
    from asiste.solicitudes.models.solicitud import Solicitud

# What runs, then what waits for the entity, then what only lacks being closed: lists by due date go so, and an index
TANDA = Case(
    When(estado="suspendida", then=Value(1)),
    When(estado="atendida", then=Value(2)),
    default=Value(0),
    output_field=models.SmallIntegerField(),
)
RADICADO = re.compile(r"^\s*AT-?(\d{4})-?(\d+)\s*$", re.IGNORECASE)


class SolicitudQuerySet(models.QuerySet["Solicitud"]):
    """Chainable reads; the order of arrival is always (recibida_en, id)."""

    def del_equipo(self, dependencias: Collection[int], personas: Collection[int]) -> Self:
        """Those that an office or a person of the lists attends, takes part in by a topic, or also got by mail.

        The topics are asked case by case, and only of those that are not theirs. PostgreSQL would turn an EXISTS
        into a walk over every topic there is, and a page shows fifty cases.
        """
        suyos = Q(dependencia__in=dependencias) | Q(responsable__in=personas)
        todos = apps.get_model("solicitudes", "TemaSolicitud")._default_manager
        encargos = todos.filter(suyos, solicitud=OuterRef("pk"))
        copias = self.model.tambien_en.through.objects.filter(dependencia__in=dependencias, solicitud=OuterRef("pk"))
        ajenas = self.alias(
            encargo=Subquery(encargos.order_by("pk").values("pk")[:1]),
            copia=Subquery(copias.order_by("pk").values("pk")[:1]),
        )
        return ajenas.filter(
            Q(dependencia__in=dependencias) | Q(asesor__in=personas) | Q(encargo__isnull=False) | Q(copia__isnull=False)
        )

    def de_entidades(self, entidades: Collection[int], correo: str) -> Self:
        """Those of the entities, and those that the address itself asked for."""
        return self.filter(Q(entidad__in=entidades) | Q(solicitante_correo=correo))

    def abiertas(self) -> Self:
        """Filed and not yet attended, the suspended ones included."""
        return self.filter(estado__in=self.model.ABIERTOS)

    def corriendo(self) -> Self:
        """Those whose term runs."""
        return self.filter(estado__in=self.model.CORREN)

    def por_tomar(self) -> Self:
        """Waiting for an adviser to take them, in their order of arrival. Disposición: 5-fifo."""
        return self.filter(estado=self.model.Estado.POR_TOMAR).order_by("recibida_en", "id")

    def en_fila_de(self, asesores: Collection[int], dependencia: int) -> Self:
        """The line of an adviser: those given to the listed ones, and those of the office nobody has."""
        return self.por_tomar().filter(Q(asesor__in=asesores) | Q(asesor__isnull=True, dependencia=dependencia))

    def lugares_en_la_fila(self, solicitudes: Iterable["Solicitud"]) -> dict[int, int]:
        """Place of each in its line, counting from 1; those that were taken have none. Disposición: 5-fifo.

        The line of an adviser holds also what nobody has in the office of the request.
        """
        filas: dict[tuple[int | None, int], list[Solicitud]] = defaultdict(list)
        for una in solicitudes:
            if una.estado == una.Estado.POR_TOMAR:
                filas[una.asesor_id, una.dependencia_id].append(una)
        lugares: dict[int, int] = {}
        for (asesor, dependencia), suyas in filas.items():
            fila = self.en_fila_de({asesor} if asesor else set(), dependencia)
            primera = min(suyas, key=lambda una: (una.recibida_en, una.pk))
            delante = Q(recibida_en__lt=primera.recibida_en) | Q(recibida_en=primera.recibida_en, id__lt=primera.pk)
            lugar = fila.filter(delante).count() + 1
            siguen = fila.exclude(delante).values_list("pk", flat=True) if len(suyas) > 1 else [primera.pk]
            lugares |= {pk: numero for numero, pk in enumerate(siguen, start=lugar)}
        return lugares

    def sin_entidad(self) -> Self:
        """«Entidad por identificar»: waiting for the triage."""
        return self.filter(entidad__isnull=True, entidad_externa=False)

    def del_tema(self, tema: int) -> Self:
        """Those about a topic or one that hangs from it."""
        sobre = self.model.objects.filter(Q(temas=tema) | Q(temas__padre=tema))
        return self.filter(pk__in=sobre.values("pk"))

    def buscar(self, texto: str) -> Self:
        """By filing number, or by words of the case without minding accents, case or endings."""
        if numero := RADICADO.match(texto):
            return self.filter(anio=int(numero[1]), numero=int(numero[2]))
        return self.filter(buscable=SearchQuery(texto, config="asiste_es", search_type="websearch"))

    def vencidas(self, hoy: date) -> Self:
        """Past their due date, with the term running."""
        return self.corriendo().filter(vence_el__lt=hoy)

    def atendidas_a_tiempo(self) -> Self:
        """Attended on the due date or before, by Bogotá time. Disposición: 5-oportuna."""
        return self.filter(atendida_en__date__lte=F("vence_el"))
