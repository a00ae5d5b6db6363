"""Outgoing mail, kept before it is sent."""

from datetime import datetime, timedelta
from typing import ClassVar, Self

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q

from asiste.auditoria.disparadores import auditado

INTENTOS = 16  # some two days: a server down for a night or a weekend morning loses nothing
ESPERA_MAXIMA = timedelta(hours=6)


class MensajeQuerySet(models.QuerySet["Mensaje"]):
    """Reads of the outbox."""

    def por_enviar(self, ahora: datetime) -> Self:
        """Messages whose turn to be sent has come, oldest first."""
        return self.filter(estado=Mensaje.Estado.PENDIENTE, proximo_intento_en__lte=ahora).order_by("id")


class Mensaje(models.Model):
    """A mail to one person. It is written in the transaction of what it tells, and sent after it."""

    class Estado(models.TextChoices):
        PENDIENTE = "pendiente", "Por enviar"
        ENVIADO = "enviado", "Enviado"
        FALLIDO = "fallido", "No se pudo enviar"

    clave = models.CharField("clave que evita repetirlo", max_length=120, unique=True)
    remitente = models.CharField(max_length=420)
    para = models.EmailField()
    asunto = models.CharField(max_length=250)
    texto = models.TextField()
    automatico = models.BooleanField("automático", default=True)
    message_id = models.CharField(max_length=250, unique=True)
    en_respuesta_a = models.CharField(max_length=998, blank=True)
    referencias = ArrayField(models.CharField(max_length=998), default=list, blank=True)
    adjuntos = models.ManyToManyField("documentos.Archivo", through="MensajeAdjunto")
    estado = models.CharField(max_length=10, choices=Estado, default=Estado.PENDIENTE)
    intentos = models.PositiveSmallIntegerField(default=0)
    proximo_intento_en = models.DateTimeField("próximo intento")
    enviado_en = models.DateTimeField(null=True, blank=True)
    error = models.TextField(blank=True)
    creado_en = models.DateTimeField()

    objects = MensajeQuerySet.as_manager()

    class Meta:
        verbose_name = "mensaje"
        indexes: ClassVar = [
            models.Index("proximo_intento_en", "id", name="mensaje_por_enviar", condition=Q(estado="pendiente"))
        ]
        constraints: ClassVar = [
            models.CheckConstraint(
                name="mensaje_enviado_tiene_momento",
                condition=Q(estado="enviado", enviado_en__isnull=False)
                | (~Q(estado="enviado") & Q(enviado_en__isnull=True)),
            )
        ]
        triggers = [auditado()]

    def __str__(self) -> str:
        return f"{self.asunto} → {self.para}"

    def aplazar(self, ahora: datetime) -> None:
        """Moves the next try away: 1, 2, 4… minutes, six hours at most; after the last one it is a dead letter."""
        self.intentos += 1
        self.proximo_intento_en = ahora + min(timedelta(minutes=2 ** (self.intentos - 1)), ESPERA_MAXIMA)
        if self.intentos >= INTENTOS:
            self.estado = self.Estado.FALLIDO


class MensajeAdjunto(models.Model):
    """A file that goes with a message, under the name the addressee sees."""

    mensaje = models.ForeignKey(Mensaje, on_delete=models.CASCADE)
    archivo = models.ForeignKey("documentos.Archivo", on_delete=models.PROTECT)
    nombre = models.CharField(max_length=250)

    class Meta:
        verbose_name = "adjunto del mensaje"
        triggers = [auditado()]

    def __str__(self) -> str:
        return self.nombre
