"""What is sent to be reviewed and signed, the remarks on it, and who has seen it."""

from typing import ClassVar, Self

from django.conf import settings
from django.db import models
from django.db.models import Q

from asiste.auditoria.disparadores import auditado, solo_agregar
from asiste.conceptos.models.concepto import Concepto
from asiste.directorio.models import Funcionario
from asiste.documentos.models import Archivo
from asiste.escritura.models import VersionEnviada


class VersionConceptoQuerySet(models.QuerySet["VersionConcepto"]):
    """Reads of the versions."""

    def vigente(self, concepto: Concepto) -> "VersionConcepto | None":
        """The one sent last."""
        return self.filter(concepto=concepto, numero=concepto.version).select_related("archivo", "creada_por").first()


class VersionConcepto(VersionEnviada):
    """What was sent to be reviewed."""

    concepto = models.ForeignKey(Concepto, on_delete=models.PROTECT, related_name="versiones")

    objects = VersionConceptoQuerySet.as_manager()

    class Meta:
        verbose_name = "versión de un concepto"
        verbose_name_plural = "versiones de conceptos"
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["concepto", "numero"], name="version_de_concepto_una_vez")
        ]
        triggers: ClassVar = [auditado(), *solo_agregar()]

    def __str__(self) -> str:
        return f"{self.concepto} · versión {self.numero}"


class EjemplarConcepto(models.Model):
    """What is shown to who is going to sign: the bytes with the name of the signer and the number they would take.

    Those bytes are signed, or none: with another number, or on another day, it is another copy that has to be seen.
    Only added.
    """

    version = models.ForeignKey(VersionConcepto, on_delete=models.PROTECT, related_name="ejemplares")
    firmante = models.ForeignKey(Funcionario, on_delete=models.PROTECT, related_name="+")
    numero = models.CharField("número que tomaría", max_length=40)
    archivo = models.ForeignKey(Archivo, on_delete=models.PROTECT, related_name="+")
    creado_en = models.DateTimeField()

    class Meta:
        verbose_name = "ejemplar para la firma"
        verbose_name_plural = "ejemplares para la firma"
        indexes: ClassVar = [models.Index("version", "firmante", "id", name="ejemplar_de_firmante")]
        triggers: ClassVar = [auditado(), *solo_agregar()]

    def __str__(self) -> str:
        return f"{self.numero}, para {self.firmante}"


class Paso(models.Model):
    """One step of a concept: sent, returned, approved, signed, told, published… with who, when and why; only added."""

    class Tipo(models.TextChoices):
        ENVIADO = "enviado", "Enviado a revisión"
        DEVUELTO = "devuelto", "Devuelto"
        REVISADO = "revisado", "Revisado, pasa a firma"
        FIRMADO = "firmado", "Firmado"
        NOTIFICADO = "notificado", "Notificado"
        PUBLICADO = "publicado", "Publicado"
        RESERVADO = "reservado", "Reservado"
        SIN_EFECTO = "sin-efecto", "Sin efecto"

    concepto = models.ForeignKey(Concepto, on_delete=models.PROTECT, related_name="pasos")
    tipo = models.CharField(max_length=12, choices=Tipo)
    version = models.PositiveSmallIntegerField("versión")
    autor = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    momento = models.DateTimeField()
    detalle = models.TextField(blank=True)

    class Meta:
        verbose_name = "paso de un concepto"
        verbose_name_plural = "pasos de conceptos"
        triggers: ClassVar = [auditado(), *solo_agregar()]

    def __str__(self) -> str:
        return f"{self.get_tipo_display()}: {self.concepto}"


class ObservacionQuerySet(models.QuerySet["Observacion"]):
    """Reads of the remarks."""

    def abiertas(self) -> Self:
        """Not resolved yet."""
        return self.filter(resuelta_en__isnull=True)


class Observacion(models.Model):
    """A remark on a passage of a section, resolved one by one. `pasaje` is the text it was put on."""

    concepto = models.ForeignKey(Concepto, on_delete=models.PROTECT, related_name="observaciones")
    version = models.PositiveSmallIntegerField("versión")
    clave = models.SlugField("sección", max_length=20)
    pasaje = models.TextField(blank=True)
    texto = models.TextField()
    autor = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    creada_en = models.DateTimeField()
    respuesta = models.TextField(blank=True)
    resuelta_por = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    resuelta_en = models.DateTimeField(null=True, blank=True)

    objects = ObservacionQuerySet.as_manager()

    class Meta:
        verbose_name = "observación"
        verbose_name_plural = "observaciones"
        constraints: ClassVar = [
            models.CheckConstraint(
                name="observacion_resuelta_por_alguien",
                condition=Q(resuelta_en__isnull=True, resuelta_por__isnull=True)
                | Q(resuelta_en__isnull=False, resuelta_por__isnull=False),
            )
        ]
        triggers: ClassVar = [auditado()]

    def __str__(self) -> str:
        return self.texto[:60]


class VersionLeida(models.Model):
    """That a person opened some bytes of a version: nobody signs what he or she has not seen. Only added."""

    version = models.ForeignKey(VersionConcepto, on_delete=models.PROTECT, related_name="lecturas")
    usuario = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    huella = models.CharField("huella SHA-256 de lo que abrió", max_length=64)
    momento = models.DateTimeField()

    class Meta:
        verbose_name = "versión leída"
        verbose_name_plural = "versiones leídas"
        constraints: ClassVar = [models.UniqueConstraint(fields=["version", "usuario", "huella"], name="leida_una_vez")]
        triggers: ClassVar = [auditado(), *solo_agregar()]

    def __str__(self) -> str:
        return f"{self.usuario}: {self.version_id}"
