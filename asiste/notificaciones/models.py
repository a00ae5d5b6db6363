"""Outgoing mail, kept before it is sent, and which mails each person of the team wants."""

from collections.abc import Collection
from datetime import datetime, timedelta
from typing import ClassVar, Self

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q

from asiste.auditoria.disparadores import auditado

INTENTOS = 16  # some two days: a server down for a night or a weekend morning loses nothing
ESPERA_MAXIMA = timedelta(hours=6)


class MensajeQuerySet(models.QuerySet["Mensaje"]):
    """Reads of the outbox."""

    def por_enviar(self, ahora: datetime, *, en_jornada: bool = True) -> Self:
        """Messages whose turn to be sent has come, oldest first; out of service hours, not those that wait for them."""
        vencidos = self.filter(estado=Mensaje.Estado.PENDIENTE, proximo_intento_en__lte=ahora).order_by("id")
        return vencidos if en_jornada else vencidos.exclude(solo_en_jornada=True)

    def fallidos(self) -> Self:
        """Dead letters: nobody tries them any more, until a person decides."""
        return self.filter(estado=Mensaje.Estado.FALLIDO)

    def sin_resolver(self) -> Self:
        """Those that did not leave, whatever the reason, and that nobody gave up."""
        return self.exclude(estado=Mensaje.Estado.ENVIADO).exclude(estado=Mensaje.Estado.PERDIDO)

    def automaticos_para(self, direcciones: Collection[str], desde: datetime) -> Self:
        """What a machine wrote to these addresses from that moment on."""
        suyos = self.filter(automatico=True, para__in=direcciones, creado_en__gte=desde)
        return suyos.exclude(estado=Mensaje.Estado.TOPE)


class Mensaje(models.Model):
    """A mail to one person. It is written in the transaction of what it tells, and sent after it."""

    class Estado(models.TextChoices):
        PENDIENTE = "pendiente", "Por enviar"
        ENVIADO = "enviado", "Enviado"
        FALLIDO = "fallido", "No se pudo enviar"
        PERDIDO = "perdido", "Dado por perdido"
        TOPE = "tope", "No se envió: tope diario"

    class Metodo(models.TextChoices):
        """What a calendar program does with the mail (RFC 5546)."""

        REQUEST = "REQUEST", "Invita"
        CANCEL = "CANCEL", "Cancela"

    clave = models.CharField("clave que evita repetirlo", max_length=120, unique=True)
    remitente = models.CharField(max_length=420)
    para = models.EmailField()
    caso = models.CharField("radicado del que trata", max_length=20, blank=True)
    asunto = models.CharField(max_length=250)
    texto = models.TextField()
    automatico = models.BooleanField("automático", default=True)
    solo_en_jornada = models.BooleanField("solo en horas de servicio", default=False)
    metodo = models.CharField("qué hace en el calendario", max_length=10, choices=Metodo, blank=True)
    calendario = models.TextField("lo que lee el calendario", blank=True)
    baja = models.CharField("dónde se deja de recibir", max_length=500, blank=True)
    message_id = models.CharField(max_length=250, unique=True)
    en_respuesta_a = models.CharField(max_length=998, blank=True)
    referencias = ArrayField(models.CharField(max_length=998), default=list, blank=True)
    adjuntos = models.ManyToManyField("documentos.Archivo", through="MensajeAdjunto")
    estado = models.CharField(max_length=10, choices=Estado, default=Estado.PENDIENTE)
    intentos = models.PositiveSmallIntegerField(default=0)
    proximo_intento_en = models.DateTimeField("próximo intento")
    enviado_en = models.DateTimeField(null=True, blank=True)
    error = models.TextField(blank=True)
    creado_en = models.DateTimeField()
    perdido_en = models.DateTimeField("dado por perdido el", null=True, blank=True)
    perdido_por = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    motivo = models.TextField("por qué se dio por perdido", blank=True)

    objects = MensajeQuerySet.as_manager()

    class Meta:
        verbose_name = "mensaje"
        indexes: ClassVar = [
            models.Index("proximo_intento_en", "id", name="mensaje_por_enviar", condition=Q(estado="pendiente")),
            models.Index("id", name="mensaje_fallido", condition=Q(estado="fallido")),
            models.Index("id", name="mensaje_sin_enviar", condition=~Q(estado="enviado")),
            models.Index("para", "creado_en", name="mensaje_automatico", condition=Q(automatico=True)),
        ]
        constraints: ClassVar = [
            models.CheckConstraint(
                name="mensaje_enviado_tiene_momento",
                condition=Q(estado="enviado", enviado_en__isnull=False)
                | (~Q(estado="enviado") & Q(enviado_en__isnull=True)),
            ),
            models.CheckConstraint(
                name="mensaje_de_calendario_con_metodo",
                condition=Q(metodo="", calendario="") | (~Q(metodo="") & ~Q(calendario="")),
            ),
            models.CheckConstraint(
                name="mensaje_perdido_con_motivo",
                condition=(Q(estado="perdido", perdido_en__isnull=False, perdido_por__isnull=False) & ~Q(motivo=""))
                | (~Q(estado="perdido") & Q(perdido_en__isnull=True, perdido_por__isnull=True, motivo="")),
            ),
        ]
        triggers = [auditado()]

    def __str__(self) -> str:
        return f"{self.asunto} → {self.para}"

    def aplazar(self, ahora: datetime) -> None:
        """Moves the next try away: 1, 2, 4… minutes, six hours at most; after the last one it is a dead letter."""
        self.intentos += 1
        self.proximo_intento_en = ahora + min(timedelta(minutes=2 ** (self.intentos - 1)), ESPERA_MAXIMA)
        if self.intentos >= INTENTOS:
            self.estado = self.Estado.FALLIDO


