"""The concept: what an office answers in writing, over a signature."""

from typing import ClassVar, Self

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from asiste.auditoria.disparadores import auditado, inmutable, no_se_borra
from asiste.conocimiento.models import Publicacion
from asiste.directorio.models import Dependencia, Funcionario
from asiste.documentos.models import Documento
from asiste.solicitudes.models import Solicitud


class ConsecutivoConcepto(models.Model):
    """Last number a dirección gave in a year. Its row is locked by the signature: no gap, no repeat."""

    direccion = models.ForeignKey(Dependencia, on_delete=models.PROTECT, related_name="+")
    anio = models.PositiveSmallIntegerField("año")
    ultimo = models.PositiveIntegerField("último", default=0)

    class Meta:
        verbose_name = "consecutivo de conceptos"
        verbose_name_plural = "consecutivos de conceptos"
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["direccion", "anio"], name="un_consecutivo_por_direccion")
        ]
        triggers: ClassVar = [auditado(), no_se_borra()]

    def __str__(self) -> str:
        return f"{self.direccion_id}, {self.anio}: {self.ultimo}"


class ConceptoQuerySet(models.QuerySet["Concepto"]):
    """Reads of the concepts."""

    def vivos(self) -> Self:
        """Neither signed nor left."""
        return self.filter(estado__in=Concepto.VIVOS)

    def completos(self) -> Self:
        """With what a list shows of each."""
        return self.select_related(
            "solicitud__entidad", "dependencia__padre", "proyecta__usuario", "revisa__usuario", "firma__usuario"
        )


class Concepto(models.Model):
    """Written answer to an inquiry, born from a request. Disposición: 6.3-conceptos, 7.1.2-concepto.

    `version` counts those sent to be reviewed or signed: what is signed is the file of that version, and no other.
    The marks for draft, review and signature derive from the due date of the request (`marcas`).
    """

    class Estado(models.TextChoices):
        PROYECTO = "proyecto", "En proyección"
        REVISION = "revision", "En revisión"
        FIRMA = "firma", "Para firma"
        FIRMADO = "firmado", "Firmado"
        SIN_EFECTO = "sin-efecto", "Sin efecto"

    class Destino(models.TextChoices):
        """What was decided of a signed one: everybody reads it, or it is set apart with a reason."""

        PENDIENTE = "pendiente", "Por decidir"
        PUBLICO = "publico", "Publicado"
        RESERVADO = "reservado", "Reservado"

    VIVOS: ClassVar = [Estado.PROYECTO, Estado.REVISION, Estado.FIRMA]
    SECCIONES: ClassVar = {
        "antecedentes": "Antecedentes",
        "marco": "Marco normativo",
        "analisis": "Análisis técnico",
        "conclusiones": "Conclusiones",
        "recomendaciones": "Recomendaciones",
        "alcance": "Alcance del concepto",
    }
    OBLIGATORIAS: ClassVar = ["analisis", "conclusiones"]

    solicitud = models.ForeignKey(Solicitud, on_delete=models.PROTECT, related_name="conceptos")
    dependencia = models.ForeignKey(Dependencia, on_delete=models.PROTECT, related_name="conceptos")
    asunto = models.CharField(max_length=250)
    consulta = models.TextField("lo que se consulta")
    terminos = models.TextField("términos en que se pide", blank=True)
    estado = models.CharField(max_length=10, choices=Estado, default=Estado.PROYECTO)
    version = models.PositiveSmallIntegerField("versión", default=0)
    proyecta = models.ForeignKey(Funcionario, on_delete=models.PROTECT, related_name="conceptos_que_proyecta")
    revisa = models.ForeignKey(
        Funcionario, on_delete=models.PROTECT, null=True, blank=True, related_name="conceptos_que_revisa"
    )
    firma = models.ForeignKey(
        Funcionario, on_delete=models.PROTECT, null=True, blank=True, related_name="conceptos_que_firma"
    )
    creado_en = models.DateTimeField()
    datos_por = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="quién precisó los datos",
    )
    motivo = models.TextField("por qué quedó sin efecto", blank=True)

    numero = models.CharField("número", max_length=40, blank=True)
    firmado_en = models.DateTimeField(null=True, blank=True)
    documento = models.OneToOneField(
        Documento, on_delete=models.PROTECT, null=True, blank=True, related_name="concepto", verbose_name="lo firmado"
    )
    notificado_en = models.DateTimeField(null=True, blank=True)
    destino = models.CharField(max_length=10, choices=Destino, default=Destino.PENDIENTE)
    reserva = models.CharField("por qué se reserva", max_length=200, blank=True)
    publicacion = models.OneToOneField(
        Publicacion, on_delete=models.PROTECT, null=True, blank=True, related_name="concepto"
    )

    objects = ConceptoQuerySet.as_manager()

    class Meta:
        verbose_name = "concepto"
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["solicitud"], condition=Q(estado__in=["proyecto", "revision", "firma"]), name="un_concepto_vivo"
            ),
            models.UniqueConstraint(fields=["numero"], condition=~Q(numero=""), name="numero_de_concepto_una_vez"),
            models.CheckConstraint(
                name="concepto_firmado_completo",
                condition=(
                    Q(estado="firmado", firmado_en__isnull=False, documento__isnull=False, firma__isnull=False)
                    & ~Q(numero="")
                )
                | (~Q(estado="firmado") & Q(numero="", firmado_en__isnull=True, documento__isnull=True)),
            ),
            models.CheckConstraint(
                name="concepto_sin_efecto_con_motivo", condition=~Q(estado="sin-efecto") | ~Q(motivo="")
            ),
            models.CheckConstraint(
                name="destino_de_lo_firmado",
                condition=Q(destino="pendiente", publicacion__isnull=True, reserva="")
                | Q(destino="publico", estado="firmado", publicacion__isnull=False, reserva="")
                | (Q(destino="reservado", estado="firmado", publicacion__isnull=True) & ~Q(reserva="")),
            ),
        ]
        indexes: ClassVar = [
            models.Index("dependencia", F("creado_en").desc(), name="concepto_de_oficina"),
            models.Index("estado", "id", name="concepto_por_estado"),
        ]
        triggers: ClassVar = [auditado(), no_se_borra(), inmutable("solicitud_id")]

    def __str__(self) -> str:
        return self.numero or f"Concepto de {self.solicitud}"

    @property
    def vivo(self) -> bool:
        """True while it is being written, reviewed or waits for a signature."""
        return self.estado in self.VIVOS

    @property
    def en_proyecto(self) -> bool:
        """True while it is being written."""
        return self.estado == self.Estado.PROYECTO


class AnexoConcepto(models.Model):
    """A file that goes with a concept."""

    concepto = models.ForeignKey(Concepto, on_delete=models.PROTECT, related_name="anexos")
    archivo = models.ForeignKey("documentos.Archivo", on_delete=models.PROTECT, related_name="+")
    nombre = models.CharField(max_length=250)
    paginas = models.PositiveIntegerField("páginas", null=True, blank=True)
    agregado_por = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")

    class Meta:
        verbose_name = "anexo de un concepto"
        verbose_name_plural = "anexos de conceptos"
        triggers: ClassVar = [auditado()]

    def __str__(self) -> str:
        return self.nombre
