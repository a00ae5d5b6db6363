"""What is written of a session: the minutes, and the technical report of a visit."""

from typing import ClassVar

from django.db import models
from django.db.models import Q

from asiste.agenda.models.sesion import Sesion
from asiste.auditoria.disparadores import auditado, no_se_borra
from asiste.documentos.models import Documento
from asiste.escritura.models import PRESENTE, Presente, Seccion


class Acta(models.Model):
    """Minutes or report of a session, in sections that several people write. Disposición: 7.1.2-visita.

    `numero` counts the versions sent to be approved; what was approved is the file of that version, and no other.
    `datos` are those of the entity that the header of a report asks for.
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
    OBLIGATORIAS: ClassVar = {
        Clase.ACTA: ["objetivo", "desarrollo"],
        Clase.INFORME: list(SECCIONES[Clase.INFORME]),
    }

    sesion = models.ForeignKey(Sesion, on_delete=models.PROTECT, related_name="actas")
    clase = models.CharField(max_length=10, choices=Clase)
    estado = models.CharField(max_length=15, choices=Estado, default=Estado.BORRADOR)
    numero = models.PositiveSmallIntegerField("versión", default=0)
    datos = models.JSONField("datos de la entidad", default=dict, blank=True)
    aprobada_en = models.DateTimeField(null=True, blank=True)
    documento = models.OneToOneField(
        Documento, on_delete=models.PROTECT, null=True, blank=True, related_name="acta", verbose_name="lo expedido"
    )

    class Meta:
        verbose_name = "acta o informe"
        verbose_name_plural = "actas e informes"
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["sesion", "clase"], name="una_acta_de_cada_clase"),
            models.CheckConstraint(
                name="acta_aprobada_tiene_momento",
                condition=Q(estado="aprobada", aprobada_en__isnull=False, documento__isnull=False)
                | (~Q(estado="aprobada") & Q(aprobada_en__isnull=True, documento__isnull=True)),
            ),
        ]
        triggers: ClassVar = [auditado(), no_se_borra()]

    def __str__(self) -> str:
        return f"{self.get_clase_display()} de {self.sesion}"

    @property
    def rotulos(self) -> dict[str, str]:
        """Its sections, in their order."""
        return self.SECCIONES[self.Clase(self.clase)]

    @property
    def en_borrador(self) -> bool:
        """True while it is being written."""
        return self.estado == self.Estado.BORRADOR


class SeccionActa(Seccion):
    """A part of the minutes."""

    CUAL: ClassVar = ("acta", "clave")

    acta = models.ForeignKey(Acta, on_delete=models.CASCADE, related_name="secciones")

    class Meta:
        verbose_name = "sección del acta"
        verbose_name_plural = "secciones del acta"
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["acta", "clave"], condition=Q(aparte=False), name="seccion_una_vez"),
            models.UniqueConstraint(
                fields=["acta", "clave", "escrita_por"], condition=Q(aparte=True), name="una_version_aparte"
            ),
        ]
        triggers: ClassVar = [auditado()]


class PresenciaActa(Presente):
    """Who has the minutes open, and the section last written."""

    LUGAR: ClassVar = "acta"

    acta = models.ForeignKey(Acta, on_delete=models.CASCADE, related_name="presencias")
    clave = models.SlugField("sección que escribe", max_length=20, blank=True)
    escribio_en = models.DateTimeField(null=True, blank=True)

    class Meta:
        verbose_name = "presencia en un acta"
        verbose_name_plural = "presencias en actas"
        constraints: ClassVar = [models.UniqueConstraint(fields=["acta", "usuario"], name="una_presencia_en_acta")]

    @property
    def escribiendo(self) -> str:
        """Title of the section being written now; empty when he or she only reads."""
        reciente = self.escribio_en is not None and self.vista_en - self.escribio_en < PRESENTE
        return f"«{self.acta.rotulos[self.clave]}»" if reciente else ""
