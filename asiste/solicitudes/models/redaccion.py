"""What is being written on a case, who is looking at it, and the texts one starts from."""

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q

from asiste.auditoria.disparadores import auditado
from asiste.directorio.models import Dependencia
from asiste.solicitudes.models.solicitud import Solicitud


class Redaccion(models.Model):
    """A text not sent yet. The answer is one for the whole team; a note is of who writes it.

    `version` grows by one with each save: who saves over another's words is told.
    """

    class Clase(models.TextChoices):
        RESPUESTA = "respuesta", "Respuesta a la entidad"
        NOTA = "nota", "Nota interna"

    solicitud = models.ForeignKey(Solicitud, on_delete=models.CASCADE, related_name="redacciones")
    clase = models.CharField(max_length=10, choices=Clase)
    usuario = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, null=True, blank=True, related_name="+"
    )
    texto = models.TextField(blank=True)
    version = models.PositiveIntegerField("versión", default=0)
    guardada_por = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    guardada_en = models.DateTimeField()

    class Meta:
        verbose_name = "redacción"
        verbose_name_plural = "redacciones"
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["solicitud", "clase", "usuario"], name="una_redaccion", nulls_distinct=False
            ),
            models.CheckConstraint(
                name="la_nota_es_de_quien_la_escribe",
                condition=Q(clase="nota", usuario__isnull=False) | Q(clase="respuesta", usuario__isnull=True),
            ),
        ]
        triggers = [auditado()]

    def __str__(self) -> str:
        return f"{self.get_clase_display()} de {self.solicitud}"


class Presencia(models.Model):
    """Who has a case open, and when it was last known; not audited: it says nothing of what was done."""

    solicitud = models.ForeignKey(Solicitud, on_delete=models.CASCADE, related_name="presencias")
    usuario = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    vista_en = models.DateTimeField()
    escribe = models.BooleanField(default=False)

    class Meta:
        verbose_name = "presencia"
        constraints: ClassVar = [models.UniqueConstraint(fields=["solicitud", "usuario"], name="una_presencia")]

    def __str__(self) -> str:
        return f"{self.usuario} en {self.solicitud}"


class Plantilla(models.Model):
    """A text of an office to start from or to insert, with fields such as `{radicado}` that fill themselves."""

    dependencia = models.ForeignKey(Dependencia, on_delete=models.PROTECT, related_name="plantillas")
    nombre = models.CharField(max_length=120)
    texto = models.TextField()
    activa = models.BooleanField(default=True)

    class Meta:
        verbose_name = "plantilla"
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["dependencia", "nombre"],
                name="plantilla_con_su_nombre",
                violation_error_message="Ya hay una plantilla con ese nombre.",
            )
        ]
        triggers = [auditado()]

    def __str__(self) -> str:
        return self.nombre
