"""Contacts of the entities."""

from datetime import date
from typing import ClassVar, Self

from django.db import models
from django.db.models import Q
from django.db.models.functions import Lower

from asiste.auditoria.disparadores import auditado, relacion_auditada
from asiste.directorio.models.entidades import Entidad


class EnlaceQuerySet(models.QuerySet["Enlace"]):
    """Reads of the contacts."""

    def vigentes(self, hoy: date) -> Self:
        """Those in force on a day."""
        return self.filter(Q(desde__lte=hoy), Q(hasta__isnull=True) | Q(hasta__gte=hoy))


class Enlace(models.Model):
    """A person an entity names as contact. Only what the lineamiento asks: name, position, address."""

    entidad = models.ForeignKey(Entidad, on_delete=models.PROTECT, related_name="enlaces")
    nombre = models.CharField("nombre completo", max_length=200)
    cargo = models.CharField(max_length=200, blank=True)
    correo = models.EmailField("correo electrónico", db_index=True)
    temas = models.ManyToManyField("portafolio.Tema", blank=True)
    desde = models.DateField()
    hasta = models.DateField(null=True, blank=True)

    objects = EnlaceQuerySet.as_manager()

    class Meta:
        verbose_name = "enlace"
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["entidad", "correo"],
                condition=Q(hasta__isnull=True),
                name="enlace_vigente_unico",
                violation_error_message="Esa persona ya es enlace de la entidad.",
            ),
            models.CheckConstraint(
                name="enlace_correo_en_minusculas",
                condition=Q(correo=Lower("correo")),
                violation_error_message="Escriba el correo en minúsculas.",
            ),
        ]
        triggers = [auditado()]

    def __str__(self) -> str:
        return f"{self.nombre}, {self.entidad.corto}"


relacion_auditada(Enlace.temas.through)
