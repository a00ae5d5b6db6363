"""Reads of the bank that join several tables."""

import re
from dataclasses import dataclass

from django.db.models import Count, Exists, IntegerField, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce

from asiste.conocimiento.models import Publicacion, PublicacionQuerySet, Relacion, Uso
from asiste.conocimiento.tachado import leer

NUMERO = re.compile(r"\bC-[A-Z]{2,10}-\d{4}-\d{1,6}\b")
Estado, Tipo = Publicacion.Estado, Relacion.Tipo


@dataclass(frozen=True, slots=True)
class Cuenta:
    """How many times a publication was of use, and for what."""

    resolvio: int
    respuesta: int
    sesion: int

    @property
    def total(self) -> int:
        """All of them."""
        return self.resolvio + self.respuesta + self.sesion


def con_usos(publicaciones: PublicacionQuerySet) -> PublicacionQuerySet:
    """Each with how many times it was of use, in `usos_n`."""
    suyos = Uso.objects.filter(publicacion=OuterRef("pk")).order_by().values("publicacion")
    cuantos = Subquery(suyos.annotate(cuantos=Count("pk")).values("cuantos"), output_field=IntegerField())
    return publicaciones.annotate(usos_n=Coalesce(cuantos, 0))


def usos_de(publicaciones: list[Publicacion]) -> dict[int, Cuenta]:
    """The uses of each, by its id. One query."""
    veces: dict[int, dict[str, int]] = {}
    filas = Uso.objects.filter(publicacion__in=publicaciones).values_list("publicacion", "clase")
    for publicacion, clase, cuantos in filas.annotate(cuantos=Count("pk")).order_by():
        veces.setdefault(publicacion, {})[clase] = cuantos
    clases = [str(clase) for clase in Uso.Clase]
    return {una.pk: Cuenta(**{clase: veces.get(una.pk, {}).get(clase, 0) for clase in clases}) for una in publicaciones}


def apoyadas_en_lo_que_no_rige() -> Q:
    """Of the ones in force, those that repeat, clear up or change something that is not.

    Disposición: 7.1.3-banco-conceptos.
    """
    caidas = Relacion.objects.filter(origen=OuterRef("pk")).exclude(tipo=Tipo.SIN_EFECTO)
    return Q(Exists(caidas.exclude(destino__estado=Estado.VIGENTE)), estado=Estado.VIGENTE)


def estan_apoyadas(publicaciones: list[Publicacion]) -> set[int]:
    """Ids of those that lean on something that is not in force. One query."""
    claves = [una.pk for una in publicaciones]
    caidas = Publicacion.objects.filter(apoyadas_en_lo_que_no_rige(), pk__in=claves)
    return set(caidas.order_by().values_list("pk", flat=True))


def citados_en(html: str) -> QuerySet[Publicacion]:
    """Concepts that a text names by their number, in the order of their dates."""
    numeros = set(NUMERO.findall(leer(html).texto.upper()))
    return Publicacion.objects.filter(clase=Publicacion.Clase.CONCEPTO, numero__in=numeros).order_by("fecha", "id")
