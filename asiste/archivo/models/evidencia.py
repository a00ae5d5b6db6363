"""What shows that a phase of a line was walked, and what is said of it."""

from typing import ClassVar, Self

from django.conf import settings
from django.db import models
from django.db.models import Q

from asiste.agenda.models import Sesion
from asiste.archivo.models.linea import Fase, LineaAccion
from asiste.auditoria.disparadores import auditado, no_se_borra, solo_agregar
from asiste.conceptos.models import Concepto
from asiste.documentos.models import Archivo
from asiste.solicitudes.models import Solicitud

CLASES = ("solicitud", "concepto", "sesion", "archivo", "indicadores")


def _solo(clase: str) -> Q:
    """That one is there and the others are not."""
    return Q(**{f"{otra}__isnull": otra != clase for otra in CLASES})


class EvidenciaQuerySet(models.QuerySet["EvidenciaLinea"]):
    """Reads of the evidence."""

    def validas(self) -> Self:
        """All but what was put there by mistake."""
        return self.filter(retirada_en__isnull=True)


class EvidenciaLinea(models.Model):
    """What shows that a phase was walked: a request, a concept, a session, a file, or the indicators of a year.

    What was put there by mistake is withdrawn with its reason: it is still named, and not handed out any more.
    """

    linea = models.ForeignKey(LineaAccion, on_delete=models.PROTECT, related_name="evidencias")
    fase = models.CharField(max_length=10, choices=Fase)
    descripcion = models.CharField("qué muestra", max_length=250)
    solicitud = models.ForeignKey(Solicitud, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    concepto = models.ForeignKey(Concepto, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    sesion = models.ForeignKey(Sesion, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    archivo = models.ForeignKey(Archivo, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    nombre = models.CharField("nombre del archivo", max_length=250, blank=True)
    indicadores = models.PositiveSmallIntegerField("vigencia de los indicadores", null=True, blank=True)
    autor = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    momento = models.DateTimeField()
    retirada_en = models.DateTimeField(null=True, blank=True)
    retirada_por = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    retiro = models.TextField("por qué se retiró", blank=True)

    objects = EvidenciaQuerySet.as_manager()

    class Meta:
        verbose_name = "evidencia de una línea de acción"
        verbose_name_plural = "evidencias de líneas de acción"
        constraints: ClassVar = [
            models.CheckConstraint(
                name="evidencia_de_una_clase",
                condition=_solo("solicitud")
                | _solo("concepto")
                | _solo("sesion")
                | _solo("archivo")
                | _solo("indicadores"),
            ),
            models.CheckConstraint(
                name="evidencia_retirada_con_motivo",
                condition=Q(retirada_en__isnull=True, retirada_por__isnull=True, retiro="")
                | (Q(retirada_en__isnull=False, retirada_por__isnull=False) & ~Q(retiro="")),
            ),
        ]
        triggers: ClassVar = [auditado(), no_se_borra()]

    def __str__(self) -> str:
        return self.descripcion


class ComentarioLinea(models.Model):
    """What the team or the entity says of a line; only added."""

    linea = models.ForeignKey(LineaAccion, on_delete=models.PROTECT, related_name="comentarios")
    fase = models.CharField(max_length=10, choices=Fase)
    texto = models.TextField()
    autor = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    momento = models.DateTimeField()

    class Meta:
        verbose_name = "comentario de una línea de acción"
        verbose_name_plural = "comentarios de líneas de acción"
        triggers: ClassVar = [auditado(), *solo_agregar()]

    def __str__(self) -> str:
        return self.texto[:60]
