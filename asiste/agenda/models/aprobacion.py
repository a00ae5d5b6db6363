"""What is sent to be approved, who approves it, the photographs and the formats of the offices."""

from typing import ClassVar, Self

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.db.models.functions import Lower

from asiste.agenda.models.acta import Acta
from asiste.auditoria.disparadores import auditado, solo_agregar
from asiste.cuentas.models import Usuario
from asiste.directorio.models import Dependencia
from asiste.documentos.models import Archivo
from asiste.escritura.models import VersionEnviada


class VersionQuerySet(models.QuerySet["VersionActa"]):
    """Reads of the versions."""

    def vigente(self, acta: Acta) -> "VersionActa | None":
        """The one sent last."""
        return self.filter(acta=acta, numero=acta.numero).select_related("archivo", "creada_por").first()


class VersionActa(VersionEnviada):
    """What was sent to be approved: its code is printed in it, and will be that of the document once it is sealed."""

    acta = models.ForeignKey(Acta, on_delete=models.PROTECT, related_name="versiones")

    objects = VersionQuerySet.as_manager()

    class Meta:
        verbose_name = "versión del acta"
        verbose_name_plural = "versiones del acta"
        constraints: ClassVar = [models.UniqueConstraint(fields=["acta", "numero"], name="version_de_acta_una_vez")]
        triggers: ClassVar = [auditado(), *solo_agregar()]

    def __str__(self) -> str:
        return f"{self.acta} · versión {self.numero}"


class AprobacionQuerySet(models.QuerySet["Aprobacion"]):
    """Reads of the approvals."""

    def completas(self) -> Self:
        """With all they show: the version, its minutes and the session."""
        return self.select_related("usuario", "version__archivo", "version__acta__sesion__dependencia")

    def de_la(self, version: VersionActa) -> Self:
        """Those of a version, as they were asked."""
        return self.filter(version=version).order_by("id")

    def de(self, usuario: Usuario) -> Self:
        """What a person of the team approves."""
        return self.filter(usuario=usuario)


class Aprobacion(models.Model):
    """Who must approve a version, and what he or she said. Of the team, or of the entity, by a link."""

    class Estado(models.TextChoices):
        PENDIENTE = "pendiente", "Por aprobar"
        APROBADA = "aprobada", "Aprobó"
        DEVUELTA = "devuelta", "Devolvió"

    version = models.ForeignKey(VersionActa, on_delete=models.PROTECT, related_name="aprobaciones")
    nombre = models.CharField(max_length=200)
    cargo = models.CharField(max_length=200, blank=True)
    correo = models.EmailField("correo electrónico")
    usuario = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    estado = models.CharField(max_length=10, choices=Estado, default=Estado.PENDIENTE)
    momento = models.DateTimeField(null=True, blank=True)
    comentario = models.TextField("por qué la devuelve", blank=True)

    objects = AprobacionQuerySet.as_manager()

    class Meta:
        verbose_name = "aprobación"
        verbose_name_plural = "aprobaciones"
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["version", "correo"], name="aprueba_una_vez"),
            models.CheckConstraint(name="aprueba_correo_en_minusculas", condition=Q(correo=Lower("correo"))),
            models.CheckConstraint(
                name="aprobacion_con_momento",
                condition=Q(estado="pendiente", momento__isnull=True)
                | Q(estado="aprobada", momento__isnull=False)
                | (Q(estado="devuelta", momento__isnull=False) & ~Q(comentario="")),
            ),
        ]
        triggers: ClassVar = [auditado()]

    def __str__(self) -> str:
        return f"{self.nombre}: {self.get_estado_display()}"

    @property
    def por_decidir(self) -> bool:
        """True while its version is the one that waits, and nobody has said anything of it."""
        acta = self.version.acta
        esperan = acta.estado == Acta.Estado.EN_APROBACION and acta.numero == self.version.numero
        return esperan and self.estado == self.Estado.PENDIENTE


class Foto(models.Model):
    """A photograph of a visit, with what it shows."""

    acta = models.ForeignKey(Acta, on_delete=models.CASCADE, related_name="fotos")
    archivo = models.ForeignKey(Archivo, on_delete=models.PROTECT, related_name="+")
    descripcion = models.CharField("qué muestra", max_length=250)

    class Meta:
        verbose_name = "foto"
        triggers: ClassVar = [auditado()]

    def __str__(self) -> str:
        return self.descripcion


class FormatoActa(models.Model):
    """Code and version that the quality system of an office gives to its format. Source: docs/glosario.md."""

    dependencia = models.ForeignKey(Dependencia, on_delete=models.PROTECT, related_name="formatos_de_acta")
    clase = models.CharField(max_length=10, choices=Acta.Clase)
    codigo = models.CharField("código", max_length=40)
    version = models.CharField("versión", max_length=20)

    class Meta:
        verbose_name = "formato de acta o informe"
        verbose_name_plural = "formatos de actas e informes"
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["dependencia", "clase"],
                name="un_formato_por_oficina",
                violation_error_message="Esa dependencia ya tiene un formato de esa clase.",
            )
        ]
        triggers: ClassVar = [auditado()]

    def __str__(self) -> str:
        return f"{self.codigo} · versión {self.version}"
