"""What is written of a session: the minutes, and the technical report of a visit."""

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.db.models.functions import Lower

from asiste.agenda.models.sesion import Sesion
from asiste.auditoria.disparadores import auditado, no_se_borra, solo_agregar
from asiste.documentos.models import Archivo


class Acta(models.Model):
    """Minutes or report of a session, in sections that several people write. Disposición: 7.1.2-visita.

    `numero` counts the versions sent to be approved; what was approved is the file of that version, and no other.
    """

    class Clase(models.TextChoices):
        ACTA = "acta", "Acta"
        INFORME = "informe", "Informe técnico de visita"

    class Estado(models.TextChoices):
        BORRADOR = "borrador", "En redacción"
        EN_APROBACION = "en-aprobacion", "Por aprobar"
        APROBADA = "aprobada", "Aprobada"

    SECCIONES: ClassVar = {
        Clase.ACTA: {"objetivo": "Objetivo", "desarrollo": "Desarrollo", "conclusiones": "Conclusiones"},
        Clase.INFORME: {
            "objetivo": "Objetivo",
            "desarrollo": "Desarrollo",
            "hallazgos": "Hallazgos",
            "recomendaciones": "Recomendaciones",
            "conclusiones": "Conclusiones",
        },
    }

    sesion = models.ForeignKey(Sesion, on_delete=models.PROTECT, related_name="actas")
    clase = models.CharField(max_length=10, choices=Clase)
    estado = models.CharField(max_length=15, choices=Estado, default=Estado.BORRADOR)
    numero = models.PositiveSmallIntegerField("versión", default=0)
    aprobada_en = models.DateTimeField(null=True, blank=True)

    class Meta:
        verbose_name = "acta o informe"
        verbose_name_plural = "actas e informes"
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["sesion", "clase"], name="una_acta_de_cada_clase"),
            models.CheckConstraint(
                name="acta_aprobada_tiene_momento",
                condition=Q(estado="aprobada", aprobada_en__isnull=False)
                | (~Q(estado="aprobada") & Q(aprobada_en__isnull=True)),
            ),
        ]
        triggers: ClassVar = [auditado(), no_se_borra()]

    def __str__(self) -> str:
        return f"{self.get_clase_display()} de {self.sesion}"


class SeccionActa(models.Model):
    """A part of the minutes as it stands; `version` grows with each save, so nobody writes over another unseen."""

    acta = models.ForeignKey(Acta, on_delete=models.CASCADE, related_name="secciones")
    clave = models.SlugField(max_length=20)
    texto = models.TextField(blank=True)
    version = models.PositiveIntegerField("versión", default=0)
    escrita_por = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    escrita_en = models.DateTimeField()

    class Meta:
        verbose_name = "sección del acta"
        verbose_name_plural = "secciones del acta"
        constraints: ClassVar = [models.UniqueConstraint(fields=["acta", "clave"], name="seccion_una_vez")]
        triggers: ClassVar = [auditado()]

    def __str__(self) -> str:
        return self.clave


class VersionActa(models.Model):
    """What was sent to be approved: its content, and the very bytes of the document that people saw."""

    acta = models.ForeignKey(Acta, on_delete=models.PROTECT, related_name="versiones")
    numero = models.PositiveSmallIntegerField("número")
    contenido = models.JSONField()
    archivo = models.ForeignKey(Archivo, on_delete=models.PROTECT, related_name="+")
    creada_por = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    creada_en = models.DateTimeField()

    class Meta:
        verbose_name = "versión del acta"
        verbose_name_plural = "versiones del acta"
        constraints: ClassVar = [models.UniqueConstraint(fields=["acta", "numero"], name="version_de_acta_una_vez")]
        triggers: ClassVar = [auditado(), *solo_agregar()]

    def __str__(self) -> str:
        return f"{self.acta} · versión {self.numero}"


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
