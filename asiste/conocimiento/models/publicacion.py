"""What anyone may read: public concepts, technical lines, guides and instruments."""

from typing import ClassVar, Self

from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.search import SearchVector, SearchVectorField
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Left

from asiste.auditoria.disparadores import auditado, no_se_borra, relacion_auditada
from asiste.directorio.models import Dependencia
from asiste.documentos.models import Archivo
from asiste.documentos.tipos import extension_de
from asiste.portafolio.models import Tema

BUSCABLES = 100_000  # first characters of a text that are searched: an index entry holds one megabyte at most


class PublicacionQuerySet(models.QuerySet["Publicacion"]):
    """Reads of what is published."""

    def visibles(self) -> Self:
        """What the bank lists: the withdrawn keep their page, and only that."""
        return self.exclude(estado=Publicacion.Estado.RETIRADA)

    def de_oficinas(self, oficinas: "models.QuerySet[Dependencia] | set[int]") -> Self:
        """Those issued by some offices."""
        return self.filter(dependencia__in=oficinas)

    def completas(self) -> Self:
        """With what a list shows of each."""
        return self.select_related("dependencia__padre", "archivo").prefetch_related("temas__padre")


class Publicacion(models.Model):
    """A text of the bank. Its address never changes. Disposición: 7.1.3-banco-conceptos.

    `html` is cleaned and free of personal data; `texto` is the same without marks, and is what search reads.
    """

    class Clase(models.TextChoices):
        CONCEPTO = "concepto", "Concepto"
        LINEA = "linea", "Línea técnica"
        GUIA = "guia", "Guía"
        INSTRUMENTO = "instrumento", "Instrumento"

    class Formato(models.TextChoices):
        """What an instrument is. Disposición: 5-instrumentos."""

        VIDEO = "video", "Video"
        CURSO = "curso", "Curso en línea"
        FORMATO = "formato", "Formato"
        SESION = "sesion", "Sesión grabada"
        DOCUMENTO = "documento", "Documento"

    class Estado(models.TextChoices):
        VIGENTE = "vigente", "Vigente"
        NO_VIGENTE = "no-vigente", "No vigente"
        RETIRADA = "retirada", "Retirada"

    clave = models.SlugField("dirección permanente", max_length=80, unique=True)
    clase = models.CharField(max_length=12, choices=Clase)
    formato = models.CharField(max_length=10, choices=Formato, blank=True)
    numero = models.CharField("número", max_length=40, blank=True)
    titulo = models.CharField("título", max_length=250)
    resumen = models.TextField(blank=True)
    html = models.TextField("texto con formato", blank=True)
    texto = models.TextField("texto sin formato", blank=True)
    enlace = models.URLField("dónde está", max_length=500, blank=True)
    de_quien = models.CharField("entidad que lo hizo, si es otra", max_length=200, blank=True)
    archivo = models.ForeignKey(Archivo, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    dependencia = models.ForeignKey(Dependencia, on_delete=models.PROTECT, related_name="publicaciones")
    temas = models.ManyToManyField(Tema, blank=True, related_name="publicaciones")
    fecha = models.DateField("expedida el")
    publicada_en = models.DateTimeField()
    version = models.PositiveSmallIntegerField("versión", default=1)
    estado = models.CharField(max_length=10, choices=Estado, default=Estado.VIGENTE)
    motivo = models.CharField("por qué no rige o se retiró", max_length=300, blank=True)

    buscable = models.GeneratedField(
        expression=SearchVector("numero", "titulo", weight="A", config="asiste_es")
        + SearchVector("resumen", weight="B", config="asiste_es")
        + SearchVector(Left("texto", BUSCABLES), weight="C", config="asiste_es"),
        output_field=SearchVectorField(),
        db_persist=True,
    )

    objects = PublicacionQuerySet.as_manager()

    class Meta:
        verbose_name = "publicación"
        verbose_name_plural = "publicaciones"
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["clase", "numero"], condition=~Q(numero=""), name="numero_publicado_una_vez"
            ),
            models.CheckConstraint(name="lo_que_no_rige_dice_por_que", condition=Q(estado="vigente") | ~Q(motivo="")),
            models.CheckConstraint(
                name="solo_un_instrumento_tiene_formato",
                condition=(Q(clase="instrumento") & ~Q(formato="")) | (~Q(clase="instrumento") & Q(formato="")),
            ),
        ]
        indexes: ClassVar = [
            GinIndex("buscable", name="publicacion_buscable"),
            models.Index(F("fecha").desc(), F("id").desc(), name="publicacion_reciente"),
            models.Index(F("publicada_en").desc(), F("id").desc(), name="publicacion_nueva"),
        ]
        triggers: ClassVar = [auditado(), no_se_borra()]

    def __str__(self) -> str:
        return f"{self.numero} {self.titulo}".strip()

    @property
    def vigente(self) -> bool:
        """True while it may be relied on."""
        return self.estado == self.Estado.VIGENTE

    @property
    def rotulo(self) -> str:
        """How another text names it: by its number, or by its title."""
        return self.numero or f"«{self.titulo}»"

    @property
    def nombre_de_archivo(self) -> str:
        """Name under which its file is handed out, with the ending that its bytes tell."""
        return f"{self.clave}{extension_de(self.archivo.tipo)}" if self.archivo else ""

    def dejada_sin_efecto_por(self) -> "Publicacion | None":
        """Which later one left it without effect."""
        causas = self.relaciones_recibidas.filter(tipo="sin-efecto").select_related("origen").order_by("id")
        return next((relacion.origen for relacion in causas), None)


relacion_auditada(Publicacion.temas.through)
