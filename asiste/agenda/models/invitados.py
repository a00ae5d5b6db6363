"""Who is invited to a session and what each one answered."""

from typing import ClassVar, Self

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.db.models.functions import Lower

from asiste.agenda.models.sesion import Sesion, nueva_clave
from asiste.auditoria.disparadores import auditado
from asiste.directorio.models import Enlace, Entidad


class InvitadoQuerySet(models.QuerySet["Invitado"]):
    """Reads of the invited."""

    def con_lugar(self) -> Self:
        """Invited and not in the waiting list: those whose mail and calendar carry the session."""
        return self.filter(situacion=Invitado.Situacion.INVITADO)

    def ocupan_cupo(self) -> Self:
        """Those who take a place: invited who did not say they are not coming. Who is in charge takes none."""
        return self.de_fuera().con_lugar().exclude(respuesta=Invitado.Respuesta.NO_ASISTE)

    def de_fuera(self) -> Self:
        """All but those in charge, who are invited only so that it lands in their calendars."""
        return self.exclude(origen=Invitado.Origen.A_CARGO)

    def en_espera(self) -> Self:
        """The waiting list, first come, first served."""
        return self.filter(situacion=Invitado.Situacion.EN_ESPERA).order_by("espera_desde", "id")

    def por_nombre(self) -> Self:
        """As a list shows them."""
        return self.select_related("entidad").order_by("entidad__nombre", "nombre", "id")


class Invitado(models.Model):
    """A person and a session: how he or she came to it, whether there is a place, and the answer.

    `secuencia_enviada` is the version of the session that stands in the person's calendar, None when there is none.
    """

    class Origen(models.TextChoices):
        CONVOCATORIA = "convocatoria", "Convocatoria"
        EQUIPO = "equipo", "Lo agregó el equipo"
        INSCRIPCION = "inscripcion", "Se inscribió"
        RESPUESTA = "respuesta", "Respondió sin estar invitado"
        A_CARGO = "a-cargo", "Está a cargo"

    class Situacion(models.TextChoices):
        INVITADO = "invitado", "Invitado"
        EN_ESPERA = "en-espera", "En lista de espera"
        POR_DECIDIR = "por-decidir", "Por decidir"
        RETIRADO = "retirado", "Retirado"

    class Respuesta(models.TextChoices):
        SIN_RESPUESTA = "sin-respuesta", "Sin respuesta"
        ASISTE = "asiste", "Asistirá"
        TAL_VEZ = "tal-vez", "Por confirmar"
        NO_ASISTE = "no-asiste", "No asistirá"

    class Via(models.TextChoices):
        ENLACE = "enlace", "Por el enlace del correo"
        CALENDARIO = "calendario", "Desde su calendario"
        EQUIPO = "equipo", "La anotó el equipo"

    sesion = models.ForeignKey(Sesion, on_delete=models.PROTECT, related_name="invitados")
    enlace = models.ForeignKey(Enlace, on_delete=models.PROTECT, null=True, blank=True, related_name="invitaciones")
    entidad = models.ForeignKey(Entidad, on_delete=models.PROTECT, null=True, blank=True, related_name="invitaciones")
    nombre = models.CharField("nombre completo", max_length=200)
    cargo = models.CharField(max_length=200, blank=True)
    correo = models.EmailField("correo electrónico")
    origen = models.CharField(max_length=15, choices=Origen)
    situacion = models.CharField("situación", max_length=15, choices=Situacion, default=Situacion.INVITADO)
    respuesta = models.CharField(max_length=15, choices=Respuesta, default=Respuesta.SIN_RESPUESTA)
    respuesta_via = models.CharField("cómo respondió", max_length=15, choices=Via, blank=True)
    respondida_en = models.DateTimeField(null=True, blank=True)
    respuesta_secuencia = models.PositiveIntegerField("a qué cambio respondió", null=True, blank=True)
    comentario = models.CharField(max_length=500, blank=True)
    espera_desde = models.DateTimeField(null=True, blank=True)
    secuencia_enviada = models.PositiveIntegerField("último cambio que se le envió", null=True, blank=True)
    retiros = models.PositiveSmallIntegerField("veces que se quitó de su calendario", default=0)
    recordado_en = models.DateTimeField(null=True, blank=True)
    creado_en = models.DateTimeField()

    objects = InvitadoQuerySet.as_manager()

    class Meta:
        verbose_name = "invitado"
        indexes: ClassVar = [
            models.Index("entidad", name="invitado_de_entidad"),
            models.Index("correo", name="invitado_correo"),
        ]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["sesion", "correo"],
                name="invitado_una_vez",
                violation_error_message="Esa persona ya está invitada.",
            ),
            models.CheckConstraint(name="invitado_correo_en_minusculas", condition=Q(correo=Lower("correo"))),
            models.CheckConstraint(
                name="invitado_respuesta_con_momento",
                condition=Q(respuesta="sin-respuesta", respondida_en__isnull=True, respuesta_via="")
                | (~Q(respuesta="sin-respuesta") & Q(respondida_en__isnull=False) & ~Q(respuesta_via="")),
            ),
            models.CheckConstraint(
                name="invitado_en_espera_desde",
                condition=~Q(situacion="en-espera") | Q(espera_desde__isnull=False),
            ),
        ]
        triggers: ClassVar = [auditado()]

    def __str__(self) -> str:
        return self.nombre

    @property
    def secuencia(self) -> int:
        """SEQUENCE of what is sent to this person: taking it out of one calendar is a new version only there."""
        return self.sesion.secuencia + self.retiros

    @property
    def de_antes(self) -> bool:
        """The answer is older than the last change of the session."""
        return self.respuesta_secuencia is not None and self.respuesta_secuencia < self.secuencia

    @property
    def de_donde(self) -> str:
        """Entity as shown; empty for who has none."""
        return self.entidad.corto if self.entidad else ""


class SuscripcionAgenda(models.Model):
    """The address where a person's calendar program reads his or her sessions; a new one makes the old one void."""

    usuario = models.OneToOneField(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="suscripcion_agenda"
    )
    clave = models.CharField(max_length=12, unique=True, default=nueva_clave)
    creada_en = models.DateTimeField()

    class Meta:
        verbose_name = "suscripción a la agenda"
        verbose_name_plural = "suscripciones a la agenda"
        triggers: ClassVar = [auditado()]

    def __str__(self) -> str:
        return f"Agenda de {self.usuario}"
