"""Requests that ask almost the same: of one entity, within thirty days. They warn, they never block.

Two texts are measured by the groups of three letters they share (pg_trgm), without accents or case, from 0 to 1.
The subject counts less than the text, because two requests on one topic share it; but it is what a reminder keeps.
The limits are those that tell apart the pairs of the test of this module.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db.models import Case, F, FloatField, Func, Q, TextField, Value, When
from django.db.models.functions import Coalesce, Greatest, Left, Trim
from django.db.models.lookups import GreaterThanOrEqual, LessThan

from asiste.conocimiento.llano import llano
from asiste.solicitudes.models import Solicitud
from asiste.solicitudes.models.consultas import SolicitudQuerySet

VENTANA = timedelta(days=30)
ASUNTO = 250  # characters of a subject
COMIENZO = 300  # characters of the text that are compared
CANDIDATAS = 40  # the latest of an entity: comparing each one costs a fraction of a millisecond
PESO_DEL_ASUNTO = 0.4
UMBRAL = 0.65
LEJOS = (UMBRAL - PESO_DEL_ASUNTO) / (1 - PESO_DEL_ASUNTO)  # of two texts that cannot be alike, whatever their subjects
UMBRAL_DE_ASUNTO = 0.6  # enough when the text itself says that it asks again
CUANTAS = 3
INSISTE = re.compile(
    r"\b(reiter\w+|recordatorio|recordamos|segund[ao] (vez|solicitud|requerimiento)|damos alcance|alcance a)\b"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Escrito:
    """What someone asks, filed or not: whose it is, and its words."""

    entidad_id: int | None
    correo: str
    asunto: str
    texto: str

    @property
    def insiste(self) -> bool:
        """True when it says that it was asked before."""
        return bool(INSISTE.search(llano(f"{self.asunto} {self.texto[:COMIENZO]}")))

    @property
    def dicho(self) -> str:
        """Subject and text, as a message."""
        return f"{self.asunto.strip()}\n\n{self.texto.strip()}".strip()

    def de_quien(self) -> Q | None:
        """Requests of the same entity, or of the same address while the entity is not known; None for nobody."""
        del_correo = Q(entidad__isnull=True, solicitante_correo=self.correo.lower())
        if self.entidad_id is None:
            return del_correo if self.correo else None
        return Q(entidad=self.entidad_id) | del_correo if self.correo else Q(entidad=self.entidad_id)


def parecidas(escrito: Escrito, *, entre: SolicitudQuerySet, cuando: datetime) -> list[Solicitud]:
    """Requests among `entre` that ask almost the same as `escrito`, thirty days around `cuando`; best first."""
    de_quien = escrito.de_quien()
    if de_quien is None or not escrito.asunto.strip():
        return []
    suyas = entre.filter(de_quien, recibida_en__range=(cuando - VENTANA, cuando + VENTANA))
    vivas = suyas.exclude(estado__in=[Solicitud.Estado.ANULADA, Solicitud.Estado.FUSIONADA])
    asunto, todo = _medidas(escrito)
    iguales = Q(GreaterThanOrEqual(todo, UMBRAL))
    if escrito.insiste:
        iguales |= Q(GreaterThanOrEqual(asunto, UMBRAL_DE_ASUNTO))
    ultimas = entre.model.objects.filter(pk__in=vivas.order_by("-recibida_en", "-id").values("pk")[:CANDIDATAS])
    return list(ultimas.filter(iguales).order_by(todo.desc(), "-recibida_en", "-id")[:CUANTAS])


def parecidas_a(solicitud: Solicitud, *, entre: SolicitudQuerySet) -> list[Solicitud]:
    """Other requests among `entre` that ask almost the same as one already filed."""
    escrito = Escrito(
        entidad_id=solicitud.entidad_id,
        correo=solicitud.solicitante_correo,
        asunto=solicitud.asunto,
        texto=solicitud.texto,
    )
    return parecidas(escrito, entre=entre.exclude(pk=solicitud.pk), cuando=solicitud.recibida_en)


def hay_sin_ver(solicitudes: Iterable[Solicitud], vistas: Iterable[str]) -> bool:
    """True when one of them was not shown yet; `vistas` are lines of filing numbers, as a form sends them back."""
    return bool({str(una) for una in solicitudes} - {numero for linea in vistas for numero in linea.split()})


def _medidas(escrito: Escrito) -> tuple[Func, Func]:
    """How like the subject is and how like the whole; without a text to compare, the subject alone tells."""
    dicho, texto = Value(llano(escrito.asunto[:ASUNTO])), llano(escrito.texto.strip()[:COMIENZO])
    suyo = _sin_tildes(F("asunto"))
    asunto = Greatest(_palabras(dicho, suyo), _palabras(suyo, dicho))
    if not texto:
        return asunto, asunto
    comienzo = _sin_tildes(Left(Trim("texto"), COMIENZO))
    parecido = Func(comienzo, Value(texto), function="similarity", output_field=FloatField())
    lejos = When(LessThan(parecido, LEJOS), then=0.0)  # no subject would be enough: it is not measured
    ambos = PESO_DEL_ASUNTO * asunto + (1 - PESO_DEL_ASUNTO) * parecido
    return asunto, Coalesce(Case(When(texto="", then=asunto), lejos, default=ambos), 0.0)


def _palabras(corto: Value | Func, largo: Value | Func) -> Func:
    """How much of one is in a stretch of the other."""
    return Func(corto, largo, function="word_similarity", output_field=FloatField())


def _sin_tildes(expresion: F | Func) -> Func:
    return Func(expresion, function="unaccent", output_field=TextField())
