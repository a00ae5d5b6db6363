"""How a concept is written: its sections, who has it open and the format of each office."""

from typing import ClassVar

from django.db import models
from django.db.models import Q

from asiste.auditoria.disparadores import auditado
from asiste.conceptos.models.concepto import Concepto
from asiste.directorio.models import Dependencia
from asiste.escritura.models import Presente, Seccion


class SeccionConcepto(Seccion):
    """A section, in clean HTML; its version is 0 while it only says what it was born with."""

    CUAL: ClassVar = ("concepto", "clave")

    concepto = models.ForeignKey(Concepto, on_delete=models.CASCADE, related_name="secciones")

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
