"""Requests that have to do with each other."""

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from asiste.auditoria.disparadores import auditado
from asiste.solicitudes.models.solicitud import Solicitud


class Vinculo(models.Model):
    """Two related requests, and how; read from either of them."""

    class Tipo(models.TextChoices):
        RELACIONADA = "relacionada", "Relacionada"
        CONTINUACION = "continuacion", "Continúa"
        DIVISION = "division", "Salió de"

    solicitud = models.ForeignKey(Solicitud, on_delete=models.PROTECT, related_name="vinculos")
    otra = models.ForeignKey(Solicitud, on_delete=models.PROTECT, related_name="vinculos_de_vuelta")
    tipo = models.CharField(max_length=12, choices=Tipo, default=Tipo.RELACIONADA)
    creado_en = models.DateTimeField()
    autor = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True)

    class Meta:
        verbose_name = "vínculo"
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["solicitud", "otra"], name="vinculo_una_vez"),
            models.CheckConstraint(name="vinculo_con_otra", condition=~Q(solicitud=F("otra"))),
        ]
        triggers = [auditado()]

    def __str__(self) -> str:
        return f"{self.solicitud} · {self.get_tipo_display()} {self.otra}"
