"""The lines of action of a plan, going round the cycle."""

from typing import ClassVar, Self

from django.conf import settings
from django.db import models
from django.db.models import Q

from asiste.archivo.models.plan import PlanFocalizado
from asiste.auditoria.disparadores import auditado, relacion_auditada, solo_agregar
from asiste.portafolio.models import Modalidad, Tema


class Fase(models.TextChoices):
    """Steps of the cycle. Disposición: 7.1.1-phva."""

    PLANEAR = "planear", "Planear"
    HACER = "hacer", "Hacer"
    VERIFICAR = "verificar", "Verificar"
    ACTUAR = "actuar", "Actuar"
    TERMINADA = "terminada", "Terminada"

    @property
    def recorridas(self) -> int:
        """How many phases are behind: from 0 to 4."""
        return list(Fase).index(self)

    @property
    def siguiente(self) -> "Fase":
        """The one that follows; that of a finished line is itself."""
        return list(Fase)[min(self.recorridas + 1, 4)]

    @property
    def anteriores(self) -> list["Fase"]:
        """Those it may go back to, the nearest first."""
        return list(Fase)[: self.recorridas][::-1]


class LineaQuerySet(models.QuerySet["LineaAccion"]):
    """Reads of the lines."""

    def vivas(self) -> Self:
        """All but those the entity agreed to take out."""
        return self.exclude(situacion=LineaAccion.Situacion.RETIRADA)

    def en_curso(self) -> Self:
        """The agreed ones, though their withdrawal be proposed."""
        return self.filter(situacion__in=LineaAccion.EN_CURSO)

    def en_orden(self) -> Self:
        """As a plan shows them, with their topic and services."""
        return self.select_related("tema__padre").prefetch_related("servicios").order_by("orden", "id")


class LineaAccion(models.Model):
    """What will be worked on: a topic, its axis and the services. Disposición: 7.1.1-lineas-accion."""

    class Situacion(models.TextChoices):
        PROPUESTA = "propuesta", "Por acordar"
        ACORDADA = "acordada", "Acordada"
        POR_RETIRAR = "por-retirar", "Se propone retirarla"
        RETIRADA = "retirada", "Retirada"

    EN_CURSO: ClassVar = [Situacion.ACORDADA, Situacion.POR_RETIRAR]

    plan = models.ForeignKey(PlanFocalizado, on_delete=models.PROTECT, related_name="lineas")
    tema = models.ForeignKey(
        Tema, on_delete=models.PROTECT, related_name="+", verbose_name="componente o subcomponente"
    )
    nombre = models.CharField("línea de acción", max_length=250)
    eje = models.CharField("eje temático", max_length=200, blank=True)
    servicios = models.ManyToManyField(Modalidad, related_name="+")
    orden = models.PositiveSmallIntegerField(default=0)
    fase = models.CharField(max_length=10, choices=Fase, default=Fase.PLANEAR)
    situacion = models.CharField("situación", max_length=12, choices=Situacion, default=Situacion.PROPUESTA)
    retiro = models.TextField("por qué se retira", blank=True)
    retirada_en = models.DateTimeField(null=True, blank=True)
    por_que_no = models.TextField("por qué no terminó", blank=True)

    objects = LineaQuerySet.as_manager()

    class Meta:
        verbose_name = "línea de acción"
        verbose_name_plural = "líneas de acción"
        constraints: ClassVar = [
            models.CheckConstraint(
                name="linea_retirada_con_motivo",
                condition=(Q(situacion="retirada", retirada_en__isnull=False) & ~Q(retiro=""))
                | (Q(situacion="por-retirar", retirada_en__isnull=True) & ~Q(retiro=""))
                | Q(situacion__in=["propuesta", "acordada"], retirada_en__isnull=True, retiro=""),
            )
        ]
        triggers: ClassVar = [auditado()]

    def __str__(self) -> str:
        return self.nombre

    @property
    def en_fase(self) -> Fase:
        """Where it is in the cycle."""
        return Fase(self.fase)

    @property
    def en_curso(self) -> bool:
        """True once agreed and until the entity agrees to take it out."""
        return self.situacion in self.EN_CURSO

    @property
    def ciclo(self) -> list[tuple[str, str]]:
        """The four phases, and of each whether it is `hecho`, `actual` or still to come."""
        van = self.en_fase.recorridas
        pasos = ["hecho"] * van + ["actual"] + [""] * 4
        return [(fase.label, paso) for fase, paso in zip(list(Fase)[:4], pasos, strict=False)]

    @property
    def terminada(self) -> bool:
        """True when it went round the cycle."""
        return self.fase == Fase.TERMINADA


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

    @property
    def regresa(self) -> bool:
        """True when it went back."""
        return Fase(self.a).recorridas < Fase(self.de).recorridas
