"""Who asks: sectors and entities."""

from typing import ClassVar, Self

from django.db import models
from django.db.models import Q

from asiste.auditoria.disparadores import auditado


class Sector(models.Model):
    """One of the fifteen administrative sectors of the Distrito Capital."""

    clave = models.SlugField(unique=True)
    nombre = models.CharField(max_length=120, unique=True)
    orden = models.PositiveSmallIntegerField(default=0)

    class Meta:
        verbose_name = "sector"
        verbose_name_plural = "sectores"
        triggers = [auditado()]

    def __str__(self) -> str:
        return self.nombre


class EntidadQuerySet(models.QuerySet["Entidad"]):
    """Reads of the entities."""

    def activas(self) -> Self:
        """Those that exist today, by name."""
        return self.filter(activa=True).order_by("nombre", "id")

    def del_dominio(self, dominio: str) -> Self:
        """Those that write from a mail domain: none, one, or several when it is shared."""
        return self.filter(dominios__dominio=dominio.lower(), activa=True).order_by("id")

    def buscar(self, texto: str) -> Self:
        """By any name it has or had, or its initials, without minding accents or case."""
        texto = texto.strip()
        return self.filter(
            Q(nombre__unaccent__icontains=texto)
            | Q(sigla__unaccent__icontains=texto)
            | Q(denominaciones__nombre__unaccent__icontains=texto)
        ).distinct()

    def llamada(self, nombre: str) -> "Entidad | None":
        """The one with exactly that name, former name, alias or initials, without minding accents or case."""
        es = Q(nombre__unaccent__iexact=nombre) | Q(sigla__unaccent__iexact=nombre)
        es |= Q(denominaciones__nombre__unaccent__iexact=nombre)
        iguales = list(self.filter(es).select_related("sector").distinct()[:2])
        return iguales[0] if len(iguales) == 1 else None


class Entidad(models.Model):
    """An entity that may ask for technical assistance. Disposición: 2-alcance-entidades."""

    class Naturaleza(models.TextChoices):
        CENTRAL = "central", "Nivel central"
        DESCENTRALIZADO = "descentralizado", "Nivel descentralizado"
        LOCALIDAD = "localidad", "Localidad"
        PRIVADO = "privado", "Privado con función pública"
        CONTROL = "control", "Órgano de control"
        CORPORACION = "corporacion", "Corporación pública"
        UNIVERSIDAD = "universidad", "Ente universitario autónomo"

    clave = models.SlugField(unique=True)
    nombre = models.CharField(max_length=200, unique=True)
    sigla = models.CharField(max_length=30, blank=True)
    sector = models.ForeignKey(Sector, on_delete=models.PROTECT, null=True, blank=True, related_name="entidades")
    naturaleza = models.CharField(max_length=15, choices=Naturaleza)
    activa = models.BooleanField(default=True)
    desde = models.DateField(null=True, blank=True)
    hasta = models.DateField(null=True, blank=True)
    fuente = models.TextField("de dónde sale el dato", blank=True)
    confianza = models.CharField(max_length=20, blank=True)

    objects = EntidadQuerySet.as_manager()

    class Meta:
        verbose_name = "entidad"
        verbose_name_plural = "entidades"
        triggers = [auditado()]

    def __str__(self) -> str:
        return self.nombre

    @property
    def corto(self) -> str:
        """Initials where there are some, else the whole name."""
        return self.sigla or self.nombre


class Denominacion(models.Model):
    """Another name of an entity: one people use, or one it had."""

    class Tipo(models.TextChoices):
        ALIAS = "alias", "Como también se le llama"
        ANTERIOR = "anterior", "Nombre anterior"

    entidad = models.ForeignKey(Entidad, on_delete=models.CASCADE, related_name="denominaciones")
    nombre = models.CharField(max_length=200)
    tipo = models.CharField(max_length=10, choices=Tipo, default=Tipo.ALIAS)

    class Meta:
        verbose_name = "denominación"
        verbose_name_plural = "denominaciones"
        constraints: ClassVar = [models.UniqueConstraint(fields=["entidad", "nombre"], name="denominacion_unica")]
        triggers = [auditado()]

    def __str__(self) -> str:
        return self.nombre


class Dominio(models.Model):
    """Mail domain of an entity. Several entities may share one."""

    entidad = models.ForeignKey(Entidad, on_delete=models.CASCADE, related_name="dominios")
    dominio = models.CharField(max_length=120, db_index=True)

    class Meta:
        verbose_name = "dominio de correo"
        verbose_name_plural = "dominios de correo"
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["entidad", "dominio"], name="dominio_unico_por_entidad")
        ]
        triggers = [auditado()]

    def __str__(self) -> str:
        return self.dominio
