"""The activities of a plan and the sessions that carry them out."""

from typing import ClassVar, Self

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Q

from asiste.agenda.models import Publico, Sesion
from asiste.auditoria.disparadores import auditado, no_se_borra, relacion_auditada
from asiste.directorio.models import Funcionario
from asiste.oferta.models.plan import Estrategia, Plan
from asiste.portafolio.models import Modalidad, Tema


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
