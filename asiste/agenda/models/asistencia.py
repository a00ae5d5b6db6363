"""Who was there, and how it is known."""

from typing import ClassVar, Self

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.db.models.functions import Lower

from asiste.agenda.models.invitados import Invitado
from asiste.agenda.models.sesion import Sesion
from asiste.auditoria.disparadores import auditado, no_se_borra
from asiste.directorio.models import Entidad


class AsistenciaQuerySet(models.QuerySet["Asistencia"]):
    """Reads of the attendance."""

    def validas(self) -> Self:
        """All but those withdrawn by mistake."""
        return self.filter(retirada_en__isnull=True)

    def comprobadas(self) -> Self:
        """Valid ones whose address is to be written to: seen in the room, noted by the team, or of somebody invited.

        Who came by the link of the chat typed an address that nobody confirmed.
        """
        return self.validas().exclude(medio=Asistencia.Medio.ENLACE, invitado__isnull=True)

    def en_orden(self) -> Self:
        """As they came in."""
        return self.select_related("entidad", "anotada_por").order_by("llegada_en", "id")

    def de_invitados(self) -> Self:
        """Those of people who had a place."""
        return self.filter(invitado__situacion=Invitado.Situacion.INVITADO)

    def entidades(self) -> list[Entidad]:
        """The entities that were there, by name."""
        return list(Entidad.objects.filter(pk__in=self.order_by().values("entidad")).order_by("nombre", "id"))


class Asistencia(models.Model):
    """A person who was in a session. Only name and entity are asked; the rest is optional. Source: Ley 1581 de 2012."""

    class Medio(models.TextChoices):
        CODIGO = "codigo", "Código en la sala"
        ENLACE = "enlace", "Enlace de la sesión"
        MANUAL = "manual", "Anotada por el equipo"
        TARDIA = "tardia", "Anotada después"

    A_MANO: ClassVar = [Medio.MANUAL, Medio.TARDIA]

    sesion = models.ForeignKey(Sesion, on_delete=models.PROTECT, related_name="asistencias")
    invitado = models.ForeignKey(Invitado, on_delete=models.PROTECT, null=True, blank=True, related_name="asistencias")
    nombre = models.CharField("nombre completo", max_length=200)
    cargo = models.CharField(max_length=200, blank=True)
    correo = models.EmailField("correo electrónico", blank=True)
    telefono = models.CharField("teléfono", max_length=60, blank=True)
    entidad = models.ForeignKey(Entidad, on_delete=models.PROTECT, null=True, blank=True, related_name="asistencias")
    entidad_nombre = models.CharField("entidad u organización", max_length=200, blank=True)
    medio = models.CharField("cómo se registró", max_length=10, choices=Medio)
    fuera_de_cupo = models.BooleanField("llegó cuando ya no había cupo", default=False)
    llegada_en = models.DateTimeField()
    registrada_en = models.DateTimeField()
    anotada_por = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    motivo = models.CharField("por qué se anotó a mano", max_length=200, blank=True)
    aviso_aceptado_en = models.DateTimeField("aceptó el aviso de privacidad", null=True, blank=True)
    retirada_en = models.DateTimeField(null=True, blank=True)
    retirada_por = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    retirada_motivo = models.CharField("por qué se retiró", max_length=200, blank=True)

    objects = AsistenciaQuerySet.as_manager()

    class Meta:
        verbose_name = "asistencia"
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["sesion", "correo"],
                condition=~Q(correo="") & Q(retirada_en__isnull=True),
                name="una_asistencia_por_persona",
                violation_error_message="Esa persona ya registró su asistencia.",
            ),
            models.CheckConstraint(name="asistencia_correo_en_minusculas", condition=Q(correo=Lower("correo"))),
            models.CheckConstraint(
                name="a_mano_dice_quien",
                condition=Q(medio__in=["manual", "tardia"], anotada_por__isnull=False)
                | Q(medio__in=["codigo", "enlace"], anotada_por__isnull=True, aviso_aceptado_en__isnull=False),
            ),
            models.CheckConstraint(
                name="asistencia_retirada_con_motivo",
                condition=(Q(retirada_en__isnull=False, retirada_por__isnull=False) & ~Q(retirada_motivo=""))
                | Q(retirada_en__isnull=True, retirada_por__isnull=True, retirada_motivo=""),
            ),
        ]
        triggers: ClassVar = [auditado(), no_se_borra()]

    def __str__(self) -> str:
        return self.nombre

    @property
    def de_donde(self) -> str:
        """Entity as shown."""
        return self.entidad.corto if self.entidad else self.entidad_nombre
