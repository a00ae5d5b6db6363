"""When each adviser may be found, and the hours offered to who asks."""

from datetime import datetime
from typing import ClassVar, Self

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Lower

from asiste.agenda.models.sesion import Sesion, nueva_clave
from asiste.auditoria.disparadores import auditado, relacion_auditada
from asiste.directorio.models import Entidad, Funcionario
from asiste.portafolio.models import Medio, Modalidad
from asiste.solicitudes.models import Solicitud


class HorarioAsesor(models.Model):
    """Hours of a weekday in which an adviser attends; who has none attends in the service hours of all."""

    class Dia(models.IntegerChoices):
        LUNES = 1, "Lunes"
        MARTES = 2, "Martes"
        MIERCOLES = 3, "Miércoles"
        JUEVES = 4, "Jueves"
        VIERNES = 5, "Viernes"

    funcionario = models.ForeignKey(Funcionario, on_delete=models.CASCADE, related_name="horario")
    dia = models.PositiveSmallIntegerField("día", choices=Dia)
    inicia = models.TimeField("desde")
    termina = models.TimeField("hasta")

    class Meta:
        verbose_name = "horario del asesor"
        verbose_name_plural = "horarios de los asesores"
        constraints: ClassVar = [
            models.CheckConstraint(
                name="horario_en_orden",
                condition=Q(termina__gt=F("inicia")),
                violation_error_message="La hora final debe ser posterior a la inicial.",
            ),
        ]
        triggers: ClassVar = [auditado()]

    def __str__(self) -> str:
        return f"{self.get_dia_display()}, de {self.inicia:%H:%M} a {self.termina:%H:%M}"


class PropuestaQuerySet(models.QuerySet["Propuesta"]):
    """Reads of the offered hours."""

    def en_espera(self) -> Self:
        """Nobody has chosen yet; those that expired too: somebody has to offer others, or withdraw them."""
        return self.filter(estado=Propuesta.Estado.ABIERTA)

    def con_nombres(self) -> Self:
        """With what a list shows of each."""
        franjas = models.Prefetch("franjas", FranjaOfrecida.objects.order_by("inicia", "id"))
        return self.select_related(
            "solicitud", "modalidad", "dirige__usuario", "dirige__dependencia", "entidad", "sesion"
        ).prefetch_related(franjas)


class Propuesta(models.Model):
    """Hours offered to who asked, to choose one by a link: the chosen one becomes the session."""

    class Estado(models.TextChoices):
        ABIERTA = "abierta", "Por elegir"
        ELEGIDA = "elegida", "Elegida"
        RETIRADA = "retirada", "Retirada"

    clave = models.CharField(max_length=12, unique=True, default=nueva_clave, editable=False)
    solicitud = models.ForeignKey(Solicitud, on_delete=models.PROTECT, null=True, blank=True, related_name="propuestas")
    titulo = models.CharField("título", max_length=200)
    modalidad = models.ForeignKey(Modalidad, on_delete=models.PROTECT, related_name="+")
    medio = models.CharField(max_length=10, choices=Medio)
    lugar = models.CharField(max_length=200, blank=True)
    enlace_virtual = models.URLField("enlace de la reunión virtual", max_length=500, blank=True)
    funcionarios = models.ManyToManyField(Funcionario, related_name="propuestas")
    dirige = models.ForeignKey(Funcionario, on_delete=models.PROTECT, related_name="+")
    entidad = models.ForeignKey(Entidad, on_delete=models.PROTECT, null=True, blank=True, related_name="propuestas")
    nombre = models.CharField("a quién se ofrece", max_length=200)
    correo = models.EmailField("correo electrónico")
    estado = models.CharField(max_length=10, choices=Estado, default=Estado.ABIERTA)
    creada_por = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    creada_en = models.DateTimeField()
    vence_en = models.DateTimeField("se puede elegir hasta")
    sesion = models.OneToOneField(Sesion, on_delete=models.PROTECT, null=True, blank=True, related_name="propuesta")
    pidio_otras_en = models.DateTimeField("pidió otras horas el", null=True, blank=True)
    pidio_otras = models.CharField("cuáles le sirven", max_length=500, blank=True)

    objects = PropuestaQuerySet.as_manager()

    class Meta:
        verbose_name = "propuesta de horarios"
        verbose_name_plural = "propuestas de horarios"
        constraints: ClassVar = [
            models.CheckConstraint(name="propuesta_correo_en_minusculas", condition=Q(correo=Lower("correo"))),
            models.CheckConstraint(
                name="propuesta_elegida_tiene_sesion",
                condition=Q(estado="elegida", sesion__isnull=False) | (~Q(estado="elegida") & Q(sesion__isnull=True)),
            ),
        ]
        triggers: ClassVar = [auditado()]

    def __str__(self) -> str:
        return self.titulo

    def vencida(self, ahora: datetime) -> bool:
        """Still open, and too late to choose."""
        return self.estado == self.Estado.ABIERTA and self.vence_en <= ahora


relacion_auditada(Propuesta.funcionarios.through)


class FranjaOfrecida(models.Model):
    """One of the hours offered."""

    propuesta = models.ForeignKey(Propuesta, on_delete=models.CASCADE, related_name="franjas")
    inicia = models.DateTimeField("empieza")
    termina = models.DateTimeField()

    class Meta:
        verbose_name = "franja ofrecida"
        verbose_name_plural = "franjas ofrecidas"
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["propuesta", "inicia"], name="franja_una_vez"),
            models.CheckConstraint(name="franja_en_orden", condition=Q(termina__gt=F("inicia"))),
        ]
        triggers: ClassVar = [auditado()]

    def __str__(self) -> str:
        return f"{self.inicia:%d/%m/%Y %H:%M}"
