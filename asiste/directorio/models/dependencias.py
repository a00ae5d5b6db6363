"""Who attends: offices, their people and which adviser answers for whom."""

from datetime import date
from typing import ClassVar, Self

from django.conf import settings
from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import ArrayField, DateRangeField, RangeOperators
from django.db import models
from django.db.models import Func, Q, Value

from asiste.auditoria.disparadores import auditado
from asiste.directorio.models.entidades import Entidad, Sector


class DependenciaQuerySet(models.QuerySet["Dependencia"]):
    """Reads of the offices."""

    def arbol(self, raiz: "Dependencia | int") -> Self:
        """The office, or that of the id, and those under it (the tree has three levels)."""
        clave = raiz if isinstance(raiz, int) else raiz.pk
        return self.filter(Q(pk=clave) | Q(padre=clave) | Q(padre__padre=clave))

    def direcciones(self) -> Self:
        """The three direcciones."""
        return self.filter(tipo=Dependencia.Tipo.DIRECCION).order_by("orden", "id")


class Dependencia(models.Model):
    """Subsecretaría, dirección or subdirección. Names and parents are data: structures change."""

    class Tipo(models.TextChoices):
        SUBSECRETARIA = "subsecretaria", "Subsecretaría"
        DIRECCION = "direccion", "Dirección"
        SUBDIRECCION = "subdireccion", "Subdirección"

    clave = models.SlugField(unique=True)
    sigla = models.CharField(max_length=20)
    nombre = models.CharField(max_length=200)
    padre = models.ForeignKey("self", on_delete=models.PROTECT, null=True, blank=True, related_name="hijas")
    tipo = models.CharField(max_length=15, choices=Tipo)
    titular = models.CharField("cargo de quien la dirige", max_length=120, blank=True)
    base_legal = models.TextField(blank=True)
    alias = ArrayField(models.CharField(max_length=200), default=list, blank=True)
    desde = models.DateField(null=True, blank=True)
    hasta = models.DateField(null=True, blank=True)
    orden = models.PositiveSmallIntegerField(default=0)

    objects = DependenciaQuerySet.as_manager()

    class Meta:
        verbose_name = "dependencia"
        triggers = [auditado()]

    def __str__(self) -> str:
        return self.nombre

    @property
    def linea(self) -> list[int]:
        """Itself and the offices above it (the tree has three levels)."""
        arriba = [self.padre_id, self.padre.padre_id if self.padre else None]
        return [self.pk, *(cual for cual in arriba if cual)]

    @property
    def direccion(self) -> "Dependencia":
        """The dirección it belongs to: itself, or its parent."""
        return self.padre if self.tipo == self.Tipo.SUBDIRECCION and self.padre else self

    def cadena(self) -> list["Dependencia"]:
        """The office and those above it, from near to far."""
        return [self, *(self.padre.cadena() if self.padre else [])]


class Funcionario(models.Model):
    """A person of the SDFI in an office."""

    usuario = models.OneToOneField(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="funcionario")
    dependencia = models.ForeignKey(Dependencia, on_delete=models.PROTECT, related_name="funcionarios")
    cargo = models.CharField(max_length=120, blank=True)

    class Meta:
        verbose_name = "funcionario"
        triggers = [auditado()]

    def __str__(self) -> str:
        return str(self.usuario)


class VigenciaQuerySet(models.QuerySet["AsesorAsignado"]):
    """Reads of the allocation."""

    def vigentes(self, hoy: date) -> Self:
        """Rows in force on a day."""
        return self.filter(Q(desde__lte=hoy), Q(hasta__isnull=True) | Q(hasta__gte=hoy))


