"""The plan agreed with an entity, its lines of action and how far each went."""

from typing import ClassVar, Self

from django.conf import settings
from django.db import models
from django.db.models import Q

from asiste.agenda.models import Sesion
from asiste.auditoria.disparadores import auditado, no_se_borra, relacion_auditada, solo_agregar
from asiste.conceptos.models import Concepto
from asiste.directorio.models import Dependencia, Entidad, Funcionario
from asiste.documentos.models import Archivo
from asiste.portafolio.models import Modalidad, Tema
from asiste.solicitudes.models import Solicitud


class Fase(models.TextChoices):
    """Steps of the cycle. Disposición: 7.1.1-phva."""

    PLANEAR = "planear", "Planear"
    HACER = "hacer", "Hacer"
    VERIFICAR = "verificar", "Verificar"
    ACTUAR = "actuar", "Actuar"
    TERMINADA = "terminada", "Terminada"


class PlanFocalizadoQuerySet(models.QuerySet["PlanFocalizado"]):
    """Reads of the plans."""

    def de_entidad(self, entidad: Entidad) -> Self:
        """What an entity sees of its own: those proposed to it and what came after, the latest first."""
        suyos = self.filter(entidad=entidad).exclude(estado=PlanFocalizado.Estado.BORRADOR)
        return suyos.order_by("-vigencia", "-id")


class PlanFocalizado(models.Model):
    """Focalised assistance of an entity in a year, agreed by both sides. Disposición: 7.1.1-lineas-accion."""

    class Estado(models.TextChoices):
        BORRADOR = "borrador", "En preparación"
        PROPUESTO = "propuesto", "Propuesto a la entidad"
        ACORDADO = "acordado", "Acordado"
        CERRADO = "cerrado", "Cerrado"

    entidad = models.ForeignKey(Entidad, on_delete=models.PROTECT, related_name="planes_focalizados")
    dependencia = models.ForeignKey(Dependencia, on_delete=models.PROTECT, related_name="planes_focalizados")
    vigencia = models.PositiveSmallIntegerField()
    asesor = models.ForeignKey(Funcionario, on_delete=models.PROTECT, related_name="planes_focalizados")
    proposito = models.TextField("propósito", blank=True)
    estado = models.CharField(max_length=10, choices=Estado, default=Estado.BORRADOR)
    propuesto_en = models.DateTimeField(null=True, blank=True)
    acordado_en = models.DateTimeField(null=True, blank=True)
    acordado_por = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    reparos = models.TextField("lo que la entidad pidió cambiar", blank=True)
    cerrado_en = models.DateTimeField(null=True, blank=True)
    lecciones = models.TextField("lecciones aprendidas", blank=True)
    anterior = models.OneToOneField(
        "self", on_delete=models.PROTECT, null=True, blank=True, related_name="siguiente", verbose_name="ciclo anterior"
    )

    objects = PlanFocalizadoQuerySet.as_manager()

    class Meta:
        verbose_name = "plan de asistencia focalizada"
        verbose_name_plural = "planes de asistencia focalizada"
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["entidad", "vigencia"], name="un_plan_focalizado_por_vigencia"),
            models.CheckConstraint(
                name="plan_focalizado_con_momentos",
                condition=Q(estado="borrador", acordado_en__isnull=True, cerrado_en__isnull=True)
                | Q(estado="propuesto", propuesto_en__isnull=False, acordado_en__isnull=True, cerrado_en__isnull=True)
                | Q(estado="acordado", acordado_en__isnull=False, acordado_por__isnull=False, cerrado_en__isnull=True)
                | (Q(estado="cerrado", acordado_en__isnull=False, cerrado_en__isnull=False) & ~Q(lecciones="")),
            ),
        ]
        triggers: ClassVar = [auditado(), no_se_borra()]

    def __str__(self) -> str:
        return f"{self.entidad} · {self.vigencia}"


class LineaAccion(models.Model):
    """What will be worked on: a topic, its axis and the service, going round the cycle."""

    plan = models.ForeignKey(PlanFocalizado, on_delete=models.CASCADE, related_name="lineas")
    tema = models.ForeignKey(
        Tema, on_delete=models.PROTECT, related_name="+", verbose_name="componente o subcomponente"
    )
    nombre = models.CharField("línea de acción", max_length=250)
    eje = models.CharField("eje temático", max_length=200, blank=True)
    servicios = models.ManyToManyField(Modalidad, related_name="+")
    orden = models.PositiveSmallIntegerField(default=0)
    fase = models.CharField(max_length=10, choices=Fase, default=Fase.PLANEAR)

    class Meta:
        verbose_name = "línea de acción"
        verbose_name_plural = "líneas de acción"
        triggers: ClassVar = [auditado()]

    def __str__(self) -> str:
        return self.nombre


relacion_auditada(LineaAccion.servicios.through)


class PasoLinea(models.Model):
    """A line went from a phase to another, with who and what was concluded; only added."""

    linea = models.ForeignKey(LineaAccion, on_delete=models.PROTECT, related_name="pasos")
    de = models.CharField("de", max_length=10, choices=Fase)
    a = models.CharField("a", max_length=10, choices=Fase)
    conclusion = models.TextField("conclusión", blank=True)
    autor = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    momento = models.DateTimeField()

    class Meta:
        verbose_name = "paso de una línea de acción"
        verbose_name_plural = "pasos de líneas de acción"
        triggers: ClassVar = [auditado(), *solo_agregar()]

    def __str__(self) -> str:
        return f"{self.get_de_display()} → {self.get_a_display()}"


class EvidenciaLinea(models.Model):
    """What shows that a phase was walked: a request, a concept, a session, or a file."""

    linea = models.ForeignKey(LineaAccion, on_delete=models.PROTECT, related_name="evidencias")
    fase = models.CharField(max_length=10, choices=Fase)
    descripcion = models.CharField("qué muestra", max_length=250)
    solicitud = models.ForeignKey(Solicitud, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    concepto = models.ForeignKey(Concepto, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    sesion = models.ForeignKey(Sesion, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    archivo = models.ForeignKey(Archivo, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    autor = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    momento = models.DateTimeField()

    class Meta:
        verbose_name = "evidencia de una línea de acción"
        verbose_name_plural = "evidencias de líneas de acción"
        triggers: ClassVar = [auditado()]

    def __str__(self) -> str:
        return self.descripcion
