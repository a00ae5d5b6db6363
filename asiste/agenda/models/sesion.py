"""A session, what is done in it and who is in charge."""

from collections.abc import Collection
from datetime import datetime
from typing import ClassVar, Self

from django.conf import settings
from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import DateTimeRangeField, RangeOperators
from django.db import models
from django.db.models import F, Q
from django.utils.crypto import get_random_string

from asiste.agenda.models.publico import Publico
from asiste.auditoria.disparadores import auditado, inmutable, no_se_borra, relacion_auditada
from asiste.directorio.models import Dependencia, Funcionario
from asiste.documentos.models import Archivo
from asiste.portafolio.models import Medio, Modalidad, Tema
from asiste.solicitudes.models import Solicitud

LETRAS = "abcdefghjkmnpqrstuvwxyz23456789"  # no letter or figure that is mistaken for another


def nueva_clave() -> str:
    """Twelve letters that nobody guesses: some 59 bits."""
    return get_random_string(12, LETRAS)


def nuevo_secreto() -> str:
    """What the codes of attendance of a session are made from."""
    return get_random_string(40)


class Serie(models.Model):
    """Sessions that follow one another: what is pending in one goes on to the next."""

    nombre = models.CharField(max_length=200)
    dependencia = models.ForeignKey(Dependencia, on_delete=models.PROTECT, related_name="series")

    class Meta:
        verbose_name = "serie de sesiones"
        verbose_name_plural = "series de sesiones"
        triggers: ClassVar = [auditado()]

    def __str__(self) -> str:
        return self.nombre


class SesionQuerySet(models.QuerySet["Sesion"]):
    """Reads of the sessions."""

    def con_nombres(self) -> Self:
        """With what a list shows of each."""
        return self.select_related("modalidad", "dependencia", "serie").prefetch_related(
            "encargados__funcionario__usuario"
        )

    def entre(self, desde: datetime, hasta: datetime) -> Self:
        """Those that touch a span of time, by their start."""
        return self.filter(inicia__lt=hasta, termina__gt=desde).order_by("inicia", "id")

    def a_cargo_de(self, personas: Collection[int]) -> Self:
        """Those that any of those people is in charge of."""
        return self.filter(pk__in=Encargado.objects.filter(funcionario__in=personas).values("sesion"))

    def buscar(self, texto: str) -> Self:
        """By words of its title, its place or its series, without minding accents or case, or by a filing number."""
        atiende = Sesion.solicitudes.through.objects.filter(solicitud__radicado=texto.strip().upper())
        dice = Q(titulo__unaccent__icontains=texto) | Q(lugar__unaccent__icontains=texto)
        dice |= Q(serie__nombre__unaccent__icontains=texto)
        return self.filter(dice | Q(pk__in=atiende.values("sesion")))

    def vigentes(self) -> Self:
        """All but the cancelled ones."""
        return self.exclude(estado=Sesion.Estado.CANCELADA)

    def del_portal(self, ahora: datetime) -> Self:
        """Open to anyone and not finished, the nearest first."""
        return self.vigentes().filter(abierta=True, termina__gt=ahora).order_by("inicia", "id")


