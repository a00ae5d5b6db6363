"""Messages that arrive, and the mailboxes where they are read."""

import re
from datetime import datetime
from typing import ClassVar, Self

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q

from asiste.auditoria.disparadores import auditado
from asiste.documentos.models import Archivo
from asiste.portafolio.models import Canal
from asiste.solicitudes.models import Solicitud


class MensajeEntranteQuerySet(models.QuerySet["MensajeEntrante"]):
    """Reads of the incoming mail."""

    def en_cuarentena(self) -> Self:
        """Those a person has to look at, oldest first."""
        return self.filter(resultado=MensajeEntrante.Resultado.CUARENTENA).order_by("guardado_en", "id")


class MensajeEntrante(models.Model):
    """A message as it came, byte for byte, and what became of it."""

    class Resultado(models.TextChoices):
        PENDIENTE = "pendiente", "Por procesar"
        RADICADO = "radicado", "Radicado"
        AGREGADO = "agregado", "Agregado a una solicitud"
        DUPLICADO = "duplicado", "Duplicado"
        AUTOMATICO = "automatico", "Automático"
        REBOTE = "rebote", "Rebote"
        CALENDARIO = "calendario", "Respuesta a una convocatoria"
        CUARENTENA = "cuarentena", "En cuarentena"
        DESCARTADO = "descartado", "Descartado por una persona"

    crudo = models.OneToOneField(Archivo, on_delete=models.PROTECT, related_name="mensaje_entrante")
    nombre = models.CharField("de dónde salió", max_length=250, blank=True)
    guardado_en = models.DateTimeField()
    buzon = models.ForeignKey(Canal, on_delete=models.PROTECT, null=True, blank=True)
    resultado = models.CharField(max_length=10, choices=Resultado, default=Resultado.PENDIENTE)
    motivo = models.TextField(blank=True)
    solicitud = models.ForeignKey(
        Solicitud, on_delete=models.PROTECT, null=True, blank=True, related_name="mensajes_entrantes"
    )
    revisado_por = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True)
    revisado_en = models.DateTimeField("cuándo salió de la cuarentena", null=True, blank=True)
    recibido_en = models.DateTimeField(null=True, blank=True)
    message_id = models.CharField(max_length=998, blank=True)
    contenido = models.CharField("huella de lo que dice", max_length=64, blank=True, db_index=True)
    de_correo = models.CharField(max_length=254, blank=True)
    de_nombre = models.CharField(max_length=250, blank=True)
    responder_a = models.CharField(max_length=254, blank=True)
    para = ArrayField(models.CharField(max_length=254), default=list, blank=True)
    asunto = models.TextField(blank=True)
    texto = models.TextField(blank=True)
    avisos = ArrayField(models.TextField(), default=list, blank=True)

    objects = MensajeEntranteQuerySet.as_manager()

    class Meta:
        verbose_name = "mensaje recibido"
        verbose_name_plural = "mensajes recibidos"
        indexes: ClassVar = [
            models.Index(
                "resultado",
                "guardado_en",
                "id",
                name="mensaje_por_revisar",
                condition=Q(resultado__in=["pendiente", "cuarentena"]),
            ),
        ]
        constraints: ClassVar = [
            models.CheckConstraint(
                name="lo_radicado_tiene_solicitud",
                condition=~Q(resultado__in=["radicado", "agregado", "duplicado"], solicitud__isnull=True),
            ),
            models.CheckConstraint(
                name="revisado_por_alguien_y_cuando",
                condition=Q(revisado_por__isnull=True, revisado_en__isnull=True)
                | Q(revisado_por__isnull=False, revisado_en__isnull=False),
            ),
            models.CheckConstraint(
                name="descartado_por_una_persona", condition=~Q(resultado="descartado", revisado_por__isnull=True)
            ),
        ]
        triggers = [auditado()]

    def __str__(self) -> str:
        return self.nombre or self.asunto[:60]


class BuzonImapQuerySet(models.QuerySet["BuzonImap"]):
    """Reads of the mailboxes."""

    def activos(self) -> Self:
        """Those that are read, with their office."""
        return self.filter(activo=True).select_related("canal__dependencia").order_by("id")


