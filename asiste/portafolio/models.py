"""What is offered: topics, modalities, levels, channels and service agreements."""

from collections.abc import Sequence
from typing import ClassVar, Self

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q

from asiste.auditoria.disparadores import auditado, relacion_auditada

DIAS_MAXIMOS = 10  # business days, lineamiento 5
CON_NIVELES = "ddab"  # dirección whose requests have a service level. Disposición: 7.1.3-ans-niveles


class Medio(models.TextChoices):
    """How the assistance reaches people. Disposición: 5-medios."""

    PRESENCIAL = "presencial", "Presencial"
    TELEFONICA = "telefonica", "Telefónica"
    VIRTUAL = "virtual", "Virtual"


class TemaQuerySet(models.QuerySet["Tema"]):
    """Reads of the topics."""

    def solicitables(self) -> Self:
        """Those an entity may ask about (fronts are internal), by office and order."""
        return (
            self.filter(activo=True)
            .exclude(tipo=Tema.Tipo.FRENTE)
            .select_related("dependencia__padre", "padre")
            .order_by("dependencia__orden", "orden", "id")
        )


class Tema(models.Model):
    """A matter on which assistance is given, in the tree of its dirección."""

    class Tipo(models.TextChoices):
        POLITICA = "politica", "Política de gestión y desempeño"
        TEMA = "tema", "Tema"
        FRENTE = "frente", "Frente de gestión"
        COMPONENTE = "componente", "Componente"
        SUBCOMPONENTE = "subcomponente", "Subcomponente"
        ASPECTO = "aspecto", "Aspecto general"
        REVISION = "revision", "Revisión técnica"

    class Papel(models.TextChoices):
        LIDER = "lider", "Lidera"
        APOYO = "apoyo", "Apoya"
        ARTICULA = "articula", "Articula a quien lidera"

    clave = models.SlugField(max_length=80, unique=True)
    nombre = models.CharField(max_length=200)
    tipo = models.CharField(max_length=15, choices=Tipo)
    padre = models.ForeignKey("self", on_delete=models.PROTECT, null=True, blank=True, related_name="hijos")
    dependencia = models.ForeignKey("directorio.Dependencia", on_delete=models.PROTECT, related_name="temas")
    dimension = models.CharField("dimensión del MIPG", max_length=80, blank=True)
    papel = models.CharField(max_length=10, choices=Papel, blank=True)
    lider = models.CharField("líder de la política", max_length=200, blank=True)
    lider_verificado = models.BooleanField(default=True)
    claves_busqueda = ArrayField(models.CharField(max_length=80), default=list, blank=True)
    activo = models.BooleanField(default=True)
    orden = models.PositiveSmallIntegerField(default=0)

    objects = TemaQuerySet.as_manager()

    class Meta:
        verbose_name = "tema"
        triggers = [auditado()]

    def __str__(self) -> str:
        return self.nombre


class Modalidad(models.Model):
    """Form the assistance takes: concept, visit, promotion… Disposición: 4-modalidades."""

    clave = models.SlugField(unique=True)
    nombre = models.CharField(max_length=120)
    descripcion = models.TextField("descripción", blank=True)
    dependencias = models.ManyToManyField("directorio.Dependencia", related_name="modalidades")
    orden = models.PositiveSmallIntegerField(default=0)

    class Meta:
        verbose_name = "modalidad"
        verbose_name_plural = "modalidades"
        triggers = [auditado()]

    def __str__(self) -> str:
        return self.nombre


relacion_auditada(Modalidad.dependencias.through)


class Nivel(models.Model):
    """Service level of the archive: 1 self-service, 2 with a technical stance, 3 without one."""

    numero = models.PositiveSmallIntegerField("número", unique=True)
    nombre = models.CharField(max_length=60)
    descripcion = models.TextField("descripción")
    radica = models.BooleanField("se radica", default=True)

    class Meta:
        verbose_name = "nivel"
        verbose_name_plural = "niveles"
        triggers = [auditado()]

    def __str__(self) -> str:
        return f"Nivel {self.numero}: {self.nombre}"


