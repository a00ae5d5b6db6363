"""What is being written on a case, who is looking at it, and the texts one starts from."""

from typing import Any, ClassVar, Self

from django.conf import settings
from django.db import models
from django.db.models import Q

from asiste.auditoria.disparadores import auditado
from asiste.cuentas.models import Usuario
from asiste.directorio.models import Dependencia
from asiste.escritura.models import Presente, TextoDeVarios
from asiste.solicitudes.models.solicitud import Solicitud


class RedaccionQuerySet(models.QuerySet["Redaccion"]):
    """Reads of what is being written."""

    def de(self, solicitud: Solicitud, clase: str, usuario: Usuario) -> Self:
        """The draft the person writes on: the one of the team, or the own note."""
        dueno = usuario if clase == Redaccion.Clase.NOTA else None
        return self.filter(solicitud=solicitud, clase=clase, usuario=dueno, aparte=False)

    def apartes(self, solicitud: Solicitud, clase: str, usuario: Usuario) -> Self:
        """What the person wrote over an older version, not united yet."""
        return self.filter(solicitud=solicitud, clase=clase, usuario=usuario, aparte=True)

    def en_espera(self, usuario: Usuario) -> Self:
        """With something written that the person may go on with."""
        return self.exclude(texto="").filter(Q(usuario=None) | Q(usuario=usuario))


class Redaccion(TextoDeVarios):
    """A text not sent yet. The answer is one for the whole team; a note is of who writes it.

    Its version goes on growing after the text is sent or discarded, which empties it: who saves over another's words
    is always told.
    """

    class Clase(models.TextChoices):
        RESPUESTA = "respuesta", "Respuesta a la entidad"
        NOTA = "nota", "Nota interna"

    CUAL: ClassVar = ("solicitud", "clase", "usuario")

    solicitud = models.ForeignKey(Solicitud, on_delete=models.CASCADE, related_name="redacciones")
    clase = models.CharField(max_length=10, choices=Clase)
    usuario = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, null=True, blank=True, related_name="+"
    )

    objects = RedaccionQuerySet.as_manager()

    class Meta:
        verbose_name = "redacción"
        verbose_name_plural = "redacciones"
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["solicitud", "clase", "usuario", "aparte"], name="una_redaccion", nulls_distinct=False
            ),
            models.CheckConstraint(
                name="la_nota_es_de_quien_la_escribe",
                condition=Q(clase="nota", usuario__isnull=False)
                | Q(clase="respuesta", aparte=False, usuario__isnull=True)
                | Q(clase="respuesta", aparte=True, usuario__isnull=False),
            ),
        ]
        triggers = [auditado()]

    def __str__(self) -> str:
        return f"{self.get_clase_display()} de {self.solicitud}"

    @property
    def cual_de_todos(self) -> dict[str, Any]:
        """The answer is of nobody; a note is read by who writes it."""
        return self.cual if self.clase == self.Clase.NOTA else {**self.cual, "usuario": None}


class Presencia(Presente):
    """Who has a case open."""

    LUGAR: ClassVar = "solicitud"

    solicitud = models.ForeignKey(Solicitud, on_delete=models.CASCADE, related_name="presencias")
    escribe = models.BooleanField(default=False)

    class Meta:
        verbose_name = "presencia"
        constraints: ClassVar = [models.UniqueConstraint(fields=["solicitud", "usuario"], name="una_presencia")]

    @property
    def escribiendo(self) -> str:
        """The answer, if he or she is on its page."""
        return "la respuesta" if self.escribe else ""


class PlantillaQuerySet(models.QuerySet["Plantilla"]):
    """Reads of the texts."""

    def para(self, dependencia: Dependencia) -> Self:
        """Those in use in an office: its own first, then those of the offices above it."""
        oficinas = [oficina.pk for oficina in dependencia.cadena()]
        propias = self.filter(activa=True, dependencia__in=oficinas).select_related("dependencia")
        return propias.order_by(models.Case(*_lugares(oficinas)), "nombre", "id")


def _lugares(oficinas: list[int]) -> list[models.When]:
    return [models.When(dependencia=pk, then=models.Value(lugar)) for lugar, pk in enumerate(oficinas)]


class Plantilla(models.Model):
    """A text of an office to start from or to insert, with fields such as `{radicado}` that fill themselves."""

    dependencia = models.ForeignKey(Dependencia, on_delete=models.PROTECT, related_name="plantillas")
    nombre = models.CharField(max_length=120)
    texto = models.TextField()
    activa = models.BooleanField(default=True)

    objects = PlantillaQuerySet.as_manager()

    class Meta:
        verbose_name = "plantilla"
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["dependencia", "nombre"],
                name="plantilla_con_su_nombre",
                violation_error_message="Ya hay una plantilla con ese nombre.",
            )
        ]
        triggers = [auditado()]

    def __str__(self) -> str:
        return self.nombre
