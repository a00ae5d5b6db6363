"""What a publication said, version by version."""

from typing import ClassVar, Self

from django.conf import settings
from django.db import models

from asiste.auditoria.disparadores import auditado, solo_agregar
from asiste.conocimiento.models.publicacion import Publicacion
from asiste.documentos.models import Archivo
from asiste.documentos.tipos import extension_de


class VersionPublicacionQuerySet(models.QuerySet["VersionPublicacion"]):
    """Reads of the versions."""

    def legibles(self) -> Self:
        """Those that may be read: not of concepts, whose earlier text may say what was taken out of it since."""
        return self.exclude(publicacion__clase=Publicacion.Clase.CONCEPTO).select_related("publicacion", "archivo")

    def publicas(self) -> Self:
        """Those that anyone may read: none of what was withdrawn."""
        return self.legibles().exclude(publicacion__estado=Publicacion.Estado.RETIRADA)


class VersionPublicacion(models.Model):
    """What a publication said before, and what changed in it; only added."""

    publicacion = models.ForeignKey(Publicacion, on_delete=models.PROTECT, related_name="versiones")
    numero = models.PositiveSmallIntegerField("número")
    titulo = models.CharField("título", max_length=250)
    html = models.TextField(blank=True)
    enlace = models.URLField(max_length=500, blank=True)
    archivo = models.ForeignKey(Archivo, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    cambio = models.CharField("qué cambió", max_length=300, blank=True)
    creada_por = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    creada_en = models.DateTimeField()

    objects = VersionPublicacionQuerySet.as_manager()

    class Meta:
        verbose_name = "versión de una publicación"
        verbose_name_plural = "versiones de publicaciones"
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["publicacion", "numero"], name="version_publicada_una_vez")
        ]
        triggers: ClassVar = [auditado(), *solo_agregar()]

    def __str__(self) -> str:
        return f"{self.titulo} · versión {self.numero}"

    @property
    def nombre_de_archivo(self) -> str:
        """Name under which its file is handed out."""
        return f"{self.publicacion.clave}-v{self.numero}{extension_de(self.archivo.tipo)}" if self.archivo else ""
