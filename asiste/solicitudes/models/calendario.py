"""Changes of the calendar and what each one moved."""

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q

from asiste.auditoria.disparadores import auditado, solo_agregar
from asiste.solicitudes.models.solicitud import Solicitud


class CambioCalendario(models.Model):
    """A day added to or taken from those that do not count, applied at once to every open request."""

    class Sentido(models.TextChoices):
        AGREGAR = "agregar", "Deja de ser hábil"
        QUITAR = "quitar", "Vuelve a ser hábil"

    sentido = models.CharField(max_length=10, choices=Sentido)
    fecha = models.DateField()
    motivo = models.CharField(max_length=200)
    acto = models.CharField("norma o acto administrativo", max_length=200)
    aplicado_en = models.DateTimeField()
    autor = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT)
    deshace = models.OneToOneField("self", on_delete=models.PROTECT, null=True, blank=True, related_name="deshecho_por")

    class Meta:
        verbose_name = "cambio del calendario"
        verbose_name_plural = "cambios del calendario"
        constraints: ClassVar = [
            models.CheckConstraint(name="cambio_con_motivo_y_acto", condition=~Q(motivo="") & ~Q(acto=""))
        ]
        triggers = [auditado(), *solo_agregar()]

    def __str__(self) -> str:
        return f"{self.fecha:%d/%m/%Y}: {self.get_sentido_display().lower()}"


class VencimientoMovido(models.Model):
    """From which day to which one a change moved the due date of a request."""

    cambio = models.ForeignKey(CambioCalendario, on_delete=models.PROTECT, related_name="movidos")
    solicitud = models.ForeignKey(Solicitud, on_delete=models.PROTECT, related_name="vencimientos_movidos")
    antes = models.DateField()
    despues = models.DateField("después")

    class Meta:
        verbose_name = "vencimiento movido"
        verbose_name_plural = "vencimientos movidos"
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["cambio", "solicitud"], name="una_vez_en_cada_cambio"),
        ]
        triggers = [auditado(), *solo_agregar()]

    def __str__(self) -> str:
        return f"{self.solicitud}: {self.antes} → {self.despues}"