class Sesion(models.Model):
    """An encounter of technical assistance, of any modality. Disposición: 5-medios.

    `secuencia` grows with each change that the invited must know (RFC 5546); `clave` names it in public addresses.
    """

    class Estado(models.TextChoices):
        PROGRAMADA = "programada", "Programada"
        EN_CURSO = "en-curso", "En curso"
        REALIZADA = "realizada", "Realizada"
        CANCELADA = "cancelada", "Cancelada"

    PENDIENTES: ClassVar = [Estado.PROGRAMADA, Estado.EN_CURSO]

    clave = models.CharField(max_length=12, unique=True, default=nueva_clave, editable=False)
    secreto = models.CharField(max_length=40, default=nuevo_secreto, editable=False)
    titulo = models.CharField("título", max_length=200)
    objetivo = models.TextField(blank=True)
    modalidad = models.ForeignKey(Modalidad, on_delete=models.PROTECT, related_name="sesiones")
    medio = models.CharField(max_length=10, choices=Medio)
    lugar = models.CharField(max_length=200, blank=True)
    enlace_virtual = models.URLField("enlace de la reunión virtual", max_length=500, blank=True)
    telefono = models.CharField("teléfono", max_length=60, blank=True)
    inicia = models.DateTimeField("empieza")
    termina = models.DateTimeField()
    dependencia = models.ForeignKey(Dependencia, on_delete=models.PROTECT, related_name="sesiones")
    direcciones = models.ManyToManyField(
        Dependencia, blank=True, related_name="sesiones_acompanadas", verbose_name="otras direcciones que participan"
    )
    temas = models.ManyToManyField(Tema, blank=True, related_name="sesiones")
    publico = models.OneToOneField(Publico, on_delete=models.PROTECT, null=True, blank=True, related_name="sesion")
    cupo = models.PositiveSmallIntegerField("cupo de personas", null=True, blank=True)
    abierta = models.BooleanField("se publica y cualquiera se inscribe", default=False)
    serie = models.ForeignKey(Serie, on_delete=models.PROTECT, null=True, blank=True, related_name="sesiones")
    solicitudes = models.ManyToManyField(Solicitud, blank=True, related_name="sesiones")
    responsables = models.ManyToManyField(Funcionario, through="Encargado", related_name="sesiones")
    secuencia = models.PositiveIntegerField("número de cambio (RFC 5546)", default=0)
    estado = models.CharField(max_length=10, choices=Estado, default=Estado.PROGRAMADA)
    creada_en = models.DateTimeField()
    creada_por = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    convocada_en = models.DateTimeField(null=True, blank=True)
    realizada_en = models.DateTimeField(null=True, blank=True)
    cancelada_en = models.DateTimeField(null=True, blank=True)
    motivo = models.TextField("por qué se canceló", blank=True)

    objects = SesionQuerySet.as_manager()

    class Meta:
        verbose_name = "sesión"
        verbose_name_plural = "sesiones"
        indexes: ClassVar = [
            models.Index("dependencia", "inicia", "id", name="sesion_de_dependencia"),
            models.Index("inicia", "id", name="sesion_por_fecha"),
            models.Index("inicia", "id", name="sesion_abierta", condition=Q(abierta=True)),
        ]
        constraints: ClassVar = [
            models.CheckConstraint(
                name="sesion_en_orden",
                condition=Q(termina__gt=F("inicia")),
                violation_error_message="La sesión termina antes de empezar.",
            ),
            models.CheckConstraint(
                name="sesion_realizada_tiene_momento",
                condition=Q(estado="realizada", realizada_en__isnull=False)
                | (~Q(estado="realizada") & Q(realizada_en__isnull=True)),
            ),
            models.CheckConstraint(
                name="sesion_cancelada_con_motivo",
                condition=(Q(estado="cancelada", cancelada_en__isnull=False) & ~Q(motivo=""))
                | (~Q(estado="cancelada") & Q(cancelada_en__isnull=True, motivo="")),
            ),
        ]
        triggers: ClassVar = [auditado(), inmutable("clave", "secreto"), no_se_borra()]

    def __str__(self) -> str:
        return self.titulo

    @property
    def uid(self) -> str:
        """Its name in the calendars of the world: it never changes (RFC 5545, 3.8.4.7)."""
        return f"{self.clave}@asiste"

    @property
    def pendiente(self) -> bool:
        """True until it is held or cancelled."""
        return self.estado in self.PENDIENTES

    @property
    def es_visita(self) -> bool:
        """A visit leaves a technical report. Disposición: 7.1.2-visita."""
        return self.modalidad.clave == "visita"

    @property
    def donde(self) -> str:
        """Place, link or telephone, as people look for it."""
        sitios = {Medio.PRESENCIAL: self.lugar, Medio.VIRTUAL: self.enlace_virtual, Medio.TELEFONICA: self.telefono}
        return sitios[Medio(self.medio)] or self.get_medio_display()

    @property
    def dirige(self) -> Funcionario | None:
        """Who leads it."""
        return next((uno.funcionario for uno in self.encargados.all() if uno.dirige), None)


relacion_auditada(Sesion.direcciones.through)
relacion_auditada(Sesion.temas.through)
relacion_auditada(Sesion.solicitudes.through)


class Encargado(models.Model):
    """A person of the team in charge of a session, and the time it takes: nobody is in two at once."""

    sesion = models.ForeignKey(Sesion, on_delete=models.CASCADE, related_name="encargados")
    funcionario = models.ForeignKey(Funcionario, on_delete=models.PROTECT, related_name="encargos")
    dirige = models.BooleanField(default=False)
    franja = DateTimeRangeField()
    vigente = models.BooleanField(default=True)

    class Meta:
        verbose_name = "encargado"
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["sesion", "funcionario"], name="encargado_una_vez"),
            models.UniqueConstraint(fields=["sesion"], condition=Q(dirige=True), name="uno_dirige"),
            ExclusionConstraint(
                name="nadie_en_dos_sesiones",
                expressions=[("funcionario", RangeOperators.EQUAL), ("franja", RangeOperators.OVERLAPS)],
                condition=Q(vigente=True),
                violation_error_message="Esa persona ya tiene una sesión a esa hora.",
            ),
        ]
        triggers: ClassVar = [auditado()]

    def __str__(self) -> str:
        return str(self.funcionario)


class PuntoOrden(models.Model):
    """A point of the agenda of a session."""

    sesion = models.ForeignKey(Sesion, on_delete=models.CASCADE, related_name="puntos")
    orden = models.PositiveSmallIntegerField()
    titulo = models.CharField("título", max_length=200)
    responsable = models.CharField("quién lo presenta", max_length=200, blank=True)
    minutos = models.PositiveSmallIntegerField(default=10)
    tratado = models.BooleanField(default=False)

    class Meta:
        verbose_name = "punto del orden del día"
        verbose_name_plural = "puntos del orden del día"
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["sesion", "orden"], name="punto_en_su_lugar", deferrable=models.Deferrable.DEFERRED
            )
        ]
        triggers: ClassVar = [auditado()]

    def __str__(self) -> str:
        return self.titulo


class Material(models.Model):
    """An instrument used in a session: a file, or a link to a course or a video. Disposición: 5-instrumentos."""

    sesion = models.ForeignKey(Sesion, on_delete=models.CASCADE, related_name="materiales")
    nombre = models.CharField(max_length=250)
    archivo = models.ForeignKey(Archivo, on_delete=models.PROTECT, null=True, blank=True)
    url = models.URLField("enlace", max_length=500, blank=True)
    para_todos = models.BooleanField("lo ven los invitados", default=True)

    class Meta:
        verbose_name = "material de la sesión"
        verbose_name_plural = "materiales de la sesión"
        constraints: ClassVar = [
            models.CheckConstraint(
                name="material_archivo_o_enlace",
                condition=(Q(archivo__isnull=False, url="")) | (Q(archivo__isnull=True) & ~Q(url="")),
                violation_error_message="Suba un archivo o escriba un enlace, y solo uno.",
            )
        ]
        triggers: ClassVar = [auditado()]

    def __str__(self) -> str:
        return self.nombre
