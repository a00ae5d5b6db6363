"""Indicators of document management, and their value in each entity and year."""

from decimal import Decimal
from typing import ClassVar, Self

from django.conf import settings
from django.db import models

from asiste.auditoria.disparadores import auditado
from asiste.directorio.models import Entidad
from asiste.portafolio.models import Tema

AUTOEVALUACION = "Autoevaluación de la entidad"  # source of what the entity itself says
CIEN = Decimal(100)
TOPE = Decimal(10) ** 10  # what the column holds


class IndicadorDocumentalQuerySet(models.QuerySet["IndicadorDocumental"]):
    """Reads of the catalogue."""

    def activos(self) -> Self:
        """Those that are measured, by component and order."""
        vigentes = self.filter(activo=True).select_related("componente")
        return vigentes.order_by("componente__orden", "orden", "id")


class IndicadorDocumental(models.Model):
    """What is measured. `mayor_es_mejor` says how to read it."""

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
    por_verificar = models.BooleanField("es un ejemplo por verificar", default=False)

    objects = IndicadorDocumentalQuerySet.as_manager()

    class Meta:
        verbose_name = "indicador de gestión documental"
        verbose_name_plural = "indicadores de gestión documental"
        triggers: ClassVar = [auditado()]

    def __str__(self) -> str:
        return self.nombre

    def falla(self, valor: Decimal) -> str:
        """Why that cannot be its value, in a Spanish sentence; empty when it can."""
        if not valor.is_finite() or valor < 0:
            return "El valor no puede ser menor que cero."
        if self.unidad != self.Unidad.NUMERO and valor > CIEN:
            return f"«{self}» va de 0 a 100."
        return "El valor es demasiado grande." if valor >= TOPE else ""

    def alcanza(self, valor: Decimal) -> bool | None:
        """Whether a value meets the goal; None without goal."""
        if self.meta is None:
            return None
        return valor >= self.meta if self.mayor_es_mejor else valor <= self.meta

    def decir(self, valor: Decimal | None) -> str:
        """«45,5 %», «1.250» or «72,3»; empty without value."""
        if valor is None:
            return ""
        texto = f"{valor:,.2f}".rstrip("0").rstrip(".").translate(str.maketrans(",.", ".,"))
        return f"{texto}\xa0%" if self.unidad == self.Unidad.PORCENTAJE else texto


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

    @property
    def es_autoevaluacion(self) -> bool:
        """True for what the entity said, until the team notes another value."""
        return self.fuente == AUTOEVALUACION


class InterpretacionIndicadores(models.Model):
    """What the team and the entity read in the indicators of a year."""

    entidad = models.ForeignKey(Entidad, on_delete=models.PROTECT, related_name="interpretaciones")
    vigencia = models.PositiveSmallIntegerField()
    texto = models.TextField()
    con = models.CharField("con quién de la entidad", max_length=200, blank=True)
    autor = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    momento = models.DateTimeField()

    class Meta:
        verbose_name = "interpretación de indicadores"
        verbose_name_plural = "interpretaciones de indicadores"
        triggers: ClassVar = [auditado()]

    def __str__(self) -> str:
        return f"{self.entidad}, {self.vigencia}"