class BuzonImap(models.Model):
    """Where an official mailbox is read by IMAP. Its secret is never here: see `variable`."""

    class Seguridad(models.TextChoices):
        TLS = "tls", "TLS desde el comienzo (993)"
        STARTTLS = "starttls", "STARTTLS (143)"
        NINGUNA = "ninguna", "Sin cifrar: solo dentro de la misma máquina"

    class Autenticacion(models.TextChoices):
        CLAVE = "clave", "Contraseña"
        TOKEN = "token", "Token de OAuth2 (XOAUTH2)"

    canal = models.OneToOneField(
        Canal, on_delete=models.PROTECT, verbose_name="buzón", related_name="imap", limit_choices_to={"tipo": "correo"}
    )
    activo = models.BooleanField("se lee", default=True)
    servidor = models.CharField(max_length=200)
    puerto = models.PositiveIntegerField(default=993)
    seguridad = models.CharField(max_length=10, choices=Seguridad, default=Seguridad.TLS)
    usuario = models.CharField(max_length=200, help_text="Casi siempre, la misma dirección del buzón.")
    autenticacion = models.CharField("autenticación", max_length=10, choices=Autenticacion, default=Autenticacion.CLAVE)
    entrada = models.CharField("carpeta de entrada", max_length=200, default="INBOX")
    procesados = models.CharField("carpeta de lo recibido", max_length=200, default="Asiste")
    por_revisar = models.CharField("carpeta de la cuarentena", max_length=200, default="Asiste por revisar")

    objects = BuzonImapQuerySet.as_manager()

    class Meta:
        verbose_name = "buzón que se lee"
        verbose_name_plural = "buzones que se leen"
        constraints: ClassVar = [
            models.CheckConstraint(
                name="buzon_no_vuelve_a_su_entrada",
                condition=~Q(procesados=models.F("entrada")) & ~Q(por_revisar=models.F("entrada")),
                violation_error_message="Lo recibido debe ir a otra carpeta: en la de entrada se leería otra vez.",
            )
        ]
        triggers = [auditado()]

    def __str__(self) -> str:
        return str(self.canal)

    @property
    def variable(self) -> str:
        """Name of the environment variable that holds its password or token."""
        return "IMAP_" + re.sub(r"[^A-Z0-9]+", "_", self.canal.valor.upper()).strip("_")


class SaludBuzonQuerySet(models.QuerySet["SaludBuzon"]):
    """Reads of how the mailboxes are doing."""

    def vigiladas(self) -> Self:
        """Those of the mailboxes that are read, with their office."""
        return self.filter(buzon__activo=True).select_related("buzon__canal__dependencia").order_by("buzon")

    def con_novedad(self, ultimo_intento: datetime) -> Self:
        """Those with an alarm, or that nobody tried to read after that moment."""
        return self.vigiladas().filter(~Q(alarma="") | Q(ultimo_intento_en__lt=ultimo_intento))


class SaludBuzon(models.Model):
    """How the reading of a mailbox goes. It changes every minute, so it is not part of the audit trail."""

    class Alarma(models.TextChoices):
        NINGUNA = "", "Sin novedad"
        FALLA = "falla", "No se puede leer"
        SILENCIO = "silencio", "No llega nada"

    buzon = models.OneToOneField(BuzonImap, on_delete=models.CASCADE, primary_key=True, related_name="salud")
    vigilado_desde = models.DateTimeField()
    ultimo_intento_en = models.DateTimeField("último intento")
    ultimo_exito_en = models.DateTimeField("última lectura completa", null=True, blank=True)
    ultimo_mensaje_en = models.DateTimeField("último mensaje", null=True, blank=True)
    falla_desde = models.DateTimeField(null=True, blank=True)
    error = models.TextField(blank=True)
    alarma = models.CharField(max_length=10, choices=Alarma, default=Alarma.NINGUNA, blank=True)
    alarma_desde = models.DateTimeField(null=True, blank=True)

    objects = SaludBuzonQuerySet.as_manager()

    class Meta:
        verbose_name = "salud del buzón"
        verbose_name_plural = "salud de los buzones"
        constraints: ClassVar = [
            models.CheckConstraint(
                name="error_y_falla_van_juntos",
                condition=Q(error="", falla_desde__isnull=True) | (~Q(error="") & Q(falla_desde__isnull=False)),
            ),
            models.CheckConstraint(
                name="alarma_tiene_momento",
                condition=Q(alarma="", alarma_desde__isnull=True) | (~Q(alarma="") & Q(alarma_desde__isnull=False)),
            ),
        ]

    def __str__(self) -> str:
        return f"Salud de {self.buzon}"
