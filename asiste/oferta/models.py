"""Yearly plans, their activities and the sessions that carry them out."""

from typing import ClassVar, Self

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Q

from asiste.agenda.models import Publico, Sesion
from asiste.auditoria.disparadores import auditado, no_se_borra, relacion_auditada, solo_agregar
from asiste.directorio.models import Dependencia, Funcionario
from asiste.portafolio.models import Modalidad, Tema


class Estrategia(models.Model):
    """A strategy under way that the activities of a dirección serve. Disposición: 5-plan-anual."""

    dependencia = models.ForeignKey(Dependencia, on_delete=models.PROTECT, related_name="estrategias")
    nombre = models.CharField(max_length=200)
    activa = models.BooleanField(default=True)
    por_verificar = models.BooleanField("es un ejemplo por verificar", default=False)

    class Meta:
        verbose_name = "estrategia"
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["dependencia", "nombre"],
                name="estrategia_una_vez",
                violation_error_message="Ya hay una estrategia con ese nombre.",
            )
        ]
        triggers: ClassVar = [auditado()]

    def __str__(self) -> str:
        return self.nombre


class Plan(models.Model):
    """What a dirección offers in a year. Disposición: 5-plan-anual."""

    class Estado(models.TextChoices):
        BORRADOR = "borrador", "Borrador"
        APROBADO = "aprobado", "Aprobado"
        EN_EJECUCION = "en-ejecucion", "En ejecución"
        CERRADO = "cerrado", "Cerrado"

    direccion = models.ForeignKey(
        Dependencia, on_delete=models.PROTECT, related_name="planes", verbose_name="dirección"
    )
    vigencia = models.PositiveSmallIntegerField()
    estado = models.CharField(max_length=15, choices=Estado, default=Estado.BORRADOR)
    version = models.PositiveSmallIntegerField("versión", default=1)
    aprobado_en = models.DateTimeField(null=True, blank=True)
    aprobado_por = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    cerrado_en = models.DateTimeField(null=True, blank=True)
    balance = models.TextField("balance del cierre", blank=True)

    class Meta:
        verbose_name = "plan anual"
        verbose_name_plural = "planes anuales"
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["direccion", "vigencia"],
                name="un_plan_por_vigencia",
                violation_error_message="La dirección ya tiene un plan de esa vigencia.",
            ),
            models.CheckConstraint(
                name="plan_aprobado_dice_por_quien",
                condition=Q(estado="borrador", aprobado_en__isnull=True, aprobado_por__isnull=True)
                | (~Q(estado="borrador") & Q(aprobado_en__isnull=False, aprobado_por__isnull=False)),
            ),
            models.CheckConstraint(
                name="plan_cerrado_tiene_momento",
                condition=Q(estado="cerrado", cerrado_en__isnull=False)
                | (~Q(estado="cerrado") & Q(cerrado_en__isnull=True)),
            ),
        ]
        triggers: ClassVar = [auditado(), no_se_borra()]

    def __str__(self) -> str:
        return f"Plan {self.vigencia} · {self.direccion.sigla}"

    @property
    def en_borrador(self) -> bool:
        """True while nobody has approved it: its changes need no reason."""
        return self.estado == self.Estado.BORRADOR

    @property
    def en_marcha(self) -> bool:
        """Approved and not closed: sessions may be called from it."""
        return self.estado in {self.Estado.APROBADO, self.Estado.EN_EJECUCION}

    @property
    def abierto(self) -> bool:
        """True until it is closed."""
        return self.estado != self.Estado.CERRADO


class ActividadQuerySet(models.QuerySet["Actividad"]):
    """Reads of the activities."""

    def vigentes(self) -> Self:
        """All but the withdrawn ones."""
        return self.filter(retirada_en__isnull=True)

    def en_orden(self) -> Self:
        """By their first planned month, as a plan shows them."""
        return self.select_related(
            "plan__direccion", "estrategia", "modalidad", "responsable__usuario", "publico"
        ).order_by("meses__0", "id")


class Actividad(models.Model):
    """A line of a plan: topic, strategy, modality, target, months, who answers for it and its goal."""

    plan = models.ForeignKey(Plan, on_delete=models.PROTECT, related_name="actividades")
    titulo = models.CharField("título", max_length=200)
    descripcion = models.TextField("descripción", blank=True)
    temas = models.ManyToManyField(Tema, related_name="actividades")
    estrategia = models.ForeignKey(Estrategia, on_delete=models.PROTECT, related_name="actividades")
    modalidad = models.ForeignKey(Modalidad, on_delete=models.PROTECT, related_name="actividades")
    publico = models.OneToOneField(Publico, on_delete=models.PROTECT, related_name="actividad")
    meses = ArrayField(
        models.PositiveSmallIntegerField(validators=[MinValueValidator(1), MaxValueValidator(12)]),
        verbose_name="meses previstos",
    )
    responsable = models.ForeignKey(Funcionario, on_delete=models.PROTECT, related_name="actividades")
    meta_sesiones = models.PositiveSmallIntegerField("meta de sesiones", default=1)
    meta_entidades = models.PositiveSmallIntegerField("meta de entidades")
    sesiones = models.ManyToManyField(Sesion, blank=True, related_name="actividades")
    propuesta_por = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    retirada_en = models.DateTimeField(null=True, blank=True)
    por_que_no = models.TextField("por qué no se cumplió", blank=True)

    objects = ActividadQuerySet.as_manager()

    class Meta:
        verbose_name = "actividad"
        verbose_name_plural = "actividades"
        constraints: ClassVar = [
            models.CheckConstraint(
                name="actividad_con_meses",
                condition=Q(meses__len__gte=1),
                violation_error_message="Elija al menos un mes.",
            ),
            models.CheckConstraint(name="actividad_con_meta", condition=Q(meta_sesiones__gte=1, meta_entidades__gte=1)),
        ]
        triggers: ClassVar = [auditado(), no_se_borra()]

    def __str__(self) -> str:
        return self.titulo


relacion_auditada(Actividad.temas.through)
relacion_auditada(Actividad.sesiones.through)


class CambioPlan(models.Model):
    """What changed in an approved plan, and why: each change is a version."""

    plan = models.ForeignKey(Plan, on_delete=models.PROTECT, related_name="cambios")
    actividad = models.ForeignKey(Actividad, on_delete=models.PROTECT, null=True, blank=True, related_name="cambios")
    version = models.PositiveSmallIntegerField("versión")
    motivo = models.TextField()
    antes = models.JSONField(default=dict)
    despues = models.JSONField("después", default=dict)
    autor = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    momento = models.DateTimeField()

    class Meta:
        verbose_name = "cambio del plan"
        verbose_name_plural = "cambios del plan"
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["plan", "version"], name="version_de_plan_una_vez"),
        ]
        triggers: ClassVar = [auditado(), *solo_agregar()]

    def __str__(self) -> str:
        return f"{self.plan} · versión {self.version}"
