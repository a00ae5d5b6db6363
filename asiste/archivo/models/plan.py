"""The plan agreed with an entity, and what happened to it."""

from typing import ClassVar, Self

from django.conf import settings
from django.db import models
from django.db.models import Q

from asiste.auditoria.disparadores import auditado, no_se_borra, solo_agregar
from asiste.directorio.models import Dependencia, Entidad, Funcionario


class PlanFocalizadoQuerySet(models.QuerySet["PlanFocalizado"]):
    """Reads of the plans."""

    def de_entidad(self, entidad: Entidad) -> Self:
        """What an entity sees of its own: those that were ever proposed to it, the latest first."""
        return self.propuestos().filter(entidad=entidad).order_by("-vigencia", "-id")

    def propuestos(self) -> Self:
        """Those that were ever proposed to their entity."""
        return self.filter(version__gt=0)

    def en_pie(self) -> Self:
        """All but those that were discarded: of these an entity has one a year."""
        return self.exclude(estado=PlanFocalizado.Estado.DESCARTADO)

    def con_nombres(self) -> Self:
        """With what a page shows of each."""
        return self.select_related(
            "entidad__sector", "dependencia__padre", "asesor__usuario", "acordado_por", "anterior"
        )


class PlanFocalizado(models.Model):
    """Focalised assistance of an entity in a year, agreed by both sides. Disposición: 7.1.1-lineas-accion.

    `version` counts what was proposed to the entity, which agrees to one of them and to no other. What is agreed
    changes by proposing changes (`cambios_en`), and goes on as it was until the entity agrees to them.
    """

    class Estado(models.TextChoices):
        BORRADOR = "borrador", "En preparación"
        PROPUESTO = "propuesto", "Propuesto a la entidad"
        ACORDADO = "acordado", "Acordado"
        CERRADO = "cerrado", "Cerrado"
        DESCARTADO = "descartado", "Descartado"

    entidad = models.ForeignKey(Entidad, on_delete=models.PROTECT, related_name="planes_focalizados")
    dependencia = models.ForeignKey(Dependencia, on_delete=models.PROTECT, related_name="planes_focalizados")
    vigencia = models.PositiveSmallIntegerField()
    asesor = models.ForeignKey(Funcionario, on_delete=models.PROTECT, related_name="planes_focalizados")
    proposito = models.TextField("propósito", blank=True)
    estado = models.CharField(max_length=10, choices=Estado, default=Estado.BORRADOR)
    version = models.PositiveSmallIntegerField("versión", default=0)
    propuesto_en = models.DateTimeField(null=True, blank=True)
    acordado_en = models.DateTimeField(null=True, blank=True)
    acordado_por = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    cambios_en = models.DateTimeField("cuándo se propusieron cambios de lo acordado", null=True, blank=True)
    reparos = models.TextField("lo que la entidad pidió cambiar", blank=True)
    cerrado_en = models.DateTimeField(null=True, blank=True)
    lecciones = models.TextField("lecciones aprendidas", blank=True)
    descartado_en = models.DateTimeField(null=True, blank=True)
    descarte = models.TextField("por qué se descartó", blank=True)
    anterior = models.OneToOneField(
        "self", on_delete=models.PROTECT, null=True, blank=True, related_name="siguiente", verbose_name="ciclo anterior"
    )

    objects = PlanFocalizadoQuerySet.as_manager()

    class Meta:
        verbose_name = "plan de asistencia focalizada"
        verbose_name_plural = "planes de asistencia focalizada"
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["entidad", "vigencia"],
                condition=~Q(estado="descartado"),
                name="un_plan_focalizado_por_vigencia",
            ),
            models.CheckConstraint(
                name="plan_focalizado_con_momentos",
                condition=Q(estado__in=["borrador", "descartado"], acordado_en__isnull=True, cerrado_en__isnull=True)
                | Q(estado="propuesto", propuesto_en__isnull=False, acordado_en__isnull=True, cerrado_en__isnull=True)
                | Q(estado="acordado", acordado_en__isnull=False, acordado_por__isnull=False, cerrado_en__isnull=True)
                | (Q(estado="cerrado", acordado_en__isnull=False, cerrado_en__isnull=False) & ~Q(lecciones="")),
            ),
            models.CheckConstraint(
                name="plan_descartado_con_motivo",
                condition=(Q(estado="descartado", descartado_en__isnull=False, anterior__isnull=True) & ~Q(descarte=""))
                | (~Q(estado="descartado") & Q(descartado_en__isnull=True, descarte="")),
            ),
            models.CheckConstraint(
                name="cambios_de_un_plan_acordado", condition=Q(cambios_en__isnull=True) | Q(estado="acordado")
            ),
        ]
        triggers: ClassVar = [auditado(), no_se_borra()]

    def __str__(self) -> str:
        return f"{self.entidad} · {self.vigencia}"

    @property
    def cerrado(self) -> bool:
        """True when its cycle ended."""
        return self.estado == self.Estado.CERRADO

    @property
    def descartado(self) -> bool:
        """True when it was left before being agreed."""
        return self.estado == self.Estado.DESCARTADO

    @property
    def terminado(self) -> bool:
        """True when nothing of it changes any more."""
        return self.cerrado or self.descartado

    @property
    def nunca_acordado(self) -> bool:
        """True while the entity has not agreed to any version."""
        return self.estado in {self.Estado.BORRADOR, self.Estado.PROPUESTO}

    @property
    def en_marcha(self) -> bool:
        """True while its lines are being walked."""
        return self.estado == self.Estado.ACORDADO

    @property
    def por_responder(self) -> bool:
        """True while the entity has to say whether it agrees, to the plan or to its changes."""
        return self.estado == self.Estado.PROPUESTO or self.cambios_en is not None

    @property
    def en_preparacion(self) -> bool:
        """True while the team may change what it will propose."""
        return not self.terminado and not self.por_responder


class PasoPlan(models.Model):
    """What happened to a plan, with its lines as they were then; only added: nothing agreed is lost."""

    class Tipo(models.TextChoices):
        CREADO = "creado", "Se empezó a preparar"
        PROPUESTO = "propuesto", "Propuesto a la entidad"
        RETOMADO = "retomado", "El Archivo retiró la propuesta"
        DEVUELTO = "devuelto", "La entidad pidió cambios"
        ACORDADO = "acordado", "La entidad aceptó"
        CERRADO = "cerrado", "Se cerró el ciclo"
        DESCARTADO = "descartado", "El Archivo lo descartó"

    plan = models.ForeignKey(PlanFocalizado, on_delete=models.PROTECT, related_name="pasos")
    tipo = models.CharField(max_length=10, choices=Tipo)
    version = models.PositiveSmallIntegerField("versión")
    texto = models.TextField(blank=True)
    lineas = models.JSONField("líneas de acción como estaban", default=list)
    autor = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    momento = models.DateTimeField()

    class Meta:
        verbose_name = "paso de un plan de asistencia focalizada"
        verbose_name_plural = "pasos de planes de asistencia focalizada"
        triggers: ClassVar = [auditado(), *solo_agregar()]

    def __str__(self) -> str:
        return f"{self.plan}: {self.get_tipo_display()}"
