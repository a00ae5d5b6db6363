"""The versions of an approved plan."""

from typing import ClassVar

from django.conf import settings
from django.db import models

from asiste.auditoria.disparadores import auditado, solo_agregar
from asiste.oferta.models.actividad import Actividad
from asiste.oferta.models.plan import Plan


class CambioPlan(models.Model):
    """What changed in an approved plan, and why: each change is a version."""

    plan = models.ForeignKey(Plan, on_delete=models.PROTECT, related_name="cambios")
    actividad = models.ForeignKey(Actividad, on_delete=models.PROTECT, null=True, blank=True, related_name="cambios")
    version = models.PositiveSmallIntegerField("versión")
    motivo = models.TextField()
    antes = models.JSONField(default=dict)
    despues = models.JSONField("después", default=dict)
    autor = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    momento = models.DateTimeField()

    class Meta:
        verbose_name = "cambio del plan"
        verbose_name_plural = "cambios del plan"
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["plan", "version"], name="version_de_plan_una_vez"),
        ]
        triggers: ClassVar = [auditado(), *solo_agregar()]

    def __str__(self) -> str:
        return f"{self.plan} · versión {self.version}"
