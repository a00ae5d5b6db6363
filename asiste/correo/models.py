"""Messages that arrive."""

from typing import ClassVar, Self

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q

from asiste.auditoria.disparadores import auditado
from asiste.documentos.models import Archivo
from asiste.portafolio.models import Canal
from asiste.solicitudes.models import Solicitud


class MensajeEntranteQuerySet(models.QuerySet["MensajeEntrante"]):
    """Reads of the incoming mail."""

    def en_cuarentena(self) -> Self:
        """Those a person has to look at, oldest first."""
        return self.filter(resultado=MensajeEntrante.Resultado.CUARENTENA).order_by("guardado_en", "id")


class MensajeEntrante(models.Model):
    """A message as it came, byte for byte, and what became of it."""

    class Resultado(models.TextChoices):
        PENDIENTE = "pendiente", "Por procesar"
        RADICADO = "radicado", "Radicado"
        AGREGADO = "agregado", "Agregado a una solicitud"
        DUPLICADO = "duplicado", "Duplicado"
        AUTOMATICO = "automatico", "Automático"
        REBOTE = "rebote", "Rebote"
        CUARENTENA = "cuarentena", "En cuarentena"
        DESCARTADO = "descartado", "Descartado por una persona"

    crudo = models.OneToOneField(Archivo, on_delete=models.PROTECT, related_name="mensaje_entrante")
    nombre = models.CharField("de dónde salió", max_length=250, blank=True)
    guardado_en = models.DateTimeField()
    buzon = models.ForeignKey(Canal, on_delete=models.PROTECT, null=True, blank=True)
    resultado = models.CharField(max_length=10, choices=Resultado, default=Resultado.PENDIENTE)
    motivo = models.TextField(blank=True)
    solicitud = models.ForeignKey(
        Solicitud, on_delete=models.PROTECT, null=True, blank=True, related_name="mensajes_entrantes"
    )
    revisado_por = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True)
    revisado_en = models.DateTimeField("cuándo salió de la cuarentena", null=True, blank=True)
    recibido_en = models.DateTimeField(null=True, blank=True)
    message_id = models.CharField(max_length=998, blank=True)
    contenido = models.CharField("huella de lo que dice", max_length=64, blank=True, db_index=True)
    de_correo = models.CharField(max_length=254, blank=True)
    de_nombre = models.CharField(max_length=250, blank=True)
    responder_a = models.CharField(max_length=254, blank=True)
    para = ArrayField(models.CharField(max_length=254), default=list, blank=True)
    asunto = models.TextField(blank=True)
    texto = models.TextField(blank=True)
    avisos = ArrayField(models.TextField(), default=list, blank=True)

    objects = MensajeEntranteQuerySet.as_manager()

    class Meta:
        verbose_name = "mensaje recibido"
        verbose_name_plural = "mensajes recibidos"
        indexes: ClassVar = [
            models.Index(
                "resultado",
                "guardado_en",
                "id",
                name="mensaje_por_revisar",
                condition=Q(resultado__in=["pendiente", "cuarentena"]),
            ),
        ]
        constraints: ClassVar = [
            models.CheckConstraint(
                name="lo_radicado_tiene_solicitud",
                condition=~Q(resultado__in=["radicado", "agregado", "duplicado"], solicitud__isnull=True),
            ),
            models.CheckConstraint(
                name="revisado_por_alguien_y_cuando",
                condition=Q(revisado_por__isnull=True, revisado_en__isnull=True)
                | Q(revisado_por__isnull=False, revisado_en__isnull=False),
            ),
            models.CheckConstraint(
                name="descartado_por_una_persona", condition=~Q(resultado="descartado", revisado_por__isnull=True)
            ),
        ]
        triggers = [auditado()]

    def __str__(self) -> str:
        return self.nombre or self.asunto[:60]