class CanalQuerySet(models.QuerySet["Canal"]):
    """Reads of the channels."""

    def buzones(self) -> Self:
        """The official mailboxes, aliases included."""
        return self.filter(tipo=Canal.Tipo.CORREO).select_related("dependencia__padre", "alias_de").order_by("id")

    def predeterminado_de(self, oficinas: Sequence[int]) -> "Canal | None":
        """Mailbox from which the first of those offices that has one writes."""
        buzones = self.filter(tipo=Canal.Tipo.CORREO, predeterminado=True, dependencia__in=oficinas)
        return min(buzones, key=lambda canal: oficinas.index(canal.dependencia_id), default=None)


class Canal(models.Model):
    """An official way in. Disposición: 5-canales."""

    class Tipo(models.TextChoices):
        CORREO = "correo", "Correo"
        WEB = "web", "Página web"
        VENTANILLA = "ventanilla", "Ventanilla"
        ASESOR = "asesor", "Asesor del sector"
        SIGA = "siga", "Sistema de gestión documental"

    dependencia = models.ForeignKey("directorio.Dependencia", on_delete=models.PROTECT, related_name="canales")
    tipo = models.CharField(max_length=10, choices=Tipo)
    valor = models.CharField(max_length=200)
    descripcion = models.CharField("descripción", max_length=200, blank=True)
    predeterminado = models.BooleanField(default=False)
    alias_de = models.ForeignKey("self", on_delete=models.PROTECT, null=True, blank=True, related_name="alias")

    objects = CanalQuerySet.as_manager()

    class Meta:
        verbose_name = "canal"
        verbose_name_plural = "canales"
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["dependencia", "tipo", "valor"], name="canal_unico"),
            models.UniqueConstraint(fields=["valor"], condition=Q(tipo="correo"), name="buzon_de_una_dependencia"),
            models.UniqueConstraint(
                fields=["dependencia"], condition=Q(tipo="correo", predeterminado=True), name="un_buzon_predeterminado"
            ),
        ]
        triggers = [auditado()]

    def __str__(self) -> str:
        return self.valor


class ANSQuerySet(models.QuerySet["ANS"]):
    """Reads of the agreements."""

    def dias_para(self, *, direccion_id: int, modalidad_id: int | None, nivel_id: int | None, vigencia: int) -> int:
        """Business days agreed for a case: the most specific row, or ten. Disposición: 5-ans."""
        candidatos = self.filter(
            Q(modalidad_id=modalidad_id) | Q(modalidad__isnull=True),
            Q(nivel_id=nivel_id) | Q(nivel__isnull=True),
            Q(vigencia=vigencia) | Q(vigencia__isnull=True),
            dependencia_id=direccion_id,
        ).values_list("modalidad_id", "nivel_id", "vigencia", "dias")
        filas = sorted(candidatos, key=lambda fila: [valor is None for valor in fila[:3]])
        return filas[0][3] if filas else DIAS_MAXIMOS


class ANS(models.Model):
    """Service agreement: business days by dirección, modality, level and year. Ten at most, unless reasoned."""

    dependencia = models.ForeignKey("directorio.Dependencia", on_delete=models.PROTECT, related_name="ans")
    modalidad = models.ForeignKey(Modalidad, on_delete=models.PROTECT, null=True, blank=True)
    nivel = models.ForeignKey(Nivel, on_delete=models.PROTECT, null=True, blank=True)
    vigencia = models.PositiveSmallIntegerField(null=True, blank=True)
    dias = models.PositiveSmallIntegerField("días hábiles", default=DIAS_MAXIMOS)
    motivo = models.TextField("norma o razón de un plazo mayor", blank=True)

    objects = ANSQuerySet.as_manager()

    class Meta:
        verbose_name = "acuerdo de nivel de servicio"
        verbose_name_plural = "acuerdos de nivel de servicio"
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["dependencia", "modalidad", "nivel", "vigencia"], name="ans_unico", nulls_distinct=False
            ),
            models.CheckConstraint(
                name="ans_de_diez_dias_o_con_motivo",
                condition=Q(dias__gte=1) & (Q(dias__lte=DIAS_MAXIMOS) | ~Q(motivo="")),
                violation_error_message="Un plazo de más de 10 días hábiles exige la norma o la razón.",
            ),
        ]
        triggers = [auditado()]

    def __str__(self) -> str:
        return f"{self.dependencia.sigla}: {self.dias} días hábiles"
