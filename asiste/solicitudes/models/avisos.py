"""What was told to whom about a due date, so that nothing is told twice."""

from typing import ClassVar

from django.conf import settings
from django.db import models

from asiste.auditoria.disparadores import auditado, solo_agregar
from asiste.notificaciones.models import Mensaje
from asiste.solicitudes.models.solicitud import Solicitud


class Aviso(models.Model):
    """A warning given to a person about a request; one mail may carry several.

    `fecha` is the day it depends on: when the due date moves, the same warning may be given again.
    """

    class Clase(models.TextChoices):
        VENCIDA = "vencida", "Vencidas"
        HOY = "hoy", "Vencen hoy"
        VISPERA = "un-dia", "Falta un día hábil"
        PROXIMA = "tres-dias", "Vencen pronto"
        DESISTIMIENTO = "desistimiento", "Puede declararse el desistimiento"
        ASIGNADA = "asignada", "Nuevas a su cargo"

    solicitud = models.ForeignKey(Solicitud, on_delete=models.PROTECT, related_name="avisos")
    destinatario = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    clase = models.CharField(max_length=15, choices=Clase)
    fecha = models.DateField("día del que depende")
    mensaje = models.ForeignKey(Mensaje, on_delete=models.PROTECT, related_name="+")

    class Meta:
        verbose_name = "aviso"
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["solicitud", "clase", "destinatario", "fecha"], name="el_mismo_aviso_una_vez"
            )
        ]
        triggers = [auditado(), *solo_agregar()]

    def __str__(self) -> str:
        return f"{self.solicitud}: {self.get_clase_display()}"


class ResumenDelDia(models.Model):
    """The digests of a day were written, at that moment. Whoever had nothing to be told got none."""

    fecha = models.DateField(unique=True)
    momento = models.DateTimeField()

    class Meta:
        verbose_name = "resumen del día"
        verbose_name_plural = "resúmenes del día"
        triggers = [auditado(), *solo_agregar()]

    def __str__(self) -> str:
        return f"Resúmenes del {self.fecha:%d/%m/%Y}"
