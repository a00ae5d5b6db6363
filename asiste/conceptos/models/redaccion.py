"""How a concept is written: its sections, who has it open and the format of each office."""

from typing import ClassVar, Self

from django.conf import settings
from django.db import models
from django.db.models import Q

from asiste.auditoria.disparadores import auditado
from asiste.conceptos.models.concepto import Concepto
from asiste.directorio.models import Dependencia
from asiste.escritura.models import Presente


class SeccionConceptoQuerySet(models.QuerySet["SeccionConcepto"]):
    """Reads of the sections."""

    def juntas(self) -> Self:
        """What everybody reads, those set apart left out."""
        return self.filter(aparte=False).select_related("escrita_por")

    def apartes(self) -> Self:
        """What was written over an older version and is not united yet, the oldest first."""
        return self.filter(aparte=True).select_related("escrita_por").order_by("id")


class SeccionConcepto(models.Model):
    """A section as it stands, in clean HTML; `version` grows with each save, so nobody writes over another unseen.

    It is 0 while it only says what it was born with.
    What somebody wrote over an older version waits in a row of its own, `aparte`, until it is united.
    """

    concepto = models.ForeignKey(Concepto, on_delete=models.CASCADE, related_name="secciones")
    clave = models.SlugField(max_length=20)
    html = models.TextField(blank=True)
    version = models.PositiveIntegerField("versión", default=0)
    escrita_por = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    escrita_en = models.DateTimeField()
    aparte = models.BooleanField("versión sin unir", default=False)

    objects = SeccionConceptoQuerySet.as_manager()

    class Meta:
        verbose_name = "sección de un concepto"
        verbose_name_plural = "secciones de conceptos"
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["concepto", "clave"], condition=Q(aparte=False), name="seccion_de_concepto_una_vez"
            ),
            models.UniqueConstraint(
                fields=["concepto", "clave", "escrita_por"],
                condition=Q(aparte=True),
                name="una_version_aparte_de_concepto",
            ),
        ]
        triggers: ClassVar = [auditado()]

    def __str__(self) -> str:
        return self.clave


class PresenciaConcepto(Presente):
    """Who has the concept open."""

    LUGAR: ClassVar = "concepto"

    concepto = models.ForeignKey(Concepto, on_delete=models.CASCADE, related_name="presencias")

    class Meta:
        verbose_name = "presencia en un concepto"
        verbose_name_plural = "presencias en conceptos"
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["concepto", "usuario"], name="una_presencia_en_concepto")
        ]


class FormatoConcepto(models.Model):
    """Code and version that the quality system of an office gives to its format, and the text it starts with."""

    dependencia = models.OneToOneField(Dependencia, on_delete=models.PROTECT, related_name="formato_de_concepto")
    codigo = models.CharField("código", max_length=40)
    version = models.CharField("versión", max_length=20)
    textos = models.JSONField("texto inicial de cada sección", default=dict, blank=True)

    class Meta:
        verbose_name = "formato de concepto"
        verbose_name_plural = "formatos de concepto"
        triggers: ClassVar = [auditado()]

    def __str__(self) -> str:
        return f"{self.codigo} · versión {self.version}"
