"""Holidays, extra non-working days and service hours: data that the administration can correct."""

from collections.abc import Callable
from datetime import date, datetime
from typing import Any, ClassVar, Self

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q

from asiste.auditoria.disparadores import auditado
from asiste.calendario.termino import JORNADA_INICIAL, Jornada


class DiaQuerySet(models.QuerySet[Any]):
    """Reads of the days that do not count."""

    def vigentes(self, segun: datetime | None = None) -> Self:
        """Those of the calendar of today or, with `segun`, those it had at that moment."""
        if segun is None:
            return self.filter(retirado_en__isnull=True)
        return self.filter(
            Q(agregado_en__isnull=True) | Q(agregado_en__lte=segun),
            Q(retirado_en__isnull=True) | Q(retirado_en__gt=segun),
        )


class Festivo(models.Model):
    """A holiday and its norm; proposed by law, then this table rules. Two on one date share the row.

    `agregado_en` is empty for those known since the beginning. One that is taken away stays, so that a due date
    of the past can still be explained by the calendar of its day.
    """

    fecha = models.DateField("fecha")
    nombre = models.CharField("nombre", max_length=200)
    norma = models.CharField("norma", max_length=200, help_text="Por ejemplo: Ley 51 de 1983, art. 1")
    traslado = models.BooleanField("trasladado al lunes", default=False)
    agregado_en = models.DateTimeField(null=True, blank=True)
    retirado_en = models.DateTimeField(null=True, blank=True)

    objects = DiaQuerySet.as_manager()

    class Meta:
        verbose_name = "festivo"
        verbose_name_plural = "festivos"
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["fecha"], condition=Q(retirado_en__isnull=True), name="un_festivo_por_dia"),
            models.CheckConstraint(
                condition=~Q(nombre="") & ~Q(norma=""),
                name="festivo_con_nombre_y_norma",
                violation_error_message="Escriba el nombre del festivo y la norma que lo ordena.",
            ),
        ]
        triggers = [auditado()]

    def __str__(self) -> str:
        return f"{self.fecha:%d/%m/%Y}: {self.nombre}"


class DiaNoHabil(models.Model):
    """A weekday that an act takes out of the count (día cívico, suspensión de términos); kept when taken away."""

    class Alcance(models.TextChoices):
        """Whom the act covers; the terms of the service stop in either case."""

        DISTRITO = "distrito", "Todo el Distrito Capital"
        SECRETARIA_GENERAL = "secretaria-general", "Secretaría General"

    fecha = models.DateField("fecha")
    motivo = models.CharField("motivo", max_length=200, help_text="Por ejemplo: día cívico")
    acto = models.CharField("acto administrativo", max_length=200, help_text="Tipo, número y fecha")
    alcance = models.CharField("alcance", max_length=20, choices=Alcance.choices, default=Alcance.DISTRITO)
    agregado_en = models.DateTimeField(null=True, blank=True)
    retirado_en = models.DateTimeField(null=True, blank=True)

    objects = DiaQuerySet.as_manager()

    class Meta:
        verbose_name = "día no hábil"
        verbose_name_plural = "días no hábiles"
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["fecha"],
                condition=Q(retirado_en__isnull=True),
                name="un_dia_no_habil_por_fecha",
                violation_error_message="Esa fecha ya está entre los días no hábiles.",
            ),
            models.CheckConstraint(
                condition=~Q(motivo="") & ~Q(acto=""),
                name="dia_no_habil_con_motivo_y_acto",
                violation_error_message="Escriba el motivo y el acto administrativo.",
            ),
            models.CheckConstraint(
                condition=Q(fecha__iso_week_day__lte=5),
                name="dia_no_habil_entre_semana",
                violation_error_message="Los sábados y domingos ya son días no hábiles.",
            ),
        ]
        triggers = [auditado()]

    def __str__(self) -> str:
        return f"{self.fecha:%d/%m/%Y}: {self.motivo}"

    def clean(self) -> None:
        """Refuses a date that is already a holiday."""
        super().clean()
        if Festivo.objects.vigentes().filter(fecha=self.fecha).exists():
            raise ValidationError({"fecha": "Esa fecha ya es festivo."})


class JornadaAtencionQuerySet(models.QuerySet["JornadaAtencion"]):
    """Reads of the service hours."""

    def vigente(self, fecha: date) -> Jornada:
        """Hours in force on the date; before the first row, those known when the service began."""
        return _jornada(self.filter(desde__lte=fecha).order_by("-desde").first())

    def de_cada_fecha(self) -> Callable[[date], Jornada]:
        """The same for many dates: reads the table once."""
        filas = list(self.order_by("-desde"))
        return lambda fecha: _jornada(next((fila for fila in filas if fila.desde <= fecha), None))


def _jornada(fila: "JornadaAtencion | None") -> Jornada:
    return JORNADA_INICIAL if fila is None else Jornada(inicio=fila.inicio, cierre=fila.cierre)


class JornadaAtencion(models.Model):
    """Service hours from Monday to Friday, Bogotá time, valid from a date until the next row."""

    desde = models.DateField("vigente desde", unique=True)
    inicio = models.TimeField("hora de inicio", default=JORNADA_INICIAL.inicio)
    cierre = models.TimeField("hora de cierre", default=JORNADA_INICIAL.cierre)

    objects = JornadaAtencionQuerySet.as_manager()

    class Meta:
        verbose_name = "jornada de atención"
        verbose_name_plural = "jornadas de atención"
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(cierre__gt=F("inicio")),
                name="jornada_cierra_despues_de_iniciar",
                violation_error_message="La hora de cierre debe ser posterior a la de inicio.",
            )
        ]
        triggers = [auditado()]

    def __str__(self) -> str:
        return f"Desde el {self.desde:%d/%m/%Y}: {self.inicio:%H:%M} a {self.cierre:%H:%M}"
