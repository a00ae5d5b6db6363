"""Lists that are kept, and what is done to a whole list."""

from typing import ClassVar, Self

from django.conf import settings
from django.db import models
from django.db.models import Q

from asiste.auditoria.disparadores import auditado, solo_agregar
from asiste.cuentas.models import Usuario
from asiste.directorio.models import Dependencia


class VistaQuerySet(models.QuerySet["Vista"]):
    """Reads of the saved views."""

    def para(self, usuario: Usuario) -> Self:
        """Those of a person and those shared with the office he or she works in, or one above it; by name."""
        puesto: Dependencia | None = usuario.funcionario.dependencia if hasattr(usuario, "funcionario") else None
        compartidas = Q(dependencia__in=puesto.linea) if puesto else Q(pk__in=())
        return self.filter(Q(usuario=usuario) | compartidas).order_by("nombre", "id")


class Vista(models.Model):
    """Conditions of a list under a name: of who saved them or, with office, of all its tree."""

    class Pagina(models.TextChoices):
        BASE = "base", "Base de trazabilidad"
        BANDEJA = "bandeja", "Bandeja"

    pagina = models.CharField("lista", max_length=10, choices=Pagina, default=Pagina.BASE)
    nombre = models.CharField(max_length=80)
    consulta = models.CharField("condiciones, como en la dirección de la página", max_length=1000)
    usuario = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="vistas")
    dependencia = models.ForeignKey(Dependencia, on_delete=models.PROTECT, null=True, blank=True, related_name="vistas")

    objects = VistaQuerySet.as_manager()

    class Meta:
        verbose_name = "vista guardada"
        verbose_name_plural = "vistas guardadas"
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["usuario", "nombre"],
                name="vista_con_su_nombre",
                violation_error_message="Ya tiene una vista con ese nombre.",
            )
        ]
        triggers = [auditado()]

    def __str__(self) -> str:
        return self.nombre


class Lote(models.Model):
    """Something done to many requests at once; its key, made before asking, keeps it from being done twice."""

    clave = models.UUIDField(unique=True)
    accion = models.CharField("acción", max_length=10)
    usuario = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    momento = models.DateTimeField()
    casos = models.PositiveSmallIntegerField("cuántas solicitudes")

    class Meta:
        verbose_name = "lote"
        triggers = [auditado(), *solo_agregar()]

    def __str__(self) -> str:
        return f"{self.accion} · {self.casos}"
