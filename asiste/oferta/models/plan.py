"""Yearly plans, and the strategies they serve."""

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q

from asiste.auditoria.disparadores import auditado, no_se_borra
from asiste.directorio.models import Dependencia


class Estrategia(models.Model):
    """A strategy under way that the activities of a dirección serve. Disposición: 5-plan-anual."""

    dependencia = models.ForeignKey(Dependencia, on_delete=models.PROTECT, related_name="estrategias")
    nombre = models.CharField(max_length=200)
    activa = models.BooleanField(default=True)
    por_verificar = models.BooleanField("es un ejemplo por verificar", default=False)

    class Meta:
        verbose_name = "estrategia"
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["dependencia", "nombre"],
                name="estrategia_una_vez",
                violation_error_message="Ya hay una estrategia con ese nombre.",
            )
        ]
        triggers: ClassVar = [auditado()]

    def __str__(self) -> str:
        return self.nombre


class Plan(models.Model):
    """What a dirección offers in a year. Disposición: 5-plan-anual."""

    class Estado(models.TextChoices):
        BORRADOR = "borrador", "Borrador"
        APROBADO = "aprobado", "Aprobado"
        EN_EJECUCION = "en-ejecucion", "En ejecución"
        CERRADO = "cerrado", "Cerrado"

    direccion = models.ForeignKey(
        Dependencia, on_delete=models.PROTECT, related_name="planes", verbose_name="dirección"
    )
    vigencia = models.PositiveSmallIntegerField()
    estado = models.CharField(max_length=15, choices=Estado, default=Estado.BORRADOR)
    version = models.PositiveSmallIntegerField("versión", default=1)
    aprobado_en = models.DateTimeField(null=True, blank=True)
    aprobado_por = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    cerrado_en = models.DateTimeField(null=True, blank=True)
    balance = models.TextField("balance del cierre", blank=True)

    class Meta:
        verbose_name = "plan anual"
        verbose_name_plural = "planes anuales"
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["direccion", "vigencia"],
                name="un_plan_por_vigencia",
                violation_error_message="La dirección ya tiene un plan de esa vigencia.",
            ),
            models.CheckConstraint(
                name="plan_aprobado_dice_por_quien",
                condition=Q(estado="borrador", aprobado_en__isnull=True, aprobado_por__isnull=True)
                | (~Q(estado="borrador") & Q(aprobado_en__isnull=False, aprobado_por__isnull=False)),
            ),
            models.CheckConstraint(
                name="plan_cerrado_tiene_momento",
                condition=Q(estado="cerrado", cerrado_en__isnull=False)
                | (~Q(estado="cerrado") & Q(cerrado_en__isnull=True)),
            ),
        ]
        triggers: ClassVar = [auditado(), no_se_borra()]

    def __str__(self) -> str:
        return f"Plan {self.vigencia} · {self.direccion.sigla}"

    @property
    def en_borrador(self) -> bool:
        """True while nobody has approved it: its changes need no reason."""
        return self.estado == self.Estado.BORRADOR

    @property
    def en_marcha(self) -> bool:
        """Approved and not closed: sessions may be called from it."""
        return self.estado in {self.Estado.APROBADO, self.Estado.EN_EJECUCION}

    @property
    def abierto(self) -> bool:
        """True until it is closed."""
        return self.estado != self.Estado.CERRADO
