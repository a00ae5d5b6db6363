"""What hangs from a request: proceedings, attachments, topics and how it was taken."""

from collections.abc import Collection
from typing import ClassVar, Self

from django.conf import settings
from django.db import models
from django.db.models import Prefetch, Q

from asiste.auditoria.disparadores import auditado, solo_agregar
from asiste.directorio.models import Dependencia, Funcionario
from asiste.documentos.models import Archivo
from asiste.documentos.tipos import COMPRIMIDO, TNEF
from asiste.notificaciones.models import Mensaje
from asiste.portafolio.models import Tema
from asiste.solicitudes.models.solicitud import Solicitud


class ActuacionQuerySet(models.QuerySet["Actuacion"]):
    """Reads of the timeline."""

    def en_orden(self) -> Self:
        """As they happened, with their files and, where there is one, the mail or the other case they tell of."""
        mensajes, otras = Mensaje.objects.only("estado", "para"), Solicitud.objects.only("radicado")
        return self.prefetch_related(
            "anexos__archivo", Prefetch("mensaje", mensajes), Prefetch("otra", otras)
        ).order_by("momento", "id")

    def para_la_entidad(self) -> Self:
        """What the entity may see: never the internal notes."""
        return self.filter(visible_entidad=True)


class Actuacion(models.Model):
    """Something that happened to a request: who, when and why. It is never changed."""

    class Tipo(models.TextChoices):
        RADICADA = "radicada", "Radicada"
        ASIGNADA = "asignada", "Asignada"
        REASIGNADA = "reasignada", "Reasignada"
        IDENTIFICADA = "identificada", "Entidad identificada"
        TOMADA = "tomada", "Tomada en su turno"
        FUERA_DE_TURNO = "fuera-de-turno", "Tomada fuera de turno"
        TEMAS = "temas", "Temas actualizados"
        TEMA_RESPONDIDO = "tema-respondido", "Tema respondido"
        RECIBIDA = "recibida", "Llegó un mensaje de la entidad"
        NOTA = "nota", "Nota interna"
        RESPUESTA = "respuesta", "Respuesta a la entidad"
        EVIDENCIA = "evidencia", "Evidencia agregada"
        ATENDIDA = "atendida", "Atendida"
        CERRADA = "cerrada", "Cerrada"
        SUSPENDIDA = "suspendida", "Suspendida: falta información"
        REANUDADA = "reanudada", "Reanudada"
        PRORROGADA = "prorrogada", "Plazo prorrogado"
        TRASLADADA = "trasladada", "Trasladada"
        DESISTIDA = "desistida", "Desistimiento"
        ANULADA = "anulada", "Anulada"
        REABIERTA = "reabierta", "Reabierta"
        VINCULADA = "vinculada", "Relacionada con otra"
        FUSIONADA = "fusionada", "Unida a otra"
        UNIDA = "unida", "Recibió otra solicitud"
        SEPARADA = "separada", "Separada de la otra"
        DIVIDIDA = "dividida", "Dividida en dos"
        CALENDARIO = "calendario", "El calendario cambió"
        REBOTE = "rebote", "No se pudo entregar un correo"
        IMPORTADA = "importada", "Importada de un libro"
        SOLICITANTE = "solicitante", "Solicitante corregido"
        COMPARTIDA = "compartida", "También llegó a otra dependencia"
        SESION = "sesion", "Sesión"
        CONCEPTO = "concepto", "Concepto"
        NIVEL = "nivel", "Nivel de servicio"

    solicitud = models.ForeignKey(Solicitud, on_delete=models.PROTECT, related_name="actuaciones")
    tipo = models.CharField(max_length=15, choices=Tipo)
    momento = models.DateTimeField()
    autor = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True)
    autor_nombre = models.CharField(max_length=200, blank=True)
    texto = models.TextField(blank=True)
    visible_entidad = models.BooleanField("la ve la entidad", default=False)
    message_id = models.CharField(max_length=998, blank=True)
    mensaje = models.ForeignKey(Mensaje, on_delete=models.PROTECT, null=True, blank=True)
    dias = models.PositiveSmallIntegerField("días hábiles que agrega", null=True, blank=True)
    otra = models.ForeignKey(Solicitud, on_delete=models.PROTECT, null=True, blank=True, related_name="menciones")

    objects = ActuacionQuerySet.as_manager()

    class Meta:
        verbose_name = "actuación"
        verbose_name_plural = "actuaciones"
        indexes: ClassVar = [
            models.Index("solicitud", "momento", "id", name="actuacion_en_orden"),
            models.Index("message_id", name="actuacion_hilo", condition=~Q(message_id="")),
        ]
        constraints: ClassVar = [
            models.CheckConstraint(
                name="solo_la_prorroga_agrega_dias",
                condition=Q(tipo="prorrogada", dias__gte=1) | (~Q(tipo="prorrogada") & Q(dias__isnull=True)),
            )
        ]
        triggers = [auditado(), *solo_agregar()]

    def __str__(self) -> str:
        return f"{self.get_tipo_display()} · {self.solicitud_id}"