class MensajeAdjunto(models.Model):
    """A file that goes with a message, under the name the addressee sees."""

    mensaje = models.ForeignKey(Mensaje, on_delete=models.CASCADE)
    archivo = models.ForeignKey("documentos.Archivo", on_delete=models.PROTECT)
    nombre = models.CharField(max_length=250)

    class Meta:
        verbose_name = "adjunto del mensaje"
        triggers = [auditado()]

    def __str__(self) -> str:
        return self.nombre


class PreferenciaQuerySet(models.QuerySet["PreferenciaAvisos"]):
    """Reads of what people chose."""

    def de_cada_uno(self, usuarios: Collection[int]) -> dict[int, "PreferenciaAvisos"]:
        """By person, in one query; who never chose has everything."""
        elegidas = {una.usuario_id: una for una in self.filter(usuario__in=usuarios)}
        return {usuario: elegidas.get(usuario) or PreferenciaAvisos(usuario_id=usuario) for usuario in usuarios}

    def de(self, usuario: int) -> "PreferenciaAvisos":
        """Of one person."""
        return self.de_cada_uno([usuario])[usuario]


class PreferenciaAvisos(models.Model):
    """Which of the mails that may be left out a person of the team wants. Those of the law are not here."""

    class Mensajes(models.TextChoices):
        AL_MOMENTO = "al-momento", "Al momento, un correo por cada mensaje"
        RESUMEN = "resumen", "Solo en el resumen del día"
        NUNCA = "nunca", "No avisarme: los veo en la plataforma"

    usuario = models.OneToOneField(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="preferencia_avisos"
    )
    resumen = models.BooleanField("resumen del día", default=True)
    antes_de_vencer = models.BooleanField("avisos antes de vencer", default=True)
    mensajes = models.CharField(
        "mensajes de las entidades", max_length=10, choices=Mensajes, default=Mensajes.AL_MOMENTO
    )

    objects = PreferenciaQuerySet.as_manager()

    class Meta:
        verbose_name = "preferencia de avisos"
        verbose_name_plural = "preferencias de avisos"
        constraints: ClassVar = [
            models.CheckConstraint(
                name="sin_resumen_no_hay_mensajes_en_el",
                condition=Q(resumen=True) | ~Q(mensajes="resumen"),
                violation_error_message="Para recibir los mensajes en el resumen, deje el resumen del día.",
            )
        ]
        triggers = [auditado()]

    def __str__(self) -> str:
        return f"Avisos de {self.usuario}"


class ReboteQuerySet(models.QuerySet["Rebote"]):
    """Reads of the addresses that bounce."""

    def de(self, correo: str) -> "Rebote | None":
        """The mark of an address, or None if what is sent to it arrives."""
        return self.filter(correo=correo.lower()).first() if correo else None


class Rebote(models.Model):
    """An address where our mail does not arrive. It ends when somebody writes from it."""

    correo = models.EmailField(unique=True)
    desde = models.DateTimeField()
    ultimo_en = models.DateTimeField("último rebote")
    motivo = models.CharField(max_length=200)
    permanente = models.BooleanField()
    mensaje = models.ForeignKey(
        Mensaje, on_delete=models.PROTECT, null=True, blank=True, verbose_name="último mensaje", related_name="rebotes"
    )

    objects = ReboteQuerySet.as_manager()

    class Meta:
        verbose_name = "dirección que rebota"
        verbose_name_plural = "direcciones que rebotan"
        triggers = [auditado()]

    def __str__(self) -> str:
        return self.correo
