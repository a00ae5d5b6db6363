"""Indicators of document management, and their value in each entity and year."""

from typing import ClassVar

from django.conf import settings
from django.db import models

from asiste.auditoria.disparadores import auditado
from asiste.directorio.models import Entidad
from asiste.portafolio.models import Tema


class IndicadorDocumental(models.Model):
    """What is measured. `mayor_es_mejor` says how to read it.."""

    class Unidad(models.TextChoices):
        PORCENTAJE = "porcentaje", "Porcentaje"
        NUMERO = "numero", "Número"
        PUNTAJE = "puntaje", "Puntaje de 0 a 100"

    clave = models.SlugField(max_length=80, unique=True)
    nombre = models.CharField(max_length=200)
    descripcion = models.TextField("cómo se mide", blank=True)
    componente = models.ForeignKey(Tema, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    unidad = models.CharField(max_length=12, choices=Unidad)
    mayor_es_mejor = models.BooleanField(default=True)
    meta = models.DecimalField(max_digits=9, decimal_places=2, null=True, blank=True)
    activo = models.BooleanField(default=True)
    orden = models.PositiveSmallIntegerField(default=0)

    class Meta:
        verbose_name = "indicador de gestión documental"
        verbose_name_plural = "indicadores de gestión documental"
        triggers: ClassVar = [auditado()]

    def __str__(self) -> str:
        return self.nombre


class ValorIndicador(models.Model):
    """What an indicator was in an entity and a year."""

    indicador = models.ForeignKey(IndicadorDocumental, on_delete=models.PROTECT, related_name="valores")
    entidad = models.ForeignKey(Entidad, on_delete=models.PROTECT, related_name="valores_de_indicadores")
    vigencia = models.PositiveSmallIntegerField()
    valor = models.DecimalField(max_digits=12, decimal_places=2)
    fuente = models.CharField(max_length=200, blank=True)
    anotado_por = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    anotado_en = models.DateTimeField()

    class Meta:
        verbose_name = "valor de un indicador"
        verbose_name_plural = "valores de indicadores"
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["indicador", "entidad", "vigencia"], name="un_valor_por_vigencia")
        ]
        indexes: ClassVar = [models.Index("entidad", "vigencia", name="valor_de_entidad")]
        triggers: ClassVar = [auditado()]

    def __str__(self) -> str:
        return f"{self.indicador}: {self.valor}"


class InterpretacionIndicadores(models.Model):
    """What the team and the entity read in the indicators of a year."""

    entidad = models.ForeignKey(Entidad, on_delete=models.PROTECT, related_name="interpretaciones")
    vigencia = models.PositiveSmallIntegerField()
    texto = models.TextField()
    autor = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    momento = models.DateTimeField()

    class Meta:
        verbose_name = "interpretación de indicadores"
        verbose_name_plural = "interpretaciones de indicadores"
        triggers: ClassVar = [auditado()]

    def __str__(self) -> str:
        return f"{self.entidad}, {self.vigencia}"
