"""The request for technical assistance and its number."""

from typing import ClassVar

import pgtrigger
from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.search import SearchVector, SearchVectorField
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Left

from asiste.auditoria.disparadores import auditado, inmutable, no_se_borra, relacion_auditada
from asiste.directorio.models import Dependencia, Entidad, Funcionario, Sector
from asiste.portafolio.models import CON_NIVELES, Medio, Modalidad, Nivel, Tema
from asiste.solicitudes.models.consultas import TANDA, SolicitudQuerySet

BUSCABLES = 100_000  # first characters of a text that are searched: an index entry holds one megabyte at most


class Consecutivo(models.Model):
    """Last number given in a year. Its row is locked by the transaction that files: no gap, no repeat."""

    id = models.PositiveSmallIntegerField("año", primary_key=True)
    ultimo = models.PositiveIntegerField("último")

    class Meta:
        verbose_name = "consecutivo"
        triggers = [
            auditado(),
            no_se_borra(),
            pgtrigger.Protect(
                name="no_retrocede",
                operation=pgtrigger.Update,
                condition=pgtrigger.Q(new__ultimo__lt=pgtrigger.F("old__ultimo")),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.id}: {self.ultimo}"


class Solicitud(models.Model):
    """A request. Entity, sector and requester stay as they were on filing, unless someone corrects them."""

    class Estado(models.TextChoices):
        POR_TOMAR = "por-tomar", "Por tomar"
        EN_TRAMITE = "en-tramite", "En trámite"
        SUSPENDIDA = "suspendida", "Suspendida"
        ATENDIDA = "atendida", "Atendida"
        CERRADA = "cerrada", "Cerrada"
        TRASLADADA = "trasladada", "Trasladada"
        DESISTIDA = "desistida", "Desistida"
        FUSIONADA = "fusionada", "Unida a otra"
        ANULADA = "anulada", "Anulada"

    class Origen(models.TextChoices):
        DEMANDA = "demanda", "Por demanda"
        OFERTA = "oferta", "Por oferta"

    class Canal(models.TextChoices):
        CORREO = "correo", "Correo"
        FORMULARIO = "formulario", "Formulario web"
        VENTANILLA = "ventanilla", "Ventanilla"
        TELEFONO = "telefono", "Teléfono"

    CORREN: ClassVar = [Estado.POR_TOMAR, Estado.EN_TRAMITE]  # their term runs
    ABIERTOS: ClassVar = [*CORREN, Estado.SUSPENDIDA]
    TERMINADOS: ClassVar = [Estado.CERRADA, Estado.TRASLADADA, Estado.DESISTIDA, Estado.FUSIONADA, Estado.ANULADA]

    anio = models.PositiveSmallIntegerField("año")
    numero = models.PositiveIntegerField("número")
    radicado = models.CharField(max_length=20, unique=True)
    radicado_siga = models.CharField("radicado de SIGA", max_length=40, blank=True)
    contingencia = models.CharField("número de contingencia", max_length=40, blank=True)
    folios = models.PositiveSmallIntegerField(null=True, blank=True)
    origen = models.CharField(max_length=10, choices=Origen, default=Origen.DEMANDA)
    canal = models.CharField(max_length=10, choices=Canal)
    recibida_en = models.DateTimeField("fecha de recepción")
    radicada_en = models.DateTimeField("fecha de radicación")
    inicia_el = models.DateField("cuenta como recibida el")
    dias = models.PositiveSmallIntegerField("días hábiles del término")
    prorroga = models.PositiveSmallIntegerField("días hábiles de prórroga", default=0)
    vence_el = models.DateField()

    direccion = models.ForeignKey(
        Dependencia, on_delete=models.PROTECT, related_name="solicitudes_de_direccion", verbose_name="dirección"
    )
    dependencia = models.ForeignKey(Dependencia, on_delete=models.PROTECT, related_name="solicitudes")
    asesor = models.ForeignKey(Funcionario, on_delete=models.PROTECT, null=True, blank=True, related_name="solicitudes")

    entidad = models.ForeignKey(Entidad, on_delete=models.PROTECT, null=True, blank=True, related_name="solicitudes")
    entidad_nombre = models.CharField(max_length=200, blank=True)
    entidad_externa = models.BooleanField("no es una entidad del Distrito", default=False)
    sector = models.ForeignKey(Sector, on_delete=models.PROTECT, null=True, blank=True)
    solicitante_nombre = models.CharField(max_length=200, blank=True)
    solicitante_cargo = models.CharField(max_length=200, blank=True)
    solicitante_correo = models.EmailField(blank=True, db_index=True)

    asunto = models.CharField(max_length=250)
    texto = models.TextField("requerimiento")
    temas = models.ManyToManyField(Tema, through="TemaSolicitud", related_name="solicitudes")
    modalidad = models.ForeignKey(Modalidad, on_delete=models.PROTECT, null=True, blank=True)
    medio = models.CharField(max_length=10, choices=Medio, blank=True)
    nivel = models.ForeignKey(Nivel, on_delete=models.PROTECT, null=True, blank=True)
    participantes = models.ManyToManyField(Entidad, blank=True, related_name="participaciones")
    tambien_en = models.ManyToManyField(
        Dependencia, blank=True, related_name="solicitudes_tambien", verbose_name="dependencias a las que también llegó"
    )
    logistica = models.TextField("logística", blank=True)
    terminos = models.TextField("términos en que se requiere la respuesta", blank=True)

    estado = models.CharField(max_length=15, choices=Estado, default=Estado.POR_TOMAR)
    principal = models.ForeignKey("self", on_delete=models.PROTECT, null=True, blank=True, related_name="unidas")
    importacion = models.ForeignKey(
        "Importacion", on_delete=models.PROTECT, null=True, blank=True, related_name="solicitudes"
    )
    importacion_fila = models.PositiveIntegerField("fila del libro", null=True, blank=True)
    suspendida_en = models.DateTimeField(null=True, blank=True)
    primera_respuesta_en = models.DateTimeField(null=True, blank=True)
    atendida_en = models.DateTimeField("fecha de atención", null=True, blank=True)
    cerrada_en = models.DateTimeField("fecha en que terminó", null=True, blank=True)

    buscable = models.GeneratedField(
        expression=SearchVector("radicado", "radicado_siga", "asunto", "entidad_nombre", weight="A", config="asiste_es")
        + SearchVector("solicitante_nombre", Left("texto", BUSCABLES), weight="B", config="asiste_es"),
        output_field=SearchVectorField(),
        db_persist=True,
    )

    objects = SolicitudQuerySet.as_manager()

    class Meta:
        verbose_name = "solicitud"
        verbose_name_plural = "solicitudes"
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["anio", "numero"], name="radicado_sin_repetir"),
            models.UniqueConstraint(
                fields=["contingencia"], condition=~Q(contingencia=""), name="contingencia_sin_repetir"
            ),
            models.CheckConstraint(
                name="atendida_tiene_fecha",
                condition=Q(estado__in=["atendida", "cerrada"], atendida_en__isnull=False)
                | Q(estado__in=["por-tomar", "en-tramite", "suspendida"], atendida_en__isnull=True)
                | Q(estado__in=["trasladada", "desistida", "fusionada", "anulada"]),
            ),
            models.CheckConstraint(
                name="lo_terminado_tiene_fecha",  # estados: cerrada, trasladada, desistida, fusionada, anulada
                condition=Q(estado__in=["por-tomar", "en-tramite", "suspendida", "atendida"], cerrada_en__isnull=True)
                | Q(
                    estado__in=["cerrada", "trasladada", "desistida", "fusionada", "anulada"], cerrada_en__isnull=False
                ),
            ),
            models.CheckConstraint(
                name="suspendida_tiene_fecha",
                condition=Q(estado="suspendida", suspendida_en__isnull=False)
                | (~Q(estado="suspendida") & Q(suspendida_en__isnull=True)),
            ),
            models.CheckConstraint(
                name="fusionada_tiene_principal",
                condition=Q(estado="fusionada", principal__isnull=False)
                | (~Q(estado="fusionada") & Q(principal__isnull=True)),
            ),
            models.CheckConstraint(
                name="en_tramite_tiene_asesor",
                condition=~Q(estado__in=["en-tramite", "suspendida"], asesor__isnull=True),
            ),
            models.CheckConstraint(
                name="no_se_radica_antes_de_recibir", condition=Q(radicada_en__gte=F("recibida_en"))
            ),
        ]
        indexes: ClassVar = [
            models.Index("dependencia", F("recibida_en").desc(), F("id").desc(), name="solicitud_base"),
            models.Index("entidad", F("recibida_en").desc(), name="solicitud_de_entidad"),
            models.Index("asesor", "recibida_en", "id", name="solicitud_fila", condition=Q(estado="por-tomar")),
            models.Index(
                "dependencia", "recibida_en", "id", name="solicitud_fila_dep", condition=Q(estado="por-tomar")
            ),
            models.Index(
                "asesor",
                "vence_el",
                name="solicitud_en_mano",
                condition=Q(estado__in=["en-tramite", "suspendida", "atendida"]),
            ),
            models.Index("asesor", "estado", "cerrada_en", name="solicitud_de_asesor"),
            models.Index("estado", F("cerrada_en").desc(), name="solicitud_por_estado"),
            models.Index(
                TANDA,
                "vence_el",
                "id",
                name="solicitud_por_tanda",
                condition=Q(estado__in=["por-tomar", "en-tramite", "suspendida"]),
            ),
            models.Index(F("recibida_en").desc(), F("id").desc(), name="solicitud_reciente"),
            models.Index(
                "dependencia",
                "vence_el",
                "id",
                name="solicitud_abierta",
                condition=Q(estado__in=["por-tomar", "en-tramite", "suspendida"]),
            ),
            models.Index(
                "vence_el", "id", name="solicitud_por_vencer", condition=Q(estado__in=["por-tomar", "en-tramite"])
            ),
            models.Index("suspendida_en", name="solicitud_suspendida", condition=Q(estado="suspendida")),
            models.Index("recibida_en", "id", name="solicitud_por_identificar", condition=Q(entidad__isnull=True)),
            GinIndex("buscable", name="solicitud_buscable"),
        ]
        triggers = [auditado(), inmutable("anio", "numero", "radicado", "radicada_en"), no_se_borra()]

    def __str__(self) -> str:
        return self.radicado

    @property
    def abierta(self) -> bool:
        """True until it is attended."""
        return self.estado in self.ABIERTOS

    @property
    def sin_nivel(self) -> bool:
        """True while nobody has said the service level of an open request of the archive."""
        return self.abierta and self.nivel_id is None and self.direccion.clave == CON_NIVELES

    @property
    def termino(self) -> int:
        """Business days of the term, extensions included."""
        return self.dias + self.prorroga

    @property
    def terminada(self) -> bool:
        """True when nothing more is expected of it: closed, or ended in another way."""
        return self.estado in self.TERMINADOS

    @property
    def quien_pide(self) -> str:
        """Entity as shown, also when it is not known yet."""
        return self.entidad_nombre or ("Fuera del Distrito" if self.entidad_externa else "Entidad por identificar")

    def lugar_en_la_fila(self) -> int | None:
        """Place in its line counting from 1, or None once taken. Disposición: 5-fifo."""
        return Solicitud.objects.lugares_en_la_fila([self]).get(self.pk)


relacion_auditada(Solicitud.participantes.through)
relacion_auditada(Solicitud.tambien_en.through)
