"""Files, stored once by the hash of their content."""

from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Any, ClassVar, Self

from django.conf import settings
from django.core.files.base import File
from django.core.files.storage import default_storage
from django.db import models
from django.db.models import Q

from asiste.auditoria.disparadores import auditado, solo_agregar
from asiste.documentos.tipos import EJECUTABLES
from asiste.documentos.verificacion import direccion_de


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


@dataclass(frozen=True, slots=True)
class Firmante:
    """Who approved or signed a document, and when."""

    nombre: str
    cargo: str
    momento: datetime

    def como_datos(self) -> dict[str, str]:
        """As it is kept."""
        return {**asdict(self), "momento": self.momento.isoformat()}


class Documento(models.Model):
    """A document issued and sealed: whoever has its code checks it. What is reserved is never handed out there.

    It never changes: a correction is another document.
    """

    codigo = models.CharField("código de verificación", max_length=20, unique=True)
    titulo = models.CharField("título", max_length=300)
    emisor = models.CharField("quién lo expide", max_length=200)
    archivo = models.OneToOneField(Archivo, on_delete=models.PROTECT, related_name="documento")
    firmantes = models.JSONField("quién lo aprobó o firmó", default=list)
    reserva = models.CharField("por qué se reserva su contenido", max_length=200, blank=True)
    emitido_en = models.DateTimeField()

    class Meta:
        verbose_name = "documento expedido"
        verbose_name_plural = "documentos expedidos"
        triggers: ClassVar = [auditado(), *solo_agregar()]

    def __str__(self) -> str:
        return self.titulo

    @property
    def huella(self) -> str:
        """SHA-256 of the sealed file."""
        return self.archivo.huella

    @property
    def reservado(self) -> bool:
        """True when anyone may check it, but only who has a right to it reads it."""
        return bool(self.reserva)

    @property
    def direccion(self) -> str:
        """Its page of verification."""
        return direccion_de(self.codigo)

    @property
    def quienes(self) -> list[Firmante]:
        """Who approved or signed it."""
        filas: list[dict[str, Any]] = self.firmantes
        return [Firmante(f["nombre"], f["cargo"], datetime.fromisoformat(f["momento"])) for f in filas]
