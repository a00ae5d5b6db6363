"""What somebody took on in a session, and what came of it."""

from collections.abc import Collection
from datetime import date
from typing import TYPE_CHECKING, ClassVar, Self

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.db.models.functions import Lower

from asiste.agenda.models.sesion import Sesion
from asiste.auditoria.disparadores import auditado, no_se_borra, solo_agregar
from asiste.directorio.models import Entidad, Funcionario
from asiste.documentos.models import Archivo

if TYPE_CHECKING:
    from datetime import datetime


class CompromisoQuerySet(models.QuerySet["Compromiso"]):
    """Reads of the commitments."""

    def pendientes(self) -> Self:
        """Not fulfilled nor left without effect, the nearest due date first."""
        return self.filter(estado=Compromiso.Estado.POR_CUMPLIR).order_by("vence_el", "id")

    def vencidos(self, hoy: date) -> Self:
        """Past their due date."""
        return self.pendientes().filter(vence_el__lt=hoy)

    def de_personas(self, personas: Collection[int]) -> Self:
        """Those of people of the team."""
        return self.filter(responsable__in=personas)

    def que_llegan_a(self, sesion: Sesion) -> Self:
        """Pending from earlier sessions of the same series or the same requests: they open its agenda by themselves."""
        antes: datetime = sesion.inicia
        mismas = Sesion.objects.filter(solicitudes__in=sesion.solicitudes.values("pk"))
        hilo = Q(sesion__in=mismas.values("pk"))
        if sesion.serie_id:
            hilo |= Q(sesion__serie=sesion.serie_id)
        return self.pendientes().filter(hilo, sesion__inicia__lt=antes).exclude(sesion=sesion)


class Compromiso(models.Model):
    """An activity somebody took on: of the team, or of an entity. One register for all the sessions."""

    class Estado(models.TextChoices):
        POR_CUMPLIR = "por-cumplir", "Por cumplir"
        CUMPLIDO = "cumplido", "Cumplido"
        SIN_EFECTO = "sin-efecto", "Sin efecto"

    sesion = models.ForeignKey(Sesion, on_delete=models.PROTECT, related_name="compromisos")
    actividad = models.TextField()
    responsable = models.ForeignKey(
        Funcionario, on_delete=models.PROTECT, null=True, blank=True, related_name="compromisos"
    )
    responsable_nombre = models.CharField("responsable de la entidad", max_length=200, blank=True)
    responsable_correo = models.EmailField("correo del responsable", blank=True)
    entidad = models.ForeignKey(Entidad, on_delete=models.PROTECT, null=True, blank=True, related_name="compromisos")
    vence_el = models.DateField("vence el (día hábil)")
    estado = models.CharField(max_length=15, choices=Estado, default=Estado.POR_CUMPLIR)
    creado_en = models.DateTimeField()
    creado_por = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    cerrado_en = models.DateTimeField("cumplido o sin efecto desde", null=True, blank=True)
    recordado_en = models.DateTimeField("último recordatorio", null=True, blank=True)

    objects = CompromisoQuerySet.as_manager()

    class Meta:
        verbose_name = "compromiso"
        indexes: ClassVar = [
            models.Index("vence_el", "id", name="compromiso_pendiente", condition=Q(estado="por-cumplir")),
            models.Index("entidad", "vence_el", name="compromiso_de_entidad"),
            models.Index("responsable", "vence_el", name="compromiso_de_persona"),
        ]
        constraints: ClassVar = [
            models.CheckConstraint(
                name="compromiso_de_alguien",
                condition=Q(responsable__isnull=False, responsable_nombre="")
                | (Q(responsable__isnull=True) & ~Q(responsable_nombre="")),
                violation_error_message="Elija a alguien del equipo o escriba quién responde en la entidad.",
            ),
            models.CheckConstraint(
                name="compromiso_correo_en_minusculas", condition=Q(responsable_correo=Lower("responsable_correo"))
            ),
            models.CheckConstraint(
                name="compromiso_cerrado_tiene_momento",
                condition=Q(estado="por-cumplir", cerrado_en__isnull=True)
                | (~Q(estado="por-cumplir") & Q(cerrado_en__isnull=False)),
            ),
        ]
        triggers: ClassVar = [auditado(), no_se_borra()]

    def __str__(self) -> str:
        return self.actividad

    @property
    def quien(self) -> str:
        """Who answers for it, as shown."""
        return str(self.responsable) if self.responsable else self.responsable_nombre


class Seguimiento(models.Model):
    """Something that happened to a commitment: progress with evidence, another date, fulfilled. Never changed."""

    class Tipo(models.TextChoices):
        CREADO = "creado", "Acordado"
        AVANCE = "avance", "Avance"
        CAMBIO = "cambio", "Cambió"
        CUMPLIDO = "cumplido", "Cumplido"
        SIN_EFECTO = "sin-efecto", "Sin efecto"
        REABIERTO = "reabierto", "Abierto otra vez"

    compromiso = models.ForeignKey(Compromiso, on_delete=models.PROTECT, related_name="seguimientos")
    tipo = models.CharField(max_length=10, choices=Tipo)
    texto = models.TextField(blank=True)
    autor = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    de_nombre = models.CharField("quién lo escribió sin entrar", max_length=200, blank=True)
    momento = models.DateTimeField()

    class Meta:
        verbose_name = "seguimiento del compromiso"
        verbose_name_plural = "seguimientos de los compromisos"
        constraints: ClassVar = [
            models.CheckConstraint(
                name="seguimiento_de_alguien",
                condition=Q(autor__isnull=False, de_nombre="") | (Q(autor__isnull=True) & ~Q(de_nombre="")),
            )
        ]
        triggers: ClassVar = [auditado(), *solo_agregar()]

    def __str__(self) -> str:
        return f"{self.get_tipo_display()} · {self.compromiso_id}"

    @property
    def quien(self) -> str:
        """Who wrote it, as shown."""
        return str(self.autor) if self.autor else self.de_nombre


class EvidenciaCompromiso(models.Model):
    """A file that shows the progress or the fulfilment of a commitment."""

    seguimiento = models.ForeignKey(Seguimiento, on_delete=models.PROTECT, related_name="evidencias")
    archivo = models.ForeignKey(Archivo, on_delete=models.PROTECT, related_name="+")
    nombre = models.CharField(max_length=250)

    class Meta:
        verbose_name = "evidencia del compromiso"
        verbose_name_plural = "evidencias de los compromisos"
        triggers: ClassVar = [auditado(), *solo_agregar()]

    def __str__(self) -> str:
        return self.nombre