class AsesorAsignado(models.Model):
    """Which adviser answers, in an office, for a sector, an entity or a topic.

    The entity is the exception to its sector, and the topic (a component of the archive) to both.
    Disposición: 6.2-asesor-sector.
    """

    dependencia = models.ForeignKey(Dependencia, on_delete=models.PROTECT, related_name="asignaciones")
    asesor = models.ForeignKey(Funcionario, on_delete=models.PROTECT, related_name="asignaciones")
    sector = models.ForeignKey(Sector, on_delete=models.PROTECT, null=True, blank=True)
    entidad = models.ForeignKey(Entidad, on_delete=models.PROTECT, null=True, blank=True)
    tema = models.ForeignKey("portafolio.Tema", on_delete=models.PROTECT, null=True, blank=True)
    desde = models.DateField()
    hasta = models.DateField(null=True, blank=True)
    motivo = models.CharField(max_length=200, blank=True)

    objects = VigenciaQuerySet.as_manager()

    class Meta:
        verbose_name = "asesor asignado"
        verbose_name_plural = "asesores asignados"
        constraints: ClassVar = [
            models.CheckConstraint(
                name="asesor_asignado_a_una_cosa",
                condition=Q(sector__isnull=False, entidad__isnull=True, tema__isnull=True)
                | Q(sector__isnull=True, entidad__isnull=False, tema__isnull=True)
                | Q(sector__isnull=True, entidad__isnull=True, tema__isnull=False),
                violation_error_message="Elija un sector, una entidad o un tema, y solo uno.",
            ),
            *(
                models.UniqueConstraint(
                    fields=["dependencia", campo],
                    condition=Q(hasta__isnull=True, **{f"{campo}__isnull": False}),
                    name=f"un_asesor_vigente_por_{campo}",
                    violation_error_message="Ya hay un asesor vigente: cierre antes esa asignación.",
                )
                for campo in ("sector", "entidad", "tema")
            ),
        ]
        triggers = [auditado()]

    def __str__(self) -> str:
        return f"{self.asesor} · {self.sector or self.entidad or self.tema}"


class Ausencia(models.Model):
    """Days an adviser is away and who stands in."""

    asesor = models.ForeignKey(Funcionario, on_delete=models.PROTECT, related_name="ausencias")
    sustituto = models.ForeignKey(Funcionario, on_delete=models.PROTECT, related_name="suplencias")
    desde = models.DateField()
    hasta = models.DateField()
    motivo = models.CharField(max_length=200)

    class Meta:
        verbose_name = "ausencia"
        constraints: ClassVar = [
            models.CheckConstraint(
                name="ausencia_en_orden",
                condition=Q(hasta__gte=models.F("desde")),
                violation_error_message="La ausencia termina antes de empezar.",
            ),
            models.CheckConstraint(
                name="ausencia_con_otro",
                condition=~Q(asesor=models.F("sustituto")),
                violation_error_message="El sustituto debe ser otra persona.",
            ),
        ]
        triggers = [auditado()]

    def __str__(self) -> str:
        return f"{self.asesor}, del {self.desde} al {self.hasta}"


# Both days included; without the last one, for ever
DIAS_DEL_ENCARGO = Func("desde", "hasta", Value("[]"), function="DATERANGE", output_field=DateRangeField())


class EncargoQuerySet(models.QuerySet["Encargo"]):
    """Reads of who heads an office for a while."""

    def vigentes(self, hoy: date) -> Self:
        """Those in force on a day."""
        return self.filter(Q(desde__lte=hoy), Q(hasta__isnull=True) | Q(hasta__gte=hoy))


class Encargo(models.Model):
    """Somebody heads an office for a while by an act, besides or instead of its own head."""

    dependencia = models.ForeignKey(Dependencia, on_delete=models.PROTECT, related_name="encargos")
    funcionario = models.ForeignKey(Funcionario, on_delete=models.PROTECT, related_name="encargos_de_oficina")
    desde = models.DateField()
    hasta = models.DateField(null=True, blank=True)
    acto = models.CharField("acto que lo encarga", max_length=200)

    objects = EncargoQuerySet.as_manager()

    class Meta:
        verbose_name = "encargo de una oficina"
        verbose_name_plural = "encargos de oficinas"
        constraints: ClassVar = [
            models.CheckConstraint(
                name="encargo_en_orden",
                condition=Q(hasta__isnull=True) | Q(hasta__gte=models.F("desde")),
                violation_error_message="El encargo termina antes de empezar.",
            ),
            ExclusionConstraint(
                name="un_encargo_a_la_vez",
                expressions=[("dependencia", RangeOperators.EQUAL), (DIAS_DEL_ENCARGO, RangeOperators.OVERLAPS)],
                violation_error_message="Esa dependencia ya está encargada a alguien en esos días.",
            ),
        ]
        triggers: ClassVar = [auditado()]

    def __str__(self) -> str:
        return f"{self.funcionario}, {self.dependencia.sigla}"

    @property
    def cuando(self) -> str:
        """«desde el 02/11/2026», or «del 02/11/2026 al 20/11/2026»."""
        if self.hasta is None:
            return f"desde el {self.desde:%d/%m/%Y}"
        return f"del {self.desde:%d/%m/%Y} al {self.hasta:%d/%m/%Y}"
