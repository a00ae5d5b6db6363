"""A request being written."""

from django.conf import settings
from django.db import models

from asiste.auditoria.disparadores import auditado
from asiste.documentos.models import Archivo


class Borrador(models.Model):
    """What a person has typed and not filed yet; one per person, kept until filed or discarded."""

    usuario = models.OneToOneField(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="borrador")
    datos = models.JSONField(default=dict)
    guardado_en = models.DateTimeField()

    class Meta:
        verbose_name = "borrador"
        verbose_name_plural = "borradores"
        triggers = [auditado()]

    def __str__(self) -> str:
        return f"Borrador de {self.usuario}"


class BorradorAnexo(models.Model):
    """A file already uploaded with a draft: a form error never makes one attach it again."""

    borrador = models.ForeignKey(Borrador, on_delete=models.CASCADE, related_name="anexos")
    archivo = models.ForeignKey(Archivo, on_delete=models.PROTECT)
    nombre = models.CharField(max_length=250)
    postura = models.BooleanField("postura técnica de la entidad", default=False)

    class Meta:
        verbose_name = "anexo del borrador"
        verbose_name_plural = "anexos del borrador"
        triggers = [auditado()]

    def __str__(self) -> str:
        return self.nombre
