"""Files, stored once by the hash of their content."""

from django.core.files.base import File
from django.core.files.storage import default_storage
from django.db import models

from asiste.auditoria.disparadores import auditado
from asiste.documentos.tipos import EJECUTABLES


class Archivo(models.Model):
    """Content with identity: two equal files are one row. Never served as anything but a download."""

    huella = models.CharField("huella SHA-256", max_length=64, unique=True)
    tamano = models.BigIntegerField("tamaño en bytes")
    tipo = models.CharField("tipo según sus primeros bytes", max_length=120)
    creado_en = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name = "archivo"
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

    def abrir(self) -> File[bytes]:
        """Opens the content for reading."""
        return default_storage.open(self.ruta)
