"""Files, stored once by the hash of their content."""

from typing import ClassVar, Self

from django.conf import settings
from django.core.files.base import File
from django.core.files.storage import default_storage
from django.db import models
from django.db.models import Q

from asiste.auditoria.disparadores import auditado
from asiste.documentos.tipos import EJECUTABLES


class ArchivoQuerySet(models.QuerySet["Archivo"]):
    """Reads of the files."""

    def sin_examen(self) -> Self:
        """Those no antivirus has looked at yet."""
        return self.filter(examen=Archivo.Examen.PENDIENTE)


class Archivo(models.Model):
    """Content with identity: two equal files are one row. Never served as anything but a download."""

    class Examen(models.TextChoices):
        PENDIENTE = "pendiente", "Sin examinar"
        LIMPIO = "limpio", "Sin virus conocidos"
        INFECTADO = "infectado", "Con virus"
        IMPOSIBLE = "imposible", "No se pudo examinar"

    huella = models.CharField("huella SHA-256", max_length=64, unique=True)
    tamano = models.BigIntegerField("tamaño en bytes")
    tipo = models.CharField("tipo según sus primeros bytes", max_length=120)
    creado_en = models.DateTimeField(auto_now_add=True)
    examen = models.CharField("antivirus", max_length=10, choices=Examen, default=Examen.PENDIENTE)
    virus = models.CharField("virus hallado", max_length=200, blank=True)

    objects = ArchivoQuerySet.as_manager()

    class Meta:
        verbose_name = "archivo"
        indexes: ClassVar = [models.Index("id", name="archivo_sin_examen", condition=Q(examen="pendiente"))]
        constraints: ClassVar = [
            models.CheckConstraint(
                name="infectado_dice_de_que",
                condition=(Q(examen="infectado") & ~Q(virus="")) | (~Q(examen="infectado") & Q(virus="")),
            )
        ]
        triggers = [auditado()]

    def __str__(self) -> str:
        return self.huella[:12]

    @property
    def ruta(self) -> str:
        """Name in the file storage."""
        return f"{self.huella[:2]}/{self.huella}"

    @property
    def ejecutable(self) -> bool:
        """True for programs, whatever their name says: they are kept but not handed out."""
        return self.tipo in EJECUTABLES

    @property
    def guardado(self) -> bool:
        """True while the store has it."""
        return default_storage.exists(self.ruta)

    @property
    def retenido(self) -> str:
        """Why it is kept but never handed out, in plain Spanish; empty when it may be."""
        if self.virus:
            return f"tiene un virus ({self.virus})"
        return "es un programa" if self.ejecutable else ""

    @property
    def sin_revisar(self) -> str:
        """What to warn of before handing it out: there is an antivirus, and it has not cleared this file."""
        if not settings.CLAMAV_SERVIDOR or self.retenido:
            return ""
        if self.examen == self.Examen.PENDIENTE:
            return "el antivirus aún no lo revisa"
        return "el antivirus no lo pudo revisar" if self.examen == self.Examen.IMPOSIBLE else ""

    def abrir(self) -> File[bytes]:
        """Opens the content for reading."""
        return default_storage.open(self.ruta)