class Anexo(models.Model):
    """A file of the case under the name it came with."""

    solicitud = models.ForeignKey(Solicitud, on_delete=models.PROTECT, related_name="anexos")
    actuacion = models.ForeignKey(Actuacion, on_delete=models.PROTECT, related_name="anexos")
    archivo = models.ForeignKey(Archivo, on_delete=models.PROTECT)
    nombre = models.CharField(max_length=250)
    en_linea = models.BooleanField("parte del texto", default=False)
    aviso = models.CharField(max_length=200, blank=True)
    postura = models.BooleanField("postura técnica de la entidad", default=False)

    class Meta:
        verbose_name = "anexo"
        triggers = [auditado()]

    def __str__(self) -> str:
        return self.nombre

    @property
    def trae_otros(self) -> bool:
        """True for what holds other files: a compressed folder, a message, what Outlook packs in a winmail.dat."""
        return self.archivo.tipo in {COMPRIMIDO, TNEF} or self.nombre.lower().endswith(".eml")


class TemaSolicitudQuerySet(models.QuerySet["TemaSolicitud"]):
    """Reads of the topics of a request."""

    def propios(self, solicitud: Solicitud) -> Self:
        """Those of its own dirección: its adviser answers for them, unless told otherwise."""
        direccion = solicitud.direccion_id
        return self.filter(Q(tema__dependencia=direccion) | Q(tema__dependencia__padre=direccion), solicitud=solicitud)

    def por_responder(self, personas: Collection[int]) -> Self:
        """Those that somebody else's open case waits for from these people, by due date."""
        encargados = self.filter(
            responsable__in=personas,
            estado=TemaSolicitud.Estado.PENDIENTE,
            solicitud__estado__in=[*Solicitud.ABIERTOS],
        ).exclude(solicitud__asesor__in=personas)
        return encargados.select_related("tema", "solicitud").order_by("solicitud__vence_el", "id")


class TemaSolicitud(models.Model):
    """A topic of a request and who answers for it: a person, an office or an outside leader of the policy.

    Disposición: 5-articulacion.
    """

    class Estado(models.TextChoices):
        PENDIENTE = "pendiente", "Por responder"
        RESPONDIDO = "respondido", "Respondido"

    solicitud = models.ForeignKey(Solicitud, on_delete=models.PROTECT, related_name="temas_a_cargo")
    tema = models.ForeignKey(Tema, on_delete=models.PROTECT)
    dependencia = models.ForeignKey(Dependencia, on_delete=models.PROTECT)
    responsable = models.ForeignKey(Funcionario, on_delete=models.PROTECT, null=True, blank=True)
    lider = models.CharField("líder de la política, fuera de la SDFI", max_length=200, blank=True)
    estado = models.CharField(max_length=10, choices=Estado, default=Estado.PENDIENTE)
    respuesta = models.TextField(blank=True)
    respondido_en = models.DateTimeField(null=True, blank=True)
    respondido_por = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True)

    objects = TemaSolicitudQuerySet.as_manager()

    class Meta:
        verbose_name = "tema de la solicitud"
        verbose_name_plural = "temas de la solicitud"
        indexes: ClassVar = [
            models.Index("responsable", name="tema_por_responder", condition=Q(estado="pendiente")),
        ]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["solicitud", "tema"], name="tema_una_vez"),
            models.CheckConstraint(
                name="respondido_tiene_momento",
                condition=Q(estado="respondido", respondido_en__isnull=False)
                | Q(estado="pendiente", respondido_en__isnull=True, respondido_por__isnull=True),
            ),
        ]
        triggers = [auditado()]

    def __str__(self) -> str:
        return str(self.tema)

    @property
    def quien_responde(self) -> str:
        """Person, outside leader or office that answers for it."""
        return str(self.responsable or self.lider or self.dependencia)


class Toma(models.Model):
    """Who took a request from the line, and whether it was its turn."""

    class Motivo(models.TextChoices):
        RIESGO = "riesgo", "Riesgo para personas, bienes o documentos"
        TERMINO = "termino", "Término legal más corto"
        INSTRUCCION = "instruccion", "Instrucción de la dirección"
        ESPECIALIDAD = "especialidad", "Requiere la especialidad de quien la toma"
        RELACIONADA = "relacionada", "Se atiende junto con otra solicitud"

    solicitud = models.OneToOneField(Solicitud, on_delete=models.PROTECT, related_name="toma")
    asesor = models.ForeignKey(Funcionario, on_delete=models.PROTECT, related_name="tomas")
    momento = models.DateTimeField()
    motivo = models.CharField(max_length=15, choices=Motivo, blank=True)
    explicacion = models.TextField("explicación", blank=True)

    class Meta:
        verbose_name = "toma"
        constraints: ClassVar = [
            models.CheckConstraint(
                name="fuera_de_turno_con_motivo",
                condition=Q(motivo="", explicacion="") | (~Q(motivo="") & ~Q(explicacion="")),
            )
        ]
        triggers = [auditado(), *solo_agregar()]

    def __str__(self) -> str:
        return f"{self.asesor} · {self.solicitud_id}"

    @property
    def en_turno(self) -> bool:
        """True when it was the first of its line."""
        return not self.motivo


class Copia(models.Model):
    """A whole case that was handed out: to whom, when, and the hash of the ZIP, to know it again."""

    solicitud = models.ForeignKey(Solicitud, on_delete=models.PROTECT, related_name="copias")
    usuario = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    momento = models.DateTimeField()
    huella = models.CharField("huella SHA-256 del ZIP", max_length=64)

    class Meta:
        verbose_name = "copia del expediente"
        verbose_name_plural = "copias del expediente"
        triggers = [auditado(), *solo_agregar()]

    def __str__(self) -> str:
        return f"{self.solicitud_id} · {self.huella[:12]}"
