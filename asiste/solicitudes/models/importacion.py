"""Workbooks of requests brought in: the book, what its words are, and what each row says."""

from typing import ClassVar, Self

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q

from asiste.auditoria.disparadores import auditado
from asiste.directorio.models import Dependencia, Entidad, Funcionario
from asiste.documentos.models import Archivo
from asiste.portafolio.models import Tema


class ImportacionQuerySet(models.QuerySet["Importacion"]):
    """Reads of the imports."""

    def con_nombres(self) -> Self:
        """With what a page shows of each."""
        return self.select_related("archivo", "dependencia__padre", "creada_por", "deshecha_por")


class Importacion(models.Model):
    """A workbook of requests brought in whole, or not at all; undone, its requests stay annulled."""

    class Tarea(models.TextChoices):
        REVISAR = "revisar", "Revisando"
        APLICAR = "aplicar", "Importando"
        DESHACER = "deshacer", "Deshaciendo"

    dependencia = models.ForeignKey(Dependencia, on_delete=models.PROTECT, related_name="importaciones")
    archivo = models.ForeignKey(Archivo, on_delete=models.PROTECT)
    nombre = models.CharField(max_length=250)
    hoja = models.CharField(max_length=100, blank=True)
    fila_titulos = models.PositiveIntegerField("fila de los títulos", default=0)
    titulos = ArrayField(models.CharField(max_length=200, blank=True), default=list)
    columnas = models.JSONField("qué es cada columna", default=dict)
    cierra_atendidas = models.BooleanField("lo atendido entra ya cerrado", default=True)
    creada_en = models.DateTimeField()
    creada_por = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    tarea = models.CharField("lo que se está haciendo", max_length=10, choices=Tarea, blank=True)
    tarea_de = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    fallo = models.TextField("por qué no se pudo", blank=True)
    revisada_en = models.DateTimeField(null=True, blank=True)
    cuentas = models.JSONField("filas de cada resultado", default=dict)
    valores = models.JSONField("palabras por confirmar", default=list)
    aplicada_en = models.DateTimeField(null=True, blank=True)
    deshecha_en = models.DateTimeField(null=True, blank=True)
    deshecha_por = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    motivo = models.TextField("por qué se deshizo", blank=True)

    objects = ImportacionQuerySet.as_manager()

    class Meta:
        verbose_name = "importación"
        verbose_name_plural = "importaciones"
        constraints: ClassVar = [
            models.CheckConstraint(
                name="importacion_deshecha_con_motivo",
                condition=Q(deshecha_en__isnull=True, deshecha_por__isnull=True)
                | (Q(aplicada_en__isnull=False, deshecha_en__isnull=False, deshecha_por__isnull=False) & ~Q(motivo="")),
            )
        ]
        triggers = [auditado()]

    def __str__(self) -> str:
        return self.nombre

    @property
    def entran(self) -> int:
        """Rows that are, or will be, requests."""
        return sum(self.cuentas.get(cual, 0) for cual in RenglonImportado.ENTRAN)

    @property
    def errores(self) -> int:
        """Rows that keep the whole book out."""
        return int(self.cuentas.get(RenglonImportado.Resultado.ERROR, 0))

    @property
    def lista(self) -> bool:
        """True when it may be applied: read, with something to bring in and without errors."""
        return bool(self.revisada_en and self.entran and not self.errores and not self.tarea and not self.aplicada_en)


class Equivalencia(models.Model):
    """What a dirección said that a text of its workbooks is; with nothing chosen, that it is none of the catalogue."""

    class Tipo(models.TextChoices):
        ENTIDAD = "entidad", "Entidad"
        TEMA = "tema", "Tema"
        ASESOR = "asesor", "Asesor"

    dependencia = models.ForeignKey(Dependencia, on_delete=models.PROTECT, related_name="equivalencias")
    tipo = models.CharField(max_length=10, choices=Tipo)
    texto = models.CharField("texto, en minúsculas y sin tildes", max_length=200)
    entidad = models.ForeignKey(Entidad, on_delete=models.PROTECT, null=True, blank=True)
    tema = models.ForeignKey(Tema, on_delete=models.PROTECT, null=True, blank=True)
    asesor = models.ForeignKey(Funcionario, on_delete=models.PROTECT, null=True, blank=True)

    class Meta:
        verbose_name = "equivalencia"
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["dependencia", "tipo", "texto"], name="equivalencia_unica"),
            models.CheckConstraint(
                name="equivalencia_de_su_tipo",
                condition=(Q(tipo="entidad") | Q(entidad__isnull=True))
                & (Q(tipo="tema") | Q(tema__isnull=True))
                & (Q(tipo="asesor") | Q(asesor__isnull=True)),
            ),
        ]
        triggers = [auditado()]

    def __str__(self) -> str:
        return self.texto

    @property
    def destino(self) -> int | None:
        """Key of what it is, in the catalogue of its type."""
        return self.entidad_id or self.tema_id or self.asesor_id


class RenglonImportado(models.Model):
    """What the last reading of a workbook says of a row. Each one rewrites it: what was done, the requests tell."""

    class Resultado(models.TextChoices):
        ERROR = "error", "Error"
        AVISO = "aviso", "Entra, con avisos"
        ENTRA = "entra", "Entra"
        REPETIDA = "repetida", "Ya está: no entra"
        OMITIDA = "omitida", "No es una solicitud"

    ENTRAN: ClassVar = [Resultado.AVISO, Resultado.ENTRA]

    importacion = models.ForeignKey(Importacion, on_delete=models.CASCADE, related_name="renglones")
    fila = models.PositiveIntegerField()
    resultado = models.CharField(max_length=10, choices=Resultado)
    fecha = models.CharField(max_length=40, blank=True)
    entidad = models.CharField(max_length=200, blank=True)
    asunto = models.CharField(max_length=200, blank=True)
    mensajes = ArrayField(models.TextField(), default=list)

    class Meta:
        verbose_name = "renglón importado"
        verbose_name_plural = "renglones importados"
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["importacion", "fila"], name="renglon_una_vez"),
        ]
        indexes: ClassVar = [models.Index("importacion", "resultado", "fila", name="renglon_por_resultado")]

    def __str__(self) -> str:
        return f"{self.importacion_id}: {self.fila}"
